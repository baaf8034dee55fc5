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

/// How a log file stands to what was imported from it.
enum class LogFileStanding
{
    Same,
    Changed, ///< Other size or time: the receiver may have logged more.
    Gone,
};

/// Where the rows that are compared come from.
struct LogOrigin
{
    struct File
    {
        QString name;
        LogFileStanding standing = LogFileStanding::Same;
    };
    EpochMs importedAt; ///< Of a case file: when it was written.
    QList<File> files;
    bool isKept = false; ///< In the cache: compared again after a restart, also without the files.
    bool isCase = false; ///< The one file is a case file.
    QStringList notes; ///< Of a case file.
};

/// What to keep in a case file, and where: the same content as `gapline reconcile --case-file`.
struct CaseExport
{
    QString file;
    QStringList notes;
    bool isMasked = true; ///< Payload values that may be secrets are left out.
};

/// The receiver's logs that were read, what the user says of the receiver, and what their comparison with the cached
/// executions gave: the state that all views of it share, one signal each. Reading and comparing run on the pool over
/// immutable snapshots; late answers are dropped. Compares again, without reading again, when the cache has changed.
/// Lives on the UI thread; destroying it cancels what runs and waits for its end (a chunk of a file at most).
class ReconcileView : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    ReconcileView(Cache &cache, const Clock &clock, QObject *parent = nullptr);
    ~ReconcileView() override;

    [[nodiscard]] const QStringList &files() const { return m_files; }
    [[nodiscard]] const ReceiverProfile &receiver() const { return m_receiver; }
    /// Null until logs were read and compared.
    [[nodiscard]] const ComparisonPtr &comparison() const { return m_comparison; }
    /// The payloads at hand are those of a masked case file: nothing can be sent or recovered from them.
    [[nodiscard]] bool isMasked() const { return m_case && m_case->isMasked; }
    [[nodiscard]] bool isCase() const { return m_case != nullptr; }
    /// What is shown came from logs, and not from a case file.
    [[nodiscard]] bool canReadAgain() const { return m_logs != nullptr; }
    /// Looks at the files as they are now; nothing without logs.
    [[nodiscard]] std::optional<LogOrigin> origin() const;
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] ReconcileProgress progress() const;

public slots:
    /// Reads the same files again, for what the receiver has logged since.
    void readAgain();
    /// Compares the rows that are there with the receiver as it is stated now, without reading a file; mapping and secrets
    /// do not change what was read.
    void compareWith(const Gapline::ReceiverProfile &receiver);
    /// Compares what was imported for the receiver before, from the cache; where there is nothing, reads `files`, if all
    /// are there.
    void openKept(const Gapline::ReceiverProfile &receiver, const QStringList &files);
    /// Takes the imported log out of the cache, and the comparison with it.
    void forgetLogs();
    /// Reads the files and compares them with everything in the cache. What was compared before stands until then, and
    /// when this is cancelled or fails.
    void reconcile(const QStringList &files, const Gapline::ReceiverProfile &receiver);
    /// Shows the comparison that a case file holds; the cache that is open must be that file.
    void openCase(const QString &file);
    void cancel();
    /// Writes what was found, on the pool; exported() follows. Nothing happens without a comparison.
    void exportFindings(const Gapline::FindingExport &request);
    /// Writes the whole comparison, on the pool; caseSaved() follows. Nothing happens without a comparison.
    void saveCase(const Gapline::CaseExport &request);
    /// Forgets logs and comparison; the cache's profile is left.
    void clear();

signals:
    void filesChanged();
    void receiverChanged();
    void comparisonChanged();
    void originChanged();
    void progressChanged();
    /// A comparison that reconcile() asked for has come to its end.
    void reconciled();
    void exported(const Gapline::FindingExport &request, const Gapline::Result<qint64> &count);
    void caseSaved(const Gapline::CaseExport &request, const Gapline::Result<void> &done);
    void failed(const Gapline::Error &error);

private:
    struct Logs;
    struct CaseFacts
    {
        EpochMs createdAt;
        QStringList notes;
        bool isMasked = false;
    };
    struct Shared;
    struct Outcome;
    enum class Source
    {
        Files,
        Kept, ///< In the cache, else the files.
        Present, ///< The logs that are compared already, with another receiver.
        Again, ///< Nothing but the cache has changed.
    };

    void start(const QStringList &files, const ReceiverProfile &receiver, Source source);
    void finish(const Result<Outcome> &outcome, bool wasAsked);
    void keep();
    [[nodiscard]] static Result<Outcome> runCase(Cache &cache, Shared &shared, const QString &file);
    void setRunning(bool isRunning);
    [[nodiscard]] static Result<Outcome> run(Cache &cache,
                                             Shared &shared,
                                             const ReceiverProfile &receiver,
                                             std::shared_ptr<const Logs> logs,
                                             const ComparisonPtr &earlier);
    [[nodiscard]] static Result<std::shared_ptr<const Logs>> readFiles(
        Shared &shared, const QStringList &files, const ReceiverProfile &receiver, EpochMs now);
    [[nodiscard]] static Result<std::shared_ptr<const Logs>> loadKept(Cache &cache,
                                                                      const QString &receiver);

    Cache &m_cache;
    const Clock &m_clock;
    QStringList m_files;
    ReceiverProfile m_receiver;
    std::shared_ptr<const Logs> m_logs;
    std::shared_ptr<const CaseFacts> m_case; ///< Where the comparison comes from a case file.
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
