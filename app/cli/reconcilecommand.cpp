// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconcilecommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/output.h"
#include "app/cli/reconcileoptions.h"
#include "app/cli/reconcilerun.h"

namespace Gapline {
namespace {

/// An empty variable of a script, mostly.
Result<void> checkNamesAreGiven(const Arguments &arguments)
{
    for (const QLatin1String option : {QLatin1String("deliveries"),
                                       QLatin1String("case-file"),
                                       QLatin1String("recovery-pack")}) {
        if (arguments.values(option).contains(QString()))
            return usageError(QStringLiteral("--%1 takes a name, not an empty text.").arg(option));
    }
    if (const auto words = executionsFrom(arguments.positionals()); !words)
        return Failure(words.error());
    return {};
}

/// A case is shown as it was compared, and an imported log as it was read: what says otherwise would be left out in
/// silence, and other numbers than these be expected.
Result<void> checkNothingIsLeftOut(const Arguments &arguments)
{
    const QList<QLatin1String> ofReading{QLatin1String("map"), QLatin1String("secret-env")};
    const QList<QLatin1String> ofComparing{QLatin1String("subscribed"),
                                           QLatin1String("override"),
                                           QLatin1String("schedule"),
                                           QLatin1String("timeout"),
                                           QLatin1String("span"),
                                           QLatin1String("late"),
                                           QLatin1String("as-of")};
    const bool isCase = arguments.has(QLatin1String("case"));
    if (!isCase && !arguments.has(QLatin1String("imported")))
        return {};
    for (const QLatin1String option : isCase ? ofReading + ofComparing : ofReading) {
        if (arguments.has(option)) {
            return usageError(
                (isCase
                     ? QStringLiteral("--case shows a comparison as it was made: it takes no "
                                      "--%1.")
                     : QStringLiteral("--imported takes a log as it was read: it takes no --%1."))
                    .arg(option));
        }
    }
    return {};
}

/// What the answer would leave out in silence.
Result<void> checkTriage(const Arguments &arguments, const QString &format)
{
    if (arguments.has(QLatin1String("case"))
        || (format != QLatin1String("json") && format != QLatin1String("table"))) {
        return usageError(QStringLiteral("--triage has the formats table and json, and no case."));
    }
    for (const QLatin1String option :
         {QLatin1String("case-file"), QLatin1String("recovery-pack"), QLatin1String("verdict")}) {
        if (arguments.has(option)) {
            return usageError(
                QStringLiteral("--triage reads no stream, so it gives no verdict of an event: it "
                               "takes no --%1.")
                    .arg(option));
        }
    }
    return {};
}

/// The session does the same for its cache, or the case that stands for it, and readLogs() once it is known which words
/// are files.
Result<void> checkFilesAreKept(const Arguments &arguments)
{
    if (const auto differ = checkOutputsDiffer(arguments); !differ)
        return differ;
    return checkInputsAreKept(arguments, arguments.values(QLatin1String("deliveries")));
}

} // namespace

ReconcileCommand::ReconcileCommand()
    : SessionCommand(
        {QStringLiteral("reconcile"),
         QStringLiteral("[EXECUTION...] --deliveries FILE..."),
         QStringLiteral("Find out which webhooks the receiver missed"),
         QStringLiteral("Compares the events in the cache with a receiver's own log: all cached "
                        "executions if none is named. The API is not asked; run gapline sync "
                        "first. A word that is no cached execution but a file is one more log.\n\n"
                        "Every expected event gets one verdict: delivered, late, rejected, "
                        "pending, missed, not-subscribed or no-evidence. Rows that match none are "
                        "foreign, unexpected, conflict or forged. Every format carries the "
                        "coverage: what was compared, up to where, and what was not.\n\n"
                        "--triage is quicker where most is well: about one request for 500 "
                        "executions tells the runs that are over and whose last event the log "
                        "lacks, and after which seq to read each. This alone asks the API.\n\n"
                        "--case-file keeps the whole comparison in one file, and --case shows it "
                        "again elsewhere, with the same numbers. To the other commands such a file "
                        "is a cache: gapline events EXECUTION --offline --cache FILE.\n\n"
                        "Without --format, results that do not go to a terminal are json.")},
        fourFormats() + QStringList{QStringLiteral("html")},
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> ReconcileCommand::ownOptions() const
{
    return reconcileOptions() + outputOptions(formats()) + timeOptions()
        + QList<QCommandLineOption>{offlineOption()};
}

SessionKind ReconcileCommand::kindOf(const Arguments &arguments) const
{
    const bool asks =
        arguments.has(QLatin1String("triage")) && !arguments.has(QLatin1String("offline"));
    return asks ? SessionKind::Online : SessionKind::Offline;
}

Result<SessionCommand::Work> ReconcileCommand::prepare(const Arguments &arguments,
                                                       const SharedChoices &shared,
                                                       CliContext &context) const
{
    const bool isCase = arguments.has(QLatin1String("case"));
    if (isCase
        && (arguments.has(QLatin1String("deliveries")) || !arguments.positionals().isEmpty()
            || arguments.has(QLatin1String("case-file")))) {
        return usageError(QStringLiteral(
            "--case brings its own executions and deliveries: name neither beside it."));
    }
    const bool isImported = arguments.has(QLatin1String("imported"));
    if (isImported && (isCase || arguments.has(QLatin1String("deliveries"))))
        return usageError(QStringLiteral("--imported brings its own deliveries."));
    if (!isCase && !isImported && !arguments.has(QLatin1String("deliveries")))
        return usageError(QStringLiteral("reconcile needs a receiver's log: --deliveries FILE."));
    for (const QLatin1String option : {QLatin1String("note"), QLatin1String("unmasked")}) {
        if (arguments.has(option) && !arguments.has(QLatin1String("case-file"))) {
            return usageError(
                QStringLiteral("--%1 goes into a case file: name one with --case-file.")
                    .arg(option));
        }
    }
    if (const auto given = checkNamesAreGiven(arguments); !given)
        return Failure(given.error());
    if (const auto used = checkNothingIsLeftOut(arguments); !used)
        return Failure(used.error());
    if (const auto kept = checkFilesAreKept(arguments); !kept)
        return Failure(kept.error());
    const auto receiver = receiverFrom(arguments, context.environment);
    if (!receiver)
        return Failure(receiver.error());
    const auto filter = findingFilterFrom(arguments);
    if (!filter)
        return Failure(filter.error());
    if (arguments.has(QLatin1String("triage"))) {
        if (const auto fits = checkTriage(arguments, shared.format); !fits)
            return Failure(fits.error());
        return
            [=, &arguments, &context, profile = *receiver](Session &session) -> Result<ExitStatus> {
                std::optional<QList<ExecutionId>> listed;
                if (session.isOnline()) {
                    const auto inventory = session.syncInventory();
                    if (!inventory)
                        return Failure(inventory.error());
                    listed = *inventory;
                }
                return runTriage(profile, listed, arguments, shared, context, session.cache());
            };
    }
    return [=, &arguments, &context, choices = ReconcileChoices{*receiver, *filter}](
               Session &session) {
        return runReconcile(choices, arguments, shared, context, session.cache());
    };
}

} // namespace Gapline
