// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/payloadreader.h"

#include "app/cli/interrupt.h"
#include "core/cache/cache.h"
#include "core/stream/textmatcher.h"

#include <algorithm>
#include <deque>

namespace Gapline {
namespace {

/// Asked for at once: each question has its price on the cache thread.
constexpr std::size_t kBodiesAtOnce = 8;
constexpr std::size_t kBodiesAhead = 16;
/// Late events may lie in an older body: rows go back and forth between a few.
constexpr std::size_t kBodiesKept = 8;

class BodyReader
{
public:
    BodyReader(Cache &cache, std::vector<qint64> order)
        : m_cache(cache)
        , m_order(std::move(order))
    { }

    Result<SegmentBodyPtr> read(qint64 id)
    {
        const auto kept = std::ranges::find(m_kept, id, &SegmentBody::id);
        if (kept != m_kept.end())
            return *kept;
        while (!m_asked.empty() && m_asked.front().id != id)
            keep(takeAsked());
        if (m_asked.empty())
            skipTo(id);
        askAhead();
        if (m_asked.empty())
            return keep(m_cache.loadBody(id).result());
        const Result<SegmentBodyPtr> body = takeAsked();
        askAhead();
        return keep(body);
    }

private:
    struct Asked
    {
        qint64 id = 0;
        QFuture<SegmentBodies> bodies;
        std::size_t place = 0; ///< Among them.
    };

    void askAhead()
    {
        while (m_asked.size() < kBodiesAhead && m_next < m_order.size()) {
            const auto from = m_order.cbegin() + qsizetype(m_next);
            const std::size_t count = std::min(kBodiesAtOnce, m_order.size() - m_next);
            const std::vector<qint64> ids(from, from + qsizetype(count));
            const QFuture<SegmentBodies> bodies = m_cache.loadBodies(ids);
            for (std::size_t place = 0; place < count; ++place)
                m_asked.push_back({ids[place], bodies, place});
            m_next += count;
        }
    }

    Result<SegmentBodyPtr> takeAsked()
    {
        Asked &asked = m_asked.front();
        asked.bodies.waitForFinished();
        const Result<SegmentBodyPtr> body = asked.bodies.constBegin()->at(asked.place);
        m_asked.pop_front();
        return body;
    }

    void skipTo(qint64 id)
    {
        const auto from = m_order.cbegin() + qsizetype(m_next);
        const auto found = std::find(from, m_order.cend(), id);
        if (found == m_order.cend())
            m_next = m_order.size();
        else
            m_next = size_t(found - m_order.cbegin());
    }

    Result<SegmentBodyPtr> keep(const Result<SegmentBodyPtr> &body)
    {
        if (body) {
            m_kept.push_back(*body);
            if (m_kept.size() > kBodiesKept)
                m_kept.pop_front();
        }
        return body;
    }

    Cache &m_cache;
    std::vector<qint64> m_order;
    size_t m_next = 0;
    std::deque<Asked> m_asked;
    std::deque<SegmentBodyPtr> m_kept;
};

PayloadSource readAheadOf(Cache &cache, std::vector<qint64> order)
{
    auto reader = std::make_shared<BodyReader>(cache, std::move(order));
    return [reader](qint64 id) { return reader->read(id); };
}

void addOnce(std::vector<qint64> &order, qint64 bodyId)
{
    if (order.empty() || order.back() != bodyId)
        order.push_back(bodyId);
}

} // namespace

PayloadSource readAhead(Cache &cache, const StreamRows &rows)
{
    std::vector<qint64> order;
    qsizetype stretchBegin = 0;
    qsizetype stretchEnd = 0;
    for (qsizetype row = 0; row < rows.count();) {
        const StreamRows::Row at = rows.at(row);
        if (!at.isGap && (at.index < stretchBegin || stretchEnd <= at.index)) {
            addOnce(order, rows.stream()->rawLocationAt(at.index).bodyId);
            stretchBegin = at.index;
            stretchEnd = rows.stream()->rawStretchEnd(at.index);
        }
        row += at.isGap ? 1 : std::min(rows.eventsInARow(row), stretchEnd - at.index);
    }
    return readAheadOf(cache, std::move(order));
}

Result<EventIndexes>
matchEvents(Cache &cache, const EventStreamPtr &stream, const EventFilter &filter)
{
    EventIndexes indexes = matchColumns(*stream, filter);
    if (!filter.needsPayload())
        return indexes;

    std::vector<qint64> order;
    for (const quint32 index : indexes)
        addOnce(order, stream->rawLocationAt(index).bodyId);
    const PayloadSource payloads = readAheadOf(cache, std::move(order));

    const TextMatcher matcher(filter);
    EventIndexes matches;
    for (const quint32 index : indexes) {
        if (Interrupt::isRequested())
            return failure(ErrorId::Cancelled, QStringLiteral("Stopped while searching."));
        const RawLocation location = stream->rawLocationAt(index);
        const Result<SegmentBodyPtr> body = payloads(location.bodyId);
        if (!body)
            return Failure(body.error());
        const bool isWhole = qint64(location.offset) + location.length <= (*body)->bytes.size();
        if ((*body)->isDamaged || !isWhole) {
            return failure(ErrorId::CacheDamaged,
                           QStringLiteral("The stored bytes around seq %1 fail their checksum.")
                               .arg(stream->seqAt(index).value));
        }
        if (matcher.matches((*body)->raw(location)))
            matches.push_back(index);
    }
    return matches;
}

} // namespace Gapline
