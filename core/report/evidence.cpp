// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evidence.h"

#include "core/domain/displaytext.h"
#include "core/reconcile/retryhorizon.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Gapline {
namespace {

/// Said in the window alone: exports and the command line list facts instead, in English.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

constexpr size_t kMostRows = 12; ///< A row more often than that is said, not listed.

QString delayText(std::chrono::milliseconds delay)
{
    QString text = deltaText(delay);
    if (text.startsWith(u'+'))
        text.remove(0, 1);
    return text;
}

QString attemptText(const std::optional<int> &attempt)
{
    return attempt ? Words::tr(", on attempt %1").arg(*attempt) : QString();
}

QString timeText(const std::optional<EpochMs> &time, TimeZoneChoice zone)
{
    return time ? isoTime(*time, zone) : Words::tr("(not known)");
}

QString signatureInWords(SignatureVerdict verdict)
{
    switch (verdict) {
    case SignatureVerdict::Valid:
        return Words::tr("signature valid");
    case SignatureVerdict::Invalid:
        return Words::tr("signature invalid");
    case SignatureVerdict::Unverifiable:
    case SignatureVerdict::NotChecked:
        break;
    }
    return Words::tr("signature unverifiable");
}

QString rowInWords(const DeliveryTable &rows, qsizetype row, TimeZoneChoice zone)
{
    QStringList parts{rows.receivedAt(row) ? isoTime(*rows.receivedAt(row), zone)
                                           : Words::tr("no time")};
    if (const auto attempt = rows.attemptAt(row))
        parts.append(Words::tr("attempt %1").arg(*attempt));
    if (const auto status = rows.statusAt(row))
        parts.append(Words::tr("status %1").arg(*status));
    else
        parts.append(Words::tr("no status, so it counts as acknowledged"));
    const SignatureVerdict signature = rows.signatureAt(row);
    if (signature != SignatureVerdict::NotChecked)
        parts.append(signatureInWords(signature));
    if (signature == SignatureVerdict::Invalid && rows.documentedReceiverAccepts(row))
        parts.append(Words::tr("which the documented receiver would accept all the same"));
    return QStringLiteral("%1: %2").arg(placeOfRow(rows, row), parts.join(QStringLiteral(", ")));
}

/// What one event's verdict rests on, piece by piece.
class EventEvidence
{
public:
    EventEvidence(const Comparison &comparison, const EventFinding &finding, TimeZoneChoice zone)
        : m_comparison(comparison)
        , m_finding(finding)
        , m_zone(zone)
        , m_stream(*comparison.input().executions[finding.execution].stream)
        , m_t(m_stream.timeAt(finding.event))
    { }

    [[nodiscard]] QString sentence() const
    {
        const QString until = m_t ? isoTime(latestArrival(schedule(), *m_t), m_zone)
                                  : Words::tr("a time that cannot be told");
        switch (m_finding.verdict) {
        case Verdict::Delivered:
            return arrival(Words::tr("Reached the receiver"));
        case Verdict::Late:
            return arrival(Words::tr("Reached the receiver late:"));
        case Verdict::Rejected:
            return Words::tr("Reached the receiver, which never answered with success. Its "
                             "last retry ended by %1: dead-lettered.")
                .arg(until);
        case Verdict::Pending:
            return Words::tr("Not acknowledged yet. A retry can still arrive until %1.").arg(until);
        case Verdict::Missed:
            return Words::tr("Never reached the receiver. Its last retry ended by %1: "
                             "dead-lettered.")
                .arg(until);
        case Verdict::NotSubscribed:
            return Words::tr("Never sent: the receiver does not subscribe to %1. Its absence "
                             "is no loss.")
                .arg(displayText(type()));
        case Verdict::NoEvidence:
            return m_t ? Words::tr("Nothing can be said: the log does not cover this event.")
                       : Words::tr("Nothing can be said: the API sent no time for this event.");
        case Verdict::NotExpected:
            break;
        }
        return Words::tr("Internal events are never sent as webhooks.");
    }

