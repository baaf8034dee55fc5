// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/eventtype.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

using enum EventCategory;

constexpr std::size_t kExternalCount = 12;

constexpr std::array kTypes{
    EventType{"execution.dispatched", Execution, true, false},
    EventType{"execution.completed", Execution, true, true},
    EventType{"execution.failed", Failed, true, true},
    EventType{"execution.cancelled", Cancelled, true, true},
    EventType{"step.awaiting-approval", Awaiting, true, false},
    EventType{"step.completed", Completed, true, false},
    EventType{"step.failed", Failed, true, false},
    EventType{"step.breached", Breached, true, false},
    EventType{"step.cancelled", Cancelled, true, false},
    EventType{"group.quorum-met", Group, true, false},
    EventType{"loop.iteration-started", Loop, true, false},
    EventType{"loop.exhausted", Loop, true, false},
    EventType{"step.scheduled", Unknown, false, false},
    EventType{"step.started", Unknown, false, false},
    EventType{"step.retried", Unknown, false, false},
    EventType{"step.resumed", Unknown, false, false},
    EventType{"step.response-recorded", Unknown, false, false},
    EventType{"step.overridden", Unknown, false, false},
    EventType{"parallel-group.completed", Unknown, false, false},
    EventType{"idempotency.suppressed", Unknown, false, false},
};

} // namespace

std::span<const EventType> eventTypes()
{
    return kTypes;
}

std::span<const EventType> externalEventTypes()
{
    return eventTypes().first(kExternalCount);
}

std::span<const EventType> internalEventTypes()
{
    return eventTypes().subspan(kExternalCount);
}

const EventType *findEventType(QByteArrayView name)
{
    const auto found = std::ranges::find_if(
        kTypes, [name](const EventType &type) { return name == QByteArrayView(type.name); });
    return found == kTypes.end() ? nullptr : &*found;
}

EventCategory categoryOf(QByteArrayView name)
{
    const EventType *type = findEventType(name);
    return type ? type->category : Unknown;
}

bool endsExecution(QByteArrayView name)
{
    const EventType *type = findEventType(name);
    return type && type->endsExecution;
}

QString categoryName(EventCategory category)
{
    switch (category) {
    case Execution:
        return QStringLiteral("execution");
    case Awaiting:
        return QStringLiteral("awaiting");
    case Completed:
        return QStringLiteral("completed");
    case Failed:
        return QStringLiteral("failed");
    case Breached:
        return QStringLiteral("breached");
    case Cancelled:
        return QStringLiteral("cancelled");
    case Group:
        return QStringLiteral("group");
    case Loop:
        return QStringLiteral("loop");
    case Unknown:
        break;
    }
    return QStringLiteral("other");
}

} // namespace Gapline
