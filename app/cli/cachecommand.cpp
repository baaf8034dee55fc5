// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cachecommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/tableformatter.h"
#include "core/report/jsonline.h"

namespace Gapline {
namespace {

const QStringList &formats()
{
    static const QStringList names{QStringLiteral("table"), QStringLiteral("json")};
    return names;
}

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

Result<ExitStatus> runInfo(const Arguments &arguments, CliContext &context, const QString &format)
{
    auto session = Session::open(arguments, context, SessionKind::Offline);
    if (!session)
        return Failure(session.error());
    const auto info = (*session)->cache().info().result();
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

Result<ExitStatus> runVerify(const Arguments &arguments, CliContext &context, const QString &format)
{
    auto session = Session::open(arguments, context, SessionKind::Offline);
    if (!session)
        return Failure(session.error());
    const auto verification = (*session)->cache().verify().result();
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
                            const QString &format)
{
    auto session = Session::open(arguments, context, SessionKind::CacheOnly);
    if (!session)
        return Failure(session.error());
    const auto purged = (*session)->cache().purge(executions).result();
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

QString CacheCommand::name() const
{
    return QStringLiteral("cache");
}

QString CacheCommand::positionals() const
{
    return QStringLiteral("info | verify | purge EXECUTION... | purge --all");
}

QString CacheCommand::summary() const
{
    return QStringLiteral("Show the cache's size and counts, verify it, or forget executions");
}

QString CacheCommand::description() const
{
    return QStringLiteral(
        "info: file, size and counts. verify: checks the database and the checksum of every "
        "segment; exit status 7 when something is wrong. purge: forgets the executions named, or "
        "all with --all; it asks nothing, and what the API still has can be fetched again.\n\n"
        "Without --format, results that do not go to a terminal are json.");
}

QList<QCommandLineOption> CacheCommand::options() const
{
    return QList<QCommandLineOption>{QCommandLineOption(
               QStringLiteral("all"), QStringLiteral("purge: every execution in the cache."))}
    + outputOptions(formats()) + cacheOptions()
        + QList<QCommandLineOption>{connectionOptions().constFirst()};
}

Result<ExitStatus> CacheCommand::run(const Arguments &arguments, CliContext &context)
{
    const auto words = executionsFrom(arguments);
    if (!words)
        return Failure(words.error());
    const auto format = formatFrom(arguments, formats(), QStringLiteral("json"), context.console());
    if (!format)
        return Failure(format.error());

    const QString verb = arguments.positionals().value(0);
    const QList<ExecutionId> executions = words->sliced(std::min<qsizetype>(1, words->size()));
    const bool isAll = arguments.has(QLatin1String("all"));
    if (verb == QLatin1String("purge")) {
        if (isAll == executions.isEmpty())
            return runPurge(arguments, executions, context, *format);
        return usageError(isAll ? QStringLiteral("--all and execution ids exclude each other.")
                                : QStringLiteral("purge needs execution ids, or --all."));
    }
    if (isAll || !executions.isEmpty())
        return usageError(QStringLiteral("Only purge takes executions or --all."));
    if (verb == QLatin1String("info"))
        return runInfo(arguments, context, *format);
    if (verb == QLatin1String("verify"))
        return runVerify(arguments, context, *format);
    return usageError(
        verb.isEmpty()
            ? QStringLiteral("cache needs one of info, verify, purge.")
            : QStringLiteral("cache takes info, verify or purge, not \"%1\".").arg(verb));
}

} // namespace Gapline
