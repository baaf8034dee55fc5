// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sandboxcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "core/domain/timetext.h"
#include "core/sandbox/sandboxserver.h"

#include <QEventLoop>

#include <cmath>

namespace Gapline {
namespace {

constexpr QLatin1String kPort("port");
constexpr QLatin1String kSeed("seed");
constexpr QLatin1String kExecutions("executions");
constexpr QLatin1String kEvents("events");
constexpr QLatin1String kNow("now");
constexpr QLatin1String kSpeed("speed");
constexpr QLatin1String kReceiverLog("receiver-log");
constexpr QLatin1String kIncident("incident");

constexpr qint64 kMostExecutions = 1'000'000;
constexpr qint64 kMostEvents = 100'000'000;
constexpr double kHighestSpeed = 100'000;

Result<double> speedOf(const Arguments &arguments)
{
    if (!arguments.has(kSpeed))
        return 1;
    bool isNumber = false;
    const double speed = arguments.value(kSpeed).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(speed) || speed < 0 || speed > kHighestSpeed) {
        return usageError(QStringLiteral("--speed takes a number from 0 to %1, not \"%2\".")
                              .arg(qint64(kHighestSpeed))
                              .arg(arguments.value(kSpeed)));
    }
    return speed;
}

Result<EpochMs> timeOf(const Arguments &arguments)
{
    if (!arguments.has(kNow))
        return EpochMs();
    const std::optional<EpochMs> time = parseTime(arguments.value(kNow));
    if (!time) {
        return usageError(QStringLiteral("--now takes ISO 8601 or epoch milliseconds, not \"%1\".")
                              .arg(arguments.value(kNow)));
    }
    return *time;
}

/// "outage,120,3180": kind, seconds after the start, length in seconds.
Result<LiveIncident> incidentFrom(const QString &text)
{
    constexpr int kMostSeconds = 366 * 86'400;
    const QStringList parts = text.split(u',');
    const QStringList kinds{
        QStringLiteral("outage"), QStringLiteral("error"), QStringLiteral("slow")};
    bool hasFrom = false;
    bool hasLength = false;
    const int from = parts.value(1).toInt(&hasFrom);
    const int length = parts.value(2).toInt(&hasLength);
    const qsizetype kind = kinds.indexOf(parts.value(0));
    if (parts.size() != 3 || kind < 0 || !hasFrom || !hasLength || from < 0 || from > kMostSeconds
        || length < 1 || length > kMostSeconds) {
        return usageError(
            QStringLiteral("--incident takes KIND,FROM,SECONDS with outage, error or slow as KIND, "
                           "not \"%1\".")
                .arg(text));
    }
    return LiveIncident{
        LiveIncident::Kind(kind), std::chrono::seconds(from), std::chrono::seconds(length)};
}

Result<SandboxOptions> optionsOf(const Arguments &arguments)
{
    const auto seed = arguments.integer(kSeed, 0, kMaxSafeInteger);
    const auto executions = arguments.integer(kExecutions, 0, kMostExecutions);
    const auto events = arguments.integer(kEvents, 0, kMostEvents);
    const auto speed = speedOf(arguments);
    const auto now = timeOf(arguments);
    for (const auto *number : {&seed, &executions, &events}) {
        if (!*number)
            return Failure(number->error());
    }
    if (!speed)
        return Failure(speed.error());
    if (!now)
        return Failure(now.error());
    SandboxOptions options;
    options.seed = quint64(seed->value_or(qint64(options.seed)));
    options.executions = int(executions->value_or(options.executions));
    options.events = events->value_or(options.events);
    options.now = *now;
    options.speed = *speed;
    for (const QString &text : arguments.values(kIncident)) {
        const Result<LiveIncident> incident = incidentFrom(text);
        if (!incident)
            return Failure(incident.error());
        options.incidents.push_back(*incident);
    }
    if (arguments.has(kIncident) && !arguments.has(kReceiverLog)) {
        return usageError(
            QStringLiteral("--incident is the receiver's: name its log with --receiver-log FILE."));
    }
    return options;
}

Result<void> keepReceiverLog(const Arguments &arguments, SandboxServer &server, Console &console)
{
    if (!arguments.has(kReceiverLog))
        return {};
    const QString file = arguments.value(kReceiverLog);
    const Result<qint64> rows = server.keepReceiverLog(file);
    if (!rows)
        return Failure(rows.error());
    QStringList secrets;
    for (const Secret &secret : SandboxServer::webhookSecrets())
        secrets.append(QString::fromLatin1(secret.reveal()));
    console.warn(QStringLiteral("%1 deliveries in %2, signed with %3; more can be posted to %4")
                     .arg(*rows)
                     .arg(file,
                          secrets.join(QStringLiteral(", later with ")),
                          server.receiverUrl().toString()));
    return {};
}

/// Whoever asks for an execution of so many events wants that one.
ExecutionId executionToOpen(const SandboxServer &server)
{
    return server.largest().isEmpty() ? server.showcase() : server.largest();
}

/// Scripts read this: the base URL alone on the first line, then one NAME=value a line.
bool printConnection(Console &console, const QUrl &url, const SandboxServer &server)
{
    const Credentials credentials = SandboxServer::credentials();
    QString text = url.toString() + QStringLiteral("\nVELT_API_KEY=")
        + QString::fromLatin1(credentials.apiKey.reveal()) + QStringLiteral("\nVELT_AUTH_TOKEN=")
        + QString::fromLatin1(credentials.authToken.reveal()) + QStringLiteral("\nEXECUTION=")
        + executionToOpen(server).text();
    if (executionToOpen(server) != server.showcase())
        text += QStringLiteral("\nSHOWCASE=") + server.showcase().text();
    return console.print(text);
}

} // namespace

