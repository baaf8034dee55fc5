// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventstore.h"

#include "core/cache/database.h"
#include "core/cache/pagewriter.h"
#include "core/cache/quarantine.h"
#include "core/domain/wording.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Gapline {
namespace {

/// Seqs for which the API has answered otherwise than with the event that is stored.
struct DoubtfulSeqs
{
    std::vector<Seq> changed;
    std::vector<Seq> gone;
};

Result<DoubtfulSeqs> doubtfulSeqs(Database &database, qint64 execution)
{
    DoubtfulSeqs seqs;
    Query query = database.query(
        "SELECT DISTINCT seq, length(content) = 0 FROM conflicts WHERE execution = ?");
    if (!query.bind(execution).run())
        return query.failure();
    while (query.next())
        (query.integer(1) != 0 ? seqs.gone : seqs.changed).push_back({query.integer(0)});
    if (query.hasFailed())
        return query.failure();
    return seqs;
}

void addSegment(EventStream::Builder &builder, const Segment &segment)
{
    if (segment.columns) {
        builder.add(
            segment.id, segment.columns->events, segment.columns->types, segment.columns->steps);
    }
}

/// The events of a damaged segment that nothing has replaced yet.
void addDamagedSegment(EventStream::Builder &builder, Segment segment, const SeqSet &coverage)
{
    if (!segment.columns)
        return;
    std::vector<EventColumns> &events = segment.columns->events;
    std::erase_if(events,
                  [&coverage](const EventColumns &event) { return coverage.contains(event.seq); });
    for (EventColumns &event : events)
        event.flags |= EventFlag::Damaged;
    addSegment(builder, segment);
}

} // namespace

EventStore::EventStore(Database &database, KnownSegments known)
    : m_database(database)
    , m_source(QRandomGenerator::system()->generate64() | 1U)
    , m_known(std::move(known))
{ }

