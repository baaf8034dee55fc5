// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/stream/eventstream.h"

#include <optional>
#include <vector>

namespace Gapline {

/// One band of the timeline.
struct Lane
{
    QString node; ///< Node id; empty for the execution's own lane, which is always the first.
    std::optional<quint32> parent; ///< Lane of the node that fanned out into this one.
    int depth = 0; ///< 0 for the execution and for roots.

    [[nodiscard]] bool isExecution() const { return node.isEmpty(); }
    friend bool operator==(const Lane &, const Lane &) = default;
};

/// One lane for the execution, then one per node that has an event: each parent right before its children,
/// siblings by their first event (api-contract.md, "Step ids").
class TimelineLanes
{
public:
    TimelineLanes();
    /// `execution` names the nodes where executions/get has answered; else the step ids tell. Pure; any thread.
    TimelineLanes(const EventStream &stream, const std::optional<Execution> &execution);

    [[nodiscard]] const std::vector<Lane> &all() const { return m_lanes; }
    [[nodiscard]] quint32 count() const { return quint32(m_lanes.size()); }
    /// By the stream's step index; kNoStep and steps without an event belong to the execution.
    [[nodiscard]] quint32 laneOf(quint32 stepIndex) const
    {
        return stepIndex < m_laneOfStep.size() ? m_laneOfStep[stepIndex] : 0;
    }

private:
    std::vector<Lane> m_lanes;
    std::vector<quint32> m_laneOfStep;
};

} // namespace Gapline
