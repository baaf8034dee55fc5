// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/cache/cache.h"
#include "core/report/comparison.h"
#include "ui/workspace/findingexport.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Gapline {

/// How far a comparison is.
struct ReconcileProgress
{
    enum class Stage
    {
        Idle,
        Reading, ///< `done` and `total` are bytes of `file`.
        Loading, ///< Executions.
        Comparing,
    };
    Stage stage = Stage::Idle;
    QString file;
    qint64 done = 0;
    qint64 total = 0;
};

/// The receiver's logs that were read, what the user says of the receiver, and what their comparison with the cached
/// executions gave: the state that all views of it share, one signal each. Reading and comparing run on the pool over
/// immutable snapshots; late answers are dropped. Compares again, without reading again, when the cache has changed.
/// Lives on the UI thread; destroying it cancels what runs and waits for its end (a chunk of a file at most).
class ReconcileView : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive the view.
    explicit ReconcileView(Cache &cache, QObject *parent = nullptr);
    ~ReconcileView() override;

    [[nodiscard]] const QStringList &files() const { return m_files; }
    [[nodiscard]] const ReceiverProfile &receiver() const { return m_receiver; }
    /// Null until logs were read and compared.
    [[nodiscard]] const ComparisonPtr &comparison() const { return m_comparison; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] ReconcileProgress progress() const;

public slots:
    /// Reads the files and compares them with everything in the cache. What was compared before stands until then, and
    /// when this is cancelled or fails.
    void reconcile(const QStringList &files, const Gapline::ReceiverProfile &receiver);
    /// Shows the comparison that a case file holds; the cache that is open must be that file.
    void openCase(const QString &file);
    void cancel();
    /// Writes what was found, on the pool; exported() follows. Nothing happens without a comparison.
    void exportFindings(const Gapline::FindingExport &request);
    /// Forgets logs and comparison; the cache's profile is left.
    void clear();

signals:
    void filesChanged();
    void receiverChanged();
    void comparisonChanged();
    void progressChanged();
    /// A comparison that reconcile() asked for has come to its end.
    void reconciled();
    void exported(const Gapline::FindingExport &request, const Gapline::Result<qint64> &count);
    void failed(const Gapline::Error &error);

private:
    struct Logs;
    struct Shared;
    struct Outcome;

    void start(const QStringList &files, const ReceiverProfile &receiver, bool readsFiles);
    void finish(const Result<Outcome> &outcome, bool wasAsked);
    [[nodiscard]] static Result<Outcome> runCase(Cache &cache, Shared &shared, const QString &file);
    void setRunning(bool isRunning);
    [[nodiscard]] static Result<Outcome> run(Cache &cache,
                                             Shared &shared,
                                             const QStringList &files,
                                             const ReceiverProfile &receiver,
                                             std::shared_ptr<const Logs> logs,
                                             const ComparisonPtr &earlier);

    Cache &m_cache;
    QStringList m_files;
    ReceiverProfile m_receiver;
    std::shared_ptr<const Logs> m_logs;
    ComparisonPtr m_comparison;
    bool m_isRunning = false;
    bool m_comparesAgain = false; ///< The cache changed while one ran.
    std::shared_ptr<Shared> m_shared; ///< With the run that is under way.
    Generation m_runs;
    QTimer m_again;
    QTimer m_progressTimer;
    /// Its own: the work waits for the cache, and others use the global pool.
    QThreadPool m_pool;
};

} // namespace Gapline
