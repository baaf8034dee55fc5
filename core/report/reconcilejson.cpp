// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/retryhorizon.h"
#include "core/report/jsonline.h"
#include "core/report/piecewriter.h"
#include "core/report/reconcilereport.h"

namespace Gapline {
namespace {

std::optional<qint64> ms(const std::optional<EpochMs> &time)
{
    return time ? std::optional(toEpochMs(*time)) : std::nullopt;
}

QString text(QLatin1String name)
{
    return QString(name);
}

void addTotals(JsonLine &json, const ReconcileTotals &totals)
{
    json.key("totals");
    json.beginObject();
    json.member("expected", totals.expected());
    for (const Verdict verdict : kVerdicts)
        json.member(verdictName(verdict).data(), totals.of(verdict));
    json.member("duplicate", totals.duplicate);
    for (int i = 0; i < kRowVerdictCount; ++i)
        json.member(rowVerdictName(RowVerdict(i)).data(), totals.of(RowVerdict(i)));
    json.member("unreadableRows", totals.unreadableRows);
    json.endObject();
}

void addSchedule(JsonLine &json, const RetrySchedule &schedule)
{
    json.key("schedule");
    json.beginObject();
    json.member("name", schedule.name);
    json.key("attemptsMs");
    json.beginArray();
    for (const auto offset : schedule.offsets)
        json.value(qint64(offset.count()));
    json.endArray();
    json.member("timeoutMs", qint64(schedule.timeout.count()));
    json.member("horizonMs", qint64(horizon(schedule).count()));
    json.endObject();
}

void addEvent(JsonLine &json,
              const ReconcileReport &report,
              const EventFinding &finding,
              bool isAlone)
{
    const ReconcileExecution &execution = report.input.executions[finding.execution];
    const EventStream &stream = *execution.stream;
    const bool hasId = finding.event < execution.eventIds.count()
        && !execution.eventIds.at(finding.event).isEmpty();
    const std::optional<EpochMs> t = stream.timeAt(finding.event);
    json.beginObject();
    if (isAlone)
        json.member("executionId", stream.executionId().text());
    json.member("seq", stream.seqAt(finding.event).value);
    json.member("type", QString::fromUtf8(stream.typeAt(finding.event)));
    json.member("eventId",
                hasId ? std::optional(QString::fromUtf8(execution.eventIds.at(finding.event)))
                      : std::nullopt);
    json.member("timestamp", ms(t));
    json.member("verdict", text(verdictName(finding.verdict)));
    json.member("attempts", finding.attempts);
    json.member("receivedAt", ms(finding.receivedAt));
    json.member("delayMs",
                finding.receivedAt && t ? std::optional(qint64((*finding.receivedAt - *t).count()))
                                        : std::nullopt);
    json.member("duplicates", finding.duplicates);
    json.endObject();
}

void addRow(JsonLine &json, const ReconcileReport &report, const RowFinding &finding)
{
    const DeliveryTable &rows = *report.input.deliveries;
    const QByteArray &execution = rows.executions().at(rows.executionIndexAt(finding.row));
    const auto seq = rows.seqAt(finding.row);
    json.beginObject();
    json.member("line", rows.lineAt(finding.row));
    json.member("verdict", text(rowVerdictName(finding.verdict)));
    json.member("executionId",
                execution.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(execution)));
    json.member("seq", seq ? std::optional(seq->value) : std::nullopt);
    json.endObject();
}

void addOutages(JsonLine &json, const ReconcileReport &report)
{
    json.key("outages");
    json.beginArray();
    for (const Outage &outage : report.outages) {
        json.beginObject();
        json.member("from", toEpochMs(outage.from));
        json.member("to", toEpochMs(outage.to));
        json.member("missed", outage.missed);
        json.member("late", outage.late);
        json.member("pending", outage.pending);
        json.member("executions", qint64(outage.executions.size()));
        json.endObject();
    }
    json.endArray();
}

void addCauses(JsonLine &json, const ReconcileReport &report)
{
    json.key("causes");
    json.beginArray();
    for (const Cause &cause : report.causes) {
        json.beginObject();
        json.member("kind", text(causeName(cause.kind)));
        json.member("subject", cause.subject);
        json.member("fromVersion", cause.fromVersion);
        json.member("from", ms(cause.from));
        json.member("count", cause.count);
        json.member("evidence", evidenceInWords(cause));
        json.endObject();
    }
    for (const SubscriptionProblem &problem : report.subscriptionProblems) {
        json.beginObject();
        json.member("kind", QStringLiteral("subscription-name"));
        json.member("subject", problem.name);
        json.key("fromVersion");
        json.null();
        json.key("from");
        json.null();
        json.member("count", report.result.totals.of(Verdict::NotSubscribed));
        json.member("evidence", problemInWords(problem));
        json.endObject();
    }
    json.endArray();
}

void addCoverageOf(JsonLine &json, const EventStream &stream, const ExecutionFinding &finding)
{
    const StreamState &state = stream.state();
    json.beginObject();
    json.member("executionId", stream.executionId().text());
    json.member("cursor", state.cursor.value);
    json.member("complete", state.isComplete);
    json.key("scanned");
    json.beginArray();
    for (const SeqRange &range : state.coverage.ranges()) {
        json.beginArray();
        json.value(range.first.value);
        json.value(range.last.value);
        json.endArray();
    }
    json.endArray();
    json.member("unknown", finding.unknownSeqs);
    json.member("fetchedAt", ms(state.fetchedAt));
    json.endObject();
}

void addTexts(JsonLine &json, QByteArrayView key, const QStringList &texts)
{
    json.key(key);
    json.beginArray();
    for (const QString &item : texts)
        json.value(item);
    json.endArray();
}

void addFiles(JsonLine &json, const ReconcileReport &report)
{
    json.key("files");
    json.beginArray();
    for (const DeliveryFile &file : report.input.deliveries->files()) {
        json.beginObject();
        json.member("file", file.name);
        json.member("format", file.format);
        json.member("rows", file.rows);
        json.member("accepted", file.accepted);
        json.member("rejected", file.rejected);
        json.member("repeated", file.repeated);
        json.member("timesUnread", file.timesUnread);
        json.endObject();
    }
    json.endArray();
    json.key("unreadable");
    json.beginArray();
    for (const UnreadableRow &row : report.unreadable) {
        json.beginObject();
        json.member("file", row.file);
        json.member("line", row.line);
        json.member("reason", row.reason);
        json.endObject();
    }
    json.endArray();
}

void addCoverage(JsonLine &json, const ReconcileReport &report)
{
    const Reconciliation &result = report.result;
    const ReceiverProfile &receiver = report.input.receiver;
    json.key("coverage");
    json.beginObject();
    json.key("executions");
    json.beginArray();
    for (size_t i = 0; i < result.executions.size(); ++i)
        addCoverageOf(json, *report.input.executions[i].stream, result.executions[i]);
    json.endArray();
    addTexts(json, "notRead", report.notRead);
    json.member("unknownSeqs", result.unknownSeqs);
    json.member("rowsBeyondCoverage", result.rowsBeyondCoverage);
    json.member("rowsOfOtherExecutions", result.rowsOfOtherExecutions);
    addFiles(json, report);
    json.member("spanStated", result.isSpanStated);
    if (receiver.subscribedTypes.isEmpty()) {
        json.key("subscribed");
        json.null();
    } else {
        addTexts(json, "subscribed", receiver.subscribedTypes);
    }
    QStringList overrides;
    for (const ExecutionId &id : receiver.ownWebhook)
        overrides.append(id.text());
    overrides.sort();
    addTexts(json, "overrides", overrides);
    json.member("lateMs", qint64(receiver.lateThreshold.count()));
    json.endObject();
}

void addExecutions(PieceWriter &out, const ReconcileReport &report)
{
    for (size_t i = 0; i < report.result.executions.size(); ++i) {
        const auto &events = report.result.executions[i].events;
        JsonLine head;
        head.beginObject();
        head.member("executionId", report.input.executions[i].stream->executionId().text());
        addTotals(head, report.result.executions[i].totals);
        head.key("events");
        out.add((i > 0 ? "," : "") + head.text() + '[');
        bool isFirst = true;
        for (size_t event = 0; event < events.size(); ++event) {
            if (!report.filter.shows(events[event].verdict))
                continue;
            JsonLine json;
            addEvent(json, report, findingAt(report, quint32(i), qsizetype(event)), false);
            out.add((isFirst ? "" : ",") + json.text());
            isFirst = false;
        }
        out.add(QByteArrayLiteral("]}"));
    }
}

void addRows(PieceWriter &out, const ReconcileReport &report)
{
    bool isFirst = true;
    for (const RowFinding &finding : report.result.rows) {
        if (!report.filter.shows(finding.verdict))
            continue;
        JsonLine json;
        addRow(json, report, finding);
        out.add((isFirst ? "" : ",") + json.text());
        isFirst = false;
    }
}

void addFrame(JsonLine &json, const ReconcileReport &report)
{
    const Reconciliation &result = report.result;
    json.member("asOf", ms(result.asOf));
    json.key("span");
    json.beginArray();
    for (const auto &end : {result.span.from, result.span.to}) {
        if (end)
            json.value(toEpochMs(*end));
        else
            json.null();
    }
    json.endArray();
    addSchedule(json, result.schedule);
    addTotals(json, result.totals);
}

} // namespace

