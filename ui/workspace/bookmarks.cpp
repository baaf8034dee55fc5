// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/bookmarks.h"

#include "core/base/whenfinished.h"
#include "core/cache/cache.h"

#include <algorithm>

namespace Gapline {

Bookmarks::Bookmarks(const ExecutionId &executionId, Cache &cache, QObject *parent)
    : QObject(parent)
    , m_executionId(executionId)
    , m_cache(cache)
{ }

const Bookmark *Bookmarks::at(Seq seq) const
{
    return firstIn({seq, seq});
}

const Bookmark *Bookmarks::firstIn(SeqRange seqs) const
{
    const auto found = std::ranges::lower_bound(m_all, seqs.first, {}, &Bookmark::seq);
    return found != m_all.end() && found->seq <= seqs.last ? &*found : nullptr;
}

std::optional<Seq> Bookmarks::next(Seq from, bool isForward) const
{
    if (isForward) {
        const auto found = std::ranges::upper_bound(m_all, from, {}, &Bookmark::seq);
        return found != m_all.end() ? std::optional(found->seq) : std::nullopt;
    }
    const auto end = std::ranges::lower_bound(m_all, from, {}, &Bookmark::seq);
    return end != m_all.begin() ? std::optional(std::prev(end)->seq) : std::nullopt;
}

void Bookmarks::reload()
{
    const Generation::Ticket ticket = m_loads.begin();
    whenFinished(m_cache.loadBookmarks(m_executionId))
        .then(this, [this, ticket](const Result<QList<Bookmark>> &bookmarks) {
            if (!m_loads.isCurrent(ticket))
                return;
            if (!bookmarks) {
                emit failed(bookmarks.error());
            } else if (*bookmarks != m_all) {
                m_all = *bookmarks;
                emit changed();
            }
        });
}

void Bookmarks::whenStored(const QFuture<Result<void>> &stored)
{
    whenFinished(stored).then(this, [this](const Result<void> &result) {
        if (result)
            return;
        emit failed(result.error());
        reload();
    });
}

void Bookmarks::set(Seq seq, const QString &note)
{
    m_loads.invalidate();
    const Bookmark bookmark{seq, note, SystemClock().now()};
    const auto place = std::ranges::lower_bound(m_all, seq, {}, &Bookmark::seq);
    if (place != m_all.end() && place->seq == seq)
        *place = bookmark;
    else
        m_all.insert(place, bookmark);
    emit changed();
    whenStored(m_cache.storeBookmark(m_executionId, bookmark));
}

void Bookmarks::remove(Seq seq)
{
    m_loads.invalidate();
    if (m_all.removeIf([seq](const Bookmark &bookmark) { return bookmark.seq == seq; }) == 0)
        return;
    emit changed();
    whenStored(m_cache.removeBookmark(m_executionId, seq));
}

} // namespace Gapline
