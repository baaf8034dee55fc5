// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/receiver.h"
#include "core/reconcile/eventidentity.h"
#include "core/stream/eventstream.h"

#include <QSet>

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace Gapline {

/// One execution to compare, as the cache knows it.
struct ReconcileExecution
{
    DefinitionId definitionId;
    std::optional<qint64> definitionVersion;
    EventStreamPtr stream; ///< Never null.
    EventIdentity
        eventIds; ///< Empty: not read; then no conflict is found and rows join by seq alone.
};

struct ReconcileInput
{
    std::vector<ReconcileExecution> executions;
    QSet<ExecutionId> otherExecutions; ///< In the cache, but not to be compared now: never foreign.
    DeliveryTablePtr deliveries; ///< Never null.
    ReceiverProfile receiver;
};

/// Row index of "there is none".
inline constexpr quint32 kNoRow = std::numeric_limits<quint32>::max();

/// The verdict of one event and what it rests on.
struct EventVerdict
{
    Verdict verdict = Verdict::NotExpected;
    quint32 firstRow = 0; ///< Its rows: Reconciliation::matchedRows, from here...
    quint32 rowCount = 0; ///< ... so many, ordered by receivedAt, attempt, place in the log.
    quint32 decisiveRow = kNoRow; ///< The acknowledged row that made it delivered or late.
    quint32 duplicates = 0; ///< Acknowledged deliveries beyond the first.
};

struct RowFinding
{
    quint32 row = 0; ///< Of the DeliveryTable.
    RowVerdict verdict = RowVerdict::Foreign;
};

struct ReconcileTotals
{
    std::array<qint64, kVerdictCount> verdicts{};
    qint64 duplicate = 0;
    std::array<qint64, kRowVerdictCount> rows{};
    qint64 unreadableRows = 0;

    [[nodiscard]] qint64 of(Verdict verdict) const { return verdicts.at(size_t(verdict)); }
    [[nodiscard]] qint64 of(RowVerdict verdict) const { return rows.at(size_t(verdict)); }
    /// Every event that has a verdict.
    [[nodiscard]] qint64 expected() const;

    friend bool operator==(const ReconcileTotals &, const ReconcileTotals &) = default;
};

/// What was found for one execution, at the same index as in the input.
struct ExecutionFinding
{
    std::vector<EventVerdict> events; ///< Parallel to the stream's events.
    ReconcileTotals totals;
    qint64 internalSeqs = 0; ///< Scanned, no event: never expected.
    qint64 unknownSeqs = 0; ///< Not scanned: sync first.
};

/// The whole comparison. Refers to rows of the input's DeliveryTable by index.
struct Reconciliation
{
    std::vector<ExecutionFinding> executions;
    std::vector<quint32> matchedRows; ///< See EventVerdict.
    std::vector<RowFinding> rows; ///< Rows that match no expected event, in the log's order.
    ReconcileTotals totals;
    qint64 unknownSeqs = 0;
    qint64 rowsBeyondCoverage = 0; ///< Of a known execution, but at a seq that was not scanned.
    qint64 rowsOfOtherExecutions = 0; ///< See ReconcileInput::otherExecutions.
    LogSpan span; ///< As used: stated by the user or taken from the rows.
    bool isSpanStated = false; ///< Both ends were stated.
    std::optional<EpochMs> asOf; ///< As used. Absent when neither user nor log tells any time.
    RetrySchedule schedule;

    [[nodiscard]] std::span<const quint32> rowsOf(const EventVerdict &event) const
    {
        return std::span(matchedRows).subspan(event.firstRow, event.rowCount);
    }
};

/// Gives every expected event exactly one verdict (reconcile.md, "Verdict of each expected event"; H is
/// horizon(schedule)), and every row that matches none one of its own. Rows join by (executionId, seq), and by
/// event id where one of the two is not in the row. A row is evidence whenever it was received: `asOf` only
/// decides whether a retry may still come.
///
/// The log covers an event when the span holds its time and, where `asOf` lies behind the span's end, its whole
/// horizon too: a retry may have come after the log ended, so nothing is said (no-evidence).
/// An end of the span that is not stated is the first or last receivedAt of the log (of the events' own times,
/// where no row tells when it came), and the end reaches to `asOf` where that is stated.
///
/// Pure; thread: any. 10^6 events with 10^6 rows take less than a second.
[[nodiscard]] Reconciliation reconcile(const ReconcileInput &input);

/// True for a subscription that holds `type`: an empty one holds all.
[[nodiscard]] bool isSubscribed(const QStringList &subscription, QByteArrayView type);

} // namespace Gapline
