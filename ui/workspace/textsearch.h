// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/stream/filtermatch.h"
#include "core/stream/textmatcher.h"

#include <QObject>

#include <vector>

namespace Gapline {

/// One search for a filter's text among events whose columns already match. Bodies are loaded on the cache
/// thread and searched on the pool, a few at a time, so that memory stays flat and the window stays live.
/// Lives on the UI thread; destroying it abandons the search.
class TextSearch : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive the search. Nothing is loaded before start().
    TextSearch(EventStreamPtr stream,
               const EventIndexes &candidates,
               EventFilter filter,
               Cache &cache,
               QObject *parent = nullptr);

    void start();
    [[nodiscard]] const EventStreamPtr &stream() const { return m_stream; }
    [[nodiscard]] const EventFilter &filter() const { return m_filter; }

signals:
    /// Once. `matches` ascend; events whose body could not be loaded are not among them, and `unreadable`
    /// counts them.
    void finished(const std::vector<quint32> &matches, qint64 unreadable);

private:
    struct Group
    {
        qint64 bodyId = 0;
        EventIndexes events; ///< Once searched: those that match.
    };

    void loadNext();
    void search(size_t group, const SegmentBodyPtr &body);
    void finishGroup(size_t group, const EventIndexes &matches);
    [[nodiscard]] EventIndexes allMatches();

    EventStreamPtr m_stream;
    EventFilter m_filter;
    TextMatcher m_matcher;
    Cache &m_cache;
    std::vector<Group> m_groups; ///< Candidates by the body that holds them.
    size_t m_nextGroup = 0;
    size_t m_finishedGroups = 0;
    qint64 m_unreadable = 0;
};

} // namespace Gapline
