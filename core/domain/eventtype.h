// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <span>

namespace Gapline {

/// What an event means at a glance; decides colour and shape. Unknown is a normal value: the set of types is open.
enum class EventCategory : quint8
{
    Execution, ///< execution.dispatched, execution.completed
    Awaiting, ///< step.awaiting-approval
    Completed, ///< step.completed
    Failed, ///< step.failed, execution.failed
    Breached, ///< step.breached (an SLA ran out)
    Cancelled, ///< step.cancelled, execution.cancelled
    Group, ///< group.quorum-met
    Loop, ///< loop.iteration-started, loop.exhausted
    Unknown,
};
inline constexpr int kEventCategoryCount = 9;

/// One documented type (api-contract.md, "executions/getEvents").
struct EventType
{
    const char *name;
    EventCategory category;
    bool isExternal; ///< Returned by getEvents and sent as webhook. Internal ones only take a seq.
    bool endsExecution;
};

/// All 20 documented types: the 12 external ones first, then the 8 internal ones.
[[nodiscard]] std::span<const EventType> eventTypes();
[[nodiscard]] std::span<const EventType> externalEventTypes();
[[nodiscard]] std::span<const EventType> internalEventTypes();
/// nullptr for a type that is not documented: keep it under its own name.
[[nodiscard]] const EventType *findEventType(QByteArrayView name);
[[nodiscard]] EventCategory categoryOf(QByteArrayView name);
[[nodiscard]] bool endsExecution(QByteArrayView name);
/// Stable lower-case word for a category, for example "awaiting".
[[nodiscard]] QString categoryName(EventCategory category);

} // namespace Gapline
