// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/reconcileview.h"

#include "core/base/whenfinished.h"
#include "core/cache/casefile.h"
#include "core/deliverylog/logimport.h"
#include "core/handover/casefiles.h"
#include "core/reconcile/retryhorizon.h"

#include <QDateTime>
#include <QFileInfo>
#include <QMutex>
#include <QtConcurrent>

#include <algorithm>
#include <span>
#include <utility>

namespace Gapline {
namespace {

// A sync changes the cache many times a second; the numbers may follow it at leisure.
constexpr std::chrono::milliseconds kComparesAgainAfter{700};
constexpr std::chrono::milliseconds kProgressEvery{100};

Failure stopped()
{
    return failure(ErrorId::Cancelled, QStringLiteral("The comparison was stopped."));
}

StreamSource sourceOf(Cache &cache)
{
    return {[&cache](const ExecutionId &id, const EventStreamPtr &base) {
                return cache.loadStream(id, base).result();
            },
            [&cache](qint64 bodyId) { return cache.loadBody(bodyId).result(); }};
}

LogFileState stateOf(const QString &file)
{
    const QFileInfo info(file);
    const QDateTime modified = info.lastModified();
    return {info.size(),
            modified.isValid() ? std::optional(fromEpochMs(modified.toMSecsSinceEpoch()))
                               : std::nullopt};
}

} // namespace

struct ReconcileView::Logs
{
    DeliveryTablePtr table;
    std::vector<UnreadableRow> unreadable;
    EpochMs importedAt;
    std::vector<LogFileState> files; ///< As they were when they were read.
    bool isKept = false;
};

struct ReconcileView::Outcome
{
    std::shared_ptr<const Logs> logs;
    ComparisonPtr comparison;
    std::shared_ptr<const CaseFacts> caseFacts{};
};

/// What the pool thread shares with this object.
struct ReconcileView::Shared
{
    std::atomic<bool> isCancelled{false};
    QMutex mutex;
    ReconcileProgress progress;

    /// False once cancelled.
    bool tell(ReconcileProgress::Stage stage, qint64 done, qint64 total, const QString &file = {})
    {
        const QMutexLocker lock(&mutex);
        progress = {stage, file, done, total};
        return !isCancelled;
    }
};

ReconcileView::ReconcileView(Cache &cache, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_clock(clock)
{
    m_receiver.schedule = directSchedule();
    m_pool.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    m_again.setInterval(kComparesAgainAfter);
    m_progressTimer.setInterval(kProgressEvery);
    connect(&m_progressTimer, &QTimer::timeout, this, &ReconcileView::progressChanged);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_isRunning)
            m_comparesAgain = true;
        else if (m_logs)
            start(m_files, m_receiver, Source::Again);
    });
    const auto noteChange = [this] {
        if (m_logs && !m_again.isActive())
            m_again.start();
    };
    connect(&cache, &Cache::streamChanged, this, noteChange);
    connect(&cache, &Cache::executionsChanged, this, noteChange);
}

ReconcileView::~ReconcileView()
{
    if (m_shared)
        m_shared->isCancelled = true;
    m_pool.waitForDone();
}

ReconcileProgress ReconcileView::progress() const
{
    if (!m_shared)
        return {};
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->progress;
}

void ReconcileView::reconcile(const QStringList &files, const ReceiverProfile &receiver)
{
    start(files, receiver, Source::Files);
}

void ReconcileView::readAgain()
{
    if (!m_logs)
        return;
    start(m_files, m_receiver, Source::Files);
}

void ReconcileView::compareWith(const ReceiverProfile &receiver)
{
    if (m_logs)
        start(m_files, receiver, Source::Present);
}

void ReconcileView::openKept(const ReceiverProfile &receiver, const QStringList &files)
{
    start(files, receiver, Source::Kept);
}

void ReconcileView::forgetLogs()
{
    if (!m_logs)
        return;
    // On the pool, behind what may still be keeping it.
    const auto work = [&cache = m_cache, receiver = m_receiver.name] {
        return cache.forgetLog(receiver).result();
    };
    whenFinished(QtConcurrent::run(&m_pool, work)).then(this, [this](const Result<bool> &done) {
        if (!done)
            emit failed(done.error());
    });
    clear();
}

std::optional<LogOrigin> ReconcileView::origin() const
{
    if (m_case)
        return LogOrigin{m_case->createdAt, {{m_files.value(0)}}, false, true, m_case->notes};
    if (!m_logs)
        return std::nullopt;
    LogOrigin origin{m_logs->importedAt, {}, m_logs->isKept, false, {}};
    for (size_t i = 0; i < m_logs->table->files().size(); ++i) {
        const QString &name = m_logs->table->files()[i].name;
        LogFileStanding standing = LogFileStanding::Same;
        if (!QFileInfo::exists(name))
            standing = LogFileStanding::Gone;
        else if (i >= m_logs->files.size() || stateOf(name) != m_logs->files[i])
            standing = LogFileStanding::Changed;
        origin.files.append({name, standing});
    }
    return origin;
}

