// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/iterations.h"

#include "core/base/whenfinished.h"
#include "ui/workspace/streamview.h"

#include <QtConcurrent>

#include <chrono>
#include <utility>

namespace Gapline {
namespace {

/// Counted in well under a frame.
constexpr qsizetype kCountedAtOnce = 5'000;
/// What makes the first picture of a long stream comes first.
constexpr std::chrono::milliseconds kRest{500};

} // namespace

Iterations::Iterations(StreamView &view)
    : QObject(&view)
    , m_view(view)
    , m_all(std::make_shared<const StepIterations>())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &Iterations::count);
    connect(&view, &StreamView::streamChanged, this, &Iterations::schedule);
    connect(&view, &StreamView::executionChanged, this, &Iterations::schedule);
}

void Iterations::schedule()
{
    if (m_view.stream()->count() <= kCountedAtOnce)
        take(StepIterations::find({m_view.stream(), m_view.execution()}));
    else if (!m_rest.isActive())
        m_rest.start();
}

void Iterations::count()
{
    if (m_isCounting) {
        m_countsAgain = true;
        return;
    }
    m_isCounting = true;
    const KnownExecution known{m_view.stream(), m_view.execution()};
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