Result<PageStored> EventStore::storePage(const EventPage &page,
                                         EpochMs fetchedAt,
                                         const std::optional<StorageMark> &before,
                                         std::shared_ptr<const PackedSegment> packed)
{
    Transaction transaction(m_database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return Failure(begun.error());
    PageWriter writer(m_database, page, std::move(packed), fetchedAt, before, m_moved);
    Result<PageStored> stored = writer.write();
    if (!stored)
        return stored;
    if (const Result<void> committed = transaction.commit(); !committed)
        return Failure(committed.error());
    m_moved.add(writer.newlyMoved());
    m_hasMadeExecution = writer.isFirstOfExecution();
    return stored;
}

Result<StorageMark> EventStore::loadMark()
{
    // Ids of segments only rise, also when segments are removed (schema.cpp).
    const Result<QVariant> last =
        m_database.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'segments'"));
    if (!last)
        return Failure(last.error());
    return StorageMark{last->toLongLong()};
}

Result<void> EventStore::storeRefusedPage(const ExecutionId &executionId,
                                          const Error &violation,
                                          const QByteArray &body,
                                          EpochMs fetchedAt)
{
    Query query = m_database.query(
        "INSERT INTO refused_pages(execution_id, fetched_at, violation, message, byte_count, body)"
        " VALUES(?, ?, ?, ?, ?, ?)");
    query.bind(executionId.text())
        .bind(toEpochMs(fetchedAt))
        .bind(violation.textId())
        .bind(violation.message)
        .bind(qint64(body.size()))
        .bind(compress(body));
    if (!query.run())
        return query.failure();
    return {};
}

Result<EventStreamPtr> EventStore::loadStream(const ExecutionId &executionId,
                                              const EventStreamPtr &base)
{
    bool hasNewDamage = false;
    Result<EventStreamPtr> stream = buildStream(executionId, base, &hasNewDamage);
    if (!stream || !hasNewDamage)
        return stream;
    // A reader is told of the damage even where it cannot be noted down (read-only, busy).
    const Result<qint64> execution = findExecution(m_database, executionId);
    if (!execution || !m_database.isWritable() || !noteDamage(executionId, *execution))
        return stream;
    return buildStream(executionId, {}, &hasNewDamage);
}

/// What would be built for someone who has nothing yet, where somebody else has it; else null.
Result<EventStreamPtr>
EventStore::heldStream(const ExecutionId &executionId, qint64 execution, const StreamRow &row)
{
    EventStreamPtr held = m_held.lock();
    const bool mayStand = held && held->executionId() == executionId
        && held->revision().source == m_source && held->revision().rebuilds == row.rebuilds
        && !row.isDamaged && row.conflictCount == 0 && row.goneCount == 0
        && held->count() == row.eventCount && held->state() == row.state();
    if (!mayStand)
        return EventStreamPtr();
    // Ids are never given out again: what was forgotten and fetched again has others.
    Query query = m_database.query("SELECT max(id) FROM segments WHERE execution = ?");
    if (!query.bind(execution).run())
        return query.failure();
    const bool stands = query.next() && query.integer(0) == held->revision().lastSegment;
    return stands ? held : EventStreamPtr();
}

Result<EventStreamPtr> EventStore::buildStream(const ExecutionId &executionId,
                                               const EventStreamPtr &base,
                                               bool *hasNewDamage)
{
    Transaction transaction(m_database, Transaction::Kind::Read);
    if (const Result<void> begun = transaction.begin(); !begun)
        return Failure(begun.error());
    const Result<qint64> execution = findExecution(m_database, executionId);
    if (!execution)
        return Failure(execution.error());
    Result<StreamRow> row = loadStreamRow(m_database, *execution);
    if (!row)
        return Failure(row.error());

    if (!base || base->isEmpty()) {
        Result<EventStreamPtr> held = heldStream(executionId, *execution, *row);
        if (!held || *held)
            return held;
    }

    const bool isContinued = base && base->revision().source == m_source && !row->isDamaged
        && base->executionId() == executionId && base->revision().rebuilds == row->rebuilds;
    const qsizetype known = isContinued ? base->count() : 0;
    StreamRevision revision{
        m_source, isContinued ? base->revision().lastSegment : 0, row->rebuilds};
    EventStream::Builder builder = isContinued
        ? EventStream::Builder(*base, row->eventCount - known)
        : EventStream::Builder(executionId);
    if (!isContinued && !row->isDamaged)
        builder.reserve(row->eventCount);

    std::vector<Segment> damaged;
    const auto take = [&](StreamSegment &read) -> Result<void> {
        Segment &segment = read.segment;
        revision.lastSegment = std::max(revision.lastSegment, segment.id);
        if (!segment.isDamaged)
            builder.add(segment.id, read.columns->events);
        if (read.columns && (segment.isDamaged || segment.eventCount < kSmallSegmentEvents))
            segment.columns = unpackColumns(*read.columns);
        m_known.remember(*execution, segment);
        if (segment.isDamaged)
            damaged.push_back(std::move(segment));
        return {};
    };
    if (const Result<void> read =
            forEachStreamSegment(m_database, *execution, revision.lastSegment, take);
        !read)
        return Failure(read.error());

    *hasNewDamage = row->isDamaged;
    for (const Segment &segment : damaged) {
        // What is shown of a damaged segment shrinks as its seqs are fetched again: never continue from it.
        revision.source = 0;
        if (segment.isMarked)
            continue;
        *hasNewDamage = true;
        const Result<SeqRange> seqs = damagedSeqs(m_database, segment);
        if (!seqs)
            return Failure(seqs.error());
        cutDamagedSeqs(*row, *seqs);
    }
    for (const Segment &segment : damaged)
        addDamagedSegment(builder, segment, row->coverage);
    builder.setState(row->state());
    builder.setRevision(revision);
    if (row->conflictCount > 0 || row->goneCount > 0) {
        const Result<DoubtfulSeqs> seqs = doubtfulSeqs(m_database, *execution);
        if (!seqs)
            return Failure(seqs.error());
        builder.flag(seqs->changed, EventFlag::Conflict);
        builder.flag(seqs->gone, EventFlag::Gone);
    }
    EventStreamPtr stream = builder.build();
    m_held = stream;
    return stream;
}

Result<void> EventStore::noteDamage(const ExecutionId &executionId, qint64 execution)
{
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    Result<StreamRow> row = loadStreamRow(m_database, execution);
    if (!row)
        return Failure(row.error());
    std::vector<Segment> damaged;
    const auto take = [&damaged](Segment &segment) -> Result<void> {
        if (segment.isDamaged && !segment.isMarked)
            damaged.push_back(std::move(segment));
        return {};
    };
    if (Result<void> read = forEachSegment(m_database, execution, 0, take); !read)
        return read;
    for (const Segment &segment : damaged) {
        if (Result<void> done = quarantineSegment(m_database, *row, segment); !done)
            return done;
    }
    if (row->isDamaged)
        row->noteRebuild();
    if (Result<void> done = recount(m_database, *row); !done)
        return done;
    if (Result<void> saved = saveStreamRow(m_database, *row); !saved)
        return saved;
    m_damagedStreams.push_back(executionId);
    return transaction.commit();
}

Result<StreamState> EventStore::loadState(const ExecutionId &executionId)
{
    const Result<qint64> execution = findExecution(m_database, executionId);
    if (!execution)
        return Failure(execution.error());
    const Result<StreamRow> row = loadStreamRow(m_database, *execution);
    if (!row)
        return Failure(row.error());
    return row->state();
}

Result<SegmentBodyPtr> EventStore::loadBody(qint64 bodyId)
{
    const Result<std::optional<StoredBody>> stored = loadStoredBody(m_database, bodyId);
    if (!stored)
        return Failure(stored.error());
    if (!*stored)
        return loadMovedBody(bodyId);
    auto body = std::make_shared<SegmentBody>();
    body->id = bodyId;
    body->isDamaged = !(*stored)->bytes;
    if (body->isDamaged)
        static_cast<void>(noteDamagedBody(bodyId));
    else
        body->bytes = *(*stored)->bytes;
    return body;
}

Result<std::optional<PackedBody>> EventStore::loadPackedBody(qint64 bodyId)
{
    return Gapline::loadPackedBody(m_database, bodyId);
}

Result<std::optional<MovedBody>> EventStore::findMoved(qint64 bodyId, bool asksFile)
{
    if (const std::optional<MovedBody> moved = m_moved.find(bodyId); moved && !asksFile)
        return moved;
    return m_known.find(m_database, bodyId);
}

Result<SegmentBodyPtr> EventStore::loadMovedBody(qint64 bodyId)
{
    // More than one round only when another process has merged what this one had, or merges meanwhile.
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        const Result<std::optional<MovedBody>> moved = findMoved(bodyId, round > 0);
        if (!moved)
            return Failure(moved.error());
        if (!*moved)
            break;
        const Result<std::optional<StoredBody>> merged = loadStoredBody(m_database, (*moved)->to);
        if (!merged)
            return Failure(merged.error());
        if (!*merged)
            continue;
        auto body = std::make_shared<SegmentBody>();
        body->id = bodyId;
        body->isDamaged = !(*merged)->bytes;
        if (body->isDamaged)
            static_cast<void>(noteDamagedBody((*moved)->to));
        else
            body->bytes = (*merged)->bytes->mid((*moved)->offset, (*moved)->length);
        return body;
    }
    return failure(
        ErrorId::CacheNotStored,
        CoreText::tr("The events of segment %1 are no longer in the cache.").arg(bodyId));
}

