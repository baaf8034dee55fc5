// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/synccommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/fleetrun.h"
#include "app/cli/output.h"
#include "app/cli/syncbatch.h"
#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"
#include "core/report/csvcell.h"
#include "core/report/jsonline.h"

#include <algorithm>

namespace Gapline {
namespace {

/// "complete", "cancelled" or "failed".
QString statusOf(const SyncOutcome &outcome)
{
    if (!outcome.error)
        return QStringLiteral("complete");
    return outcome.error->isCancelled() ? QStringLiteral("cancelled") : QStringLiteral("failed");
}

void addError(JsonLine &json, const std::optional<Error> &error)
{
    json.key("error");
    if (!error) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("id", error->textId());
    json.member("message", error->message);
    json.member("details", error->details);
    json.member("exitStatus", qint64(error->exitStatus()));
    json.endObject();
}

QByteArray jsonOf(const SyncOutcome &outcome)
{
    const SyncProgress &progress = outcome.progress;
    JsonLine json;
    json.beginObject();
    json.member("executionId", progress.executionId.text());
    json.member("status", statusOf(outcome));
    json.member("requests", qint64(progress.requests));
    json.member("received", progress.received);
    json.member("new", progress.newEvents);
    json.member("events", outcome.storedEvents);
    json.member("cursor", progress.cursor.value);
    json.member("complete", progress.isComplete);
    json.key("violations");
    json.beginArray();
    for (const QString &violation : outcome.violations)
        json.value(violation);
    json.endArray();
    addError(json, outcome.error);
    json.endObject();
    return json.text() + '\n';
}

QStringList cellsOf(const SyncOutcome &outcome)
{
    const SyncProgress &progress = outcome.progress;
    return {progress.executionId.text(),
            statusOf(outcome),
            QString::number(progress.requests),
            QString::number(progress.received),
            QString::number(progress.newEvents),
            QString::number(outcome.storedEvents),
            QString::number(progress.cursor.value),
            progress.isComplete ? QStringLiteral("true") : QStringLiteral("false"),
            outcome.violations.join(QStringLiteral("; ")),
            outcome.error ? outcome.error->textId() : QString()};
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArrayList line;
    for (const QString &cell : cells)
        line << csvCell(cell.toUtf8(), CellSafety::Neutralised);
    return line.join(',') + "\r\n";
}

QByteArray tableOf(const QList<QStringList> &rows, std::optional<int> columns)
{
    return formatTable({{QStringLiteral("EXECUTION"), false, true},
                        {QStringLiteral("STATUS")},
                        {QStringLiteral("REQUESTS"), true},
                        {QStringLiteral("RECEIVED"), true},
                        {QStringLiteral("NEW"), true},
                        {QStringLiteral("EVENTS"), true},
                        {QStringLiteral("CURSOR"), true},
                        {QStringLiteral("COMPLETE")},
                        {QStringLiteral("VIOLATIONS")},
                        {QStringLiteral("ERROR")}},
                       rows,
                       columns);
}

/// Writes outcomes as they come, but for tables, whose widths need all of them.
class SyncReport
{
public:
    SyncReport(QString format, Output &output)
        : m_format(std::move(format))
        , m_output(output)
    { }

    void begin()
    {
        if (m_format == QLatin1String("csv"))
            write("executionId,status,requests,received,new,events,cursor,complete,violations,"
                  "error\r\n");
    }

    void add(const SyncOutcome &outcome)
    {
        if (m_format == QLatin1String("table"))
            m_rows << cellsOf(outcome);
        else if (m_format == QLatin1String("csv"))
            write(csvLine(cellsOf(outcome)));
        else
            write(jsonOf(outcome));
    }

    Result<void> finish()
    {
        if (m_format == QLatin1String("table"))
            write(tableOf(m_rows, m_output.columns()));
        return m_written ? m_output.finish() : m_written;
    }

private:
    void write(const QByteArray &bytes)
    {
        if (m_written)
            m_written = m_output.write(bytes);
    }

