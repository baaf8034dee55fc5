// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/runpath.h"

#include "core/compare/visitrule.h"
#include "core/domain/steplineage.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <set>

namespace Gapline {
namespace {

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

/// One pass over the events that keeps no visit: a run may have hundreds of thousands, and its graph a few nodes.
class Walk
{
public:
    Walk(const DefinitionGraph &graph, const KnownExecution &known)
        : m_graph(graph)
        , m_known(known)
        , m_stream(*known.stream)
        , m_steps(m_stream.steps().size())
        , m_lastSteps(graph.nodes.size(), kNoStep)
    {
        m_run.nodes.resize(graph.nodes.size());
        m_run.lack = proofLackOf(known);
        for (size_t node = 0; node < graph.nodes.size(); ++node)
            m_indexes.insert(graph.nodes[node].id, int(node));
        if (!known.execution)
            return;
        for (const StepView &step : known.execution->steps) {
            if (!step.nodeId.isEmpty())
                m_names.insert(step.stepId.text().toUtf8(), step.nodeId.text());
        }
    }

    RunPath run()
    {
        std::vector<EventCategory> categories;
        std::vector<bool> isTurn;
        for (const QByteArray &type : m_stream.types().texts()) {
            categories.push_back(categoryOf(type));
            isTurn.push_back(type == "loop.iteration-started");
        }
        for (qsizetype event = 0; event < m_stream.count(); ++event) {
            const quint32 type = m_stream.typeIndexAt(event);
            const quint32 step = m_stream.stepIndexAt(event);
            if (isTurn[type])
                ++m_run.turns;
            if (step != kNoStep && VisitRule::isOfStep(categories[type]))
                take(m_stream.seqAt(event), step, categories[type]);
        }
        addTold();
        findTaken();
        return std::move(m_run);
    }

private:
    struct Step
    {
        VisitRule rule;
        int node = -1; ///< -1: the graph does not have it.
    };

    void take(Seq seq, quint32 index, EventCategory category)
    {
        Step &step = m_steps[index];
        if (step.rule.isNew())
            step.node = meet(m_stream.steps().at(index));
        const VisitRule::Part part = step.rule.take(category, quint32(m_run.turns));
        if (step.node < 0 || part == VisitRule::Part::Behind)
            return;
        NodeRun &node = m_run.nodes[size_t(step.node)];
        quint32 &last = m_lastSteps[size_t(step.node)];
        if (step.rule.wasBegun()) {
            ++node.visits;
            node.lastVisit = SeqRange{seq, seq};
            node.outcome = VisitOutcome::Open;
            last = index;
        }
        node.isBreached |= category == EventCategory::Breached;
        if (last != index)
            return;
        node.lastVisit->last = seq;
        if (part == VisitRule::Part::Ends)
            node.outcome = outcomeOf(category);
    }

    [[nodiscard]] QString nameOf(QByteArrayView stepId) const
    {
        const auto named = m_names.constFind(QByteArray::fromRawData(stepId.data(), stepId.size()));
        return named != m_names.cend() ? *named : QString::fromUtf8(nodeOfStep(stepId));
    }

    /// The node of a step that is seen for the first time; notes the way that led there.
    int meet(QByteArrayView stepId)
    {
        const QString name = nameOf(stepId);
        if (const std::optional<QByteArrayView> parent = parentOfStep(stepId))
            m_ways.emplace(nameOf(*parent), name);
        const auto node = m_indexes.constFind(name);
        if (node != m_indexes.cend())
            return *node;
        if (!m_elsewhere.contains(name)) {
            m_elsewhere.insert(name);
            m_run.elsewhere << name;
        }
        return -1;
    }

    /// Steps without an event, by executions/get.
    void addTold()
    {
        if (!m_known.execution)
            return;
        for (const StepView &view : m_known.execution->steps) {
            const QByteArray id = view.stepId.text().toUtf8();
            if (id.isEmpty() || m_stream.steps().contains(id))
                continue;
            const int node = meet(id);
            if (node >= 0 && m_run.nodes[size_t(node)].visits == 0)
                m_run.nodes[size_t(node)].told = view.status;
        }
    }

    void findTaken()
    {
        const bool hasOneWayBack = std::ranges::count(m_graph.edges, true, &GraphEdge::isLoop) == 1;
        for (const GraphEdge &edge : m_graph.edges) {
            // Step ids do not tell which way a loop came back; with one, a turn has gone it.
            m_run.taken.push_back(edge.isLoop ? hasOneWayBack && m_run.turns > 0
                                              : isWayTaken(edge));
        }
    }

    [[nodiscard]] bool isWayTaken(const GraphEdge &edge) const
    {
        const GraphNode &from = m_graph.nodes[size_t(edge.from)];
        const QString &to = m_graph.nodes[size_t(edge.to)].id;
        if (m_ways.contains({from.id, to}))
            return true;
        // A group goes on as one: each member that completed has led there.
        const NodeRun &run = m_run.nodes[size_t(edge.from)];
        return from.group && run.visits > 0 && run.outcome == VisitOutcome::Completed
            && m_ways.contains({m_graph.groups[size_t(*from.group)].id, to});
    }

    const DefinitionGraph &m_graph;
    const KnownExecution &m_known;
    const EventStream &m_stream;
    RunPath m_run;
    std::vector<Step> m_steps;
    std::vector<quint32> m_lastSteps; ///< By node: whose visit is its last one.
    QHash<QString, int> m_indexes; ///< Of the graph's nodes.
    QHash<QByteArray, QString> m_names; ///< By step id, where executions/get names the node.
    std::set<std::pair<QString, QString>> m_ways; ///< Parent and child, by the lineages of the run.
    QSet<QString> m_elsewhere;
};

} // namespace

RunPath pathOfRun(const DefinitionGraph &graph, const KnownExecution &known)
{
    return Walk(graph, known).run();
}

} // namespace Gapline
