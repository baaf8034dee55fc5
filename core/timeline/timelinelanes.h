// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/stream/eventstream.h"

#include <QSet>

#include <optional>
#include <vector>

namespace Gapline {

/// Which sibling comes first.
enum class LaneOrder
{
    FirstActivity,
    Definition, ///< As the definition lists its nodes; those that it does not list come last.
};

struct LaneOptions
{
    LaneOrder order = LaneOrder::FirstActivity;
    QSet<QString> collapsed; ///< Nodes whose descendants share their lane.
    std::optional<Definition> definition;
};

/// One band of the timeline.
struct Lane
{
    QString node; ///< Node id; empty for the execution's own lane, which is always the first.
    std::optional<quint32> parent; ///< Lane of the node that fanned out into this one.
    int depth = 0; ///< 0 for the execution and for roots.
    bool hasChildren = false; ///< Whether they have lanes of their own or share this one.
    quint32 sharing = 0; ///< Nodes below it that share this lane; 0 when it is not collapsed.

    [[nodiscard]] bool isExecution() const { return node.isEmpty(); }
    [[nodiscard]] bool isCollapsed() const { return sharing > 0; }
    friend bool operator==(const Lane &, const Lane &) = default;
};

/// Neighbouring lanes whose nodes are members of one parallel group, or the group's own.
struct LaneBracket
{
    QString group;
    quint32 first = 0;
    quint32 last = 0;

    friend bool operator==(const LaneBracket &, const LaneBracket &) = default;
};

/// One lane for the execution, then one per node that has an event: each parent right before its children
/// (api-contract.md, "Step ids").
class TimelineLanes
{
public:
    TimelineLanes();
    /// `execution` names the nodes where executions/get has answered; else the step ids tell. Pure; any thread.
    TimelineLanes(const EventStream &stream,
                  const std::optional<Execution> &execution,
                  const LaneOptions &options = {});

    [[nodiscard]] const std::vector<Lane> &all() const { return m_lanes; }
    [[nodiscard]] quint32 count() const { return quint32(m_lanes.size()); }
    /// By the stream's step index; kNoStep and steps without an event belong to the execution.
    [[nodiscard]] quint32 laneOf(quint32 stepIndex) const
    {
        return stepIndex < m_laneOfStep.size() ? m_laneOfStep[stepIndex] : 0;
    }
    /// The node of a step, whose lane may be that of a node above it; empty for the execution.
    [[nodiscard]] QString nodeOf(quint32 stepIndex) const
    {
        return stepIndex < m_nodeOfStep.size() ? m_nodeOfStep[stepIndex] : QString();
    }
    /// From top to bottom; each holds two lanes or more.
    [[nodiscard]] const std::vector<LaneBracket> &brackets() const { return m_brackets; }
    /// First and last lane of the nodes that a loop repeats; nothing where the definition does not tell, or tells of
    /// several loops.
    [[nodiscard]] std::optional<std::pair<quint32, quint32>> loopLanes() const
    {
        return m_loopLanes;
    }

private:
    std::vector<Lane> m_lanes;
    std::vector<quint32> m_laneOfStep;
    std::vector<QString> m_nodeOfStep;
    std::vector<LaneBracket> m_brackets;
    std::optional<std::pair<quint32, quint32>> m_loopLanes;
};

} // namespace Gapline