Result<void> EventStore::noteDamagedBody(qint64 bodyId)
{
    if (!m_database.isWritable())
        return {};
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    qint64 execution = 0;
    ExecutionId executionId;
    {
        Query query = m_database.query("SELECT executions.id, execution_id FROM segments"
                                       " JOIN executions ON executions.id = segments.execution"
                                       " WHERE segments.id = ? AND NOT is_damaged");
        if (!query.bind(bodyId).run())
            return query.failure();
        if (!query.next())
            return {};
        execution = query.integer(0);
        executionId = ExecutionId(query.text(1));
    }
    std::optional<Segment> damaged;
    const auto take = [&damaged, bodyId](Segment &segment) -> Result<void> {
        if (segment.id == bodyId)
            damaged = std::move(segment);
        return {};
    };
    if (Result<void> read = forEachSegment(m_database, execution, bodyId - 1, take); !read)
        return read;
    Result<StreamRow> row = loadStreamRow(m_database, execution);
    if (!row)
        return Failure(row.error());
    if (!damaged)
        return {};
    if (Result<void> done = quarantineSegment(m_database, *row, *damaged); !done)
        return done;
    if (Result<void> done = recount(m_database, *row); !done)
        return done;
    if (Result<void> saved = saveStreamRow(m_database, *row); !saved)
        return saved;
    m_damagedStreams.push_back(executionId);
    return transaction.commit();
}

Result<QList<EventVersion>> EventStore::loadVersions(const ExecutionId &executionId, Seq seq)
{
    Query query = m_database.query("SELECT seen_at, content, conflicts.hash FROM conflicts JOIN "
                                   "executions ON executions.id = execution"
                                   " WHERE execution_id = ? AND seq = ? ORDER BY conflicts.id");
    if (!query.bind(executionId.text()).bind(seq.value).run())
        return query.failure();
    QList<EventVersion> versions;
    while (query.next()) {
        EventVersion version{fromEpochMs(query.integer(0)), query.bytes(1)};
        version.isDamaged = query.bytes(2) != Checksum().add(version.content).result();
        if (version.isDamaged)
            version.content.clear();
        versions << version;
    }
    if (query.hasFailed())
        return query.failure();
    return versions;
}

} // namespace Gapline
