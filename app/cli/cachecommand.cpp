// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cachecommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/output.h"
#include "app/cli/tableformatter.h"
#include "core/report/jsonline.h"

namespace Gapline {
namespace {

QByteArray infoJson(const CacheInfo &info)
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
    json.endObject();
    return json.text() + '\n';
}

QByteArray infoTable(const CacheInfo &info)
{
    const auto row = [](const char *name, qint64 number) {
        return QStringList{QString::fromLatin1(name), QString::number(number)};
    };
    return formatTable({{QStringLiteral("CACHE")}, {info.file}},
                       {row("schema version", info.schemaVersion),
                        row("bytes", info.fileBytes),
                        row("executions", info.executions),
                        row("with events", info.streams),
                        row("events", info.events),
                        row("segments", info.segments),
                        row("conflicts", info.conflicts)});
}

Result<ExitStatus>
runInfo(const Arguments &arguments, CliContext &context, const QString &format, Session &session)
{
    const auto info = session.cache().info().result();
    if (!info)
        return Failure(info.error());
    return writeReport(arguments, context.console(), [&](const Output &) {
        return format == QLatin1String("json") ? infoJson(*info) : infoTable(*info);
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
    return QStringLiteral("%1; %2 segments checked\n")
               .arg(verification.isSound ? QStringLiteral("sound") : QStringLiteral("not sound"))
               .arg(verification.segmentsChecked)
               .toUtf8()
        + formatTable({{QStringLiteral("PROBLEMS")}}, rows);
}

Result<ExitStatus>
runVerify(const Arguments &arguments, CliContext &context, const QString &format, Session &session)
{
    const auto verification = session.cache().verify().result();
    if (!verification)
        return Failure(verification.error());
    const auto written = writeReport(arguments, context.console(), [&](const Output &) {
        return verificationText(*verification, format);
    });
    if (!written)
        return written;
    if (!verification->isSound) {
        return failure(ErrorId::CacheDamaged,
                       QStringLiteral("The cache is not sound: %1 problems.")
                           .arg(verification->problems.size()));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> runPurge(const Arguments &arguments,
                            const QList<ExecutionId> &executions,
                            CliContext &context,
                            const QString &format,
                            Session &session)
{
    const auto purged = session.cache().purge(executions).result();
    if (!purged)
        return Failure(purged.error());
    return writeReport(arguments, context.console(), [&](const Output &) {
        if (format != QLatin1String("json"))
            return QStringLiteral("%1 executions forgotten\n").arg(*purged).toUtf8();
        JsonLine json;
        json.beginObject();
        json.member("purged", *purged);
        json.endObject();
        return json.text() + '\n';
    });
}

} // namespace

CacheCommand::CacheCommand()
    : SessionCommand(
        {QStringLiteral("cache"),
         QStringLiteral("info | verify | purge EXECUTION... | purge --all"),
         QStringLiteral("Show the cache's size and counts, verify it, or forget executions"),
         QStringLiteral("info: file, size and counts. verify: checks the database and the checksum "
                        "of every segment; exit status 7 when something is wrong. purge: forgets "
                        "the executions named, or all with --all; it asks nothing, and what the "
                        "API still has can be fetched again.\n\n"
                        "Without --format, results that do not go to a terminal are json.")},
        {QStringLiteral("table"), QStringLiteral("json")},
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> CacheCommand::ownOptions() const
{
    return QList<QCommandLineOption>{QCommandLineOption(
               QStringLiteral("all"), QStringLiteral("purge: every execution in the cache."))}
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

Result<SessionCommand::Work> CacheCommand::prepare(const Arguments &arguments,
                                                   const SharedChoices &shared,
                                                   CliContext &context) const
{
    const auto words = executionsFrom(arguments);
    if (!words)
        return Failure(words.error());
    const QString verb = arguments.positionals().value(0);
    const QList<ExecutionId> executions = words->sliced(std::min<qsizetype>(1, words->size()));
    const bool isAll = arguments.has(QLatin1String("all"));
    if (verb == QLatin1String("purge")) {
        if (isAll != executions.isEmpty())
            return usageError(isAll ? QStringLiteral("--all and execution ids exclude each other.")
                                    : QStringLiteral("purge needs execution ids, or --all."));
        return [=, &arguments, &context](Session &session) {
            return runPurge(arguments, executions, context, shared.format, session);
        };
    }
    if (isAll || !executions.isEmpty())
        return usageError(QStringLiteral("Only purge takes executions or --all."));
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
