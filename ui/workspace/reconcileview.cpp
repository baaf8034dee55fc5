// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/reconcileview.h"

#include "core/base/whenfinished.h"
#include "core/cache/casefile.h"
#include "core/deliverylog/logimport.h"
#include "core/reconcile/retryhorizon.h"

#include <QFileInfo>
#include <QMutex>
#include <QtConcurrent>

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

} // namespace

struct ReconcileView::Logs
{
    DeliveryTablePtr table;
    std::vector<UnreadableRow> unreadable;
};

struct ReconcileView::Outcome
{
    std::shared_ptr<const Logs> logs;
    ComparisonPtr comparison;
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

ReconcileView::ReconcileView(Cache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
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
            start(m_files, m_receiver, false);
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
    start(files, receiver, true);
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
    const auto work = [&cache = m_cache, comparison = m_comparison, request] {
        return writeFindings(*comparison, request, [&cache](qint64 bodyId) {
            return cache.loadBody(bodyId).result();
        });
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this,
              [this, request](const Result<qint64> &count) { emit exported(request, count); });
}

void ReconcileView::clear()
{
    cancel();
    m_runs.invalidate();
    m_again.stop();
    m_comparesAgain = false;
    m_shared.reset();
    m_logs.reset();
    setRunning(false);
    if (!std::exchange(m_files, {}).isEmpty())
        emit filesChanged();
    m_receiver = {};
    m_receiver.schedule = directSchedule();
    emit receiverChanged();
    if (std::exchange(m_comparison, nullptr))
        emit comparisonChanged();
}

void ReconcileView::start(const QStringList &files,
                          const ReceiverProfile &receiver,
                          bool readsFiles)
{
    cancel(); // An earlier run ends by itself, and its answer is stale.
    m_shared = std::make_shared<Shared>();
    const Generation::Ticket ticket = m_runs.begin();
    const auto work = [&cache = m_cache,
                       shared = m_shared,
                       files,
                       receiver,
                       logs = readsFiles ? nullptr : m_logs,
                       earlier = m_comparison] {
        return run(cache, *shared, files, receiver, logs, earlier);
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, ticket, files, receiver, readsFiles](const Result<Outcome> &outcome) {
            if (!m_runs.isCurrent(ticket))
                return;
            if (outcome && readsFiles) {
                m_files = files;
                m_receiver = receiver;
                emit filesChanged();
                emit receiverChanged();
            }
            finish(outcome, readsFiles);
        });
    setRunning(true);
}

Result<ReconcileView::Outcome> ReconcileView::run(Cache &cache,
                                                  Shared &shared,
                                                  const QStringList &files,
                                                  const ReceiverProfile &receiver,
                                                  std::shared_ptr<const Logs> logs,
                                                  const ComparisonPtr &earlier)
{
    using Stage = ReconcileProgress::Stage;
    if (!logs) {
        ImportSinks sinks;
        sinks.progress = [&shared](const QString &file, qint64 bytes) {
            return shared.tell(Stage::Reading, bytes, QFileInfo(file).size(), file);
        };
        auto imported = importLogs(files, receiver.mapping, receiver.secrets, sinks);
        if (!imported)
            return Failure(imported.error());
        if (imported->isCancelled)
            return stopped();
        logs = std::make_shared<Logs>(
            Logs{std::move(imported->table), std::move(imported->unreadable)});
    }
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
    set->notRead = record->notRead;
    set->others.clear();
    for (const QString &id : record->others)
        set->others.insert(ExecutionId(id));
    // Without logs of its own, so that it is never compared again with something else.
    return Outcome{
        nullptr,
        std::make_shared<const Comparison>(
            std::move(*set), record->deliveries, record->receiver, std::move(record->unreadable))};
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
        emit comparisonChanged();
        if (wasAsked)
            emit reconciled();
    }
    if (std::exchange(m_comparesAgain, false) && m_logs)
        m_again.start();
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
