// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cachecommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/countedword.h"
#include "app/cli/output.h"
#include "app/cli/tableformatter.h"
#include "core/domain/timetext.h"
#include "core/report/jsonline.h"

#include <algorithm>

namespace Gapline {
namespace {

/// The receivers' logs that the window imported.
using Logs = QList<ImportedLogInfo>;

QByteArray infoJson(const CacheInfo &info, const Logs &logs)
{
    JsonLine json;
    json.beginObject();
    json.member("file", info.file);
    json.member("schemaVersion", qint64(info.schemaVersion));
    json.member("bytes", info.fileBytes);
    json.member("executions", info.executions);
    json.member("streams", info.streams);
    json.member("events", info.events);
    json.member("segments", info.segments);
    json.member("conflicts", info.conflicts);
    json.key("logs");
    json.beginArray();
    for (const ImportedLogInfo &log : logs) {
        json.beginObject();
        json.member("receiver", log.receiver);
        json.member("importedAt", toEpochMs(log.importedAt));
        json.member("rows", log.rows);
        json.key("files");
        json.beginArray();
        for (const QString &file : log.files)
            json.value(file);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text() + '\n';
}

QByteArray infoTable(const CacheInfo &info, const Logs &logs)
{
    const auto row = [](const char *name, qint64 number) {
        return QStringList{QString::fromLatin1(name), QString::number(number)};
    };
    QByteArray text;
    QList<QStringList> lines;
    for (const ImportedLogInfo &log : logs)
        lines << QStringList{log.receiver,
                             isoTime(log.importedAt),
                             QString::number(log.rows),
                             log.files.join(QStringLiteral(", "))};
    if (!lines.isEmpty())
        text = '\n'
            + formatTable({{QStringLiteral("IMPORTED LOG OF")},
                           {QStringLiteral("AT")},
                           {QStringLiteral("ROWS")},
                           {QStringLiteral("FILES")}},
                          lines);
    return formatTable({{QStringLiteral("CACHE")}, {info.file}},
                       {row("schema version", info.schemaVersion),
                        row("bytes", info.fileBytes),
                        row("executions", info.executions),
                        row("scanned", info.streams),
                        row("events", info.events),
                        row("segments", info.segments),
                        row("conflicts", info.conflicts)})
        + text;
}

Result<ExitStatus>
runInfo(const Arguments &arguments, CliContext &context, const QString &format, Session &session)
{
    const auto info = session.cache().info().result();
    if (!info)
        return Failure(info.error());
    const auto logs = session.cache().loadLogs().result();
    if (!logs)
        return Failure(logs.error());
    return writeReport(arguments, context.console(), [&](const Output &) {
        return format == QLatin1String("json") ? infoJson(*info, *logs) : infoTable(*info, *logs);
    });
}

QByteArray verificationText(const CacheVerification &verification, const QString &format)
{
    if (format == QLatin1String("json")) {
        JsonLine json;
        json.beginObject();
        json.member("sound", verification.isSound);
        json.member("segmentsChecked", verification.segmentsChecked);
        json.key("problems");
        json.beginArray();
        for (const QString &problem : verification.problems)
            json.value(problem);
        json.endArray();
        json.endObject();
        return json.text() + '\n';
    }
    QList<QStringList> rows;
    for (const QString &problem : verification.problems)
        rows << QStringList{problem};
    if (rows.isEmpty())
        rows << QStringList{QStringLiteral("none")};
    return QStringLiteral("%1; %2 checked\n")
               .arg(verification.isSound ? QStringLiteral("sound") : QStringLiteral("not sound"))
               .arg(counted(verification.segmentsChecked, QLatin1String("segment")))
               .toUtf8()
        + formatTable({{QStringLiteral("PROBLEMS")}}, rows);
}

Result<ExitStatus> tell(const CacheVerification &verification,
                        const Arguments &arguments,
                        CliContext &context,
                        const QString &format)
{
    const auto written = writeReport(arguments, context.console(), [&](const Output &) {
        return verificationText(verification, format);
    });
    if (!written)
        return written;
    if (!verification.isSound) {
        return failure(ErrorId::CacheDamaged,
                       QStringLiteral("The cache is not sound: %1.")
                           .arg(counted(verification.problems.size(), QLatin1String("problem"))));
    }
    return ExitStatus::Done;
}

Result<ExitStatus>
runVerify(const Arguments &arguments, CliContext &context, const QString &format, Session &session)
{
    const auto verification = session.cache().verify().result();
    if (!verification)
        return Failure(verification.error());
    return tell(*verification, arguments, context, format);
}

Result<ExitStatus> runPurge(const Arguments &arguments,
                            const QList<ExecutionId> &executions,
                            CliContext &context,
                            const QString &format,
                            Session &session)
{
    const auto cached = session.cache().loadExecutions().result();
    if (!cached)
        return Failure(cached.error());
    for (const ExecutionId &id : executions) {
        const auto isIt = [&id](const CachedExecution &known) {
            return known.execution.executionId == id;
        };
        // Done all the same: what was to be gone is not there.
        if (std::ranges::none_of(*cached, isIt)) {
            context.console().warn(
                QStringLiteral("Nothing of execution \"%1\" is in the cache.").arg(id.text()));
        }
    }
    const auto purged = session.cache().purge(executions).result();
    if (!purged)
        return Failure(purged.error());
    return writeReport(arguments, context.console(), [&](const Output &) {
        if (format != QLatin1String("json"))
            return (counted(*purged, QLatin1String("execution")) + QStringLiteral(" forgotten\n"))
                .toUtf8();
        JsonLine json;
        json.beginObject();
        json.member("purged", *purged);
        json.endObject();
        return json.text() + '\n';
    });
}

Result<ExitStatus> runPurgeLog(const Arguments &arguments,
                               CliContext &context,
                               const QString &format,
                               Session &session)
{
    const QString receiver = arguments.value(QLatin1String("log"));
    const auto forgotten = session.cache().forgetLog(receiver).result();
    if (!forgotten)
        return Failure(forgotten.error());
    if (!*forgotten) {
        return failure(ErrorId::CacheNotStored,
                       QStringLiteral("No log of \"%1\" is in the cache.").arg(receiver));
    }
    return writeReport(arguments, context.console(), [&](const Output &) {
        return format == QLatin1String("json") ? QByteArray("{\"purgedLogs\":1}\n")
                                               : QByteArray("1 imported log forgotten\n");
    });
}

} // namespace

CacheCommand::CacheCommand()
    : SessionCommand(
        {QStringLiteral("cache"),
         QStringLiteral("info | verify | purge EXECUTION|--all|--log NAME"),
         QStringLiteral("Show the cache's size and counts, verify it, or forget executions"),
         QStringLiteral(
             "info: file, size and counts. verify: checks the database and the checksums "
             "of events, executions, steps, definitions and bookmarks; exit status 7 when "
             "something is wrong. purge: forgets "
             "the executions named, or all with --all; it asks nothing, and what the "
             "API still has can be fetched again. Bookmarks and their notes go with "
             "their execution, and cannot. Nor can imported logs of receivers: only "
             "purge --log forgets one, named by its receiver.\n\n"
             "Without --format, results that do not go to a terminal are json.")},
        {QStringLiteral("table"), QStringLiteral("json")},
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> CacheCommand::ownOptions() const
{
    return QList<QCommandLineOption>{
               QCommandLineOption(QStringLiteral("all"),
                                  QStringLiteral("purge: every execution in the cache.")),
               QCommandLineOption(QStringLiteral("log"),
                                  QStringLiteral("purge: the log imported for this receiver."),
                                  QStringLiteral("NAME"))}
    + outputOptions(formats());
}

QList<QCommandLineOption> CacheCommand::connectedBy() const
{
    return cacheOptions() + connectionOptions().first(2); // No request is ever tried again here.
}

SessionKind CacheCommand::kindOf(const Arguments &arguments) const
{
    const bool isPurge = arguments.positionals().value(0) == QLatin1String("purge");
    return isPurge ? SessionKind::CacheOnly : SessionKind::Offline;
}

Result<ExitStatus> CacheCommand::answerWithout(const Arguments &arguments,
                                               const SharedChoices &shared,
                                               CliContext &context,
                                               const Error &why) const
{
    // Too damaged to be opened is what verify was asked to find.
    const bool isVerify = arguments.positionals().value(0) == QLatin1String("verify");
    if (!isVerify || why.id != ErrorId::CacheDamaged)
        return Failure(why);
    CacheVerification verification;
    verification.problems << why.message;
    return tell(verification, arguments, context, shared.format);
}

Result<SessionCommand::Work> CacheCommand::prepare(const Arguments &arguments,
                                                   const SharedChoices &shared,
                                                   CliContext &context) const
{
    const QString verb = arguments.positionals().value(0);
    const auto named = executionsFrom(arguments.positionals().mid(1));
    if (!named)
        return Failure(named.error());
    const QList<ExecutionId> &executions = *named;
    const bool isAll = arguments.has(QLatin1String("all"));
    const bool isLog = arguments.has(QLatin1String("log"));
    if (verb == QLatin1String("purge") && isLog) {
        if (isAll || !executions.isEmpty())
            return usageError(QStringLiteral("--log stands alone."));
        return [=, &arguments, &context](Session &session) {
            return runPurgeLog(arguments, context, shared.format, session);
        };
    }
    if (verb == QLatin1String("purge")) {
        if (isAll != executions.isEmpty())
            return usageError(isAll ? QStringLiteral("--all and execution ids exclude each other.")
                                    : QStringLiteral("purge needs execution ids, or --all."));
        return [=, &arguments, &context](Session &session) {
            return runPurge(arguments, executions, context, shared.format, session);
        };
    }
    if (isAll || isLog || !executions.isEmpty())
        return usageError(QStringLiteral("Only purge takes executions, --all or --log."));
    const auto run = verb == QLatin1String("info") ? runInfo
        : verb == QLatin1String("verify")          ? runVerify
                                                   : nullptr;
    if (run) {
        return [=, &arguments, &context](Session &session) {
            return run(arguments, context, shared.format, session);
        };
    }
    return usageError(
        verb.isEmpty()
            ? QStringLiteral("cache needs one of info, verify, purge.")
            : QStringLiteral("cache takes info, verify or purge, not \"%1\".").arg(verb));
}

} // namespace Gapline
