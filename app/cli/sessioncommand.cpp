// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessioncommand.h"

#include "app/cli/batchwork.h"
#include "app/cli/commonoptions.h"
#include "app/cli/output.h"

namespace Gapline {

SessionCommand::SessionCommand(CommandText text, QStringList formats, QString piped)
    : Command(std::move(text))
    , m_formats(std::move(formats))
    , m_piped(std::move(piped))
{ }

QList<QCommandLineOption> SessionCommand::options() const
{
    return ownOptions() + connectedBy();
}

SessionKind SessionCommand::kindOf(const Arguments &arguments) const
{
    return arguments.has(QLatin1String("offline")) ? SessionKind::Offline : SessionKind::Online;
}

Result<ExitStatus> SessionCommand::run(const Arguments &arguments, CliContext &context)
{
    const auto format = formatFrom(arguments, m_formats, m_piped, context.console());
    if (!format)
        return Failure(format.error());
    const auto zone = timeZoneFrom(arguments);
    if (!zone)
        return Failure(zone.error());
    const auto pageSize = pageSizeFrom(arguments);
    if (!pageSize)
        return Failure(pageSize.error());
    const auto since = sinceSeqFrom(arguments);
    if (!since)
        return Failure(since.error());
    const SharedChoices shared{*format, *zone, *pageSize, *since};
    const auto work = prepare(arguments, shared, context);
    if (!work)
        return Failure(work.error());
    if (const Result<void> writable = Output::check(arguments, context.console()); !writable)
        return Failure(writable.error());
    // Before the session has threads.
    workInBatch();
    const auto session = Session::open(arguments, context, kindOf(arguments));
    if (!session)
        return answerWithout(arguments, shared, context, session.error());
    return (*work)(**session);
}

Result<ExitStatus> SessionCommand::answerWithout(const Arguments &,
                                                 const SharedChoices &,
                                                 CliContext &,
                                                 const Error &why) const
{
    return Failure(why);
}

QStringList fourFormats()
{
    return {QStringLiteral("table"),
            QStringLiteral("csv"),
            QStringLiteral("json"),
            QStringLiteral("ndjson")};
}

} // namespace Gapline
