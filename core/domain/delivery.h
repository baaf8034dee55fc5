// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"
#include "core/domain/stringtable.h"
#include "core/domain/textcolumn.h"
#include "core/domain/verdict.h"

#include <QString>

#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Gapline {

/// One row of a receiver's log, as read: one attempt to deliver one event. Everything that the row does not
/// hold is absent, never guessed. Texts are UTF-8.
struct Delivery
{
    qint64 line = 0; ///< 1-based line of the file on which the row begins.
    std::optional<EpochMs> receivedAt;
    std::optional<int> status; ///< HTTP status that the receiver answered.
    bool isAcknowledged = true; ///< 2xx, or the row has no status (reconcile.md, "Verdict").
    std::optional<int> attempt; ///< 0-based.
    QByteArray executionId; ///< Empty: not in the row.
    std::optional<Seq> seq;
    QByteArray eventId; ///< Empty: not in the row.
    QByteArray type;
    std::optional<EpochMs> eventTime; ///< The event's own timestamp, where the row holds the event.
    QByteArray signature; ///< The signature header's value.
    QByteArray messageId; ///< webhook-id, as the advanced scheme signs it.
    QByteArray messageTime; ///< webhook-timestamp, likewise.
    QByteArray body; ///< The webhook body; empty when the row does not hold one.
    bool isRawBody =
        false; ///< `body` is byte for byte what was received; false after re-serialising.
    SignatureVerdict signatureVerdict = SignatureVerdict::NotChecked;
    bool documentedReceiverAccepts = false; ///< See core/deliverylog/signature.h.
};

/// One log file that was read. rows = accepted + rejected + repeated.
struct DeliveryFile
{
    QString name;
    QString format; ///< As the reader says it, for example "NDJSON, gzip".
    qint64 rows = 0;
    qint64 accepted = 0;
    qint64 rejected = 0; ///< Could not be read; each with line and reason in the import's report.
    qint64 repeated = 0; ///< Held by an earlier file already.
    qint64 timesUnread = 0; ///< Accepted, but receivedAt is no time.
};

/// One log row that could not be read, with the file it is in.
struct UnreadableRow
{
    QString file;
    qint64 line = 0;
    QString reason;
};

/// All rows of one or many logs as columns, without bodies: about 90 bytes a row. Rows that an earlier file
/// holds already add nothing: the n-th row of a file with one identity (execution, seq, event id, receivedAt,
/// attempt, status) is the n-th such row of any other file. So importing a file again, or an overlapping
/// part of it, changes no count, while retries logged twice within one file stay two. Built by one thread,
/// then shared as const.
class DeliveryTable
{
public:
    /// Rows added from now on belong to this file. Returns its index.
    int beginFile(const QString &name);
    /// False when the row repeats one of an earlier file.
    bool add(const Delivery &row);
    /// A row of the newest file, as another table held it: no longer told apart from those of earlier files, and not
    /// counted, since the file's counts come from that table too.
    void restore(const Delivery &row);
    DeliveryFile &file(int index) { return m_files[size_t(index)]; }

    [[nodiscard]] qsizetype count() const { return qsizetype(m_lines.size()); }
    [[nodiscard]] const std::vector<DeliveryFile> &files() const { return m_files; }
    [[nodiscard]] int fileAt(qsizetype row) const { return m_fileIndexes[size_t(row)]; }
    [[nodiscard]] qint64 lineAt(qsizetype row) const { return m_lines[size_t(row)]; }
    [[nodiscard]] std::optional<EpochMs> receivedAt(qsizetype row) const
    {
        return timeFrom(m_receivedAt[size_t(row)]);
    }
    [[nodiscard]] std::optional<EpochMs> eventTimeAt(qsizetype row) const
    {
        return timeFrom(m_eventTimes[size_t(row)]);
    }
    [[nodiscard]] std::optional<int> attemptAt(qsizetype row) const
    {
        return numberFrom(m_attempts[size_t(row)]);
    }
    [[nodiscard]] std::optional<int> statusAt(qsizetype row) const
    {
        return numberFrom(m_statuses[size_t(row)]);
    }
    [[nodiscard]] bool isAcknowledged(qsizetype row) const { return m_flags[size_t(row)] & kAck; }
    [[nodiscard]] SignatureVerdict signatureAt(qsizetype row) const
    {
        return SignatureVerdict(m_signatures[size_t(row)]);
    }
    [[nodiscard]] bool documentedReceiverAccepts(qsizetype row) const
    {
        return m_flags[size_t(row)] & kAccepts;
    }
    /// Index into executions(); the empty text stands for "not in the row".
    [[nodiscard]] quint32 executionIndexAt(qsizetype row) const
    {
        return m_executions[size_t(row)];
    }
    [[nodiscard]] const StringTable &executions() const { return m_executionTable; }
    [[nodiscard]] const QByteArray &typeAt(qsizetype row) const
    {
        return m_typeTable.at(m_types[size_t(row)]);
    }
    [[nodiscard]] std::optional<Seq> seqAt(qsizetype row) const;
    [[nodiscard]] QByteArrayView eventIdAt(qsizetype row) const { return m_eventIds.at(row); }

private:
    static constexpr quint8 kAck = 1;
    static constexpr quint8 kAccepts = 2;
    static constexpr qint64 kNone = std::numeric_limits<qint64>::min();

    static std::optional<EpochMs> timeFrom(qint64 ms)
    {
        return ms == kNone ? std::nullopt : std::optional(fromEpochMs(ms));
    }
    static std::optional<int> numberFrom(int value)
    {
        return value < 0 ? std::nullopt : std::optional(value);
    }
    void append(const Delivery &row);
    [[nodiscard]] quint64 identityOf(qsizetype row) const;
    bool isRepeated(quint64 identity);
    void removeLast();

    struct Occurrences
    {
        quint32 known = 0; ///< Rows of this identity in the table.
        quint32 inFile = 0; ///< Rows of this identity met in the current file.
        int file = -1; ///< The file that inFile counts.
    };

    std::vector<DeliveryFile> m_files;
    std::vector<qint64> m_lines;
    std::vector<qint64> m_receivedAt;
    std::vector<qint64> m_eventTimes;
    std::vector<qint64> m_seqs;
    std::vector<quint32> m_executions;
    std::vector<quint32> m_types;
    std::vector<qint32> m_attempts;
    std::vector<qint32> m_statuses;
    std::vector<quint16> m_fileIndexes;
    std::vector<quint8> m_flags;
    std::vector<quint8> m_signatures;
    TextColumn m_eventIds;
    StringTable m_executionTable;
    StringTable m_typeTable;
    std::unordered_map<quint64, Occurrences> m_known; ///< Filled from the second file on.
};

using DeliveryTablePtr = std::shared_ptr<const DeliveryTable>;

} // namespace Gapline
