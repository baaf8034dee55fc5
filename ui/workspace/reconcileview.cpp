// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whenfinished.h"
#include "core/handover/casefiles.h"
#include "core/reconcile/retryhorizon.h"
#include "ui/workspace/reconcileview_p.h"

#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

// A sync changes the cache many times a second; the numbers may follow it at leisure.
constexpr std::chrono::milliseconds kComparesAgainAfter{700};
constexpr std::chrono::milliseconds kProgressEvery{100};

} // namespace

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
        else if (i >= m_logs->files.size() || logFileState(name) != m_logs->files[i])
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
                return comparisonStopped();
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
