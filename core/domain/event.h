// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QFlags>

#include <limits>

namespace Gapline {

/// What the audit has to say about one event beside its content.
enum class EventFlag : quint8
{
    MalformedPayload = 0x01, ///< Frame sound, payload not readable as JSON; the raw bytes are kept.
    AppearedLate = 0x02, ///< Became visible inside a range that had been scanned before.
    Conflict = 0x04, ///< The API later returned other content for this seq; every version is kept.
    Damaged = 0x08, ///< The cache's checksum over the event failed: not to be trusted, fetch again.
    NoTimestamp = 0x10, ///< None was sent; the column holds 0, which is no time to show.
    Gone = 0x20, ///< Its seq was scanned again and the API did not return it; the evidence is kept.
};
Q_DECLARE_FLAGS(EventFlags, EventFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(EventFlags)

/// stepIndex of an event whose stepId is null or absent.
inline constexpr quint32 kNoStep = std::numeric_limits<quint32>::max();

/// The columns of one event: what lists, filters and the timeline need without touching its JSON.
/// Type and step are indexes into the string tables of the page or stream that holds the event.
struct EventColumns
{
    Seq seq;
    EpochMs timestamp; ///< 1970 with EventFlag::NoTimestamp: see there.
    quint32 typeIndex = 0;
    quint32 stepIndex = kNoStep;
    quint32 rawOffset = 0; ///< Of the event's JSON object, in bytes, inside the body that holds it.
    quint32 rawLength = 0;
    EventFlags flags;
};

/// The fields of one event that only its JSON holds, read on demand for detail views and exports
/// (api-contract.md, "Event").
struct EventFields
{
    EventId eventId;
    QString correlationId;
    QByteArray data; ///< Raw JSON text of `data`; empty when null or absent.
};

/// What the API answered for one seq at another time than the event that stands in the stream.
struct EventVersion
{
    EpochMs seenAt; ///< For the first time.
    QByteArray content; ///< Empty: the seq was scanned and this event was not returned.
    bool isDamaged =
        false; ///< The cache's checksum over it failed: `content` is empty, and says nothing.

    [[nodiscard]] bool isAbsence() const { return content.isEmpty() && !isDamaged; }
};

} // namespace Gapline