SandboxCommand::SandboxCommand()
    : Command(
        {QStringLiteral("sandbox"),
         {},
         QStringLiteral("Serve the local API until interrupted"),
         QStringLiteral(
             "Simulates the approval engine and answers executions/list, executions/get, "
             "executions/getEvents and definitions/get on 127.0.0.1, as the API documents them. "
             "Running executions go on with time.\n"
             "\n"
             "The first line on standard output is the base URL. The lines after it are "
             "VELT_API_KEY, VELT_AUTH_TOKEN and EXECUTION, the one worth opening first, each as "
             "NAME=value. With --events, EXECUTION is the one of so many events, and a line "
             "SHOWCASE names the one with gaps of every place, several steps and a breach.\n"
             "\n"
             "--receiver-log makes the engine deliver its webhooks, to a receiver of its own on "
             "another port. The file begins with what the receiver took before now, of a history "
             "with troubles: an outage of 53 minutes, errors, a slow spell, a rotated secret, a "
             "lost subscription. What happens from now on is posted, signed and tried again as "
             "documented, on the engine's clock. Its address and secrets are said on standard "
             "error; whatever else is posted there is logged too. Receiver profile: all types, "
             "--schedule direct, both secrets.\n"
             "\n"
             "The same options with --now give the same answers, byte for byte.")})
{ }

QList<QCommandLineOption> SandboxCommand::options() const
{
    const SandboxOptions defaults;
    return {
        {kPort,
         QStringLiteral("Port to listen on; 0, the default, takes a free one."),
         QStringLiteral("N")},
        {kSeed,
         QStringLiteral("What the history is made from; default %1.").arg(defaults.seed),
         QStringLiteral("S")},
        {kExecutions,
         QStringLiteral("Number of executions; default %1.").arg(defaults.executions),
         QStringLiteral("N")},
        {kEvents,
         QStringLiteral("One more execution, the newest, with this many events."),
         QStringLiteral("N")},
        {kNow,
         QStringLiteral("Moment from which the engine runs; default: now."),
         QStringLiteral("TIME")},
        {kReceiverLog,
         QStringLiteral(
             "Write what the receiver of the webhooks has logged by now, as NDJSON, and go "
             "on logging what comes in."),
         QStringLiteral("FILE")},
        {kIncident,
         QStringLiteral("With --receiver-log: what the receiver goes through from FROM seconds "
                        "after the start; KIND is outage, error or slow. Repeatable."),
         QStringLiteral("KIND,FROM,SECONDS")},
        {kSpeed,
         QStringLiteral("How much faster than the clock executions run; default 1, 0 stops time."),
         QStringLiteral("X")},
    };
}

Result<ExitStatus> SandboxCommand::run(const Arguments &arguments, CliContext &context)
{
    if (!arguments.positionals().isEmpty()) {
        return usageError(QStringLiteral("sandbox takes no argument \"%1\".")
                              .arg(arguments.positionals().first()));
    }
    const auto port = arguments.integer(kPort, 0, 65'535);
    if (!port)
        return Failure(port.error());
    const Result<SandboxOptions> options = optionsOf(arguments);
    if (!options)
        return Failure(options.error());

    SandboxServer server(*options, context.clock());
    const Result<QUrl> url = server.listen(quint16(port->value_or(0)));
    if (!url) {
        return usageError(QStringLiteral("%1: %2. Choose another --port, or 0 for a free one.")
                              .arg(url.error().message, url.error().details));
    }

    const Result<void> log = keepReceiverLog(arguments, server, context.console());
    if (!log)
        return Failure(log.error());

    QEventLoop loop;
    QObject::connect(&context.interrupt(), &Interrupt::requested, &loop, &QEventLoop::quit);
    if (!printConnection(context.console(), *url, server))
        return failure(ErrorId::FileUnwritable,
                       QStringLiteral("Standard output cannot be written."));
    context.console().warn(QStringLiteral("serving a simulated API; in another terminal:"));
    context.console().warn(
        QStringLiteral("export VELT_API_KEY=%1 VELT_AUTH_TOKEN=%2")
            .arg(QString::fromLatin1(SandboxServer::credentials().apiKey.reveal()),
                 QString::fromLatin1(SandboxServer::credentials().authToken.reveal())));
    context.console().warn(QStringLiteral("gapline sync %1 --base-url %2")
                               .arg(executionToOpen(server).text(), url->toString()));
    if (!Interrupt::isRequested())
        loop.exec();
    return ExitStatus::Interrupted;
}

} // namespace Gapline
