// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replaycommand.h"

#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "app/cli/commonoptions.h"
#include "app/cli/countedword.h"
#include "app/cli/output.h"
#include "core/domain/profile.h"
#include "core/handover/replayrun.h"
#include "core/report/jsonline.h"
#include "core/report/replaypack.h"
#include "core/report/replayplan.h"
#include "core/report/samefile.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

#include <cmath>

namespace Gapline {
namespace {

constexpr double kMostPerSecond = 100;

/// What the words ask for.
struct ReplayRequest
{
    QString pack;
    ReplayTarget target;
    SignatureScheme scheme = SignatureScheme::Direct;
    Secret secret; ///< Empty only in a dry run.
    QString journal;
    bool isConfirmed = false;
    QString format;
};

Result<double> rateFrom(const Arguments &arguments)
{
    if (!arguments.has(QLatin1String("rate")))
        return ReplayTarget().perSecond;
    bool isNumber = false;
    const double rate = arguments.value(QLatin1String("rate")).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(rate) || rate < 0.01 || rate > kMostPerSecond) {
        return usageError(QStringLiteral("--rate takes a number from 0.01 to %1, not \"%2\".")
                              .arg(kMostPerSecond)
                              .arg(arguments.value(QLatin1String("rate"))));
    }
    return rate;
}

Result<Secret> secretFrom(const Arguments &arguments, const CliContext &context)
{
    const QString name = arguments.value(QLatin1String("secret-env"));
    const Secret secret(context.environment.value(name).toUtf8());
    if (!name.isEmpty() && secret.isEmpty()) {
        return usageError(
            QStringLiteral("--secret-env: the environment holds no \"%1\".").arg(name));
    }
    if (name.isEmpty() && arguments.has(QLatin1String("confirm"))) {
        return usageError(QStringLiteral(
            "A replay is signed: name the variable that holds the secret with --secret-env."));
    }
    return secret;
}

Result<ReplayRequest> requestFrom(const Arguments &arguments, CliContext &context)
{
    if (arguments.positionals().size() != 1) {
        return usageError(QStringLiteral("replay takes one recovery pack, %1 were given.")
                              .arg(arguments.positionals().size()));
    }
    ReplayRequest request;
    request.pack = arguments.positionals().constFirst();
    if (request.pack.isEmpty())
        return usageError(QStringLiteral("The name of the recovery pack may not be empty."));
    if (arguments.value(QLatin1String("url")).isEmpty())
        return usageError(QStringLiteral("replay needs the receiver's address: --url URL."));
    const auto url = checkedReceiverUrl(arguments.value(QLatin1String("url")));
    if (!url)
        return Failure(url.error());
    request.target.url = *url;
    const auto rate = rateFrom(arguments);
    if (!rate)
        return Failure(rate.error());
    request.target.perSecond = *rate;
    const auto timeout = arguments.integer(QLatin1String("timeout"), 1, 600);
    if (!timeout)
        return Failure(timeout.error());
    if (*timeout)
        request.target.timeout = std::chrono::seconds(**timeout);
    const auto scheme = arguments.choice(QLatin1String("scheme"),
                                         {QStringLiteral("direct"), QStringLiteral("advanced")});
    if (!scheme)
        return Failure(scheme.error());
    if (*scheme == QLatin1String("advanced"))
        request.scheme = SignatureScheme::Advanced;
    const auto secret = secretFrom(arguments, context);
    if (!secret)
        return Failure(secret.error());
    request.secret = *secret;
    request.isConfirmed = arguments.has(QLatin1String("confirm"));
    request.journal = arguments.value(QLatin1String("journal"));
    if (request.journal.isEmpty()) {
        const QFileInfo pack(request.pack);
        const QDir folder = pack.isDir() ? QDir(request.pack) : pack.dir();
        request.journal = folder.filePath(QStringLiteral("replay-journal.ndjson"));
    }
    for (const QString &events :
         {request.pack, QDir(request.pack).filePath(QStringLiteral("replay.ndjson"))}) {
        if (isSameFile(request.journal, events)) {
            return usageError(QStringLiteral("--journal \"%1\" is the pack itself: what is sent "
                                             "would be written into it.")
                                  .arg(request.journal));
        }
    }
    const auto format = formatFrom(arguments,
                                   {QStringLiteral("table"), QStringLiteral("json")},
                                   QStringLiteral("json"),
                                   context.console());
    if (!format)
        return Failure(format.error());
    request.format = *format;
    return request;
}

QByteArray planText(const ReplayRequest &request, const ReplayPlan &plan)
{
    const auto seconds = double(plan.duration.count()) / 1000.0;
    if (request.format == QLatin1String("json")) {
        JsonLine json;
        json.beginObject();
        json.member("dryRun", true);
        json.member("events", qint64(plan.webhooks.size()));
        json.member("executions", plan.executions);
        json.member("alreadySent", plan.alreadyTaken);
        json.member("durationMs", qint64(plan.duration.count()));
        json.member("origin", originOf(request.target.url));
        json.endObject();
        return json.text() + '\n';
    }
    return QStringLiteral("%1 of %2 would be sent to %3, one after the other in "
                          "order of execution and seq, at most %4 a second: at least %5 s. %6 were "
                          "sent before and are left out.\nNothing was sent. Add --confirm to send "
                          "them.\n")
        .arg(counted(qint64(plan.webhooks.size()), QLatin1String("event")))
        .arg(counted(plan.executions, QLatin1String("execution")))
        .arg(originOf(request.target.url))
        .arg(plan.perSecond)
        .arg(seconds, 0, 'f', 1)
        .arg(plan.alreadyTaken)
        .toUtf8();
}

QByteArray outcomeText(const ReplayRequest &request, const ReplayOutcome &outcome)
{
    if (request.format == QLatin1String("json")) {
        JsonLine json;
        json.beginObject();
        json.member("dryRun", false);
        json.member("acknowledged", outcome.acknowledged);
        json.member("failed", outcome.failed);
        json.member("left", outcome.left);
        json.member("journal", request.journal);
        json.endObject();
        return json.text() + '\n';
    }
    return QStringLiteral("%1 acknowledged, %2 failed, %3 not sent. Journal: %4\n")
        .arg(counted(outcome.acknowledged, QLatin1String("event")))
        .arg(outcome.failed)
        .arg(outcome.left)
        .arg(request.journal)
        .toUtf8();
}

Result<ReplayOutcome>
sendAll(const ReplayRequest &request, std::vector<Webhook> webhooks, CliContext &context)
{
    ReplayRun replay({request.target, request.scheme, request.secret, request.journal},
                     context.clock());
    QEventLoop loop;
    ReplayOutcome result;
    QObject::connect(&replay, &ReplayRun::progressed, &loop, [&](qint64 sent, qint64 total) {
        context.console().progress(QStringLiteral("%1 of %2 events sent").arg(sent).arg(total));
    });
    QObject::connect(&replay, &ReplayRun::finished, &loop, [&](const ReplayOutcome &outcome) {
        result = outcome;
        loop.quit();
    });
    QObject::connect(&context.interrupt(), &Interrupt::requested, &replay, &ReplayRun::cancel);
    if (const auto started = replay.start(std::move(webhooks)); !started)
        return Failure(started.error());
    if (Interrupt::isRequested())
        replay.cancel();
    else
        loop.exec();
    context.console().endProgress();
    return result;
}

} // namespace

