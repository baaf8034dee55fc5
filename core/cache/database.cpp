// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/database.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace Gapline {
namespace {

constexpr int kBusyTimeoutMs = 8000;

/// Primary result codes of SQLite (sqlite.org/rescode.html); the bits above them only refine.
ErrorId errorIdOf(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorId::CacheBusy;
    case 8: // SQLITE_READONLY
    case 3: // SQLITE_PERM
        return ErrorId::CacheReadOnly;
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return ErrorId::CacheInputOutput;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorId::CacheDamaged;
    case 13: // SQLITE_FULL
        return ErrorId::CacheDiskFull;
    default:
        return ErrorId::InternalUnexpected;
    }
}

Failure failureOf(const QSqlError &error, const QString &file)
{
    const int code = error.nativeErrorCode().toInt();
    const ErrorId id = errorIdOf(code);
    return failure(id,
                   QStringLiteral("%1: %2").arg(file, error.databaseText()),
                   QStringLiteral("SQLite result code %1").arg(error.nativeErrorCode()));
}

/// What each page needs is prepared once.
Result<void> runPrepared(Database &database, const char *sql)
{
    Query query = database.query(sql);
    if (!query.run())
        return query.failure();
    return {};
}

QString uniqueConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("gapline-cache-%1").arg(++counter);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &file, DatabaseMode mode)
{
    switch (mode) {
    case DatabaseMode::ReadWrite:
        break;
    case DatabaseMode::ReadOnly:
        return connect(file, file, QStringLiteral("QSQLITE_OPEN_READONLY"), mode);
    case DatabaseMode::Immutable: {
        const QByteArray url = QUrl::fromLocalFile(file).toEncoded(QUrl::FullyEncoded);
        return connect(file,
                       QString::fromLatin1(url) + QStringLiteral("?immutable=1"),
                       QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"),
                       mode);
    }
    }
    return connect(file, file, {}, mode);
}

Result<std::unique_ptr<Database>> Database::openInMemory()
{
    return connect(
        QStringLiteral(":memory:"), QStringLiteral(":memory:"), {}, DatabaseMode::ReadWrite);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &file,
                                                    const QString &name,
                                                    const QString &options,
                                                    DatabaseMode mode)
{
    std::unique_ptr<Database> database(new Database);
    database->m_file = file;
    database->m_mode = mode;
    database->m_connection = uniqueConnectionName();
    database->m_database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    database->m_database.setDatabaseName(name);
    const QString busy = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
    database->m_database.setConnectOptions(options.isEmpty() ? busy : busy + u';' + options);
    if (!database->m_database.open())
        return failureOf(database->m_database.lastError(), file);
    // What a planted schema could run is switched off before anything of the file is read.
    for (const char *pragma : {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON"}) {
        if (const Result<void> done = database->run(QString::fromLatin1(pragma)); !done)
            return Failure(done.error());
    }
    return database;
}

Database::~Database()
{
    // Qt warns when a connection goes while queries or handles of it still live.
    m_prepared.clear();
    m_database.close();
    m_database = {};
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

Query Database::query(const char *sql)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery statement(m_database);
        statement.setForwardOnly(true);
        // A statement that cannot be prepared fails again, with its error, when it is run.
        statement.prepare(QString::fromLatin1(sql));
        found = m_prepared.emplace(sql, std::move(statement)).first;
    }
    return {found->second, m_file};
}

Result<void> Database::run(const QString &sql)
{
    if (const Result<QVariant> done = value(sql); !done)
        return Failure(done.error());
    return {};
}

Result<QVariant> Database::value(const QString &sql)
{
    QSqlQuery statement(m_database);
    statement.setForwardOnly(true);
    if (!statement.exec(sql))
        return failureOf(statement.lastError(), m_file);
    if (statement.isSelect() && statement.next())
        return statement.value(0);
    if (statement.lastError().isValid())
        return failureOf(statement.lastError(), m_file);
    return QVariant();
}

Query::Query(QSqlQuery &statement, const QString &file)
    : m_statement(statement)
    , m_file(file)
{ }

Query::~Query()
{
    m_statement.finish();
}

Query &Query::bind(const QVariant &value)
{
    m_statement.bindValue(m_bound++, value);
    return *this;
}

bool Query::run()
{
    m_bound = 0;
    return m_statement.exec();
}

bool Query::next()
{
    return m_statement.next();
}

bool Query::hasFailed() const
{
    return m_statement.lastError().isValid();
}

Failure Query::failure() const
{
    return failureOf(m_statement.lastError(), m_file);
}

Transaction::~Transaction()
{
    // A transaction that SQLite itself has ended (disk full) makes this fail, which changes nothing.
    if (m_isOpen)
        static_cast<void>(m_database.run(QStringLiteral("ROLLBACK")));
}

Result<void> Transaction::begin()
{
    Result<void> done =
        runPrepared(m_database, m_kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    m_isOpen = done.has_value();
    return done;
}

Result<void> Transaction::commit()
{
    Result<void> done = runPrepared(m_database, "COMMIT");
    m_isOpen = !done.has_value();
    return done;
}

} // namespace Gapline
