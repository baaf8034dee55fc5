// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/timetext.h"
#include "core/reconcile/causefinder.h"
#include "core/reconcile/outagefinder.h"
#include "core/reconcile/subscriptionlint.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

class QIODevice;

namespace Gapline {

/// Which findings a report lists; totals and coverage always speak of the whole. Empty sets list everything.
struct FindingFilter
{
    QSet<Verdict> events;
    QSet<RowVerdict> rows;

    [[nodiscard]] bool isAll() const { return events.isEmpty() && rows.isEmpty(); }
    [[nodiscard]] bool shows(Verdict verdict) const;
    [[nodiscard]] bool shows(RowVerdict verdict) const;
};

/// All that a report of one comparison says. Refers to input and result: keep them alive.
struct ReconcileReport
{
    const ReconcileInput &input;
    const Reconciliation &result;
    std::vector<Outage> outages;
    std::vector<Cause> causes;
    QList<SubscriptionProblem> subscriptionProblems;
    QStringList notRead; ///< Executions that are known, but of which nothing was scanned.
    std::vector<UnreadableRow> unreadable; ///< The first ones; totals.unreadableRows counts all.
    FindingFilter filter;
};

/// Finds outages, causes and subscription problems of a comparison.
[[nodiscard]] ReconcileReport makeReport(const ReconcileInput &input, const Reconciliation &result);

/// One event of a report, in the words of `reconcile --format json`.
struct EventFinding
{
    quint32 execution = 0;
    qsizetype event = 0; ///< Index in the stream.
    Verdict verdict = Verdict::Missed;
    qint64 attempts = 0; ///< Rows of the log that belong to the event.
    std::optional<int> attempt; ///< Number of the attempt that was acknowledged.
    std::optional<EpochMs> receivedAt; ///< When it was.
    qint64 duplicates = 0;
    std::optional<EpochMs> latestArrival; ///< Of a pending event: until when a retry may come.
};
[[nodiscard]] EventFinding
findingAt(const ReconcileReport &report, quint32 execution, qsizetype event);
/// Calls `visit` for every event that the filter shows, by execution and seq; false stops.
void visitFindings(const ReconcileReport &report,
                   const std::function<bool(const EventFinding &)> &visit);

/// Which executions were compared up to which cursor, fetched when; which were not read; the log's span, rows
/// that were not read, the subscription assumed. Plain text lines. "0 missed" is never shown without it
/// (reconcile.md, "What is said about the whole").
[[nodiscard]] QStringList coverageStatement(const ReconcileReport &report,
                                            TimeZoneChoice zone,
                                            Wording wording = Wording::English);

/// `reconcile --format json`: keys and their order as command-line.md states them, times in epoch ms. Written
/// piece by piece: memory does not grow with the number of events. Errors: FileUnwritable.
[[nodiscard]] Result<void> writeReconcileJson(const ReconcileReport &report, QIODevice &out);
/// One line per event, then one per row, then one with totals, outages, causes and coverage.
/// Errors: FileUnwritable.
[[nodiscard]] Result<void> writeReconcileNdjson(const ReconcileReport &report, QIODevice &out);
/// RFC 4180: executionId, seq, type, eventId, timestamp, time, verdict, attempts, attempt, receivedAt, delayMs,
/// duplicates, note. Rows that match no event have their line in the note; the coverage statement
/// follows as rows whose verdict is "(coverage)". Errors: FileUnwritable.
[[nodiscard]] Result<void> writeReconcileCsv(const ReconcileReport &report, QIODevice &out);

} // namespace Gapline
