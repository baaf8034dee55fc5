// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/iterations.h"

#include "core/base/whenfinished.h"
#include "ui/workspace/streamview.h"

#include <QtConcurrent>

#include <utility>

namespace Gapline {
namespace {

/// Counted in well under a frame.
constexpr qsizetype kCountedAtOnce = 5'000;

} // namespace

Iterations::Iterations(StreamView &view)
    : QObject(&view)
    , m_view(view)
    , m_all(std::make_shared<const StepIterations>())
{
    connect(&view, &StreamView::streamChanged, this, &Iterations::count);
    connect(&view, &StreamView::executionChanged, this, &Iterations::count);
}

void Iterations::count()
{
    if (m_isCounting) {
        m_countsAgain = true;
        return;
    }
    const KnownExecution known{m_view.stream(), m_view.execution()};
    if (known.stream->count() <= kCountedAtOnce) {
        take(StepIterations::find(known));
        return;
    }
    m_isCounting = true;
    whenFinished(QtConcurrent::run([known] {
        return StepIterations::find(known);
    })).then(this, [this](const StepIterationsPtr &found) {
        m_isCounting = false;
        take(found);
        if (std::exchange(m_countsAgain, false))
            count();
    });
}

void Iterations::take(const StepIterationsPtr &found)
{
    const bool isNothingNew = found->isEmpty() && m_all->isEmpty();
    m_all = found;
    if (!isNothingNew)
        emit changed();
}

} // namespace Gapline
