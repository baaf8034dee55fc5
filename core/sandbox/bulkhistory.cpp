// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/bulkhistory.h"

#include "core/domain/eventtype.h"
#include "core/sandbox/dice.h"
#include "core/sandbox/engine.h"
#include "core/sandbox/jsontext.h"

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kIterationPatterns = 32;
constexpr quint32 kHead = 0;
constexpr quint32 kTail = 1;
constexpr quint32 kFirstIteration = 2;
/// The whole run should take about an hour, but an iteration neither an instant nor a day.
constexpr qint64 kWantedSpan = 3'600'000;
constexpr qint64 kShortestIteration = 200;
constexpr qint64 kLongestIteration = 600'000;
/// 40 % of all seqs are internal: two for every three external ones.
constexpr qint64 kInternalsPerThreeExternals = 2;

/// Nodes of the localization sweep that are not among its group's members.
constexpr int kImport = 0;
constexpr int kAssemble = 7;
constexpr int kSplit = 8;

const Workflow &sweep()
{
    return *findWorkflow("localization-sweep");
}

bool isExternal(const RunEvent &event)
{
    const EventType *type = findEventType(event.type);
    return !type || type->isExternal;
}

/// The events of the loop's body in one simulated run, and the loop's next start.
std::vector<RunEvent> iterationEvents(const std::vector<RunStep> &steps, quint64 seed)
{
    Dice dice(seed);
    const RunPlan plan{sweep(), RunOutcome::Completed, 1, dice.chance(30) ? 1 : 0, 100, 0};
    const Run run = simulate(plan, seed);
    std::vector<RunEvent> events;
    for (RunEvent event : run.events) {
        const int node = event.step < 0 ? kImport : run.steps[event.step].node;
        if (node == kImport || node == kSplit)
            continue; // Before the loop.
        event.step = int(std::ranges::find(steps, node, &RunStep::node) - steps.begin());
        events.push_back(event);
    }
    const qint64 surplus = std::ranges::count_if(events, std::not_fn(isExternal))
        - kInternalsPerThreeExternals * (std::ranges::count_if(events, isExternal) + 1) / 3;
    for (qint64 i = 0; i < surplus;) {
        const auto victim = events.begin() + dice.between(0, qint64(events.size()) - 1);
        if (!isExternal(*victim)) {
            events.erase(victim);
            ++i;
        }
    }
    const int group = int(std::ranges::find(steps, -1, &RunStep::node) - steps.begin());
    events.push_back({"loop.iteration-started", group, events.back().at + 5});
    const qint64 start = events.front().at;
    for (RunEvent &event : events)
        event.at -= start;
    return events;
}

} // namespace

void BulkHistory::Pattern::index()
{
    externals.clear();
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (isExternal(events[i]))
            externals.push_back(quint32(i));
    }
}

BulkHistory::BulkHistory(ExecutionIdentity &identity, qint64 externals, qint64 now)
{
    const Workflow &workflow = sweep();
    const auto nameSteps = [&] {
        const QByteArray root =
            "step_agent-import_" + QByteArray::number(identity.startedAt) + "_b1g0ne";
        const QByteArray split = root + "__to__" + workflow.nodes[kSplit].id;
        m_steps = {
            {root, kImport, -1, R"({"agentExecutionStatus":"completed","decision":"approve"})"},
            {split, kSplit, -1, R"({"synthetic":true,"decision":"approve"})"}};
        for (const int member : workflow.groups[0].members)
            m_steps.push_back({split + "__to__" + workflow.nodes[member].id,
                               member,
                               0,
                               R"({"decision":"approve"})"});
        m_steps.push_back({"group_language-review", -1, 0});
        m_steps.push_back({"group_language-review__to__agent-assemble",
                           kAssemble,
                           -1,
                           R"({"decision":"approve"})"});
    };
    nameSteps();
    layOut(std::max<qint64>(2, externals), identity.key);
    spreadInTime();
    const RunEvent &last = m_patterns[kTail].events.back();
    m_startedAt = now - 1'000 - m_stretches.back().at - last.at;
    identity.startedAt = m_startedAt;
    nameSteps();
    m_patterns[kHead].events[0].tail =
        dataTail(R"({"definitionId":"localization-sweep","definitionVersion":)"
                 + QByteArray::number(identity.definitionVersion) + R"(,"rootStepIds":[")"
                 + m_steps[0].id + "\"]}");
    m_text.emplace(identity, m_steps);
}

void BulkHistory::layOut(qint64 externals, quint64 seed)
{
    m_patterns.resize(kFirstIteration);
    m_patterns[kHead].events = {
        {"execution.dispatched"}, {"step.scheduled", 0}, {"step.started", 0}};
    m_patterns[kTail].events = {{"execution.completed", -1, 0, dataTail("null")},
                                {"idempotency.suppressed", -1, 40},
                                {"idempotency.suppressed", -1, 90},
                                {"idempotency.suppressed", -1, 700}};
    for (int i = 0; i < kIterationPatterns; ++i)
        m_patterns.push_back({iterationEvents(m_steps, mixed(seed, quint64(i))), {}});
    for (Pattern &pattern : m_patterns)
        pattern.index();

    append(kHead);
    Dice dice(seed);
    for (qint64 left = externals - 2; left > 0;) {
        quint32 pattern = kFirstIteration + quint32(dice.between(0, kIterationPatterns - 1));
        if (qint64(m_patterns[pattern].externals.size()) > left) {
            // The last iteration is cut short, so that the count comes out exactly.
            Pattern cut = m_patterns[pattern];
            cut.events.resize(cut.externals[left - 1] + 1);
            cut.index();
            m_patterns.push_back(cut);
            pattern = quint32(m_patterns.size()) - 1;
        }
        append(pattern);
        left -= qint64(m_patterns[pattern].externals.size());
    }
    append(kTail);
}

