// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconcilecommand.h"

#include "app/cli/commonoptions.h"
#include "app/cli/output.h"
#include "app/cli/reconcileoptions.h"
#include "app/cli/reconciletable.h"
#include "core/deliverylog/logreader.h"
#include "core/reconcile/reconciler.h"
#include "core/report/findingreport.h"
#include "core/report/recoverypack.h"

#include <QFileInfo>

namespace Gapline {
namespace {

Failure stopped()
{
    return failure(ErrorId::Cancelled, QStringLiteral("Stopped; nothing was written."));
}

/// What was named on the command line, told apart.
struct Targets
{
    QList<ExecutionId> executions;
    QStringList files;
};

/// One run of the command: loads, imports, compares, reports.
class Comparison
{
public:
    Comparison(const Arguments &arguments, CliContext &context, Cache &cache)
        : m_arguments(arguments)
        , m_context(context)
        , m_cache(cache)
    { }

    Result<ExitStatus> run(const ReceiverProfile &receiver,
                           const FindingFilter &filter,
                           const QString &format,
                           TimeZoneChoice zone)
    {
        m_input.receiver = receiver;
        if (const auto loaded = loadExecutions(); !loaded)
            return Failure(loaded.error());
        if (const auto imported = importLogs(); !imported)
            return Failure(imported.error());
        const Reconciliation result = reconcile(m_input);
        ReconcileReport report = makeReport(m_input, result);
        report.filter = filter;
        report.notRead = m_notRead;
        report.unreadable = std::move(m_unreadable);
        warnOf(report);
        if (const auto written = write(report, format, zone); !written)
            return Failure(written.error());
        if (const auto packed = pack(report); !packed)
            return Failure(packed.error());
        const bool isFailed =
            m_arguments.has(QLatin1String("check")) && result.totals.of(Verdict::Missed) > 0;
        return isFailed ? ExitStatus::MissedWebhooks : ExitStatus::Done;
    }

private:
    Result<void> loadExecutions()
    {
        const auto cached = m_cache.loadExecutions().result();
        if (!cached)
            return Failure(cached.error());
        QHash<ExecutionId, CachedExecution> known;
        for (const CachedExecution &execution : *cached)
            known.insert(execution.execution.executionId, execution);
        const Targets targets = targetsFrom(known);
        m_files = targets.files;
        QList<CachedExecution> wanted = *cached;
        if (!targets.executions.isEmpty()) {
            wanted.clear();
            for (const ExecutionId &id : targets.executions)
                wanted.append(known.value(id));
        }
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const CachedExecution &execution = wanted.at(i);
            // A run without events yet has no coverage, but its emptiness was read.
            const bool isRead = !execution.stream.coverage.isEmpty() || execution.stream.isComplete;
            if (!isRead && !targets.executions.isEmpty()) {
                return failure(ErrorId::CacheNotStored,
                               QStringLiteral("Nothing of execution \"%1\" is in the cache: run "
                                              "gapline sync first.")
                                   .arg(targets.executions.at(i).text()));
            }
            if (!isRead)
                m_notRead.append(execution.execution.executionId.text());
            else if (const auto loaded = loadExecution(execution.execution); !loaded)
                return loaded;
            if (Interrupt::isRequested())
                return stopped();
            m_context.console().progress(
                QStringLiteral("%1 of %2 executions read").arg(i + 1).arg(wanted.size()));
        }
        m_context.console().endProgress();
        for (const ReconcileExecution &execution : m_input.executions)
            known.remove(execution.stream->executionId());
        for (auto it = known.cbegin(); it != known.cend(); ++it)
            m_input.otherExecutions.insert(it.key());
        return {};
    }

    /// QCommandLineParser gives an option one value: of `--deliveries a.log b.log` the second is left over.
    Targets targetsFrom(const QHash<ExecutionId, CachedExecution> &known) const
    {
        Targets targets;
        targets.files = m_arguments.values(QLatin1String("deliveries"));
        for (const QString &word : m_arguments.positionals()) {
            const ExecutionId id(word);
            if (!known.contains(id) && QFileInfo(word).isFile())
                targets.files.append(word);
            else if (!targets.executions.contains(id))
                targets.executions.append(id);
        }
        return targets;
    }

    Result<void> loadExecution(const Execution &execution)
    {
        const auto stream = m_cache.loadStream(execution.executionId).result();
        if (!stream)
            return Failure(stream.error());
        auto ids = readEventIdentity(**stream, bodies());
        if (!ids)
            return Failure(ids.error());
        ReconcileExecution entry;
        entry.definitionId = execution.definitionId;
        entry.definitionVersion = execution.definitionVersion;
        entry.stream = *stream;
        entry.eventIds = std::move(*ids);
        m_input.executions.push_back(std::move(entry));
        return {};
    }

    BodySource bodies()
    {
        return [this](qint64 bodyId) { return m_cache.loadBody(bodyId).result(); };
    }