Result<void> writeReconcileJson(const ReconcileReport &report, QIODevice &device)
{
    PieceWriter out(device);
    JsonLine head;
    head.beginObject();
    addFrame(head, report);
    head.key("executions");
    out.add(head.text() + '[');
    addExecutions(out, report);
    out.add(QByteArrayLiteral("],\"rows\":["));
    addRows(out, report);
    out.add(QByteArrayLiteral("]"));
    JsonLine tail;
    tail.beginObject();
    addOutages(tail, report);
    addCauses(tail, report);
    addCoverage(tail, report);
    tail.endObject();
    // The head opened the object that the tail closes.
    out.add(',' + tail.text().sliced(1) + '\n');
    return out.finish();
}

Result<void> writeReconcileNdjson(const ReconcileReport &report, QIODevice &device)
{
    PieceWriter out(device);
    visitFindings(report, [&](const EventFinding &finding) {
        JsonLine json;
        addEvent(json, report, finding, true);
        out.add(json.text() + '\n');
        return true;
    });
    for (const RowFinding &finding : report.result.rows) {
        if (!report.filter.shows(finding.verdict))
            continue;
        JsonLine json;
        addRow(json, report, finding);
        out.add(json.text() + '\n');
    }
    JsonLine json;
    json.beginObject();
    addFrame(json, report);
    addOutages(json, report);
    addCauses(json, report);
    addCoverage(json, report);
    json.endObject();
    out.add(json.text() + '\n');
    return out.finish();
}

} // namespace Gapline