void BulkHistory::append(quint32 pattern)
{
    m_stretches.push_back({m_lastSeq + 1, m_externals, 0, pattern});
    m_lastSeq += qint64(m_patterns[pattern].events.size());
    m_externals += qint64(m_patterns[pattern].externals.size());
}

void BulkHistory::spreadInTime()
{
    const qint64 length =
        std::clamp(kWantedSpan / qint64(m_stretches.size()), kShortestIteration, kLongestIteration);
    for (std::size_t i = kFirstIteration; i < m_patterns.size(); ++i) {
        std::vector<RunEvent> &events = m_patterns[i].events;
        const qint64 span = events.back().at + 1;
        for (RunEvent &event : events)
            event.at = event.at * length / span;
    }
    for (std::size_t i = 0; i < m_stretches.size(); ++i)
        m_stretches[i].at = 100 + qint64(i) * length;
}

const BulkHistory::Stretch &BulkHistory::stretchOf(Seq seq) const
{
    return *std::prev(std::ranges::upper_bound(m_stretches, seq.value, {}, &Stretch::firstSeq));
}

const RunEvent &BulkHistory::eventAt(const Stretch &stretch, Seq seq) const
{
    return m_patterns[stretch.pattern].events[seq.value - stretch.firstSeq];
}

Seq BulkHistory::lastSeq(qint64 now) const
{
    Q_UNUSED(now) // The whole run is past by construction.
    return {m_lastSeq};
}

qint64 BulkHistory::externalUpTo(Seq seq) const
{
    if (seq.value <= 0)
        return 0;
    const Stretch &stretch = stretchOf(seq);
    const std::vector<quint32> &externals = m_patterns[stretch.pattern].externals;
    return stretch.externalsBefore
        + (std::ranges::upper_bound(
               externals, seq.value - stretch.firstSeq, {}, [](quint32 i) { return qint64(i); })
           - externals.begin());
}

Seq BulkHistory::externalAt(qint64 n) const
{
    const auto after = std::ranges::lower_bound(m_stretches, n, {}, &Stretch::externalsBefore);
    const Stretch &stretch = *std::prev(after);
    return {stretch.firstSeq
            + m_patterns[stretch.pattern].externals[n - 1 - stretch.externalsBefore]};
}

QByteArrayView BulkHistory::typeAt(Seq seq) const
{
    return eventAt(stretchOf(seq), seq).type;
}

qint64 BulkHistory::timeAt(Seq seq) const
{
    const Stretch &stretch = stretchOf(seq);
    return m_startedAt + stretch.at + eventAt(stretch, seq).at;
}

QByteArray BulkHistory::tailAt(const Stretch &stretch, const RunEvent &event) const
{
    if (qstrcmp(event.type, "loop.iteration-started") != 0)
        return event.tail;
    // Two numbers for each stretch: one for a restart in its middle, one for the next.
    const bool isNext = &event == &m_patterns[stretch.pattern].events.back();
    QByteArray tail = dataTail(R"({"loopId":"sweep","iteration":)");
    appendNumber(tail, 2 * (&stretch - m_stretches.data()) + (isNext ? 1 : 0));
    return tail + R"(,"triggeredBy":"rejection"})";
}

void BulkHistory::appendEvent(QByteArray &out, Seq seq) const
{
    const Stretch &stretch = stretchOf(seq);
    const RunEvent &event = eventAt(stretch, seq);
    m_text->append(out, seq, event, m_startedAt + stretch.at + event.at, tailAt(stretch, event));
}

EventParts BulkHistory::partsAt(Seq seq) const
{
    const Stretch &stretch = stretchOf(seq);
    const RunEvent &event = eventAt(stretch, seq);
    return {m_text->eventId(seq),
            event.type,
            m_text->stepId(event),
            m_startedAt + stretch.at + event.at,
            tailAt(stretch, event)};
}

ExecutionState BulkHistory::stateAt(qint64 now) const
{
    Q_UNUSED(now)
    return {"completed", timeAt({m_stretches.back().firstSeq}), {}, {}};
}

void BulkHistory::appendSteps(QByteArray &out, qint64 now) const
{
    Q_UNUSED(now)
    const ExecutionState end = stateAt(now);
    bool isFirst = true;
    for (const RunStep &step : m_steps) {
        if (step.node < 0)
            continue;
        if (!isFirst)
            out += ',';
        isFirst = false;
        appendStepView(out, sweep(), step, {"completed", m_startedAt + 100, end.completedAt});
    }
}

} // namespace Gapline
