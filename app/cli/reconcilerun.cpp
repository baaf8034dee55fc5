// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reconcilerun.h"

#include "app/cli/countedword.h"
#include "app/cli/output.h"
#include "app/cli/reconciletable.h"
#include "app/cli/triagereport.h"
#include "core/deliverylog/logimport.h"
#include "core/domain/timetext.h"
#include "core/handover/casefiles.h"
#include "core/report/comparison.h"
#include "core/report/findingreport.h"
#include "core/report/recoverypack.h"

#include <QFileInfo>

#include <algorithm>

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
class ReconcileRun
{
public:
    ReconcileRun(const Arguments &arguments, CliContext &context, Cache &cache)
        : m_arguments(arguments)
        , m_context(context)
        , m_cache(cache)
    { }

    Result<ExitStatus> run(const ReceiverProfile &receiver,
                           const FindingFilter &filter,
                           const QString &format,
                           TimeZoneChoice zone)
    {
        const auto comparison =
            m_arguments.has(QLatin1String("case")) ? openCase() : compare(receiver);
        if (!comparison)
            return Failure(comparison.error());
        if (const auto packable = checkPack(); !packable)
            return Failure(packable.error());
        const ReconcileReport report = (*comparison)->report(filter);
        warnOf(report);
        if (const auto written = write(report, format, zone); !written)
            return Failure(written.error());
        if (const auto packed = pack(report); !packed)
            return Failure(packed.error());
        if (const auto kept = keepCase(**comparison); !kept)
            return Failure(kept.error());
        return checked(report.result.totals.of(Verdict::Missed),
                       *(*comparison)->input().deliveries);
    }

    /// `listed`: what executions/list named just now; nothing when the cache answers.
    Result<ExitStatus> runTriage(const ReceiverProfile &receiver,
                                 const std::optional<QList<ExecutionId>> &listed,
                                 const SharedChoices &shared)
    {
        const auto cached = m_cache.loadExecutions().result();
        if (!cached)
            return Failure(cached.error());
        const Targets targets = targetsFrom(*cached);
        if (!targets.executions.isEmpty()) {
            return usageError(QStringLiteral("--triage looks at all executions, and \"%1\" is no "
                                             "file: name only logs beside it.")
                                  .arg(targets.executions.constFirst().text()));
        }
        m_files = targets.files;
        const auto logs = readLogs(receiver);
        if (!logs)
            return Failure(logs.error());
        QSet<ExecutionId> wanted;
        for (const ExecutionId &id : listed.value_or(QList<ExecutionId>()))
            wanted.insert(id);
        QList<Execution> executions;
        for (const CachedExecution &execution : *cached) {
            const bool isListed = !listed || wanted.contains(execution.execution.executionId);
            if (execution.hasView && isListed)
                executions.append(execution.execution);
        }
        const Triage result = triage(executions, *logs->table, receiver);
        const auto written =
            writeReport(m_arguments, m_context.console(), [&](const Output &output) {
                return triageText(result, shared.format, shared.zone, output.columns());
            });
        if (!written)
            return written;
        return checked(result.of(TriageVerdict::Lacking), *logs->table);
    }

private:
    /// What --check says. A log of which nothing was read proves neither that webhooks came nor that they did not.
    Result<ExitStatus> checked(qint64 missed, const DeliveryTable &table) const
    {
        if (!m_arguments.has(QLatin1String("check")))
            return ExitStatus::Done;
        for (const DeliveryFile &file : table.files()) {
            if (file.rows == 0 || file.rejected < file.rows)
                continue;
            return failure(
                ErrorId::FileMalformed,
                QStringLiteral("Nothing can be checked with %1: of its %2, none could be read.")
                    .arg(file.name, counted(file.rows, QLatin1String("row"))));
        }
        return missed > 0 ? ExitStatus::MissedWebhooks : ExitStatus::Done;
    }

    Result<ComparisonPtr> compare(const ReceiverProfile &receiver)
    {
        const auto cached = m_cache.loadExecutions().result();
        if (!cached)
            return Failure(cached.error());
        const Targets targets = targetsFrom(*cached);
        m_files = targets.files;
        auto set = loadSet(*cached, targets.executions);
        if (!set)
            return Failure(set.error());
        auto logs = readLogs(receiver);
        if (!logs)
            return Failure(logs.error());
        return std::make_shared<const Comparison>(
            std::move(*set), logs->table, receiver, std::move(logs->unreadable));
    }

