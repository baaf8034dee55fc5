// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachemark.h"
#include "core/cache/cacheopener.h"
#include "core/cache/casechecksum.h"
#include "core/cache/casefile.h"
#include "core/cache/schema.h"
#include "core/domain/wording.h"

#include <QFileInfo>

namespace Gapline {
namespace {

std::optional<EpochMs> timeAt(const Query &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(fromEpochMs(query.integer(column)));
}

std::optional<int> numberAt(const Query &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(int(query.integer(column)));
}

SignatureVerdict signatureFrom(const QString &name)
{
    for (const SignatureVerdict verdict :
         {SignatureVerdict::Valid, SignatureVerdict::Invalid, SignatureVerdict::Unverifiable}) {
        if (name == signatureVerdictName(verdict))
            return verdict;
    }
    return SignatureVerdict::NotChecked;
}

class CaseReading
{
public:
    explicit CaseReading(Database &database)
        : m_database(database)
    { }

    Result<CaseRecord> run()
    {
        for (const auto step : {&CaseReading::readSettings,
                                &CaseReading::readLists,
                                &CaseReading::readRows,
                                &CaseReading::readUnreadable}) {
            if (const Result<void> done = (this->*step)(); !done)
                return Failure(done.error());
        }
        m_record.deliveries = m_table;
        if (checksumOf(*m_table) != m_hash) {
            return failure(ErrorId::FileMalformed,
                           CoreText::tr("The receiver's rows in %1 were changed since the case "
                                        "file was written.")
                               .arg(m_database.file()));
        }
        const Result<QByteArray> settings = checksumOfSettings(m_database);
        if (!settings)
            return Failure(settings.error());
        // The first case files had none.
        if (m_settingsHash && *settings != *m_settingsHash) {
            return failure(ErrorId::FileMalformed,
                           CoreText::tr("The settings or logs of the comparison in %1 were changed "
                                        "since the case file was written.")
                               .arg(m_database.file()));
        }
        return m_record;
    }

private:
    Result<void> readSettings()
    {
        Query query = m_database.query("SELECT name, value FROM case_settings");
        if (!query.run())
            return query.failure();
        while (query.next())
            take(query.text(0), query);
        return query.hasFailed() ? Result<void>(query.failure()) : Result<void>();
    }

    void take(const QString &name, const Query &query)
    {
        ReceiverProfile &receiver = m_record.receiver;
        if (name == QLatin1String("createdAt"))
            m_record.createdAt = fromEpochMs(query.integer(1));
        else if (name == QLatin1String("isMasked"))
            m_record.isMasked = query.integer(1) != 0;
        else if (name == QLatin1String("receiverName"))
            receiver.name = query.text(1);
        else if (name == QLatin1String("schedule"))
            receiver.schedule.name = query.text(1);
        else if (name == QLatin1String("timeoutMs"))
            receiver.schedule.timeout = std::chrono::milliseconds(query.integer(1));
        else if (name == QLatin1String("spanFrom"))
            receiver.span.from = timeAt(query, 1);
        else if (name == QLatin1String("spanTo"))
            receiver.span.to = timeAt(query, 1);
        else if (name == QLatin1String("lateMs"))
            receiver.lateThreshold = std::chrono::milliseconds(query.integer(1));
        else if (name == QLatin1String("asOf"))
            receiver.asOf = timeAt(query, 1);
        else if (name == QLatin1String("deliveriesHash"))
            m_hash = query.text(1).toLatin1();
        else if (name == QLatin1String(kSettingsHash))
            m_settingsHash = query.text(1).toLatin1();
    }

    Result<void> readLists()
    {
        Query query = m_database.query("SELECT name, value FROM case_lists ORDER BY id");
        if (!query.run())
            return query.failure();
        ReceiverProfile &receiver = m_record.receiver;
        while (query.next()) {
            const QString name = query.text(0);
            const QString value = query.text(1);
            if (name == QLatin1String("compared"))
                m_record.compared.append(value);
            else if (name == QLatin1String("other"))
                m_record.others.append(value);
            else if (name == QLatin1String("not-read"))
                m_record.notRead.append(value);
            else if (name == QLatin1String("note"))
                m_record.notes.append(value);
            else if (name == QLatin1String("subscribed"))
                receiver.subscribedTypes.append(value);
            else if (name == QLatin1String("own-webhook"))
                receiver.ownWebhook.insert(ExecutionId(value));
            else if (name == QLatin1String("schedule-offset-ms"))
                receiver.schedule.offsets.push_back(std::chrono::milliseconds(value.toLongLong()));
            else if (name == QLatin1String("mapping"))
                receiver.mapping.insert(value.section(u'=', 0, 0), value.section(u'=', 1));
        }
        if (query.hasFailed())
            return query.failure();
        if (receiver.schedule.offsets.empty()) {
            return failure(ErrorId::FileMalformed,
                           CoreText::tr("%1 holds no retry schedule.").arg(m_database.file()));
        }
        return {};
    }

