// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/event.h"
#include "core/domain/stringtable.h"

#include <vector>

namespace Gapline {

/// One answer of executions/getEvents, parsed (api-contract.md, "executions/getEvents"). It has scanned
/// (sinceSeq, nextCursor]. Raw event bytes are slices of `body`, byte for byte as the server sent them.
struct EventPage
{
    ExecutionId
        executionId; ///< As the answer names it; pagingrules compares it with the one asked for.
    Seq sinceSeq; ///< As asked.
    Seq nextCursor; ///< For a legacy answer without one: the last event's seq.
    bool hasMore = false;
    bool isLegacy = false; ///< The answer held `events` only (older servers).
    std::vector<EventColumns>
        events; ///< In the server's order; pagingrules checks that it ascends.
    StringTable types;
    StringTable steps;
    QByteArray body;

    [[nodiscard]] QByteArrayView raw(const EventColumns &event) const
    {
        return QByteArrayView(body).sliced(event.rawOffset, event.rawLength);
    }
};

} // namespace Gapline
