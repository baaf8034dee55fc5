// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <memory>
#include <unordered_map>

namespace Gapline {

class Query;

enum class DatabaseMode
{
    ReadWrite,
    ReadOnly, ///< Sees what other processes write; may need the -shm file beside a -wal.
    /// Takes no locks and makes no companion files: only for a file that has no -wal beside it.
    Immutable,
};

/// One connection to an SQLite file, closed when this goes away. Belongs to the thread that opened it.
class Database
{
public:
    /// The file must exist unless the mode is ReadWrite. Errors: the Cache* ids.
    static Result<std::unique_ptr<Database>> open(const QString &file, DatabaseMode mode);
    /// A private database in memory; used to compare schemas.
    static Result<std::unique_ptr<Database>> openInMemory();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] DatabaseMode mode() const { return m_mode; }
    [[nodiscard]] bool isWritable() const { return m_mode == DatabaseMode::ReadWrite; }

    /// A statement, prepared at its first use and kept: `sql` must be a string literal. Only one Query per
    /// literal may be alive at a time.
    [[nodiscard]] Query query(const char *sql);
    /// Runs one statement that is not worth keeping.
    Result<void> run(const QString &sql);
    /// First column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> value(const QString &sql);

private:
    Database() = default;
    static Result<std::unique_ptr<Database>>
    connect(const QString &file, const QString &name, const QString &options, DatabaseMode mode);

    QString m_file;
    QString m_connection;
    DatabaseMode m_mode = DatabaseMode::ReadWrite;
    QSqlDatabase m_database;
    std::unordered_map<const char *, QSqlQuery> m_prepared;
};

/// One run of a prepared statement; frees its locks when it goes away.
class Query
{
public:
    Query(QSqlQuery &statement, const QString &file);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Binds the next parameter. Null texts and byte arrays become NULL.
    Query &bind(const QVariant &value);
    /// False: see failure().
    [[nodiscard]] bool run();
    /// Steps to the next row. False at the end, or on an error: hasFailed() tells.
    [[nodiscard]] bool next();
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] Failure failure() const;

    [[nodiscard]] bool isNull(int column) const { return m_statement.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const
    {
        return m_statement.value(column).toLongLong();
    }
    [[nodiscard]] QString text(int column) const { return m_statement.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const
    {
        return m_statement.value(column).toByteArray();
    }
    /// For an INSERT.
    [[nodiscard]] qint64 insertedId() const { return m_statement.lastInsertId().toLongLong(); }
    [[nodiscard]] qint64 changedRows() const { return m_statement.numRowsAffected(); }

private:
    QSqlQuery &m_statement;
    const QString &m_file;
    int m_bound = 0;
};

/// BEGIN … COMMIT; rolls back unless committed. Writing ones are IMMEDIATE, so that they wait for other processes
/// at their beginning, up to the busy timeout, and never fail halfway for a lock.
class Transaction
{
public:
    enum class Kind
    {
        Write,
        Read, ///< Sees one state of the file from its first SELECT on.
    };

    explicit Transaction(Database &database, Kind kind = Kind::Write)
        : m_database(database)
        , m_kind(kind)
    { }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin();
    Result<void> commit();

private:
    Database &m_database;
    Kind m_kind;
    bool m_isOpen = false;
};

} // namespace Gapline