    /// Rows stand in the order of their files, as the table was filled.
    Result<void> readRows()
    {
        Query files = m_database.query("SELECT name, format, row_count, accepted, rejected,"
                                       " repeated, times_unread FROM case_files ORDER BY id");
        if (!files.run())
            return files.failure();
        Query rows = m_database.query(
            "SELECT file, line, received_at, status, is_acknowledged, attempt, execution_id, seq,"
            " event_id, type, event_time, signature, receiver_accepts FROM case_deliveries"
            " ORDER BY id");
        if (!rows.run())
            return rows.failure();
        bool hasRow = rows.next();
        for (int file = 0; files.next(); ++file) {
            const int index = m_table->beginFile(files.text(0));
            m_table->file(index) = {files.text(0),
                                    files.text(1),
                                    files.integer(2),
                                    files.integer(3),
                                    files.integer(4),
                                    files.integer(5),
                                    files.integer(6)};
            for (; hasRow && rows.integer(0) == file; hasRow = rows.next())
                m_table->restore(rowFrom(rows));
        }
        if (files.hasFailed())
            return files.failure();
        return rows.hasFailed() ? Result<void>(rows.failure()) : Result<void>();
    }

    static Delivery rowFrom(const Query &query)
    {
        Delivery row;
        row.line = query.integer(1);
        row.receivedAt = timeAt(query, 2);
        row.status = numberAt(query, 3);
        row.isAcknowledged = query.integer(4) != 0;
        row.attempt = numberAt(query, 5);
        row.executionId = query.text(6).toUtf8();
        if (!query.isNull(7))
            row.seq = Seq{query.integer(7)};
        row.eventId = query.text(8).toUtf8();
        row.type = query.text(9).toUtf8();
        row.eventTime = timeAt(query, 10);
        row.signatureVerdict = signatureFrom(query.text(11));
        row.documentedReceiverAccepts = query.integer(12) != 0;
        return row;
    }

    Result<void> readUnreadable()
    {
        Query query =
            m_database.query("SELECT file, line, reason FROM case_unreadable ORDER BY id");
        if (!query.run())
            return query.failure();
        while (query.next())
            m_record.unreadable.push_back({query.text(0), query.integer(1), query.text(2)});
        return query.hasFailed() ? Result<void>(query.failure()) : Result<void>();
    }

    Database &m_database;
    CaseRecord m_record;
    std::shared_ptr<DeliveryTable> m_table = std::make_shared<DeliveryTable>();
    QByteArray m_hash;
    std::optional<QByteArray> m_settingsHash;
};

QString howToMakeOne()
{
    return CoreText::tr("gapline reconcile --case-file writes one, and so does Save Case File… in "
                        "the window.");
}

} // namespace

Error caseFileError(const QString &fileName, const Error &why)
{
    switch (why.id) {
    case ErrorId::CacheNotStored: // Not there, or without a byte.
        if (!QFileInfo::exists(fileName))
            return {ErrorId::FileUnreadable,
                    CoreText::tr("There is no case file at %1.").arg(fileName)};
        break;
    case ErrorId::CacheForeignFile:
    case ErrorId::CacheDamaged:
        if (wasCaseFile(fileName))
            return {ErrorId::FileMalformed,
                    CoreText::tr("The case file %1 is damaged. It cannot be fetched again: use "
                                 "another copy of it.")
                        .arg(fileName),
                    why.details.isEmpty() ? why.message : why.details};
        break;
    case ErrorId::CacheReadOnly:
    case ErrorId::CacheUnsafePath:
        return {ErrorId::FileUnreadable, why.message, why.details};
    default:
        return why;
    }
    return {ErrorId::FileMalformed,
            CoreText::tr("%1 is no case file. %2").arg(fileName, howToMakeOne()),
            why.details.isEmpty() ? why.message : why.details};
}

Result<CaseRecord> readCaseFile(const QString &fileName)
{
    const auto opened = openCache(fileName, CacheAccess::ReadOnly, SystemClock().now());
    if (!opened)
        return Failure(caseFileError(fileName, opened.error()));
    const auto identity = readIdentity(*opened->database);
    if (!identity)
        return Failure(identity.error());
    if (identity->applicationId != kCaseApplicationId) {
        return failure(
            ErrorId::FileMalformed,
            CoreText::tr("%1 is a cache, but no case file. %2").arg(fileName, howToMakeOne()));
    }
    return CaseReading(*opened->database).run();
}

} // namespace Gapline