    Result<ComparisonPtr> openCase()
    {
        auto record = readCaseFile(m_arguments.value(QLatin1String("case")));
        if (!record)
            return Failure(record.error());
        const auto cached = m_cache.loadExecutions().result();
        if (!cached)
            return Failure(cached.error());
        QList<ExecutionId> compared;
        for (const QString &id : record->compared)
            compared.append(ExecutionId(id));
        auto set = loadSet(*cached, compared);
        if (!set)
            return Failure(set.error());
        restoreSet(*set, *record);
        for (const QString &note : record->notes)
            m_context.console().warn(QStringLiteral("note: ") + note);
        m_isMasked = record->isMasked;
        return std::make_shared<const Comparison>(
            std::move(*set), record->deliveries, record->receiver, std::move(record->unreadable));
    }

    Result<void> keepCase(const Comparison &comparison)
    {
        if (!m_arguments.has(QLatin1String("case-file")))
            return {};
        const QString file = m_arguments.value(QLatin1String("case-file"));
        const auto written = writeCase(file,
                                       comparison,
                                       m_cache,
                                       m_arguments.values(QLatin1String("note")),
                                       !m_arguments.has(QLatin1String("unmasked")),
                                       m_context.clock().now());
        if (written)
            m_context.console().note(QStringLiteral("case file written to %1").arg(file));
        return written;
    }

    Result<ReconcileSet> loadSet(const QList<CachedExecution> &cached,
                                 const QList<ExecutionId> &wanted)
    {
        const StreamSource source{[this](const ExecutionId &id, const EventStreamPtr &base) {
                                      return m_cache.loadStream(id, base).result();
                                  },
                                  bodies()};
        auto set = loadReconcileSet(cached, wanted, source, [this](qint64 loaded, qint64 total) {
            m_context.console().progress(QStringLiteral("%1 of %2 read")
                                             .arg(loaded)
                                             .arg(counted(total, QLatin1String("execution"))));
            return !Interrupt::isRequested();
        });
        if (!set && set.error().isCancelled())
            return stopped();
        m_context.console().endProgress();
        return set;
    }