    Result<void> importLogs()
    {
        auto table = std::make_shared<DeliveryTable>();
        const auto mapping = RowMapping::corrected(m_input.receiver.mapping);
        if (!mapping)
            return Failure(mapping.error());
        for (const QString &file : m_files) {
            LogSinks sinks;
            sinks.rejected = [this, &file](const RejectedRow &row) { note(file, row); };
            sinks.progress = [this, &file](qint64 bytes) {
                m_context.console().progress(
                    QStringLiteral("%1: %2 MiB read").arg(file).arg(bytes / (1024 * 1024)));
                return !Interrupt::isRequested();
            };
            const auto reading = importLog(file, *mapping, m_input.receiver.secrets, *table, sinks);
            m_context.console().endProgress();
            if (!reading)
                return Failure(reading.error());
            if (reading->isCancelled)
                return stopped();
            if (reading->rejected > 0) {
                m_context.console().warn(QStringLiteral("%1: %2 of %3 rows could not be read.")
                                             .arg(file)
                                             .arg(reading->rejected)
                                             .arg(reading->rows));
            }
        }
        m_input.deliveries = table;
        return {};
    }

    void note(const QString &file, const RejectedRow &row)
    {
        constexpr size_t kListed =
            1000; // All are counted; a log of nothing but noise must not fill the memory.
        if (m_unreadable.size() < kListed)
            m_unreadable.push_back({file, row.line, row.reason});
        m_context.console().note(
            QStringLiteral("%1:%2: %3").arg(file).arg(row.line).arg(row.reason));
    }

    void warnOf(const ReconcileReport &report)
    {
        for (const SubscriptionProblem &problem : report.subscriptionProblems)
            m_context.console().warn(QStringLiteral("--subscribed: ") + problemInWords(problem));
        for (const ExecutionId &id : m_input.receiver.ownWebhook) {
            const auto isIt = [&id](const ReconcileExecution &execution) {
                return execution.stream->executionId() == id;
            };
            if (std::ranges::none_of(m_input.executions, isIt)) {
                m_context.console().warn(
                    QStringLiteral("--override: \"%1\" is not among the executions compared.")
                        .arg(id.text()));
            }
        }
        if (report.result.unknownSeqs > 0) {
            m_context.console().warn(
                QStringLiteral("%1 seqs were not scanned: sync first for a whole answer.")
                    .arg(report.result.unknownSeqs));
        }
    }

    Result<void> write(const ReconcileReport &report, const QString &format, TimeZoneChoice zone)
    {
        const auto output = Output::open(m_arguments, m_context.console());
        if (!output)
            return Failure(output.error());
        QIODevice &device = (*output)->device();
        Result<void> written;
        if (format == QLatin1String("json"))
            written = writeReconcileJson(report, device);
        else if (format == QLatin1String("ndjson"))
            written = writeReconcileNdjson(report, device);
        else if (format == QLatin1String("csv"))
            written = writeReconcileCsv(report, device);
        else if (format == QLatin1String("html"))
            written = writeFindingHtml(report, zone, device);
        else
            written = (*output)->write(reconcileTable(report, zone, (*output)->columns()));
        return written ? (*output)->finish() : written;
    }

    Result<void> pack(const ReconcileReport &report)
    {
        if (!m_arguments.has(QLatin1String("recovery-pack")))
            return {};
        const QString directory = m_arguments.value(QLatin1String("recovery-pack"));
        const auto count = writeRecoveryPack(report, bodies(), directory);
        if (!count)
            return Failure(count.error());
        m_context.console().note(
            QStringLiteral("%1 missed events written to %2").arg(*count).arg(directory));
        return {};
    }

    const Arguments &m_arguments;
    CliContext &m_context;
    Cache &m_cache;
    ReconcileInput m_input;
    QStringList m_files;
    QStringList m_notRead;
    std::vector<UnreadableRow> m_unreadable;
};

} // namespace

ReconcileCommand::ReconcileCommand()
    : SessionCommand(
        {QStringLiteral("reconcile"),
         QStringLiteral("[EXECUTION...] --deliveries FILE..."),
         QStringLiteral("Find out which webhooks the receiver missed"),
         QStringLiteral("Compares the events in the cache with a receiver's own log: all cached "
                        "executions if none is named. The API is never asked; run gapline sync "
                        "first. A word that is no cached execution but a file is one more log.\n\n"
                        "Every expected event gets one verdict: delivered, late, rejected, "
                        "pending, missed, not-subscribed or no-evidence. Rows that match none are "
                        "foreign, unexpected, conflict or forged. Every format carries the "
                        "coverage: what was compared, up to where, and what was not.\n\n"
                        "Without --format, results that do not go to a terminal are json.")},
        fourFormats() + QStringList{QStringLiteral("html")},
        QStringLiteral("json"))
{ }

QList<QCommandLineOption> ReconcileCommand::ownOptions() const
{
    return reconcileOptions() + outputOptions(formats()) + timeOptions()
        + QList<QCommandLineOption>{offlineOption()};
}

SessionKind ReconcileCommand::kindOf(const Arguments & /*arguments*/) const
{
    return SessionKind::Offline;
}

Result<SessionCommand::Work> ReconcileCommand::prepare(const Arguments &arguments,
                                                       const SharedChoices &shared,
                                                       CliContext &context) const
{
    if (!arguments.has(QLatin1String("deliveries")))
        return usageError(QStringLiteral("reconcile needs a receiver's log: --deliveries FILE."));
    const auto receiver = receiverFrom(arguments, context.environment);
    if (!receiver)
        return Failure(receiver.error());
    const auto filter = findingFilterFrom(arguments);
    if (!filter)
        return Failure(filter.error());
    return [=, &arguments, &context, profile = *receiver, filter = *filter](Session &session) {
        return Comparison(arguments, context, session.cache())
            .run(profile, filter, shared.format, shared.zone);
    };
}

} // namespace Gapline
