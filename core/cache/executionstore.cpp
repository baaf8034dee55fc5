// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/executionstore.h"

#include "core/cache/database.h"
#include "core/cache/executioncodec.h"
#include "core/cache/segmentcodec.h"
#include "core/cache/segments.h"
#include "core/cache/streamrow.h"
#include "core/domain/eventtype.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace Gapline {
namespace {

QVariant timeValue(const std::optional<EpochMs> &time)
{
    return time ? QVariant(toEpochMs(*time)) : QVariant();
}

std::optional<EpochMs> readTime(const Query &query, int column)
{
    if (query.isNull(column))
        return std::nullopt;
    return fromEpochMs(query.integer(column));
}

// The columns of a view, in the order in which readView() takes them.
#define GAPLINE_VIEW_COLUMNS                                                                       \
    "execution_id, view_fetched_at, status, started_at, completed_at, cancelled_at,"               \
    " definition_id, definition_version, correlation_id, idempotency_key, failure_code,"           \
    " failure_message, raw, executions.hash"

/// Only the id when there is no view, or its checksum fails: it is fetched again then.
Execution readView(const Query &query, bool *hasView)
{
    Execution execution;
    execution.executionId = ExecutionId(query.text(0));
    *hasView = false;
    if (query.isNull(1))
        return execution;
    Execution view = execution;
    view.status = query.text(2);
    view.startedAt = readTime(query, 3);
    view.completedAt = readTime(query, 4);
    view.cancelledAt = readTime(query, 5);
    view.definitionId = DefinitionId(query.text(6));
    if (!query.isNull(7))
        view.definitionVersion = query.integer(7);
    view.correlationId = query.text(8);
    view.idempotencyKey = query.text(9);
    if (!query.isNull(10) || !query.isNull(11))
        view.failureReason = FailureReason{query.text(10), query.text(11)};
    view.raw = query.bytes(12);
    *hasView = query.bytes(13) == executionChecksum(view, query.integer(1));
    return *hasView ? view : execution;
}

/// NULL must mean "absent", so texts that are there are never null.
QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Result<void> storeSteps(Database &database, qint64 execution, const Execution &view)
{
    const QByteArray steps = packSteps(view.steps);
    const QByteArray raw = compress(view.raw);
    Query query = database.query(
        "INSERT OR REPLACE INTO execution_steps(execution, steps, byte_count, raw, hash)"
        " VALUES(?, ?, ?, ?, ?)");
    query.bind(execution)
        .bind(steps)
        .bind(qint64(view.raw.size()))
        .bind(raw)
        .bind(Checksum().add(execution).add(steps).add(raw).result());
    if (!query.run())
        return query.failure();
    return {};
}

/// Adds steps and the full view's raw bytes to `view`, when they are stored and sound.
Result<void> loadSteps(Database &database, Execution &view)
{
    Query query =
        database.query("SELECT execution, steps, execution_steps.byte_count, execution_steps.raw,"
                       " execution_steps.hash FROM execution_steps"
                       " JOIN executions ON executions.id = execution WHERE execution_id = ?");
    if (!query.bind(view.executionId.text()).run())
        return query.failure();
    if (!query.next()) {
        if (query.hasFailed())
            return query.failure();
        return {};
    }
    const QByteArray steps = query.bytes(1);
    const QByteArray raw = query.bytes(3);
    if (query.bytes(4) != Checksum().add(query.integer(0)).add(steps).add(raw).result())
        return {};
    const std::optional<QList<StepView>> unpacked = unpackSteps(steps);
    const std::optional<QByteArray> bytes = decompress(raw, query.integer(2));
    if (unpacked && bytes) {
        view.steps = *unpacked;
        view.raw = *bytes;
    }
    return {};
}

std::optional<EpochMs> startOf(const CachedExecution &cached)
{
    return cached.execution.startedAt ? cached.execution.startedAt
                                      : startFromId(cached.execution.executionId);
}

} // namespace

Result<void> ExecutionStore::storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt)
{
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const Execution &execution : executions) {
        if (Result<void> stored = storeExecution(execution, toEpochMs(fetchedAt)); !stored)
            return stored;
    }
    return transaction.commit();
}

