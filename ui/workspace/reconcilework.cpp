// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/casefile.h"
#include "core/deliverylog/logimport.h"
#include "core/domain/wording.h"
#include "core/handover/casefiles.h"
#include "ui/workspace/reconcileview_p.h"

#include <QDateTime>
#include <QFileInfo>

#include <span>

namespace Gapline {
namespace {

StreamSource sourceOf(Cache &cache)
{
    return {[&cache](const ExecutionId &id, const EventStreamPtr &base) {
                return cache.loadStream(id, base).result();
            },
            [&cache](qint64 bodyId) { return cache.loadBody(bodyId).result(); }};
}

} // namespace

Failure comparisonStopped()
{
    return failure(ErrorId::Cancelled, CoreText::tr("The comparison was stopped."));
}

LogFileState logFileState(const QString &file)
{
    const QFileInfo info(file);
    const QDateTime modified = info.lastModified();
    return {info.size(),
            modified.isValid() ? std::optional(fromEpochMs(modified.toMSecsSinceEpoch()))
                               : std::nullopt};
}

Result<std::shared_ptr<const ReconcileView::Logs>> ReconcileView::readFiles(
    Shared &shared, const QStringList &files, const ReceiverProfile &receiver, EpochMs now)
{
    using Stage = ReconcileProgress::Stage;
    auto logs = std::make_shared<Logs>();
    // Before they are read: what is written meanwhile is seen as a change.
    for (const QString &file : files)
        logs->files.push_back(logFileState(file));
    ImportSinks sinks;
    sinks.progress = [&shared](const QString &file, qint64 bytes) {
        return shared.tell(Stage::Reading, bytes, QFileInfo(file).size(), file);
    };
    auto imported = importLogs(files, receiver.mapping, receiver.secrets, sinks);
    if (!imported)
        return Failure(imported.error());
    if (imported->isCancelled)
        return comparisonStopped();
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
        return comparisonStopped();
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

} // namespace Gapline
