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
    size_t last = 0;
    for (const quint32 index : candidates) {
        const qint64 bodyId = m_stream->rawLocationAt(index).bodyId;
        // Neighbours share a body nearly always: a look-up for each of a million would be felt.
        if (last < m_groups.size() && m_groups[last].bodyId == bodyId) {
            m_groups[last].events.push_back(index);
            continue;
        }
        const auto found = groupOfBody.constFind(bodyId);
        if (found == groupOfBody.cend()) {
            last = m_groups.size();
            groupOfBody.insert(bodyId, last);
            m_groups.push_back({bodyId, {index}});
        } else {
            last = *found;
            m_groups[last].events.push_back(index);
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
                search(group, *body);
            } else {
                m_unreadable += qint64(m_groups[group].events.size());
                finishGroup(group, {});
            }
        });
}

void TextSearch::search(size_t group, const SegmentBodyPtr &body)
{
    // The task shares nothing with this object: destroying the search leaves it to end in peace.
    const auto task = [stream = m_stream,
                       events = m_groups[group].events,
                       matcher = m_matcher,
                       body]() -> EventIndexes {
        return matchText(*stream, events, matcher, *body);
    };
    whenFinished(QtConcurrent::run(task)).then(this, [this, group](const EventIndexes &matches) {
        finishGroup(group, matches);
    });
}

void TextSearch::finishGroup(size_t group, const EventIndexes &matches)
{
    m_groups[group].events = matches;
    if (++m_finishedGroups < m_groups.size())
        loadNext();
    else
        emit finished(allMatches(), m_unreadable);
}

EventIndexes TextSearch::allMatches()
{
    EventIndexes matches;
    for (const Group &group : m_groups)
        matches.insert(matches.end(), group.events.begin(), group.events.end());
    // Bodies ascend as their events do, unless ranges were fetched out of order.
    if (!std::ranges::is_sorted(matches))
        std::ranges::sort(matches);
    return matches;
}

} // namespace Gapline
