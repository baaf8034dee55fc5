// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/segmentmerge.h"

#include "core/cache/database.h"

#include <algorithm>

namespace Gapline {
namespace {

/// A snapshot that is so many segments behind has been replaced long ago.
constexpr size_t kRememberedMoves = 4096;

/// Ids of the small segments that end the stream, the last one first. Nothing unless enough have piled up.
Result<std::vector<qint64>> smallSegmentsAtEnd(Database &database, qint64 execution)
{
    Query query =
        database.query("SELECT id, first_seq, last_seq, event_count, is_damaged FROM segments"
                       " WHERE execution = ? ORDER BY last_seq DESC, first_seq DESC LIMIT ?");
    if (!query.bind(execution).bind(qint64(4 * kMostSmallSegments)).run())
        return query.failure();
    std::vector<qint64> ids;
    std::optional<Seq> next; // First of the segment after this one.
    while (query.next()) {
        const SeqRange seqs{{query.integer(1)}, {query.integer(2)}};
        const bool isApart = !next || seqs.last < *next;
        if (!isApart || query.integer(3) >= kSmallSegmentEvents || query.integer(4) != 0)
            break;
        ids.push_back(query.integer(0));
        next = seqs.first;
    }
    if (query.hasFailed())
        return query.failure();
    if (ids.size() < kMostSmallSegments)
        ids.clear();
    return ids;
}

/// One segment in the making.
class Merger
{
public:
    Merger(Database &database, const StreamRow &row)
        : m_database(database)
        , m_row(row)
    { }

    /// Segments must come in the order of their seqs.
    Result<void> add(const Segment &segment, const QByteArray &body)
    {
        const bool isTooLarge =
            m_columns.events.size() + segment.columns->events.size() > kMergedSegmentEvents
            || m_body.size() + body.size() > kMergedSegmentBytes;
        if (isTooLarge) {
            if (Result<void> done = finish(); !done)
                return done;
        }
        m_scanned = m_ids.empty() ? segment.scanned
                                  : SeqRange{std::min(m_scanned.first, segment.scanned.first),
                                             std::max(m_scanned.last, segment.scanned.last)};
        m_ids.push_back({segment.id, 0, m_body.size(), body.size()});
        for (EventColumns event : segment.columns->events) {
            event.typeIndex = m_columns.types.intern(segment.columns->types.at(event.typeIndex));
            if (event.stepIndex != kNoStep)
                event.stepIndex =
                    m_columns.steps.intern(segment.columns->steps.at(event.stepIndex));
            event.rawOffset += quint32(m_body.size());
            m_columns.events.push_back(event);
        }
        m_body.append(body);
        return {};
    }

    Result<void> finish()
    {
        // What is alone stays as it is.
        if (m_ids.size() > 1) {
            const Result<qint64> id = insertSegment(
                m_database, m_row.execution, m_scanned, packSegment(m_columns, m_body));
            if (!id)
                return Failure(id.error());
            for (MovedBody &moved : m_ids) {
                moved.to = *id;
                if (Result<void> removed = removeSegment(m_database, moved.from); !removed)
                    return removed;
                m_moved.push_back(moved);
            }
        }
        m_ids.clear();
        m_columns = {};
        m_body.clear();
        return {};
    }

    [[nodiscard]] const std::vector<MovedBody> &moved() const { return m_moved; }

private:
    Database &m_database;
    const StreamRow &m_row;
    std::vector<MovedBody> m_ids;
    SegmentColumns m_columns;
    QByteArray m_body;
    SeqRange m_scanned;
    std::vector<MovedBody> m_moved;
};

} // namespace

Result<std::vector<MovedBody>> mergeSmallSegments(Database &database, StreamRow &row)
{
    const Result<std::vector<qint64>> ids = smallSegmentsAtEnd(database, row.execution);
    if (!ids)
        return Failure(ids.error());
    std::vector<MovedBody> none;
    if (ids->empty() || row.isDamaged)
        return none;
    const qint64 oldest = *std::ranges::min_element(*ids);
    std::vector<Segment> segments;
    const auto take = [&](Segment &segment) -> Result<void> {
        if (std::ranges::find(*ids, segment.id) != ids->end())
            segments.push_back(std::move(segment));
        return {};
    };
    if (const Result<void> read = forEachSegment(database, row.execution, oldest - 1, take); !read)
        return Failure(read.error());
    std::ranges::sort(segments, {}, [](const Segment &segment) { return segment.seqs.first; });

    Merger merger(database, row);
    for (const Segment &segment : segments) {
        const Result<std::optional<StoredBody>> body = loadStoredBody(database, segment.id);
        if (!body)
            return Failure(body.error());
        // Damage is for whoever reads the segment to deal with: nothing of it is made sound by a new checksum.
        const bool isSound =
            !segment.isDamaged && *body && (*body)->bytes && (*body)->seqs == segment.seqs;
        const Result<void> done = isSound ? merger.add(segment, *(*body)->bytes) : merger.finish();
        if (!done)
            return Failure(done.error());
    }
    if (const Result<void> done = merger.finish(); !done)
        return Failure(done.error());
    row.rebuilds += merger.moved().empty() ? 0 : 1;
    return merger.moved();
}

void MovedBodies::add(const std::vector<MovedBody> &moved)
{
    m_moved.insert(m_moved.end(), moved.begin(), moved.end());
    while (m_moved.size() > kRememberedMoves)
        m_moved.pop_front();
}

std::optional<MovedBody> MovedBodies::find(qint64 id) const
{
    std::optional<MovedBody> found;
    // A merged segment may have been merged again, always later.
    for (const MovedBody &moved : m_moved) {
        if (moved.from != (found ? found->to : id))
            continue;
        if (!found)
            found = moved;
        else
            found = MovedBody{id, moved.to, moved.offset + found->offset, found->length};
    }
    return found;
}

qint64 MovedBodies::originOf(qint64 id, qint64 offset) const
{
    for (auto moved = m_moved.crbegin(); moved != m_moved.crend(); ++moved) {
        const qint64 inside = offset - moved->offset;
        if (moved->to != id || inside < 0 || inside >= moved->length)
            continue;
        id = moved->from;
        offset = inside;
    }
    return id;
}

} // namespace Gapline
