// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/exportjob.h"

#include "core/domain/wording.h"
#include "core/report/ndjsonwriter.h"

#include <QDir>
#include <QSaveFile>
#include <QtConcurrent>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kProgressInterval{100};

/// The same events with the gaps that the command line exports (--with-gaps), whichever of them the table shows.
StreamRows csvRows(const StreamRows &shown, const ExportRequest &request)
{
    const GapRows gapRows = request.includesGaps ? GapRows::All : GapRows::None;
    return {shown.stream(), shown.eventIndexes(), request.filter, gapRows};
}

Result<qint64> writeTo(QIODevice &file,
                       const StreamRows &rows,
                       const ExportRequest &request,
                       const PayloadSource &payloads,
                       const KeepGoing &keepGoing)
{
    switch (request.format) {
    case ExportFormat::Csv:
        return writeCsv(rows, payloads, request.csv, file, keepGoing);
    case ExportFormat::Ndjson:
        return writeNdjson(rows, payloads, file, keepGoing);
    case ExportFormat::Html:
        break;
    }
    return writeExecutionReport(*request.report, payloads, file, keepGoing);
}

Result<qint64> writeRows(const StreamRows &rows,
                         const ExportRequest &request,
                         const PayloadSource &payloads,
                         const KeepGoing &keepGoing)
{
    QSaveFile file(request.file);
    const auto unwritable = [&file] {
        return failure(ErrorId::FileUnwritable,
                       CoreText::tr("%1 could not be written: %2")
                           .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    const Result<qint64> written = writeTo(file, rows, request, payloads, keepGoing);
    if (!written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit())
        return unwritable();
    return written;
}

} // namespace

ExportJob::ExportJob(StreamRowsPtr rows, ExportRequest request, Cache &cache, QObject *parent)
    : QObject(parent)
    , m_rows(request.report ? std::make_shared<StreamRows>(rowsOf(*request.report))
                            : std::move(rows))
    , m_request(std::move(request))
    , m_cache(cache)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->total.store(m_rows->count());
    m_pool.setMaxThreadCount(1);
    m_progressTimer.setInterval(kProgressInterval);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        emit progressed(m_shared->written.load());
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_progressTimer.stop();
        emit finished(m_watcher.result());
    });
}

ExportJob::~ExportJob()
{
    cancel();
    m_watcher.waitForFinished();
}

void ExportJob::start()
{
    const PayloadSource payloads = [cache = &m_cache](qint64 bodyId) {
        return cache->loadBody(bodyId).result();
    };
    const KeepGoing keepGoing = [shared = m_shared](qint64 written) {
        shared->written.store(written);
        return !shared->isCancelled.load();
    };
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [rows = m_rows, request = m_request, shared = m_shared, payloads, keepGoing] {
            if (request.format != ExportFormat::Csv)
                return writeRows(*rows, request, payloads, keepGoing);
            const StreamRows all = csvRows(*rows, request);
            shared->total.store(all.count());
            return writeRows(all, request, payloads, keepGoing);
        }));
    m_progressTimer.start();
}

void ExportJob::cancel()
{
    m_shared->isCancelled.store(true);
}

} // namespace Gapline