    [[nodiscard]] QList<Evidence> all() const
    {
        QList<Evidence> list = rows();
        list.append({Words::tr("Horizon"), horizonText()});
        list.append({Words::tr("Log span"), spanText()});
        list.append({Words::tr("Subscription"), subscriptionText()});
        for (const Outage &outage : m_comparison.report().outages) {
            if (hasFailed() && m_t && *m_t >= outage.from && *m_t <= outage.to)
                list.append({Words::tr("Outage"),
                             outageInWords(outage, schedule(), m_zone, Wording::Window)});
        }
        return list;
    }

private:
    [[nodiscard]] const RetrySchedule &schedule() const { return m_comparison.result().schedule; }
    [[nodiscard]] QString type() const
    {
        return QString::fromUtf8(m_stream.typeAt(m_finding.event));
    }
    [[nodiscard]] bool hasFailed() const
    {
        return m_finding.verdict == Verdict::Missed || m_finding.verdict == Verdict::Late
            || m_finding.verdict == Verdict::Rejected || m_finding.verdict == Verdict::Pending;
    }

    [[nodiscard]] QString arrival(const QString &begin) const
    {
        const QString when = m_finding.receivedAt && m_t
            ? Words::tr(" %1 after the event").arg(delayText(*m_finding.receivedAt - *m_t))
            : m_finding.receivedAt ? Words::tr(" at %1").arg(isoTime(*m_finding.receivedAt, m_zone))
                                   : Words::tr(" at a time that the log does not tell");
        QString text = begin + when + attemptText(m_finding.attempt) + u'.';
        if (m_finding.duplicates == 1)
            text += Words::tr(" It was acknowledged once more after that.");
        else if (m_finding.duplicates > 1)
            text += Words::tr(" It was acknowledged %1 times more.").arg(m_finding.duplicates);
        return text;
    }

    [[nodiscard]] QList<Evidence> rows() const
    {
        const Reconciliation &result = m_comparison.result();
        const DeliveryTable &table = *m_comparison.input().deliveries;
        const auto &event = result.executions[m_finding.execution].events[size_t(m_finding.event)];
        const auto found = result.rowsOf(event);
        QList<Evidence> list;
        for (size_t i = 0; i < std::min(found.size(), kMostRows); ++i) {
            list.append({Words::tr("Log row"),
                         rowInWords(table, found[i], m_zone)
                             + (found[i] == event.decisiveRow ? Words::tr(" ← decides the verdict")
                                                              : QString())});
        }
        if (found.size() > kMostRows)
            list.append(
                {Words::tr("Log row"), Words::tr("and %1 more").arg(found.size() - kMostRows)});
        if (!found.empty())
            return list;
        QStringList files;
        for (const DeliveryFile &file : table.files())
            files.append((file.rows == 1 ? Words::tr("%1 (%2 row)") : Words::tr("%1 (%2 rows)"))
                             .arg(displayText(QFileInfo(file.name).fileName(), 80))
                             .arg(file.rows));
        list.append({Words::tr("Log rows"),
                     Words::tr("none for this event in %1").arg(files.join(QStringLiteral(", ")))});
        return list;
    }

    [[nodiscard]] QString horizonText() const
    {
        if (!m_t)
            return Words::tr("The API sent no time for this event, so nobody can tell when "
                             "its last retry ended.");
        const EpochMs latest = latestArrival(schedule(), *m_t);
        const qint64 ms = horizon(schedule()).count();
        const QString seconds =
            ms % 1000 == 0 ? QString::number(ms / 1000) : QString::number(double(ms) / 1000);
        const auto &asOf = m_comparison.result().asOf;
        QString text = QStringLiteral("%1 + %2 s = %3 (%4).")
                           .arg(isoTime(*m_t, m_zone),
                                seconds,
                                isoTime(latest, m_zone),
                                scheduleInWords(schedule(), Wording::Window));
        if (asOf) {
            text += *asOf < latest
                ? Words::tr(" As of %1 that is still to come.").arg(isoTime(*asOf, m_zone))
                : Words::tr(" As of %1 that is over.").arg(isoTime(*asOf, m_zone));
        }
        return text;
    }

    [[nodiscard]] QString spanText() const
    {
        const Reconciliation &result = m_comparison.result();
        QString text =
            Words::tr("%1 to %2 (%3)")
                .arg(timeText(result.span.from, m_zone),
                     timeText(result.span.to, m_zone),
                     result.isSpanStated ? Words::tr("stated") : Words::tr("from its rows"));
        if (!m_t)
            return text;
        if (result.span.from && *m_t < *result.span.from)
            text += Words::tr("; the event lies before it");
        else if (result.span.to && latestArrival(schedule(), *m_t) > *result.span.to)
            text += Words::tr("; a retry may have come after it");
        return text;
    }

