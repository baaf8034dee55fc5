// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/reconcileset.h"

#include "core/domain/wording.h"

#include <QHash>

#include <algorithm>

namespace Gapline {
namespace {

/// Events are never taken out of a stream, so the same number of events in the same seqs is the same events; a
/// segment that was rebuilt has another revision.
bool holdsTheSameEvents(const EventStream &a, const EventStream &b)
{
    return a.count() == b.count() && a.revision().source == b.revision().source
        && a.revision().rebuilds == b.revision().rebuilds && std::ranges::equal(a.seqs(), b.seqs());
}

class SetLoader
{
public:
    SetLoader(const StreamSource &source, std::span<const ReconcileExecution> earlier)
        : m_source(source)
    {
        for (const ReconcileExecution &execution : earlier)
            m_earlier.insert(execution.stream->executionId(), &execution);
    }

    Result<ReconcileExecution> load(const Execution &execution) const
    {
        const ReconcileExecution *before = m_earlier.value(execution.executionId, nullptr);
        const auto stream =
            m_source.stream(execution.executionId, before ? before->stream : EventStreamPtr());
        if (!stream)
            return Failure(stream.error());
        ReconcileExecution entry;
        entry.definitionId = execution.definitionId;
        entry.definitionVersion = execution.definitionVersion;
        entry.stream = *stream;
        if (before && holdsTheSameEvents(*before->stream, **stream)) {
            entry.eventIds = before->eventIds;
            return entry;
        }
        auto ids = readEventIdentity(**stream, m_source.body);
        if (!ids)
            return Failure(ids.error());
        entry.eventIds = std::move(*ids);
        return entry;
    }

private:
    const StreamSource &m_source;
    QHash<ExecutionId, const ReconcileExecution *> m_earlier;
};

} // namespace

bool isRead(const StreamState &state)
{
    return !state.coverage.isEmpty() || state.isComplete;
}

Result<ReconcileSet> loadReconcileSet(const QList<CachedExecution> &cached,
                                      const QList<ExecutionId> &wanted,
                                      const StreamSource &source,
                                      const LoadProgress &progress,
                                      std::span<const ReconcileExecution> earlier)
{
    QHash<ExecutionId, CachedExecution> known;
    QList<ExecutionId> ids = wanted;
    for (const CachedExecution &execution : cached) {
        known.insert(execution.execution.executionId, execution);
        if (wanted.isEmpty())
            ids.append(execution.execution.executionId);
    }
    const SetLoader loader(source, earlier);
    ReconcileSet set;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const CachedExecution execution = known.value(ids.at(i));
        const bool hasEvents = isRead(execution.stream);
        if (!hasEvents && !wanted.isEmpty()) {
            return failure(ErrorId::CacheNotStored,
                           CoreText::tr("Nothing of execution \"%1\" is in the cache: run "
                                        "gapline sync first.")
                               .arg(ids.at(i).text()));
        }
        if (hasEvents) {
            auto loaded = loader.load(execution.execution);
            if (!loaded)
                return Failure(loaded.error());
            set.executions.push_back(std::move(*loaded));
        } else {
            set.notRead.append(ids.at(i).text());
        }
        if (progress && !progress(i + 1, ids.size()))
            return failure(ErrorId::Cancelled, CoreText::tr("The comparison was stopped."));
    }
    for (const ReconcileExecution &execution : set.executions)
        known.remove(execution.stream->executionId());
    for (auto it = known.cbegin(); it != known.cend(); ++it)
        set.others.insert(it.key());
    return set;
}

} // namespace Gapline
