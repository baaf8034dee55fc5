// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listcommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/output.h"
#include "app/cli/tableformatter.h"
#include "core/report/csvcell.h"
#include "core/report/jsonline.h"

#include <QSet>

#include <algorithm>

namespace Gapline {
namespace {

bool isCached(const CachedExecution &execution)
{
    return execution.stream.fetchedAt.has_value();
}

std::optional<qint64> msOf(const std::optional<EpochMs> &time)
{
    return time ? std::optional(toEpochMs(*time)) : std::nullopt;
}

std::optional<QString> textOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<qint64> ifCached(const CachedExecution &execution, qint64 number)
{
    return isCached(execution) ? std::optional(number) : std::nullopt;
}

QByteArray jsonOf(const CachedExecution &cached)
{
    const Execution &execution = cached.execution;
    JsonLine json;
    json.beginObject();
    json.member("executionId", execution.executionId.text());
    json.member("status", textOf(execution.status));
    json.member("startedAt", msOf(execution.startedAt));
    json.member("completedAt", msOf(execution.completedAt));
    json.member("cancelledAt", msOf(execution.cancelledAt));
    json.member("definitionId", textOf(execution.definitionId.text()));
    json.member("definitionVersion", execution.definitionVersion);
    json.member("correlationId", textOf(execution.correlationId));
    json.member("cached", isCached(cached));
    json.member("events", ifCached(cached, cached.eventCount));
    json.member("internal", ifCached(cached, cached.internalSeqs));
    json.member("cursor", ifCached(cached, cached.stream.coverage.last().value));
    json.member("complete", isCached(cached) && cached.stream.knownEnd);
    json.endObject();
    return json.text();
}

QByteArray numberCell(const std::optional<qint64> &number)
{
    return number ? QByteArray::number(*number) : QByteArray();
}

QByteArray csvOf(const QList<CachedExecution> &executions)
{
    const auto cell = [](const QString &text) {
        return csvCell(text.toUtf8(), CellSafety::Neutralised);
    };
    QByteArray text = QByteArrayLiteral(
        "executionId,status,startedAt,completedAt,cancelledAt,definitionId,definitionVersion,"
        "correlationId,cached,events,internal,cursor,complete\r\n");
    for (const CachedExecution &cached : executions) {
        const Execution &execution = cached.execution;
        const QByteArrayList cells{
            cell(execution.executionId.text()),
            cell(execution.status),
            numberCell(msOf(execution.startedAt)),
            numberCell(msOf(execution.completedAt)),
            numberCell(msOf(execution.cancelledAt)),
            cell(execution.definitionId.text()),
            numberCell(execution.definitionVersion),
            cell(execution.correlationId),
            isCached(cached) ? "true" : "false",
            numberCell(ifCached(cached, cached.eventCount)),
            numberCell(ifCached(cached, cached.internalSeqs)),
            numberCell(ifCached(cached, cached.stream.coverage.last().value)),
            isCached(cached) && cached.stream.knownEnd ? "true" : "false"};
        text += cells.join(',') + "\r\n";
    }
    return text;
}

QByteArray
tableOf(const QList<CachedExecution> &executions, TimeZoneChoice zone, std::optional<int> columns)
{
    const auto time = [zone](const std::optional<EpochMs> &at) {
        return at ? shortDateTime(*at, zone) : QString();
    };
    const auto number = [](const std::optional<qint64> &value) {
        return value ? QString::number(*value) : QStringLiteral("-");
    };
    QList<QStringList> rows;
    for (const CachedExecution &cached : executions) {
        const Execution &execution = cached.execution;
        rows << QStringList{
            execution.executionId.text(),
            execution.status,
            time(execution.startedAt),
            time(execution.endedAt()),
            number(ifCached(cached, cached.eventCount)),
            number(ifCached(cached, cached.internalSeqs)),
            execution.definitionVersion ? QString::number(*execution.definitionVersion) : QString(),
            execution.definitionId.text()};
    }
    return formatTable({{QStringLiteral("EXECUTION"), false, true},
                        {QStringLiteral("STATUS")},
                        {QStringLiteral("STARTED")},
                        {QStringLiteral("ENDED")},
                        {QStringLiteral("EVENTS"), true},
                        {QStringLiteral("INTERNAL"), true},
                        {QStringLiteral("VERSION"), true},
                        {QStringLiteral("DEFINITION"), false, true}},
                       rows,
                       columns);
}

QByteArray reportOf(const QList<CachedExecution> &executions,
                    const QString &format,
                    TimeZoneChoice zone,
                    std::optional<int> columns)
{
    if (format == QLatin1String("table"))
        return tableOf(executions, zone, columns);
    if (format == QLatin1String("csv"))
        return csvOf(executions);
    QByteArrayList objects;
    for (const CachedExecution &execution : executions)
        objects << jsonOf(execution);
    if (format == QLatin1String("json"))
        return "[" + (objects.isEmpty() ? QByteArray() : '\n' + objects.join(",\n")) + "\n]\n";
    return objects.isEmpty() ? QByteArray() : objects.join('\n') + '\n';
}

/// A status that the API may add some day is known once an execution has it; any other is misspelt.
Result<void> checkStatuses(const QStringList &statuses, const QList<CachedExecution> &executions)
{
    const QStringList known{QStringLiteral("pending"),
                            QStringLiteral("running"),
                            QStringLiteral("completed"),
                            QStringLiteral("failed"),
                            QStringLiteral("cancelled")};
    for (const QString &status : statuses) {
        const bool isHeld =
            std::ranges::any_of(executions, [&status](const CachedExecution &cached) {
                return cached.execution.status == status;
            });
        if (!known.contains(status) && !isHeld) {
            return usageError(QStringLiteral("--status takes one of %1, not \"%2\".")
                                  .arg(known.join(QStringLiteral(", ")), status));
        }
    }
    return {};
}

/// What was asked for, of what the API has named, or, offline, of all.
Result<QList<CachedExecution>> chosenExecutions(const Arguments &arguments, Session &session)
{
    QSet<ExecutionId> named;
    if (session.isOnline()) {
        const auto inventory = session.syncInventory();
        if (!inventory)
            return Failure(inventory.error());
        named = QSet<ExecutionId>(inventory->cbegin(), inventory->cend());
    }
    const auto cached = session.cache().loadExecutions().result();
    if (!cached)
        return cached;
    const QStringList statuses = arguments.values(QLatin1String("status"));
    const QStringList definitions = arguments.values(QLatin1String("definition"));
    if (const auto known = checkStatuses(statuses, *cached); !known)
        return Failure(known.error());
    QList<CachedExecution> chosen;
    for (const CachedExecution &each : *cached) {
        const Execution &execution = each.execution;
        if ((!session.isOnline() || named.contains(execution.executionId))
            && (statuses.isEmpty() || statuses.contains(execution.status))
            && (definitions.isEmpty() || definitions.contains(execution.definitionId.text())))
            chosen << each;
    }
    return chosen;
}

} // namespace

ListCommand::ListCommand()
    : SessionCommand(
        {QStringLiteral("list"),
         {},
         QStringLiteral("List the executions known to the API, or with --offline to the cache"),
         QStringLiteral(
             "Newest first, with what the cache holds of each. Times are epoch ms, but for tables. "
             "Events and internal-only seqs are counted for cached executions alone.\n\n"
             "Without --format, results that do not go to a terminal are csv.")},
        fourFormats(),
        QStringLiteral("csv"))
{ }

QList<QCommandLineOption> ListCommand::ownOptions() const
{
    return QList<QCommandLineOption>{
               QCommandLineOption(
                   QStringLiteral("status"),
                   QStringLiteral("Only executions of this status: pending, running, "
                                  "completed, failed, cancelled, or another one "
                                  "that an execution has; repeatable."),
                   QStringLiteral("S")),
               QCommandLineOption(QStringLiteral("definition"),
                                  QStringLiteral("Only executions of this definition id; "
                                                 "repeatable."),
                                  QStringLiteral("ID"))}
    + outputOptions(formats()) + timeOptions() + QList<QCommandLineOption>{offlineOption()};
}

Result<SessionCommand::Work> ListCommand::prepare(const Arguments &arguments,
                                                  const SharedChoices &shared,
                                                  CliContext &context) const
{
    if (const auto none = expectNoPositionals(arguments); !none)
        return Failure(none.error());
    return [=, &arguments, &context](Session &session) -> Result<ExitStatus> {
        const auto executions = chosenExecutions(arguments, session);
        if (!executions)
            return Failure(executions.error());
        return writeReport(arguments, context.console(), [&](const Output &output) {
            return reportOf(*executions, shared.format, shared.zone, output.columns());
        });
    };
}

} // namespace Gapline
