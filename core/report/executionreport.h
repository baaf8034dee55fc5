// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rowexport.h"
#include "core/report/streamdeliveries.h"

namespace Gapline {

/// What a report of one execution is made of: snapshots, so that it may be written on any thread.
struct ExecutionReport
{
    EventStreamPtr stream; ///< Never null.
    std::optional<Execution> execution; ///< With steps, once executions/get has answered.
    std::optional<Definition> definition;
    StreamDeliveriesPtr
        deliveries; ///< Null without a comparison: nothing is said of webhooks then.
    QByteArray timeline; ///< An svg element to stand in the page; empty: none.
    TimeZoneChoice zone = TimeZoneChoice::Utc;
    EpochMs writtenAt;
    qint64 mostEvents =
        10'000; ///< Listed; the report says how many there are and where the rest is.
    qint64 mostGaps = 2'000;
    bool includesData = true; ///< What events hold, cut after 512 characters.
};

/// One execution as one HTML file to hand on: facts, coverage, timeline, webhooks with their coverage statement, steps,
/// gaps, events. No scripts, nothing loaded from elsewhere, every text from outside escaped and made visible; values of
/// members that may be secrets are masked (maskedJson()). Also well-formed XML. Its words can be translated. Gives the
/// number of events listed. Same contract as exportRows().
[[nodiscard]] Result<qint64> writeExecutionReport(const ExecutionReport &report,
                                                  const PayloadSource &payloads,
                                                  QIODevice &out,
                                                  const KeepGoing &keepGoing = {});

/// The rows that it lists: events and the gaps between them, up to mostEvents.
[[nodiscard]] StreamRows rowsOf(const ExecutionReport &report);

} // namespace Gapline
