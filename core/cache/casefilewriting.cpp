// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheopener.h"
#include "core/cache/casechecksum.h"
#include "core/cache/casefile.h"
#include "core/cache/eventstore.h"
#include "core/cache/executionstore.h"
#include "core/cache/schema.h"
#include "core/domain/jsonmask.h"
#include "core/domain/wording.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace Gapline {
namespace {

using Bodies = std::function<Result<SegmentBodyPtr>(qint64 bodyId)>;

QVariant ms(const std::optional<EpochMs> &time)
{
    return time ? QVariant(toEpochMs(*time)) : QVariant();
}

QVariant number(const std::optional<int> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant text(QByteArrayView utf8)
{
    // Never null: a null text would be stored as NULL.
    return utf8.isEmpty() ? QVariant(QLatin1String("")) : QVariant(QString::fromUtf8(utf8));
}

QVariant text(const QString &value)
{
    return value.isEmpty() ? QVariant(QLatin1String("")) : QVariant(value);
}

void removeWithCompanions(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

/// Nothing but a case file is ever replaced by one: the name may be that of the cache in use.
Result<void> checkReplaceable(const QString &fileName)
{
    constexpr qsizetype kIdOffset = 68; // sqlite.org/fileformat.html, "Application ID"
    QFile file(fileName);
    if (!file.exists())
        return {};
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
    const QByteArray id = head.mid(kIdOffset, 4);
    if (id.size() == 4 && qFromBigEndian<quint32>(id.constData()) == quint32(kCaseApplicationId))
        return {};
    return failure(
        ErrorId::FileUnwritable,
        CoreText::tr("%1 is there and is no case file; it was left as it is.").arg(fileName));
}

/// The events of one execution as pages, which the cache takes like any others: so coverage, cursor and completeness
/// come out as they were.
class StreamCopy
{
public:
    StreamCopy(EventStore &store, const Bodies &bodies, bool isMasked)
        : m_store(store)
        , m_bodies(bodies)
        , m_isMasked(isMasked)
    { }

    Result<void> copy(const EventStream &stream)
    {
        const StreamState &state = stream.state();
        const auto &ranges = state.coverage.ranges();
        if (ranges.empty() && state.knownEnd)
            return store(stream, {{1}, {0}}, true);
        for (size_t i = 0; i < ranges.size(); ++i) {
            const bool isEnd = i + 1 == ranges.size() && state.knownEnd;
            if (const auto copied = copyRange(stream, ranges[i], isEnd); !copied)
                return copied;
        }
        return {};
    }

private:
    Result<void> copyRange(const EventStream &stream, SeqRange range, bool isEnd)
    {
        constexpr qsizetype kPage = 500;
        const qsizetype end = stream.lowerBound(range.last.next());
        qsizetype next = stream.lowerBound(range.first);
        Seq from = range.first;
        while (end - next > kPage) {
            next += kPage;
            const Seq last = stream.seqAt(next - 1);
            if (const auto stored = store(stream, {from, last}, false); !stored)
                return stored;
            from = last.next();
        }
        return store(stream, {from, range.last}, isEnd);
    }

    Result<void> store(const EventStream &stream, SeqRange range, bool isEnd)
    {
        EventPage page;
        page.executionId = stream.executionId();
        page.sinceSeq = range.first.previous();
        page.nextCursor = range.last;
        page.hasMore = !isEnd;
        const qsizetype end = stream.lowerBound(range.last.next());
        for (qsizetype i = stream.lowerBound(range.first); i < end; ++i) {
            if (const auto added = add(page, stream, i); !added)
                return added;
        }
        const auto stored = m_store.storePage(page, stream.state().fetchedAt.value_or(EpochMs()));
        return stored ? Result<void>() : Failure(stored.error());
    }

    Result<void> add(EventPage &page, const EventStream &stream, qsizetype index)
    {
        const RawLocation location = stream.rawLocationAt(index);
        if (!m_body || m_body->id != location.bodyId) {
            const auto body = m_bodies(location.bodyId);
            if (!body)
                return Failure(body.error());
            m_body = *body;
        }
        const QByteArrayView raw = m_body->raw(location);
        if (raw.isEmpty()) {
            return failure(ErrorId::CacheDamaged,
                           CoreText::tr("The event with seq %1 of %2 cannot be read; sync it "
                                        "again first.")
                               .arg(stream.seqAt(index).value)
                               .arg(stream.executionId().text()));
        }
        const QByteArray kept = m_isMasked ? maskedJson(raw) : raw.toByteArray();
        EventColumns event;
        event.seq = stream.seqAt(index);
        event.timestamp = stream.timestampAt(index);
        event.typeIndex = page.types.intern(stream.typeAt(index));
        if (const auto step = stream.stepIdAt(index))
            event.stepIndex = page.steps.intern(*step);
        event.rawOffset = quint32(page.body.size());
        event.rawLength = quint32(kept.size());
        event.flags = stream.flagsAt(index);
        page.body += kept;
        page.events.push_back(event);
        return {};
    }

    EventStore &m_store;
    const Bodies &m_bodies;
    bool m_isMasked;
    SegmentBodyPtr m_body;
};

/// The tables beside the cache.
class CaseTables
{
public:
    explicit CaseTables(Database &database)
        : m_database(database)
    { }

    Result<void> write(const CaseRecord &record, const std::vector<CaseVerdict> &verdicts)
    {
        writeSettings(record);
        for (const QString &id : record.compared)
            addToList("compared", id);
        for (const QString &id : record.others)
            addToList("other", id);
        for (const QString &id : record.notRead)
            addToList("not-read", id);
        for (const QString &note : record.notes)
            addToList("note", note);
        for (const DeliveryFile &file : record.deliveries->files())
            writeFile(file);
        for (qsizetype row = 0; row < record.deliveries->count(); ++row)
            writeRow(*record.deliveries, row);
        for (const UnreadableRow &row : record.unreadable)
            writeUnreadable(row);
        for (const CaseVerdict &verdict : verdicts)
            writeVerdict(verdict);
        if (!m_result)
            return m_result;
        const Result<QByteArray> hash = checksumOfSettings(m_database);
        if (!hash)
            return Failure(hash.error());
        set(kSettingsHash, QString::fromLatin1(*hash));
        return m_result;
    }

private:
    void run(Query &query)
    {
        if (m_result && !query.run())
            m_result = query.failure();
    }

    void set(const char *name, const QVariant &value)
    {
        Query query = m_database.query("INSERT INTO case_settings(name, value) VALUES(?, ?)");
        query.bind(QString::fromLatin1(name)).bind(value);
        run(query);
    }

    void addToList(const char *name, const QString &value)
    {
        Query query = m_database.query("INSERT INTO case_lists(name, value) VALUES(?, ?)");
        query.bind(QString::fromLatin1(name)).bind(text(value));
        run(query);
    }

    void writeSettings(const CaseRecord &record)
    {
        const ReceiverProfile &receiver = record.receiver;
        set("createdAt", toEpochMs(record.createdAt));
        set("gaplineVersion", QStringLiteral(GAPLINE_VERSION));
        set("isMasked", record.isMasked ? 1 : 0);
        set("receiverName", text(receiver.name));
        set("schedule", text(receiver.schedule.name));
        set("timeoutMs", qint64(receiver.schedule.timeout.count()));
        set("spanFrom", ms(receiver.span.from));
        set("spanTo", ms(receiver.span.to));
        set("lateMs", qint64(receiver.lateThreshold.count()));
        set("asOf", ms(receiver.asOf));
        set("deliveriesHash", QString::fromLatin1(checksumOf(*record.deliveries)));
        for (const auto offset : receiver.schedule.offsets)
            addToList("schedule-offset-ms", QString::number(offset.count()));
        for (const QString &type : receiver.subscribedTypes)
            addToList("subscribed", type);
        QStringList overrides;
        for (const ExecutionId &id : receiver.ownWebhook)
            overrides.append(id.text());
        overrides.sort();
        for (const QString &id : overrides)
            addToList("own-webhook", id);
        for (auto it = receiver.mapping.cbegin(); it != receiver.mapping.cend(); ++it)
            addToList("mapping", it.key() + u'=' + it.value());
    }

    void writeFile(const DeliveryFile &file)
    {
        Query query =
            m_database.query("INSERT INTO case_files(name, format, row_count, accepted, rejected,"
                             " repeated, times_unread) VALUES(?, ?, ?, ?, ?, ?, ?)");
        query.bind(text(file.name)).bind(text(file.format)).bind(file.rows).bind(file.accepted);
        query.bind(file.rejected).bind(file.repeated).bind(file.timesUnread);
        run(query);
    }

    void writeRow(const DeliveryTable &rows, qsizetype row)
    {
        Query query = m_database.query(
            "INSERT INTO case_deliveries(file, line, received_at, status, is_acknowledged, attempt,"
            " execution_id, seq, event_id, type, event_time, signature, receiver_accepts)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const auto seq = rows.seqAt(row);
        query.bind(rows.fileAt(row)).bind(rows.lineAt(row)).bind(ms(rows.receivedAt(row)));
        query.bind(number(rows.statusAt(row))).bind(rows.isAcknowledged(row) ? 1 : 0);
        query.bind(number(rows.attemptAt(row)))
            .bind(text(QByteArrayView(rows.executions().at(rows.executionIndexAt(row)))));
        query.bind(seq ? QVariant(seq->value) : QVariant()).bind(text(rows.eventIdAt(row)));
        query.bind(text(QByteArrayView(rows.typeAt(row)))).bind(ms(rows.eventTimeAt(row)));
        query.bind(QString(signatureVerdictName(rows.signatureAt(row))));
        query.bind(rows.documentedReceiverAccepts(row) ? 1 : 0);
        run(query);
    }

    void writeUnreadable(const UnreadableRow &row)
    {
        Query query =
            m_database.query("INSERT INTO case_unreadable(file, line, reason) VALUES(?, ?, ?)");
        query.bind(text(row.file)).bind(row.line).bind(text(row.reason));
        run(query);
    }

    void writeVerdict(const CaseVerdict &verdict)
    {
        Query query =
            m_database.query("INSERT INTO case_verdicts(execution_id, seq, verdict, attempts,"
                             " received_at, duplicates) VALUES(?, ?, ?, ?, ?, ?)");
        query.bind(text(verdict.executionId.text())).bind(verdict.seq.value);
        query.bind(QString(verdictName(verdict.verdict))).bind(verdict.attempts);
        query.bind(ms(verdict.receivedAt)).bind(verdict.duplicates);
        run(query);
    }

    Database &m_database;
    Result<void> m_result;
};

Result<void> writeCache(Database &database,
                        const CaseRecord &record,
                        const std::vector<CaseExecution> &executions,
                        const QList<Definition> &definitions,
                        const Bodies &bodies)
{
    EventStore events(database);
    ExecutionStore store(database);
    const auto kept = [&record](const QByteArray &raw) {
        return record.isMasked ? maskedJson(raw) : raw;
    };
    QList<Execution> views;
    for (const CaseExecution &execution : executions) {
        if (!execution.hasView)
            continue;
        Execution view = execution.view;
        view.raw = kept(view.raw);
        for (StepView &step : view.steps)
            step.output = kept(step.output);
        views.append(view);
    }
    if (const auto stored = store.storeExecutions(views, record.createdAt); !stored)
        return stored;
    for (Definition definition : definitions) {
        definition.raw = kept(definition.raw);
        if (const auto stored = store.storeDefinition(definition, record.createdAt); !stored)
            return stored;
    }
    StreamCopy streams(events, bodies, record.isMasked);
    for (const CaseExecution &execution : executions) {
        if (const auto copied = streams.copy(*execution.stream); !copied)
            return copied;
    }
    return {};
}

} // namespace

Result<void> writeCaseFile(const QString &fileName,
                           const CaseRecord &record,
                           const std::vector<CaseExecution> &executions,
                           const QList<Definition> &definitions,
                           const std::vector<CaseVerdict> &verdicts,
                           const Bodies &bodies)
{
    if (const auto checked = checkReplaceable(fileName); !checked)
        return checked;
    const QString part = fileName + QStringLiteral(".part");
    removeWithCompanions(part);
    Result<void> written = [&]() -> Result<void> {
        const auto opened = openCache(part, CacheAccess::ReadWrite, record.createdAt);
        if (!opened)
            return Failure(opened.error());
        Database &database = *opened->database;
        if (const auto done = writeCache(database, record, executions, definitions, bodies); !done)
            return done;
        Transaction transaction(database);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        if (const auto made = makeCase(database); !made)
            return made;
        if (const auto done = CaseTables(database).write(record, verdicts); !done)
            return done;
        if (const auto committed = transaction.commit(); !committed)
            return committed;
        // One file, without companions.
        const auto mode = database.value(QStringLiteral("PRAGMA journal_mode=DELETE"));
        return mode ? Result<void>() : Failure(mode.error());
    }();
    if (written && std::rename(QFile::encodeName(part), QFile::encodeName(fileName)) != 0) {
        written = failure(ErrorId::FileUnwritable,
                          CoreText::tr("%1 cannot be written: %2.")
                              .arg(fileName, QString::fromLocal8Bit(std::strerror(errno))));
    }
    if (!written)
        removeWithCompanions(part);
    return written;
}

} // namespace Gapline
