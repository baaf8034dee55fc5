// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/pagewriter.h"

#include "core/cache/database.h"
#include "core/cache/packedpage.h"
#include "core/cache/quarantine.h"
#include "core/domain/eventjson.h"

#include <algorithm>
#include <utility>

namespace Gapline {
PageWriter::PageWriter(Database &database,
                       const EventPage &page,
                       std::shared_ptr<const PackedSegment> packed,
                       EpochMs fetchedAt,
                       const std::optional<StorageMark> &before,
                       const MovedBodies &moved)
    : m_database(database)
    , m_page(page)
    , m_packed(std::move(packed))
    , m_fetchedAt(fetchedAt)
    , m_before(before)
    , m_moved(moved)
{ }

Result<PageStored> PageWriter::write()
{
    Result<qint64> execution = findExecution(m_database, m_page.executionId);
    m_isFirstOfExecution = execution && *execution == 0;
    if (m_isFirstOfExecution)
        execution = makeExecution(m_database, m_page.executionId);
    if (!execution)
        return Failure(execution.error());
    Result<StreamRow> row = loadStreamRow(m_database, *execution);
    if (!row)
        return Failure(row.error());
    m_row = *std::move(row);
    m_hasNewDamage = m_row.isDamaged;
    if (const Result<void> noted = noteLostCoverage(); !noted)
        return Failure(noted.error());
    m_result.executionId = m_page.executionId;
    m_result.scanned = {m_page.sinceSeq.next(), m_page.nextCursor};

    if (const Result<void> done = findStored(); !done)
        return Failure(done.error());
    if (m_hasNewDamage) {
        if (const Result<void> done = recount(m_database, m_row); !done)
            return Failure(done.error());
    }
    sortEvents();
    m_row.takeScan(m_page, m_fetchedAt);
    for (const auto step : {&PageWriter::keepConflicts,
                            &PageWriter::insertSegments,
                            &PageWriter::dropReplaced,
                            &PageWriter::mergeSegments}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    if (const Result<void> saved = saveStreamRow(m_database, m_row); !saved)
        return Failure(saved.error());
    m_result.storedEvents = m_row.eventCount;
    m_result.state = m_row.state();
    return m_result;
}

/// Where what was scanned is not known any more, events lie outside of the coverage from now on.
Result<void> PageWriter::noteLostCoverage()
{
    bool isLost = m_row.isDamaged;
    if (!m_row.isStored) {
        Query query = m_database.query("SELECT 1 FROM segments WHERE execution = ? LIMIT 1");
        if (!query.bind(m_row.execution).run())
            return query.failure();
        isLost = query.next();
        if (query.hasFailed())
            return query.failure();
    }
    if (isLost)
        m_row.noteRebuild();
    return {};
}

/// Every event that was stored lies inside the coverage, but for what damage has cut out of it, which is a rebuild: so
/// where nothing was scanned, no segment need be looked for among all of those that lie further on.
bool PageWriter::mayHoldKnownEvents() const
{
    return m_row.rebuilds != 0 || !m_row.coverage.within(m_result.scanned).empty();
}

Result<void> PageWriter::findStored()
{
    if (m_result.scanned.count() <= 0 || !mayHoldKnownEvents())
        return {};
    const Result<std::vector<Segment>> near =
        loadSegmentsWithin(m_database, m_row.execution, m_result.scanned);
    if (!near)
        return Failure(near.error());
    for (const Segment &segment : *near) {
        if (segment.isMarked)
            continue;
        const Result<void> taken = segment.isDamaged ? quarantine(segment) : takeStored(segment);
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> PageWriter::quarantine(const Segment &segment)
{
    m_hasNewDamage = true;
    return quarantineSegment(m_database, m_row, segment);
}

Result<void> PageWriter::takeStored(const Segment &segment)
{
    std::vector<EventColumns> shared;
    const auto isOlder = [this, &segment](const EventColumns &event) {
        return m_before && m_moved.originOf(segment.id, event.rawOffset) <= m_before->lastSegment;
    };
    for (const EventColumns &event : segment.columns->events) {
        const auto found =
            std::ranges::lower_bound(m_page.events, event.seq, {}, &EventColumns::seq);
        if (found != m_page.events.end() && found->seq == event.seq)
            shared.push_back(event);
        else if (m_result.scanned.contains(event.seq) && isOlder(event))
            m_result.gone.push_back(event.seq);
    }
    if (shared.empty())
        return {};
    const Result<std::optional<StoredBody>> body = loadStoredBody(m_database, segment.id);
    if (!body)
        return Failure(body.error());
    if (!*body || !(*body)->bytes)
        return quarantine(segment);
    m_bodies.emplace(segment.id, *(*body)->bytes);
    for (const EventColumns &event : shared)
        m_stored.try_emplace(event.seq.value, Found{segment.id, event});
    return {};
}

void PageWriter::sortEvents()
{
    m_isAsPacked = m_packed && m_stored.empty() && m_row.coverage.within(m_result.scanned).empty();
    if (m_isAsPacked) {
        std::ranges::sort(m_result.gone);
        m_result.newEvents = qint64(m_page.events.size());
        return;
    }
    for (const EventColumns &event : m_page.events) {
        const auto found = m_stored.find(event.seq.value);
        if (found == m_stored.end()) {
            m_new.push_back(event);
            if (m_row.coverage.contains(event.seq)) {
                m_new.back().flags |= EventFlag::AppearedLate;
                m_result.late.push_back(event.seq);
            }
        } else if (!isSameAsStored(event, found->second)) {
            m_result.conflicts.push_back(event.seq);
        }
    }
    std::ranges::sort(m_result.gone);
    m_result.lateEvents = qint64(m_result.late.size());
    m_row.lateCount += m_result.lateEvents;
    m_result.newEvents = qint64(m_new.size());
}

bool PageWriter::isSameAsStored(const EventColumns &event, const Found &found) const
{
    const QByteArrayView body = m_bodies.at(found.segment);
    const qsizetype end = qsizetype(found.event.rawOffset) + qsizetype(found.event.rawLength);
    if (end > body.size())
        return false;
    const QByteArrayView stored = body.sliced(found.event.rawOffset, found.event.rawLength);
    const QByteArrayView received = m_page.raw(event);
    // White space between tokens is the server's way of writing, not content.
    return stored == received || compactJson(stored) == compactJson(received);
}

Result<void> PageWriter::keepConflicts()
{
    for (const Seq seq : m_result.conflicts) {
        const auto event = std::ranges::lower_bound(m_page.events, seq, {}, &EventColumns::seq);
        const Result<bool> isFirst = keepVersion(seq, m_page.raw(*event).toByteArray());
        if (!isFirst)
            return Failure(isFirst.error());
        m_row.conflictCount += *isFirst ? 1 : 0;
    }
    for (const Seq seq : m_result.gone) {
        const Result<bool> isFirst = keepVersion(seq, QByteArrayLiteral(""));
        if (!isFirst)
            return Failure(isFirst.error());
        m_row.goneCount += *isFirst ? 1 : 0;
    }
    return {};
}

/// Gives whether it is the first of its kind for the seq: another content, or (empty) none.
Result<bool> PageWriter::keepVersion(Seq seq, const QByteArray &content)
{
    bool isFirst = false;
    {
        Query query = m_database.query("SELECT count(*) FROM conflicts WHERE execution = ?"
                                       " AND seq = ? AND (length(content) = 0) = ?");
        query.bind(m_row.execution).bind(seq.value).bind(content.isEmpty() ? 1 : 0);
        if (!query.run() || !query.next())
            return query.failure();
        isFirst = query.integer(0) == 0;
    }
    Query query = m_database.query(
        "INSERT INTO conflicts(execution, seq, seen_at, content, hash) VALUES(?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING");
    query.bind(m_row.execution)
        .bind(seq.value)
        .bind(toEpochMs(m_fetchedAt))
        .bind(content)
        .bind(Checksum().add(content).result());
    if (!query.run())
        return query.failure();
    return isFirst;
}

Result<void> PageWriter::insertSegments()
{
    m_row.eventCount += m_result.newEvents;
    m_isAsPacked |= m_packed && m_new.size() == m_page.events.size() && m_result.late.empty();
    if (m_isAsPacked) {
        const Result<qint64> id =
            insertSegment(m_database, m_row.execution, m_result.scanned, *m_packed);
        return id ? Result<void>() : Failure(id.error());
    }
    size_t next = 0;
    while (next < m_new.size()) {
        SegmentColumns columns;
        columns.events.reserve(m_new.size() - next);
        QByteArray body;
        body.reserve(std::min(qint64(m_page.body.size()), kMaxSegmentBytes));
        // One event always fits: a segment is ended before the event that would make it too large.
        do {
            EventColumns event = m_new[next];
            const QByteArrayView raw = m_page.raw(event);
            event.typeIndex = columns.types.intern(m_page.types.at(event.typeIndex));
            if (event.stepIndex != kNoStep)
                event.stepIndex = columns.steps.intern(m_page.steps.at(event.stepIndex));
            event.rawOffset = quint32(body.size());
            columns.events.push_back(event);
            body.append(raw);
            ++next;
        } while (next < m_new.size() && body.size() + m_new[next].rawLength <= kMaxSegmentBytes);
        const Result<qint64> id = insertSegment(
            m_database, m_row.execution, m_result.scanned, packSegment(columns, body));
        if (!id)
            return Failure(id.error());
    }
    return {};
}

Result<void> PageWriter::dropReplaced()
{
    std::vector<std::pair<qint64, SeqRange>> damaged;
    {
        Query query = m_database.query(
            "SELECT id, first_seq, last_seq FROM segments WHERE execution = ? AND is_damaged");
        if (!query.bind(m_row.execution).run())
            return query.failure();
        while (query.next())
            damaged.push_back({query.integer(0), {{query.integer(1)}, {query.integer(2)}}});
        if (query.hasFailed())
            return query.failure();
    }
    for (const auto &[id, seqs] : damaged) {
        // Range 0 to 0: nothing of it was readable, so there is nothing to keep it for.
        const bool isReplaced = seqs.last == Seq{0} || m_row.coverage.contains(seqs);
        if (!isReplaced)
            continue;
        if (Result<void> removed = removeSegment(m_database, id); !removed)
            return removed;
        ++m_row.rebuilds;
    }
    return {};
}

Result<void> PageWriter::mergeSegments()
{
    if (m_result.newEvents == 0 || m_result.newEvents >= kSmallSegmentEvents)
        return {};
    Result<std::vector<MovedBody>> moved = mergeSmallSegments(m_database, m_row);
    if (!moved)
        return Failure(moved.error());
    m_newlyMoved = *std::move(moved);
    return {};
}

} // namespace Gapline