void ReconcileView::openCase(const QString &file)
{
    cancel();
    m_shared = std::make_shared<Shared>();
    const Generation::Ticket ticket = m_runs.begin();
    const auto work = [&cache = m_cache, shared = m_shared, file] {
        return runCase(cache, *shared, file);
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, ticket, file](const Result<Outcome> &outcome) {
            if (!m_runs.isCurrent(ticket))
                return;
            if (outcome) {
                m_files = {file};
                m_receiver = outcome->comparison->input().receiver;
                emit filesChanged();
                emit receiverChanged();
            }
            finish(outcome, true);
        });
    setRunning(true);
}

void ReconcileView::cancel()
{
    if (m_shared)
        m_shared->isCancelled = true;
}

void ReconcileView::exportFindings(const FindingExport &request)
{
    if (!m_comparison)
        return;
    if (isMasked() && request.format == FindingFormat::RecoveryPack) {
        emit exported(request,
                      failure(ErrorId::FileMalformed,
                              tr("The payloads of this case file are masked: make the recovery "
                                 "pack where the cache is.")));
        return;
    }
    const auto work = [&cache = m_cache, comparison = m_comparison, request] {
        return writeFindings(*comparison, request, [&cache](qint64 bodyId) {
            return cache.loadBody(bodyId).result();
        });
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this,
              [this, request](const Result<qint64> &count) { emit exported(request, count); });
}

void ReconcileView::saveCase(const CaseExport &request)
{
    if (!m_comparison)
        return;
    const auto work = [&cache = m_cache,
                       comparison = m_comparison,
                       request,
                       // What is masked stays so, whatever is asked for.
                       isMasked = request.isMasked || isMasked(),
                       now = m_clock.now()] {
        return writeCase(request.file, *comparison, cache, request.notes, isMasked, now);
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, request](const Result<void> &done) { emit caseSaved(request, done); });
}

void ReconcileView::clear()
{
    cancel();
    m_runs.invalidate();
    m_again.stop();
    m_comparesAgain = false;
    m_shared.reset();
    m_logs.reset();
    m_case.reset();
    setRunning(false);
    if (!std::exchange(m_files, {}).isEmpty())
        emit filesChanged();
    m_receiver = {};
    m_receiver.schedule = directSchedule();
    emit receiverChanged();
    if (std::exchange(m_comparison, nullptr))
        emit comparisonChanged();
    emit originChanged();
}

void ReconcileView::start(const QStringList &files, const ReceiverProfile &receiver, Source source)
{
    cancel(); // An earlier run ends by itself, and its answer is stale.
    m_shared = std::make_shared<Shared>();
    const Generation::Ticket ticket = m_runs.begin();
    const auto work = [&cache = m_cache,
                       shared = m_shared,
                       files,
                       receiver,
                       source,
                       now = m_clock.now(),
                       present = m_logs,
                       earlier = m_comparison]() -> Result<Outcome> {
        if (source == Source::Again)
            return run(cache, *shared, receiver, present, earlier);
        if (source == Source::Present) {
            auto logs = std::make_shared<Logs>(*present);
            logs->isKept = false; // The receiver may have another name.
            return run(cache, *shared, receiver, logs, earlier);
        }
        auto logs = source == Source::Kept ? loadKept(cache, receiver.name) : nullptr;
        if (logs && !*logs) {
            // What was read before may have gone since: that is no error of today.
            const bool isGone =
                files.isEmpty() || !std::ranges::all_of(files, [](const QString &file) {
                    return QFileInfo(file).isFile();
                });
            if (source == Source::Kept && isGone)
                return stopped();
            logs = readFiles(*shared, files, receiver, now);
        }
        if (!logs)
            return Failure(logs.error());
        return run(cache, *shared, receiver, *logs, earlier);
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, ticket, receiver, source](const Result<Outcome> &outcome) {
            if (!m_runs.isCurrent(ticket))
                return;
            const bool isNew = source != Source::Again;
            if (outcome && isNew) {
                m_files.clear();
                for (const DeliveryFile &file : outcome->logs->table->files())
                    m_files.append(file.name);
                m_receiver = receiver;
                emit filesChanged();
                emit receiverChanged();
            }
            finish(outcome, isNew);
        });
    setRunning(true);
}

