// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/stepvisits.h"

#include "core/compare/stepplaces.h"
#include "core/compare/visitrule.h"
#include "core/domain/eventtype.h"

#include <QSet>

#include <algorithm>

namespace Gapline {
namespace {

constexpr size_t kNone = size_t(-1);

VisitOutcome outcomeOf(EventCategory category)
{
    switch (category) {
    case EventCategory::Completed:
        return VisitOutcome::Completed;
    case EventCategory::Failed:
        return VisitOutcome::Failed;
    case EventCategory::Cancelled:
        return VisitOutcome::Cancelled;
    default:
        return VisitOutcome::Open;
    }
}

class Visiting
{
public:
    explicit Visiting(const KnownExecution &known)
        : m_known(known)
        , m_stream(*known.stream)
        , m_places(known.execution)
        , m_steps(m_stream.steps().size())
    { }

    std::vector<PathVisits> run()
    {
        std::vector<EventCategory> categories;
        std::vector<bool> isTurn;
        for (const QByteArray &type : m_stream.types().texts()) {
            categories.push_back(categoryOf(type));
            isTurn.push_back(type == "loop.iteration-started");
        }
        for (qsizetype event = 0; event < m_stream.count(); ++event) {
            const quint32 type = m_stream.typeIndexAt(event);
            const EventCategory category = categories[type];
            const quint32 step = m_stream.stepIndexAt(event);
            if (isTurn[type])
                ++m_turns;
            if (!VisitRule::isOfStep(category) || step == kNoStep)
                continue;
            take(event, step, category);
        }
        for (PathVisits &path : m_paths) {
            for (StepVisit &visit : path.visits)
                prove(visit);
        }
        addTold();
        return std::move(m_paths);
    }

private:
    /// What is open at one step id.
    struct Step
    {
        size_t path = kNone;
        size_t visit = kNone;
        std::optional<qsizetype> awaiting; ///< The first such event of the visit.
        VisitRule rule;
    };

    void take(qsizetype event, quint32 stepIndex, EventCategory category)
    {
        Step &step = m_steps[stepIndex];
        const VisitRule::Part part = step.rule.take(category, m_turns);
        if (part == VisitRule::Part::Behind)
            return;
        if (step.rule.wasBegun())
            begin(step, stepIndex, m_stream.seqAt(event));
        StepVisit &visit = m_paths[step.path].visits[step.visit];
        visit.seqs->last = m_stream.seqAt(event);
        if (category == EventCategory::Awaiting && !step.awaiting)
            step.awaiting = event;
        if (category == EventCategory::Breached)
            visit.isBreached = true;
        if (part != VisitRule::Part::Ends)
            return;
        visit.outcome = outcomeOf(category);
        if (step.awaiting
            && m_stream.state().coverage.contains(
                SeqRange{m_stream.seqAt(*step.awaiting), visit.seqs->last}))
            visit.waited = m_stream.timeBetween(*step.awaiting, event);
    }

    void begin(Step &step, quint32 stepIndex, Seq seq)
    {
        const QByteArray &id = m_stream.steps().at(stepIndex);
        if (step.path == kNone)
            step.path = pathOf(id);
        std::vector<StepVisit> &visits = m_paths[step.path].visits;
        step.visit = visits.size();
        step.awaiting.reset();
        StepVisit visit;
        visit.stepId = id;
        visit.seqs = SeqRange{seq, seq};
        visits.push_back(visit);
    }

    size_t pathOf(QByteArrayView stepId)
    {
        const size_t path = m_places.placeOf(stepId);
        while (m_paths.size() < m_places.paths().size())
            m_paths.push_back({m_places.paths()[m_paths.size()], {}});
        return path;
    }

    void prove(StepVisit &visit) const
    {
        const StreamState &state = m_stream.state();
        Seq end = visit.seqs->last;
        if (visit.outcome == VisitOutcome::Open) {
            if (!state.isComplete || !state.knownEnd)
                return;
            end = std::max(end, *state.knownEnd);
        }
        visit.isProved = state.coverage.contains(SeqRange{{1}, end});
    }

    /// Steps that have no event of their own, by executions/get.
    void addTold()
    {
        if (!m_known.execution)
            return;
        for (const StepView &view : m_known.execution->steps) {
            const QByteArray id = view.stepId.text().toUtf8();
            if (id.isEmpty() || hasEvents(id))
                continue;
            StepVisit visit;
            visit.stepId = id;
            visit.outcome = VisitOutcome::Told;
            visit.isProved = m_stream.state().isComplete;
            visit.told = view.status;
            m_paths[pathOf(id)].visits.push_back(visit);
        }
    }

    [[nodiscard]] bool hasEvents(const QByteArray &stepId)
    {
        if (m_visited.isEmpty()) {
            for (quint32 step = 0; step < m_steps.size(); ++step) {
                if (!m_steps[step].rule.isNew())
                    m_visited.insert(m_stream.steps().at(step));
            }
        }
        return m_visited.contains(stepId);
    }

    const KnownExecution &m_known;
    const EventStream &m_stream;
    StepPlaces m_places;
    std::vector<Step> m_steps;
    std::vector<PathVisits> m_paths; ///< Of m_places.
    QSet<QByteArray> m_visited;
    quint32 m_turns = 0;
};

} // namespace

ProofLack proofLackOf(const KnownExecution &known)
{
    const StreamState &state = known.stream->state();
    // A stream that was read to its end and has no seq yet covers none: nothing has happened, which is known.
    if (!state.isComplete)
        return state.coverage.isEmpty() ? ProofLack::NotFetched : ProofLack::UnknownSeqs;
    const std::vector<QByteArray> &types = known.stream->types().texts();
    if (std::ranges::none_of(types, [](const QByteArray &type) { return endsExecution(type); }))
        return ProofLack::StillRunning;
    // Its steps may have been told before the run was over.
    const bool hasSteps =
        known.execution && known.execution->isTerminal() && !known.execution->steps.isEmpty();
    return hasSteps ? ProofLack::Nothing : ProofLack::NoSteps;
}

std::vector<PathVisits> findVisits(const KnownExecution &known)
{
    return Visiting(known).run();
}

} // namespace Gapline