    QString m_format;
    Output &m_output;
    QList<QStringList> m_rows;
    Result<void> m_written;
};

Result<QList<ExecutionId>> askedFor(const Arguments &arguments)
{
    const bool isAll = arguments.has(QLatin1String("all"));
    const auto executions = executionsFrom(arguments);
    if (!executions)
        return executions;
    if (isAll && !executions->isEmpty())
        return usageError(QStringLiteral("--all and execution ids exclude each other."));
    if (!isAll && executions->isEmpty())
        return usageError(QStringLiteral("Name one or more executions, or use --all."));
    return executions;
}

/// Refused credentials and an interrupt end all executions alike: they are said once.
void showOnce(Console &console, const SyncOutcome &outcome, const QString &name, bool isKnown)
{
    Error error = *outcome.error;
    const bool isCommon = error.isCancelled() || error.exitStatus() == ExitStatus::Credentials;
    if (isCommon && isKnown)
        return;
    if (!isCommon)
        error.message = name + error.message;
    console.showError(error);
}

Result<ExitStatus> syncAndReport(const SyncRequest &request,
                                 const QString &format,
                                 const Arguments &arguments,
                                 CliContext &context,
                                 Session &session)
{
    auto output = Output::open(arguments, context.console());
    if (!output)
        return Failure(output.error());
    const bool isAll = arguments.has(QLatin1String("all"));
    SyncReport report(format, **output);
    report.begin();
    int worst = int(ExitStatus::Done);
    qsizetype reported = 0;
    const auto take = [&](const SyncOutcome &outcome) {
        ++reported;
        const qsizetype several = isAll ? 2 : request.executionIds.size();
        const QString name = nameAmong(several, outcome.progress.executionId);
        if (outcome.error) {
            const int status = int(outcome.error->exitStatus());
            showOnce(context.console(), outcome, name, status == worst);
            worst = std::max(worst, status);
        }
        warnOf(context.console(), outcome, name);
        if (!outcome.verified.isEmpty())
            context.console().warn(outcome.progress.executionId.text() + QStringLiteral(": ")
                                   + outcome.verified);
        report.add(outcome);
    };
    if (isAll) {
        FleetRun fleet(
            session.connection(), context, {request.pageSize, request.since, request.verifies});
        const FleetOutcome outcome = fleet.run(take);
        if (outcome.error && reported == 0)
            return Failure(*outcome.error);
        if (outcome.error)
            worst = std::max(worst, int(outcome.error->exitStatus()));
    } else {
        SyncBatch batch(session.connection(), context, request);
        batch.run(take);
    }
    if (const Result<void> finished = report.finish(); !finished)
        return Failure(finished.error());
    return ExitStatus(worst);
}

} // namespace

SyncCommand::SyncCommand()
    : SessionCommand(
        {QStringLiteral("sync"),
         QStringLiteral("EXECUTION... | --all"),
         QStringLiteral("Bring executions into the cache, resuming where the last sync ended"),
         QStringLiteral(
             "Each page is stored with the range that it scanned, so an interrupted "
             "sync loses nothing. One result per execution, in the order given; its "
             "status is complete, failed or cancelled. With several executions the "
             "highest exit status among them is given.\n\n"
             "--all lists the executions first, and then fetches those that are new, "
             "running or changed, newest first. One that is over, and whose events are "
             "all in the cache, is not fetched again: it is complete with 0 requests.\n\n"
             "--verify reads from seq 0 again, beside what the cache holds, and names "
             "every difference among the violations: changed content (all versions are "
             "kept), events that are gone (kept and marked), events that appeared late, "
             "and coverage that the API no longer reaches. Changed and gone events are "
             "exit status 6.\n\n"
             "json and ndjson are the same: one object a line. Without --format, "
             "results that do not go to a terminal are json.")},
        fourFormats(),
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> SyncCommand::ownOptions() const
{
    return QList<QCommandLineOption>{
               QCommandLineOption(QStringLiteral("all"),
                                  QStringLiteral("Every execution that executions/list names.")),
               QCommandLineOption(QStringLiteral("verify"),
                                  QStringLiteral("Read everything again and compare it with the "
                                                 "cache."))}
    + QList<QCommandLineOption>{sinceSeqOption(), pageSizeOption()} + outputOptions(formats());
}

Result<SessionCommand::Work> SyncCommand::prepare(const Arguments &arguments,
                                                  const SharedChoices &shared,
                                                  CliContext &context) const
{
    const auto executions = askedFor(arguments);
    if (!executions)
        return Failure(executions.error());
    const bool verifies = arguments.has(QLatin1String("verify"));
    if (verifies && shared.since)
        return usageError(QStringLiteral("--verify reads from 0; --since-seq has no place there."));
    const SyncRequest request{*executions, shared.pageSize, shared.since, verifies};
    return [=, &arguments, &context](Session &session) {
        return syncAndReport(request, shared.format, arguments, context, session);
    };
}

} // namespace Gapline