    /// QCommandLineParser gives an option one value: of `--deliveries a.log b.log` the second is left over.
    Targets targetsFrom(const QList<CachedExecution> &cached) const
    {
        QSet<ExecutionId> known;
        for (const CachedExecution &execution : cached)
            known.insert(execution.execution.executionId);
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

    BodySource bodies()
    {
        return [this](qint64 bodyId) { return m_cache.loadBody(bodyId).result(); };
    }

    /// What the window keeps of a log.
    Result<LogImport> importedLog(const QString &receiver)
    {
        const auto packed = m_cache.loadLog(receiver).result();
        if (!packed)
            return Failure(packed.error());
        if (!*packed) {
            return failure(ErrorId::CacheNotStored,
                           QStringLiteral("No log of \"%1\" is in the cache; gapline cache info "
                                          "names those that are.")
                               .arg(receiver));
        }
        const auto log = unpackLog(**packed);
        if (!log)
            return Failure(log.error());
        m_context.console().note(QStringLiteral("log imported %1").arg(isoTime(log->importedAt)));
        return LogImport{log->deliveries, log->unreadable, false};
    }

    Result<LogImport> readLogs(const ReceiverProfile &receiver)
    {
        if (m_arguments.has(QLatin1String("imported")) && !m_files.isEmpty()) {
            return usageError(
                QStringLiteral("--imported brings its own deliveries, and \"%1\" is one more log.")
                    .arg(m_files.constFirst()));
        }
        if (m_arguments.has(QLatin1String("imported")))
            return importedLog(m_arguments.value(QLatin1String("imported")));
        if (const auto kept = checkInputsAreKept(m_arguments, m_files); !kept)
            return Failure(kept.error());
        ImportSinks sinks;
        sinks.rejected = [this](const QString &file, const RejectedRow &row) {
            m_context.console().note(
                QStringLiteral("%1:%2: %3").arg(file).arg(row.line).arg(row.reason));
        };
        sinks.progress = [this](const QString &file, qint64 bytes) {
            m_context.console().progress(
                QStringLiteral("%1: %2 MiB read").arg(file).arg(bytes / (1024 * 1024)));
            return !Interrupt::isRequested();
        };
        sinks.fileRead = [this](const QString &file, const LogReading &reading) {
            m_context.console().endProgress();
            if (reading.rows == 0 && !reading.isCancelled) {
                m_context.console().warn(
                    QStringLiteral("%1 holds no rows: it shows no delivery, and without --span it "
                                   "covers no time in which one could be missed.")
                        .arg(file));
            }
            if (reading.rejected > 0 && !reading.isCancelled) {
                m_context.console().warn(QStringLiteral("%1: %2 of %3 rows could not be read.")
                                             .arg(file)
                                             .arg(reading.rejected)
                                             .arg(reading.rows));
            }
            if (!reading.problem.isEmpty() && !reading.isCancelled) {
                m_context.console().warn(
                    QStringLiteral("%1: %2: how many rows follow is not known. Where another log "
                                   "goes on, what they held counts as missed; say with --span what "
                                   "is covered.")
                        .arg(file, reading.problem));
            }
            if (reading.timesUnread > 0 && !reading.isCancelled) {
                m_context.console().warn(
                    QStringLiteral(
                        "%1: %2 of %3 rows %4 a time that cannot be read or lies outside the "
                        "years 2000 to 2100, and is not taken for when it came.")
                        .arg(file)
                        .arg(reading.timesUnread)
                        .arg(reading.rows)
                        .arg(reading.timesUnread == 1 ? QStringLiteral("has")
                                                      : QStringLiteral("have")));
            }
        };
        auto logs = importLogs(m_files, receiver.mapping, receiver.secrets, sinks);
        if (logs && logs->isCancelled)
            return stopped();
        return logs;
    }

    void warnOf(const ReconcileReport &report)
    {
        for (const SubscriptionProblem &problem : report.subscriptionProblems)
            m_context.console().warn(QStringLiteral("--subscribed: ") + problemInWords(problem));
        for (const ExecutionId &id : report.input.receiver.ownWebhook) {
            const auto isIt = [&id](const ReconcileExecution &execution) {
                return execution.stream->executionId() == id;
            };
            if (std::ranges::none_of(report.input.executions, isIt)) {
                m_context.console().warn(
                    QStringLiteral("--override: \"%1\" is not among the executions compared.")
                        .arg(id.text()));
            }
        }
        if (report.result.unknownSeqs > 0) {
            m_context.console().warn(
                QStringLiteral("Not scanned: %1. Sync first for a whole answer.")
                    .arg(counted(report.result.unknownSeqs, QLatin1String("seq"))));
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
            written = writeReconcileTable(report, zone, (*output)->columns(), device);
        return written ? (*output)->finish() : written;
    }

    /// Before the report is written: half an answer would look like a whole one.
    Result<void> checkPack() const
    {
        const QString directory = m_arguments.value(QLatin1String("recovery-pack"));
        if (directory.isEmpty())
            return {};
        if (m_isMasked) {
            return failure(ErrorId::FileMalformed,
                           QStringLiteral("The payloads of this case file are masked: make the "
                                          "recovery pack where the cache is."));
        }
        if (const QFileInfo there(directory); there.exists() && !there.isDir()) {
            return failure(ErrorId::FileUnwritable,
                           QStringLiteral("\"%1\" is no folder.").arg(directory));
        }
        return {};
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
    QStringList m_files;
    bool m_isMasked = false; ///< The payloads at hand are those of a masked case file.
};

} // namespace

Result<ExitStatus> runReconcile(const ReconcileChoices &choices,
                                const Arguments &arguments,
                                const SharedChoices &shared,
                                CliContext &context,
                                Cache &cache)
{
    return ReconcileRun(arguments, context, cache)
        .run(choices.receiver, choices.filter, shared.format, shared.zone);
}

Result<ExitStatus> runTriage(const ReceiverProfile &receiver,
                             const std::optional<QList<ExecutionId>> &listed,
                             const Arguments &arguments,
                             const SharedChoices &shared,
                             CliContext &context,
                             Cache &cache)
{
    return ReconcileRun(arguments, context, cache).runTriage(receiver, listed, shared);
}

} // namespace Gapline
