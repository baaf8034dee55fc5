// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/report/csvwriter.h"
#include "core/report/executionreport.h"
#include "core/stream/streamrows.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Gapline {

enum class ExportFormat
{
    Csv,
    Ndjson,
    Html, ///< The report of one execution.
};

/// What to write, and where.
struct ExportRequest
{
    ExportFormat format = ExportFormat::Csv;
    QString file;
    /// CSV only: NDJSON holds events alone. Every gap within the seqs of `filter`, also those that the table leaves
    /// out because no event beside them is shown.
    bool includesGaps = true;
    EventFilter filter; ///< The one that the rows passed.
    CsvOptions csv;
    std::optional<ExecutionReport>
        report; ///< HTML only, and needed there: it names its own stream.
};

/// Writes what a view shows into a file, on the pool. The file appears whole or not at all. Lives on the UI thread;
/// destroying a job that runs cancels it and waits for its end (a chunk of rows at most).
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive the job.
    ExportJob(StreamRowsPtr rows, ExportRequest request, Cache &cache, QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    [[nodiscard]] const ExportRequest &request() const { return m_request; }
    /// Of the table, until the pool knows what the file gets.
    [[nodiscard]] qint64 totalRows() const { return m_shared->total.load(); }

public slots:
    void cancel();

signals:
    void progressed(qint64 rowsWritten);
    /// Once. The number of rows written, or FileUnwritable, CacheDamaged, Cancelled...
    void finished(const Gapline::Result<qint64> &rows);

private:
    /// What the pool thread shares with this object.
    struct Shared
    {
        std::atomic<qint64> total{0};
        std::atomic<qint64> written{0};
        std::atomic<bool> isCancelled{false};
    };

    StreamRowsPtr m_rows;
    ExportRequest m_request;
    Cache &m_cache;
    std::shared_ptr<Shared> m_shared;
    /// Its own: the writers use the global pool and block on it.
    QThreadPool m_pool;
    QFutureWatcher<Result<qint64>> m_watcher;
    QTimer m_progressTimer;
};

} // namespace Gapline