    [[nodiscard]] QString subscriptionText() const
    {
        const ReceiverProfile &receiver = m_comparison.input().receiver;
        if (receiver.ownWebhook.contains(m_stream.executionId()))
            return Words::tr("all types: this execution was dispatched with a webhook of its "
                             "own (stated)");
        if (receiver.subscribedTypes.isEmpty())
            return Words::tr("all types (assumed: the API does not tell)");
        const QString list = receiver.subscribedTypes.join(QStringLiteral(", "));
        return isSubscribed(receiver.subscribedTypes, m_stream.typeAt(m_finding.event))
            ? Words::tr("holds %1 (stated: %2)").arg(displayText(type()), displayText(list))
            : Words::tr("does not hold %1 (stated: %2)")
                  .arg(displayText(type()), displayText(list));
    }

    const Comparison &m_comparison;
    const EventFinding &m_finding;
    const TimeZoneChoice m_zone;
    const EventStream &m_stream;
    const std::optional<EpochMs> m_t; ///< Nothing when the API sent none.
};

} // namespace

QString placeOfRow(const DeliveryTable &rows, qsizetype row)
{
    const QString name = rows.files().at(size_t(rows.fileAt(row))).name;
    return Words::tr("%1, line %2")
        .arg(displayText(QFileInfo(name).fileName(), 80), QString::number(rows.lineAt(row)));
}

QString
verdictInWords(const Comparison &comparison, const EventFinding &finding, TimeZoneChoice zone)
{
    return EventEvidence(comparison, finding, zone).sentence();
}

QList<Evidence>
evidenceOf(const Comparison &comparison, const EventFinding &finding, TimeZoneChoice zone)
{
    return EventEvidence(comparison, finding, zone).all();
}

QString rowVerdictInWords(const Comparison &comparison, const RowFinding &finding)
{
    const DeliveryTable &rows = *comparison.input().deliveries;
    const bool isNamed = !rows.executions().at(rows.executionIndexAt(finding.row)).isEmpty();
    switch (finding.verdict) {
    case RowVerdict::Foreign:
        return isNamed ? Words::tr("Its execution is not in the cache: sync it to compare it.")
                       : Words::tr("The row names no execution, and no cached event has its "
                                   "event id.");
    case RowVerdict::Unexpected:
        return Words::tr("The execution is known, but the API has no such event: it is hidden, "
                         "or was never issued.");
    case RowVerdict::Conflict:
        return Words::tr("The API has another event id at this seq.");
    case RowVerdict::Forged:
        break;
    }
    return Words::tr("The API has no such event, and the signature is invalid: whoever sent it "
                     "does not know the secret.");
}

QList<Evidence>
evidenceOf(const Comparison &comparison, const RowFinding &finding, TimeZoneChoice zone)
{
    const DeliveryTable &rows = *comparison.input().deliveries;
    const QByteArray &execution = rows.executions().at(rows.executionIndexAt(finding.row));
    const auto seq = rows.seqAt(finding.row);
    QList<Evidence> list{{Words::tr("Log row"), rowInWords(rows, finding.row, zone)}};
    list.append({Words::tr("Execution"),
                 execution.isEmpty() ? Words::tr("(not in the row)")
                                     : displayText(QString::fromUtf8(execution))});
    list.append(
        {Words::tr("Seq"), seq ? QString::number(seq->value) : Words::tr("(not in the row)")});
    if (!rows.typeAt(finding.row).isEmpty())
        list.append({Words::tr("Type"), displayText(QString::fromUtf8(rows.typeAt(finding.row)))});
    if (!rows.eventIdAt(finding.row).isEmpty())
        list.append({Words::tr("Event id in the log"),
                     displayText(QString::fromUtf8(rows.eventIdAt(finding.row)))});
    const auto index = comparison.indexOf(ExecutionId(QString::fromUtf8(execution)));
    if (finding.verdict != RowVerdict::Conflict || !index || !seq)
        return list;
    const ReconcileExecution &known = comparison.input().executions[*index];
    const auto event = known.stream->indexOf(*seq);
    if (event && *event < known.eventIds.count())
        list.append({Words::tr("Event id at the API"),
                     displayText(QString::fromUtf8(known.eventIds.at(*event)))});
    return list;
}

} // namespace Gapline