Result<void> ExecutionStore::storeExecution(const Execution &execution, qint64 fetchedAt)
{
    const Result<qint64> id = ensureExecution(m_database, execution.executionId);
    if (!id)
        return Failure(id.error());
    const FailureReason reason = execution.failureReason.value_or(FailureReason{});
    const bool hasReason = execution.failureReason.has_value();
    Query query = m_database.query(
        "UPDATE executions SET view_fetched_at = ?, status = ?, started_at = ?, completed_at = ?,"
        " cancelled_at = ?, definition_id = ?, definition_version = ?, correlation_id = ?,"
        " idempotency_key = ?, failure_code = ?, failure_message = ?, raw = ?, hash = ?,"
        " changed = (SELECT coalesce(max(changed), 0) + 1 FROM executions)"
        " WHERE id = ? AND coalesce(view_fetched_at, ?) <= ?");
    query.bind(fetchedAt)
        .bind(present(execution.status))
        .bind(timeValue(execution.startedAt))
        .bind(timeValue(execution.completedAt))
        .bind(timeValue(execution.cancelledAt))
        .bind(present(execution.definitionId.text()))
        .bind(execution.definitionVersion ? QVariant(*execution.definitionVersion) : QVariant())
        .bind(present(execution.correlationId))
        .bind(present(execution.idempotencyKey))
        .bind(hasReason ? QVariant(present(reason.code)) : QVariant())
        .bind(hasReason ? QVariant(present(reason.message)) : QVariant())
        .bind(execution.raw)
        .bind(executionChecksum(execution, fetchedAt))
        .bind(*id)
        .bind(fetchedAt)
        .bind(fetchedAt);
    if (!query.run())
        return query.failure();
    const bool isTaken = query.changedRows() > 0;
    return isTaken && !execution.steps.isEmpty() ? storeSteps(m_database, *id, execution)
                                                 : Result<void>();
}

Result<std::optional<Execution>> ExecutionStore::loadExecution(const ExecutionId &executionId)
{
    Execution view;
    bool hasView = false;
    {
        Query query = m_database.query("SELECT " GAPLINE_VIEW_COLUMNS
                                       " FROM executions WHERE execution_id = ?");
        if (!query.bind(executionId.text()).run())
            return query.failure();
        if (query.next())
            view = readView(query, &hasView);
        if (query.hasFailed())
            return query.failure();
    }
    if (!hasView)
        return std::nullopt;
    if (const Result<void> loaded = loadSteps(m_database, view); !loaded)
        return Failure(loaded.error());
    return view;
}

