// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/compareview.h"

#include "core/base/whenfinished.h"

#include <QtConcurrent>

#include <utility>

namespace Gapline {
namespace {

Result<KnownExecution> loadKnown(Cache &cache, const ExecutionId &id, const KnownExecution &earlier)
{
    const auto stream = cache.loadStream(id, earlier.stream).result();
    if (!stream)
        return Failure(stream.error());
    const auto execution = cache.loadExecution(id).result();
    if (!execution)
        return Failure(execution.error());
    return KnownExecution{*stream, *execution};
}

/// Nothing that a comparison looks at differs. The time of the last fetch is none of it.
bool isSame(const KnownExecution &now, const KnownExecution &earlier)
{
    if (!earlier.stream || now.execution.has_value() != earlier.execution.has_value())
        return false;
    StreamState state = now.stream->state();
    state.fetchedAt = earlier.stream->state().fetchedAt;
    return now.stream->revision().source != 0
        && now.stream->revision() == earlier.stream->revision() && state == earlier.stream->state()
        && (!now.execution
            || (!now.execution->raw.isEmpty() && now.execution->raw == earlier.execution->raw));
}

} // namespace

CompareView::CompareView(Cache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{
    m_pool.setMaxThreadCount(1);
    connect(&cache, &Cache::streamChanged, this, [this](const ExecutionId &executionId) {
        if (isChosen() && (executionId == m_a || executionId == m_b))
            m_pacer.request();
    });
    // Steps come with executions/get.
    connect(&cache, &Cache::executionsChanged, this, [this] {
        if (isChosen())
            m_pacer.request();
    });
    connect(&m_pacer, &ReloadPacer::due, this, &CompareView::run);
}

CompareView::~CompareView()
{
    m_pool.waitForDone();
}

void CompareView::compare(const ExecutionId &a, const ExecutionId &b)
{
    if (a == m_a && b == m_b) {
        m_pacer.request();
        return;
    }
    clear();
    m_a = a;
    m_b = b;
    m_isComparing = true;
    emit chosenChanged();
    emit resultChanged();
    m_pacer.request();
}

void CompareView::swapSides()
{
    if (!isChosen())
        return;
    std::swap(m_a, m_b);
    std::swap(m_sides.a, m_sides.b);
    m_sides.result.reset();
    m_isComparing = true;
    emit chosenChanged();
    // What is under way compares them the other way round.
    m_runs.invalidate();
    m_pacer.reset();
    m_pacer.request();
}

void CompareView::setTolerance(std::chrono::milliseconds tolerance)
{
    if (std::exchange(m_tolerance, tolerance) == tolerance || !isChosen())
        return;
    m_runs.invalidate();
    m_pacer.reset();
    m_pacer.request();
}

void CompareView::clear()
{
    m_runs.invalidate();
    m_pacer.reset();
    m_sides = {};
    m_isComparing = false;
    const bool wasChosen = isChosen();
    m_a = {};
    m_b = {};
    m_result.reset();
    if (!wasChosen)
        return;
    emit chosenChanged();
    emit resultChanged();
}

void CompareView::run()
{
    if (!isChosen()) {
        m_pacer.finished();
        return;
    }
    const Generation::Ticket ticket = m_runs.begin();
    const auto work =
        [&cache = m_cache, a = m_a, b = m_b, earlier = m_sides, tolerance = m_tolerance] {
            return load(cache, a, b, earlier, tolerance);
        };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, ticket](const Result<Sides> &sides) {
            if (!m_runs.isCurrent(ticket))
                return;
            const bool wasComparing = std::exchange(m_isComparing, false);
            const bool isOld = sides && m_result && sides->result == m_result;
            if (sides) {
                m_sides = *sides;
                m_result = sides->result;
            }
            if (wasComparing || !isOld)
                emit resultChanged();
            if (!sides)
                emit failed(sides.error());
            m_pacer.finished();
        });
}

Result<CompareView::Sides> CompareView::load(Cache &cache,
                                             const ExecutionId &a,
                                             const ExecutionId &b,
                                             const Sides &earlier,
                                             std::chrono::milliseconds tolerance)
{
    const Result<KnownExecution> ofA = loadKnown(cache, a, earlier.a);
    if (!ofA)
        return Failure(ofA.error());
    const Result<KnownExecution> ofB = loadKnown(cache, b, earlier.b);
    if (!ofB)
        return Failure(ofB.error());
    // Other executions are stored as well while all are synced.
    const bool isOld = earlier.result && earlier.result->tolerance == tolerance
        && isSame(*ofA, earlier.a) && isSame(*ofB, earlier.b);
    if (isOld)
        return Sides{*ofA, *ofB, earlier.result};
    return Sides{
        *ofA,
        *ofB,
        std::make_shared<const ExecutionComparison>(compareExecutions(*ofA, *ofB, tolerance))};
}

} // namespace Gapline
