// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/textsearch.h"

#include "core/base/whenfinished.h"

#include <QHash>
#include <QtConcurrent>

#include <algorithm>

namespace Gapline {
namespace {

// Enough to keep the cache thread and the pool busy, few enough that a search through a million events holds
// only some hundred kilobytes of bodies.
constexpr size_t kBodiesAtOnce = 6;

} // namespace

TextSearch::TextSearch(EventStreamPtr stream,
                       const EventIndexes &candidates,
                       EventFilter filter,
                       Cache &cache,
                       QObject *parent)
    : QObject(parent)
    , m_stream(std::move(stream))
    , m_filter(std::move(filter))
    , m_matcher(m_filter)
    , m_cache(cache)
{
    QHash<qint64, size_t> groupOfBody;
    for (const quint32 index : candidates) {
        const qint64 bodyId = m_stream->rawLocationAt(index).bodyId;
        const auto found = groupOfBody.constFind(bodyId);
        if (found == groupOfBody.cend()) {
            groupOfBody.insert(bodyId, m_groups.size());
            m_groups.push_back({bodyId, {index}});
        } else {
            m_groups[*found].events.push_back(index);
        }
    }
}

void TextSearch::start()
{
    if (m_groups.empty()) {
        emit finished({}, 0);
        return;
    }
    for (size_t i = 0; i < kBodiesAtOnce; ++i)
        loadNext();
}

void TextSearch::loadNext()
{
    if (m_nextGroup == m_groups.size())
        return;
    const size_t group = m_nextGroup++;
    whenFinished(m_cache.loadBody(m_groups[group].bodyId))
        .then(this, [this, group](const Result<SegmentBodyPtr> &body) {
            if (body) {
                search(m_groups[group], *body);
            } else {
                m_unreadable += qint64(m_groups[group].events.size());
                finishGroup({});
            }
        });
}

void TextSearch::search(const Group &group, const SegmentBodyPtr &body)
{
    // The task shares nothing with this object: destroying the search leaves it to end in peace.
    const auto task =
        [stream = m_stream, events = group.events, matcher = m_matcher, body]() -> EventIndexes {
        return matchText(*stream, events, matcher, *body);
    };
    whenFinished(QtConcurrent::run(task)).then(this, [this](const EventIndexes &matches) {
        finishGroup(matches);
    });
}

void TextSearch::finishGroup(const EventIndexes &matches)
{
    m_matches.insert(m_matches.end(), matches.begin(), matches.end());
    if (++m_finishedGroups < m_groups.size()) {
        loadNext();
        return;
    }
    std::ranges::sort(m_matches);
    emit finished(m_matches, m_unreadable);
}

} // namespace Gapline
