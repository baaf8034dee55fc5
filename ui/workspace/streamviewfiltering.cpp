// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whenfinished.h"
#include "core/stream/gapfinder.h"
#include "ui/workspace/rowswanted.h"
#include "ui/workspace/streamview.h"
#include "ui/workspace/textsearch.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

// The part of StreamView that makes rows from filter and verdicts.

namespace Gapline {
namespace {

// Up to here filtering takes well under a millisecond, and a round over the pool would only add flicker.
constexpr qsizetype kFilteredAtOnce = 20'000;

} // namespace

GapRows StreamView::gapRows() const
{
    if (!m_showsGapRows)
        return GapRows::None;
    return m_filter.isEmpty() && m_verdicts.isEmpty() ? GapRows::All : GapRows::Adjacent;
}

RowsWanted StreamView::rowsWanted() const
{
    return {m_filter, m_verdicts, m_deliveries, gapRows()};
}

void StreamView::rebuildRows(const StreamRowsPtr &ready)
{
    // A text search that is still right about the filter may end first: its rows are better than none while the
    // stream keeps growing.
    if (m_textSearch && m_textSearch->filter() == m_filter) {
        m_searchesAgain = true;
        return;
    }
    m_textSearch.reset();
    m_searchesAgain = false;
    const Generation::Ticket ticket = m_filters.begin();
    if (ready)
        return showRows(ready);
    const auto columns = [stream = m_stream, wanted = rowsWanted()] {
        return wanted.indexes(*stream);
    };
    const auto rows = [stream = m_stream, gaps = m_totals->gaps, wanted = rowsWanted()] {
        return wanted.rows(stream, gaps);
    };

    const bool isAtOnce = m_stream->count() <= kFilteredAtOnce;
    if (m_filter.needsPayload()) {
        setFiltering(true);
        if (isAtOnce) {
            searchText(columns());
            return;
        }
        whenFinished(QtConcurrent::run(columns))
            .then(this, [this, ticket](const EventIndexes &candidates) {
                if (m_filters.isCurrent(ticket))
                    searchText(candidates);
            });
    } else if (isAtOnce) {
        showRows(rows());
    } else {
        setFiltering(true);
        whenFinished(QtConcurrent::run(rows))
            .then(this, [this, ticket](const StreamRowsPtr &shown) {
                if (m_filters.isCurrent(ticket))
                    showRows(shown);
            });
    }
}

void StreamView::searchText(const EventIndexes &candidates)
{
    m_textSearch = std::make_unique<TextSearch>(m_stream, candidates, m_filter, m_cache);
    connect(m_textSearch.get(),
            &TextSearch::finished,
            this,
            [this](const std::vector<quint32> &matches, qint64 unreadable) {
                // Kept alive to the end of this slot: it is the sender.
                TextSearch *search = m_textSearch.release();
                search->deleteLater();
                if (unreadable > 0) {
                    emit failed({ErrorId::CacheDamaged,
                                 tr("%n event(s) could not be searched: the cache no longer gives "
                                    "their text.",
                                    nullptr,
                                    int(std::min<qint64>(unreadable, 1'000'000'000)))});
                }
                const bool searchesAgain = std::exchange(m_searchesAgain, false);
                const GapsPtr gaps = search->stream() == m_stream
                    ? m_totals->gaps
                    : std::make_shared<const std::vector<Gap>>(findGaps(*search->stream()));
                showRows(std::make_shared<StreamRows>(
                    search->stream(), gaps, matches, search->filter(), gapRows()));
                if (searchesAgain)
                    rebuildRows();
            });
    m_textSearch->start();
}

std::unique_ptr<TextSearch> StreamView::makeSearch(const EventFilter &filter) const
{
    return std::make_unique<TextSearch>(m_rows->stream(), m_rows->eventIndexes(), filter, m_cache);
}

void StreamView::showRows(const StreamRowsPtr &rows)
{
    m_rows = rows;
    setFiltering(false);
    emit rowsChanged();
}

void StreamView::setFiltering(bool isFiltering)
{
    if (m_isFiltering == isFiltering)
        return;
    m_isFiltering = isFiltering;
    emit filteringChanged();
}

void StreamView::setFilter(const EventFilter &filter)
{
    setStreamFilter({filter, m_verdicts});
}

void StreamView::setVerdicts(const QSet<Verdict> &verdicts)
{
    setStreamFilter({m_filter, verdicts});
}

void StreamView::clearFilter()
{
    setStreamFilter({});
}

void StreamView::setStreamFilter(const StreamFilter &filter)
{
    const QSet<Verdict> verdicts = m_deliveries ? filter.verdicts : QSet<Verdict>();
    const bool isSame = verdicts == m_verdicts;
    if (isSame && filter.events == m_filter)
        return;
    m_filter = filter.events;
    m_verdicts = verdicts;
    emit filterChanged();
    if (isSame)
        rebuildRows();
    else
        restartRows();
}

/// A text search that runs knows the filter's text, but not which verdicts pass.
void StreamView::restartRows()
{
    m_textSearch.reset();
    rebuildRows();
}

void StreamView::setShowsGapRows(bool shows)
{
    if (shows == m_showsGapRows)
        return;
    m_showsGapRows = shows;
    emit filterChanged();
    rebuildRows();
}

} // namespace Gapline