ReplayCommand::ReplayCommand()
    : Command(
        {QStringLiteral("replay"),
         QStringLiteral("PACK --url URL"),
         QStringLiteral("Send the missed webhooks of a recovery pack again"),
         QStringLiteral(
             "PACK is what reconcile --recovery-pack wrote. Without --confirm this is a dry run: "
             "it "
             "says how many events would be sent, in which order, how fast and for how long, and "
             "sends nothing.\n\n"
             "With --confirm each event is posted to the receiver as the sender would, signed with "
             "its secret, and marked with the header x-gapline-replay: 1. The second failure stops "
             "it. What was acknowledged is in the journal, so that the same command goes on where "
             "it ended and sends nothing twice to one address. Only https addresses are taken, and "
             "http on loopback. The API is never called.")})
{ }

QList<QCommandLineOption> ReplayCommand::options() const
{
    return {
        {QStringLiteral("url"), QStringLiteral("The receiver's address."), QStringLiteral("URL")},
        {QStringLiteral("secret-env"),
         QStringLiteral("Sign with the secret in this environment variable."),
         QStringLiteral("NAME")},
        {QStringLiteral("scheme"),
         QStringLiteral("How the receiver verifies: direct (default) or advanced."),
         QStringLiteral("S")},
        {QStringLiteral("confirm"), QStringLiteral("Send. Without it nothing is sent.")},
        {QStringLiteral("rate"),
         QStringLiteral("Send at most N a second; default 5."),
         QStringLiteral("N")},
        {QStringLiteral("timeout"),
         QStringLiteral("Seconds to wait for an answer; default 10."),
         QStringLiteral("S")},
        {QStringLiteral("journal"),
         QStringLiteral("What was sent; default replay-journal.ndjson in the pack."),
         QStringLiteral("FILE")},
        {QStringLiteral("format"),
         QStringLiteral("table (default on a terminal) or json."),
         QStringLiteral("F")},
    };
}

Result<ExitStatus> ReplayCommand::run(const Arguments &arguments, CliContext &context)
{
    const auto request = requestFrom(arguments, context);
    if (!request)
        return Failure(request.error());
    auto webhooks = readReplayPack(request->pack);
    if (!webhooks)
        return Failure(webhooks.error());
    if (!request->isConfirmed) {
        const auto taken = ReplayJournal::readTaken(request->journal, request->target.url);
        if (!taken)
            return Failure(taken.error());
        const ReplayPlan plan = planReplay(*std::move(webhooks), *taken, request->target.perSecond);
        return writeReport(
            arguments, context.console(), [&](const Output &) { return planText(*request, plan); });
    }
    const auto outcome = sendAll(*request, *std::move(webhooks), context);
    if (!outcome)
        return Failure(outcome.error());
    const auto written = writeReport(arguments, context.console(), [&](const Output &) {
        return outcomeText(*request, *outcome);
    });
    if (!written)
        return written;
    if (outcome->error)
        return Failure(*outcome->error);
    if (outcome->isCancelled)
        return ExitStatus::Interrupted;
    if (outcome->failed > 0) {
        return failure(
            ErrorId::ReplayNotTaken,
            QStringLiteral("The receiver did not take %1; the last failure: %2.")
                .arg(counted(outcome->failed, QLatin1String("event")), outcome->lastProblem));
    }
    return ExitStatus::Done;
}

} // namespace Gapline
