// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commonoptions.h"

#include "core/domain/displaytext.h"

namespace Gapline {
namespace {

QCommandLineOption option(const char *name, const char *value, const QString &description)
{
    return QCommandLineOption(QString::fromLatin1(name), description, QString::fromLatin1(value));
}

Result<std::optional<EpochMs>> timeFrom(const Arguments &arguments, QLatin1String name)
{
    if (!arguments.has(name))
        return std::nullopt;
    const std::optional<EpochMs> time = parseTime(arguments.value(name));
    if (!time) {
        return usageError(
            QStringLiteral("--%1 takes a time in ISO 8601 or as epoch ms, not \"%2\".")
                .arg(name, arguments.value(name)));
    }
    return time;
}

Result<std::optional<Seq>> seqFrom(const Arguments &arguments, QLatin1String name)
{
    const auto number = arguments.integer(name, 0, kMaxSafeInteger);
    if (!number)
        return Failure(number.error());
    return *number ? std::optional<Seq>(Seq{**number}) : std::nullopt;
}

} // namespace

QList<QCommandLineOption> connectionOptions()
{
    return {
        option("profile",
               "NAME",
               QStringLiteral("Use this saved connection: its base URL and cache; its secrets "
                              "come from the system keychain.")),
        option("base-url",
               "URL",
               QStringLiteral("The API; default https://api.velt.dev/v2/. http:// is accepted for "
                              "loopback hosts alone.")),
        option("retries",
               "N",
               QStringLiteral("Try a failed request again so many times, 0-100; default 6. "
                              "However many, it is given up after at most about a minute.")),
    };
}

QList<QCommandLineOption> cacheOptions()
{
    return {option(
        "cache",
        "FILE",
        QStringLiteral("The SQLite cache. Default, below gapline/ in the XDG data directory: "
                       "cache.sqlite, with --profile one in profiles/NAME/ for each server that "
                       "the profile has had, and for each other server that --base-url names one "
                       "in servers/, so that ids of two servers never meet."))};
}

QCommandLineOption offlineOption()
{
    return QCommandLineOption(
        QStringLiteral("offline"),
        QStringLiteral("Never open a connection: answer from the cache. --base-url or "
                       "--profile says whose; without both it is the default API's, or while there "
                       "is none, the one in servers/ that was written last. A profile's cache "
                       "answers only for --profile."));
}

QCommandLineOption pageSizeOption()
{
    return option("page-size", "N", QStringLiteral("Events per request, 1-500; default 500."));
}

QList<QCommandLineOption> outputOptions(const QStringList &formats)
{
    return {
        option("format",
               "F",
               QStringLiteral("One of %1. Default on a terminal: table.")
                   .arg(formats.join(QStringLiteral(", ")))),
        option("output",
               "FILE",
               QStringLiteral("Write there instead of standard output, atomically: the file "
                              "appears whole or not at all. - is standard output. A file that the "
                              "command reads is refused.")),
    };
}

QCommandLineOption sinceSeqOption()
{
    return option("since-seq",
                  "N",
                  QStringLiteral("Fetch only seqs after N; those before stay as the cache has "
                                 "them, unknown where they were never scanned."));
}

QList<QCommandLineOption> filterOptions()
{
    return {
        option("type",
               "T",
               QStringLiteral("Only events of this type; repeatable. !T excludes; * matches any "
                              "run of characters.")),
        option("step",
               "S",
               QStringLiteral("Only events of this step id or node id; repeatable. S/ takes all "
                              "its descendants too; !S excludes; * matches any run of "
                              "characters.")),
        option("since-seq", "N", QStringLiteral("Only seqs after N.")),
        option("until-seq", "N", QStringLiteral("Only seqs up to N, N included.")),
        option("from",
               "TIME",
               QStringLiteral("Only events at or after TIME: ISO 8601 (without an offset: UTC) or "
                              "epoch ms.")),
        option("to", "TIME", QStringLiteral("Only events at or before TIME.")),
        option("text",
               "WORDS",
               QStringLiteral("Only events whose JSON holds every one of these words; case is "
                              "ignored.")),
    };
}

QList<QCommandLineOption> timeOptions()
{
    return {
        QCommandLineOption(QStringLiteral("utc"),
                           QStringLiteral("Show times in tables in UTC; the default.")),
        QCommandLineOption(QStringLiteral("local"),
                           QStringLiteral("Show times in tables in the local time zone.")),
    };
}

Result<EventFilter> filterFrom(const Arguments &arguments)
{
    EventFilter filter;
    for (const QString &type : arguments.values(QLatin1String("type")))
        filter.types << typePatternFrom(type);
    for (const QString &step : arguments.values(QLatin1String("step")))
        filter.steps << stepPatternFrom(step);
    for (const TypePattern &type : std::as_const(filter.types)) {
        if (type.pattern.isEmpty())
            return usageError(QStringLiteral("--type takes a type, not an empty text."));
    }
    for (const StepPattern &step : std::as_const(filter.steps)) {
        if (step.pattern.isEmpty())
            return usageError(QStringLiteral("--step takes a step or node id, not an empty text."));
    }
    const auto since = seqFrom(arguments, QLatin1String("since-seq"));
    const auto until = seqFrom(arguments, QLatin1String("until-seq"));
    const auto from = timeFrom(arguments, QLatin1String("from"));
    const auto to = timeFrom(arguments, QLatin1String("to"));
    if (!since)
        return Failure(since.error());
    if (!until)
        return Failure(until.error());
    if (!from)
        return Failure(from.error());
    if (!to)
        return Failure(to.error());
    filter.sinceSeq = *since;
    filter.untilSeq = *until;
    filter.from = *from;
    filter.to = *to;
    filter.text = arguments.values(QLatin1String("text")).join(u' ');
    return filter;
}

Result<std::optional<Seq>> sinceSeqFrom(const Arguments &arguments)
{
    return seqFrom(arguments, QLatin1String("since-seq"));
}

Result<TimeZoneChoice> timeZoneFrom(const Arguments &arguments)
{
    const bool isLocal = arguments.has(QLatin1String("local"));
    if (isLocal && arguments.has(QLatin1String("utc")))
        return usageError(QStringLiteral("--utc and --local exclude each other."));
    return isLocal ? TimeZoneChoice::Local : TimeZoneChoice::Utc;
}

Result<int> pageSizeFrom(const Arguments &arguments)
{
    constexpr int kLargestPage = 500;
    const auto size = arguments.integer(QLatin1String("page-size"), 1, kLargestPage);
    if (!size)
        return Failure(size.error());
    return int(size->value_or(kLargestPage));
}

Result<QString> formatFrom(const Arguments &arguments,
                           const QStringList &formats,
                           const QString &piped,
                           const Console &console)
{
    if (arguments.has(QLatin1String("format")))
        return arguments.choice(QLatin1String("format"), formats);
    const QString output = arguments.value(QLatin1String("output"));
    const bool goesToTerminal =
        console.outIsTerminal() && (output.isEmpty() || output == QLatin1String("-"));
    return goesToTerminal ? QStringLiteral("table") : piped;
}

Result<ExecutionId> onlyExecution(const Arguments &arguments)
{
    const auto executions = executionsFrom(arguments);
    if (!executions)
        return Failure(executions.error());
    if (executions->size() != 1) {
        return usageError(
            QStringLiteral("One execution id is needed, %1 were given.").arg(executions->size()));
    }
    return executions->constFirst();
}

Result<QList<ExecutionId>> executionsFrom(const Arguments &arguments)
{
    return executionsFrom(arguments.positionals());
}

Result<QList<ExecutionId>> executionsFrom(const QStringList &words)
{
    QList<ExecutionId> executions;
    for (const QString &word : words) {
        if (word.isEmpty())
            return usageError(QStringLiteral("An execution id may not be empty."));
        const ExecutionId execution(word);
        if (!executions.contains(execution))
            executions << execution;
    }
    return executions;
}

Result<void> expectNoPositionals(const Arguments &arguments)
{
    if (arguments.positionals().isEmpty())
        return {};
    return usageError(
        QStringLiteral("Unexpected argument \"%1\".").arg(arguments.positionals().constFirst()));
}

} // namespace Gapline