Result<std::shared_ptr<const ReconcileView::Logs>> ReconcileView::readFiles(
    Shared &shared, const QStringList &files, const ReceiverProfile &receiver, EpochMs now)
{
    using Stage = ReconcileProgress::Stage;
    auto logs = std::make_shared<Logs>();
    // Before they are read: what is written meanwhile is seen as a change.
    for (const QString &file : files)
        logs->files.push_back(stateOf(file));
    ImportSinks sinks;
    sinks.progress = [&shared](const QString &file, qint64 bytes) {
        return shared.tell(Stage::Reading, bytes, QFileInfo(file).size(), file);
    };
    auto imported = importLogs(files, receiver.mapping, receiver.secrets, sinks);
    if (!imported)
        return Failure(imported.error());
    if (imported->isCancelled)
        return stopped();
    logs->table = std::move(imported->table);
    logs->unreadable = std::move(imported->unreadable);
    logs->importedAt = now;
    return logs;
}

/// Null when nothing was imported for the receiver.
Result<std::shared_ptr<const ReconcileView::Logs>> ReconcileView::loadKept(Cache &cache,
                                                                           const QString &receiver)
{
    const auto packed = cache.loadLog(receiver).result();
    if (!packed)
        return Failure(packed.error());
    if (!*packed)
        return nullptr;
    auto kept = unpackLog(**packed);
    if (!kept)
        return Failure(kept.error());
    return std::make_shared<const Logs>(Logs{kept->deliveries,
                                             std::move(kept->unreadable),
                                             kept->importedAt,
                                             std::move(kept->files),
                                             true});
}

Result<ReconcileView::Outcome> ReconcileView::run(Cache &cache,
                                                  Shared &shared,
                                                  const ReceiverProfile &receiver,
                                                  std::shared_ptr<const Logs> logs,
                                                  const ComparisonPtr &earlier)
{
    using Stage = ReconcileProgress::Stage;
    const auto cached = cache.loadExecutions().result();
    if (!cached)
        return Failure(cached.error());
    auto set = loadReconcileSet(
        *cached,
        {},
        sourceOf(cache),
        [&shared](qint64 loaded, qint64 total) {
            return shared.tell(Stage::Loading, loaded, total);
        },
        earlier ? std::span(earlier->input().executions) : std::span<const ReconcileExecution>());
    if (!set)
        return Failure(set.error());
    if (!shared.tell(Stage::Comparing, 0, 0))
        return stopped();
    return Outcome{logs,
                   std::make_shared<const Comparison>(
                       std::move(*set), logs->table, receiver, logs->unreadable)};
}

Result<ReconcileView::Outcome>
ReconcileView::runCase(Cache &cache, Shared &shared, const QString &file)
{
    using Stage = ReconcileProgress::Stage;
    auto record = readCaseFile(file);
    if (!record)
        return Failure(record.error());
    const auto cached = cache.loadExecutions().result();
    if (!cached)
        return Failure(cached.error());
    QList<ExecutionId> compared;
    for (const QString &id : record->compared)
        compared.append(ExecutionId(id));
    auto set = loadReconcileSet(*cached, compared, sourceOf(cache), [&](qint64 done, qint64 total) {
        return shared.tell(Stage::Loading, done, total);
    });
    if (!set)
        return Failure(set.error());
    restoreSet(*set, *record);
    // Without logs of its own, so that it is never compared again with something else.
    return Outcome{
        nullptr,
        std::make_shared<const Comparison>(
            std::move(*set), record->deliveries, record->receiver, std::move(record->unreadable)),
        std::make_shared<const CaseFacts>(
            CaseFacts{record->createdAt, record->notes, record->isMasked})};
}

void ReconcileView::finish(const Result<Outcome> &outcome, bool wasAsked)
{
    m_shared.reset();
    setRunning(false);
    if (!outcome) {
        if (!outcome.error().isCancelled())
            emit failed(outcome.error());
    } else {
        m_logs = outcome->logs;
        m_comparison = outcome->comparison;
        m_case = outcome->caseFacts;
        emit comparisonChanged();
        emit originChanged();
        if (wasAsked)
            emit reconciled();
        if (wasAsked && m_logs && !m_logs->isKept)
            keep();
    }
    if (std::exchange(m_comparesAgain, false) && m_logs)
        m_again.start();
}

/// Into the cache, after it is shown: a log of a million rows takes a moment.
void ReconcileView::keep()
{
    const auto work = [&cache = m_cache, logs = m_logs, receiver = m_receiver.name] {
        return cache
            .storeLog({receiver, logs->importedAt, logs->table, logs->files, logs->unreadable})
            .result();
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, logs = m_logs](const Result<void> &stored) {
            // Of a cache that can only be read it is said already that nothing is kept.
            if (!stored && stored.error().id != ErrorId::CacheReadOnly)
                emit failed(stored.error());
            if (!stored || logs != m_logs)
                return;
            auto kept = std::make_shared<Logs>(*logs);
            kept->isKept = true;
            m_logs = kept;
            emit originChanged();
        });
}

void ReconcileView::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    if (isRunning)
        m_progressTimer.start();
    else
        m_progressTimer.stop();
    emit progressChanged();
}

} // namespace Gapline