namespace {

/// With the row id in `executions`, or 0 when no page of its stream was stored.
using TakeCached = std::function<void(qint64 execution, const CachedExecution &cached)>;

Result<void> forEachCached(Database &database, const TakeCached &take)
{
    Query query = database.query("SELECT " GAPLINE_VIEW_COLUMNS ","
                                 " streams.execution, coverage, known_end, fetched_at,"
                                 " event_count, late_count, conflict_count, rebuilds,"
                                 " streams.hash, gone FROM executions"
                                 " LEFT JOIN streams ON streams.execution = executions.id"
                                 " LEFT JOIN (SELECT execution, count(*) AS gone FROM conflicts"
                                 " WHERE length(content) = 0 GROUP BY execution) AS absences"
                                 " ON absences.execution = executions.id");
    if (!query.run())
        return query.failure();
    while (query.next()) {
        CachedExecution cached;
        cached.execution = readView(query, &cached.hasView);
        if (!query.isNull(14)) {
            const StreamRow row = readStreamRow(query, 14);
            cached.stream = row.state();
            cached.eventCount = row.eventCount;
            cached.internalSeqs = std::max(qint64(0), row.coverage.count() - row.eventCount);
        }
        take(query.isNull(14) ? 0 : query.integer(14), cached);
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

/// Of the last terminal event of a segment.
std::optional<Seq> terminalSeqOf(const Segment &segment)
{
    if (segment.isDamaged)
        return std::nullopt;
    const SegmentColumns &columns = *segment.columns;
    for (auto event = columns.events.rbegin(); event != columns.events.rend(); ++event) {
        if (endsExecution(columns.types.at(event->typeIndex)))
            return event->seq;
    }
    return std::nullopt;
}

} // namespace

Result<QList<CachedExecution>> ExecutionStore::loadExecutions()
{
    QList<CachedExecution> list;
    const auto read = forEachCached(
        m_database, [&list](qint64, const CachedExecution &cached) { list << cached; });
    if (!read)
        return Failure(read.error());
    std::ranges::stable_sort(list, [](const CachedExecution &a, const CachedExecution &b) {
        // Nothing compares less than any time, so that unknown ones come last.
        return startOf(a) > startOf(b);
    });
    return list;
}

Result<QList<StreamStanding>> ExecutionStore::loadStandings()
{
    QHash<qint64, Seq> terminalSeqs;
    const auto ended =
        forEachLastSegment(m_database, [&](qint64 execution, const Segment &segment) {
            if (const std::optional<Seq> seq = terminalSeqOf(segment))
                terminalSeqs.insert(execution, *seq);
        });
    if (!ended)
        return Failure(ended.error());
    QList<StreamStanding> standings;
    const auto read =
        forEachCached(m_database, [&](qint64 execution, const CachedExecution &cached) {
            StreamStanding standing;
            standing.executionId = cached.execution.executionId;
            standing.isTerminal = cached.execution.isTerminal();
            standing.endedAt = cached.execution.endedAt();
            standing.cursor = cached.stream.cursor;
            standing.isComplete = cached.stream.isComplete;
            standing.fetchedAt = cached.stream.fetchedAt;
            standing.eventCount = cached.eventCount;
            if (const auto seq = terminalSeqs.constFind(execution); seq != terminalSeqs.cend())
                standing.terminalSeq = *seq;
            standings << standing;
        });
    if (!read)
        return Failure(read.error());
    return standings;
}

Result<void> ExecutionStore::storeDefinition(const Definition &definition, EpochMs fetchedAt)
{
    Query query = m_database.query(
        "INSERT OR REPLACE INTO definitions(definition_id, name, version, fetched_at, raw, hash)"
        " VALUES(?, ?, ?, ?, ?, ?)");
    query.bind(definition.definitionId.text())
        .bind(present(definition.name))
        .bind(definition.version ? QVariant(*definition.version) : QVariant())
        .bind(toEpochMs(fetchedAt))
        .bind(definition.raw)
        .bind(Checksum()
                  .add(definition.name.toUtf8())
                  .add(definition.version.value_or(-1))
                  .add(definition.raw)
                  .result());
    if (!query.run())
        return query.failure();
    return {};
}

Result<std::optional<Definition>> ExecutionStore::loadDefinition(const DefinitionId &definitionId)
{
    Query query = m_database.query(
        "SELECT name, version, raw, hash FROM definitions WHERE definition_id = ?");
    if (!query.bind(definitionId.text()).run())
        return query.failure();
    if (!query.next()) {
        if (query.hasFailed())
            return query.failure();
        return std::nullopt;
    }
    Definition definition{definitionId, query.text(0), {}, query.bytes(2)};
    if (!query.isNull(1))
        definition.version = query.integer(1);
    const QByteArray checksum = Checksum()
                                    .add(definition.name.toUtf8())
                                    .add(definition.version.value_or(-1))
                                    .add(definition.raw)
                                    .result();
    if (query.bytes(3) != checksum)
        return std::nullopt;
    return definition;
}

Result<QStringList> ExecutionStore::findDamaged()
{
    QStringList problems;
    for (const auto find : {&ExecutionStore::findDamagedViews,
                            &ExecutionStore::findDamagedSteps,
                            &ExecutionStore::findDamagedDefinitions}) {
        if (const Result<void> found = (this->*find)(problems); !found)
            return Failure(found.error());
    }
    return problems;
}

Result<void> ExecutionStore::findDamagedViews(QStringList &problems)
{
    Query query = m_database.query("SELECT " GAPLINE_VIEW_COLUMNS " FROM executions"
                                   " WHERE view_fetched_at IS NOT NULL OR hash IS NOT NULL"
                                   " ORDER BY id");
    if (!query.run())
        return query.failure();
    while (query.next()) {
        bool isSound = false;
        (void)readView(query, &isSound);
        if (!isSound)
            problems << QStringLiteral("%1: its id, status and times fail their checksum")
                            .arg(query.text(0));
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<void> ExecutionStore::findDamagedSteps(QStringList &problems)
{
    Query query = m_database.query("SELECT execution, steps, execution_steps.raw,"
                                   " execution_steps.hash, execution_id FROM execution_steps"
                                   " LEFT JOIN executions ON executions.id = execution"
                                   " ORDER BY execution");
    if (!query.run())
        return query.failure();
    while (query.next()) {
        const QByteArray hash =
            Checksum().add(query.integer(0)).add(query.bytes(1)).add(query.bytes(2)).result();
        if (query.bytes(3) != hash || query.isNull(4))
            problems << QStringLiteral("%1: its steps fail their checksum").arg(query.text(4));
    }
    if (query.hasFailed())
        return query.failure();
    return {};
}

Result<void> ExecutionStore::findDamagedDefinitions(QStringList &problems)
{
    QList<DefinitionId> ids;
    {
        Query query =
            m_database.query("SELECT definition_id FROM definitions ORDER BY definition_id");
        if (!query.run())
            return query.failure();
        while (query.next())
            ids << DefinitionId(query.text(0));
        if (query.hasFailed())
            return query.failure();
    }
    for (const DefinitionId &id : std::as_const(ids)) {
        const Result<std::optional<Definition>> definition = loadDefinition(id);
        if (!definition)
            return Failure(definition.error());
        if (!*definition)
            problems << QStringLiteral("definition %1 fails its checksum").arg(id.text());
    }
    return {};
}

} // namespace Gapline
