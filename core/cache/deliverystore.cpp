// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/deliverystore.h"

#include "core/cache/database.h"
#include "core/cache/fulldurability.h"
#include "core/cache/segmentcodec.h"
#include "core/domain/wording.h"

#include <utility>

namespace Gapline {
namespace {

QVariant text(const QString &value)
{
    // Never null: a null text would be stored as NULL.
    return value.isEmpty() ? QVariant(QLatin1String("")) : QVariant(value);
}

QVariant timeValue(const std::optional<EpochMs> &time)
{
    return time ? QVariant(toEpochMs(*time)) : QVariant();
}

/// Over what a log says of itself; the rows have checksums of their own.
QByteArray factsChecksum(const PackedLog &log)
{
    Checksum checksum;
    checksum.add(log.receiver.toUtf8()).add(toEpochMs(log.importedAt));
    for (const PackedLog::File &file : log.files) {
        checksum.add(file.facts.name.toUtf8()).add(file.facts.format.toUtf8());
        for (const qint64 number :
             {file.facts.rows,
              file.facts.accepted,
              file.facts.rejected,
              file.facts.repeated,
              file.facts.timesUnread,
              file.state.byteCount,
              file.state.modifiedAt ? toEpochMs(*file.state.modifiedAt) : qint64(-1)})
            checksum.add(number);
        for (const PackedLog::Rows &rows : file.rows)
            checksum.add(rows.count);
    }
    for (const UnreadableRow &row : log.unreadable)
        checksum.add(row.file.toUtf8()).add(row.line).add(row.reason.toUtf8());
    return checksum.result();
}

QByteArray rowsChecksum(qint64 log, qint64 file, const PackedLog::Rows &rows)
{
    return Checksum().add(log).add(file).add(rows.count).add(rows.bytes).result();
}

Failure damaged(const QString &receiver)
{
    return failure(ErrorId::CacheDamaged,
                   CoreText::tr("The log imported for \"%1\" fails its checksum and is not shown: "
                                "import it again.")
                       .arg(receiver));
}

} // namespace

/// A cache of an earlier release that can only be read holds no logs.
Result<bool> DeliveryStore::hasTables()
{
    const auto count = m_database.value(
        QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'delivery_logs'"));
    if (!count)
        return Failure(count.error());
    return count->toLongLong() > 0;
}

Result<void> DeliveryStore::storeLog(const PackedLog &log)
{
    const FullDurability durability(m_database);
    Transaction transaction(m_database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto removed = remove(log.receiver); !removed)
        return Failure(removed.error());
    if (const auto inserted = insert(log); !inserted)
        return inserted;
    return transaction.commit();
}

Result<void> DeliveryStore::insert(const PackedLog &log)
{
    Query head = m_database.query("INSERT INTO delivery_logs(receiver, imported_at, row_count,"
                                  " hash) VALUES(?, ?, ?, ?)");
    qint64 total = 0;
    for (const PackedLog::File &file : log.files) {
        for (const PackedLog::Rows &rows : file.rows)
            total += rows.count;
    }
    head.bind(text(log.receiver)).bind(toEpochMs(log.importedAt)).bind(total);
    if (!head.bind(factsChecksum(log)).run())
        return head.failure();
    const qint64 id = head.insertedId();
    for (const PackedLog::File &file : log.files) {
        Query query = m_database.query(
            "INSERT INTO delivery_files(log, name, format, row_count, accepted, rejected, repeated,"
            " times_unread, byte_count, modified_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const DeliveryFile &facts = file.facts;
        query.bind(id).bind(text(facts.name)).bind(text(facts.format)).bind(facts.rows);
        query.bind(facts.accepted).bind(facts.rejected).bind(facts.repeated);
        query.bind(facts.timesUnread).bind(file.state.byteCount);
        if (!query.bind(timeValue(file.state.modifiedAt)).run())
            return query.failure();
        const qint64 fileId = query.insertedId();
        for (const PackedLog::Rows &rows : file.rows) {
            Query chunk = m_database.query("INSERT INTO delivery_rows(log, file, row_count,"
                                           " byte_count, rows, hash) VALUES(?, ?, ?, ?, ?, ?)");
            chunk.bind(id).bind(fileId).bind(rows.count).bind(rows.byteCount).bind(rows.bytes);
            if (!chunk.bind(rowsChecksum(id, fileId, rows)).run())
                return chunk.failure();
        }
    }
    for (const UnreadableRow &row : log.unreadable) {
        Query query = m_database.query(
            "INSERT INTO delivery_unreadable(log, file, line, reason) VALUES(?, ?, ?, ?)");
        if (!query.bind(id).bind(text(row.file)).bind(row.line).bind(text(row.reason)).run())
            return query.failure();
    }
    return {};
}

Result<std::optional<PackedLog>> DeliveryStore::loadLog(const QString &receiver)
{
    const auto isThere = hasTables();
    if (!isThere)
        return Failure(isThere.error());
    if (!*isThere)
        return std::nullopt;
    // One state of the file: another process may replace the log meanwhile.
    Transaction transaction(m_database, Transaction::Kind::Read);
    if (const auto begun = transaction.begin(); !begun)
        return Failure(begun.error());
    PackedLog log;
    qint64 id = 0;
    QByteArray hash;
    {
        Query query =
            m_database.query("SELECT id, imported_at, hash FROM delivery_logs WHERE receiver = ?");
        if (!query.bind(text(receiver)).run())
            return query.failure();
        if (!query.next())
            return query.hasFailed() ? Result<std::optional<PackedLog>>(query.failure())
                                     : std::nullopt;
        id = query.integer(0);
        log.receiver = receiver;
        log.importedAt = fromEpochMs(query.integer(1));
        hash = query.bytes(2);
    }
    for (const auto step :
         {&DeliveryStore::loadFiles, &DeliveryStore::loadRows, &DeliveryStore::loadUnreadable}) {
        if (const Result<void> done = (this->*step)(id, log); !done)
            return Failure(done.error());
    }
    if (factsChecksum(log) != hash)
        return damaged(receiver);
    return log;
}

Result<void> DeliveryStore::loadFiles(qint64 log, PackedLog &packed)
{
    Query query = m_database.query(
        "SELECT name, format, row_count, accepted, rejected, repeated, times_unread, byte_count,"
        " modified_at FROM delivery_files WHERE log = ? ORDER BY id");
    if (!query.bind(log).run())
        return query.failure();
    while (query.next()) {
        PackedLog::File file;
        file.facts = {query.text(0),
                      query.text(1),
                      query.integer(2),
                      query.integer(3),
                      query.integer(4),
                      query.integer(5),
                      query.integer(6)};
        file.state.byteCount = query.integer(7);
        if (!query.isNull(8))
            file.state.modifiedAt = fromEpochMs(query.integer(8));
        packed.files.push_back(std::move(file));
    }
    return query.hasFailed() ? Result<void>(query.failure()) : Result<void>();
}

Result<void> DeliveryStore::loadRows(qint64 log, PackedLog &packed)
{
    Query query = m_database.query(
        "SELECT file, (SELECT count(*) FROM delivery_files WHERE log = delivery_rows.log"
        " AND id < file), row_count, byte_count, rows, hash FROM delivery_rows"
        " WHERE log = ? ORDER BY id");
    if (!query.bind(log).run())
        return query.failure();
    while (query.next()) {
        const PackedLog::Rows rows{query.integer(2), query.integer(3), query.bytes(4)};
        const qint64 position = query.integer(1);
        if (position >= qint64(packed.files.size())
            || query.bytes(5) != rowsChecksum(log, query.integer(0), rows))
            return damaged(packed.receiver);
        packed.files[size_t(position)].rows.push_back(rows);
    }
    return query.hasFailed() ? Result<void>(query.failure()) : Result<void>();
}

Result<void> DeliveryStore::loadUnreadable(qint64 log, PackedLog &packed)
{
    Query query = m_database.query(
        "SELECT file, line, reason FROM delivery_unreadable WHERE log = ? ORDER BY id");
    if (!query.bind(log).run())
        return query.failure();
    while (query.next())
        packed.unreadable.push_back({query.text(0), query.integer(1), query.text(2)});
    return query.hasFailed() ? Result<void>(query.failure()) : Result<void>();
}

Result<QList<ImportedLogInfo>> DeliveryStore::loadLogs()
{
    QList<ImportedLogInfo> logs;
    const auto isThere = hasTables();
    if (!isThere)
        return Failure(isThere.error());
    if (!*isThere)
        return logs;
    Query query =
        m_database.query("SELECT delivery_logs.id, receiver, imported_at, delivery_logs.row_count,"
                         " name FROM delivery_logs JOIN delivery_files ON log = delivery_logs.id"
                         " ORDER BY imported_at DESC, delivery_logs.id DESC, delivery_files.id");
    if (!query.run())
        return query.failure();
    qint64 last = -1;
    while (query.next()) {
        if (std::exchange(last, query.integer(0)) != query.integer(0))
            logs.append({query.text(1), fromEpochMs(query.integer(2)), {}, query.integer(3)});
        logs.last().files.append(query.text(4));
    }
    if (query.hasFailed())
        return query.failure();
    return logs;
}

Result<qint64> DeliveryStore::salvageFrom(Database &damaged)
{
    DeliveryStore old(damaged);
    const auto logs = old.loadLogs();
    if (!logs)
        return Failure(logs.error());
    qint64 count = 0;
    // The oldest first, so that the order of import stays.
    for (auto info = logs->rbegin(); info != logs->rend(); ++info) {
        const auto log = old.loadLog(info->receiver);
        if (!log || !*log)
            continue;
        if (const Result<void> stored = storeLog(**log); !stored)
            return Failure(stored.error());
        ++count;
    }
    return count;
}

Result<bool> DeliveryStore::forgetLog(const QString &receiver)
{
    const auto isThere = hasTables();
    if (!isThere)
        return Failure(isThere.error());
    if (!*isThere)
        return false;
    // What is forgotten is not left in the free pages of the file.
    if (const auto done = m_database.run(QStringLiteral("PRAGMA secure_delete=ON")); !done)
        return Failure(done.error());
    const FullDurability durability(m_database);
    Transaction transaction(m_database);
    if (const auto begun = transaction.begin(); !begun)
        return Failure(begun.error());
    const auto removed = remove(receiver);
    if (!removed)
        return removed;
    if (const auto committed = transaction.commit(); !committed)
        return Failure(committed.error());
    return *removed;
}

Result<bool> DeliveryStore::remove(const QString &receiver)
{
    constexpr const char *kParts[] = {
        "DELETE FROM delivery_rows WHERE log = (SELECT id FROM delivery_logs WHERE receiver = ?)",
        "DELETE FROM delivery_files WHERE log = (SELECT id FROM delivery_logs WHERE receiver = ?)",
        R"(DELETE FROM delivery_unreadable
           WHERE log = (SELECT id FROM delivery_logs WHERE receiver = ?))",
    };
    for (const char *part : kParts) {
        Query query = m_database.query(part);
        if (!query.bind(text(receiver)).run())
            return query.failure();
    }
    Query query = m_database.query("DELETE FROM delivery_logs WHERE receiver = ?");
    if (!query.bind(text(receiver)).run())
        return query.failure();
    return query.changedRows() > 0;
}

} // namespace Gapline
