// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/delivery.h"

#include <QHashFunctions>

namespace Gapline {

int DeliveryTable::beginFile(const QString &name)
{
    // One file needs no identities; the index is made when a second one could repeat the first.
    if (m_files.size() == 1) {
        m_known.reserve(size_t(count()));
        for (qsizetype row = 0; row < count(); ++row)
            ++m_known[identityOf(row)].known;
    }
    DeliveryFile file;
    file.name = name;
    m_files.push_back(file);
    return int(m_files.size()) - 1;
}

bool DeliveryTable::add(const Delivery &row)
{
    append(row);
    DeliveryFile &file = m_files.back();
    if (m_files.size() > 1 && isRepeated(identityOf(count() - 1))) {
        removeLast();
        ++file.repeated;
        return false;
    }
    ++file.accepted;
    return true;
}

void DeliveryTable::restore(const Delivery &row)
{
    append(row);
}

void DeliveryTable::append(const Delivery &row)
{
    Q_ASSERT(!m_files.empty());
    const auto ms = [](const std::optional<EpochMs> &time) {
        return time ? toEpochMs(*time) : kNone;
    };
    m_lines.push_back(row.line);
    m_receivedAt.push_back(ms(row.receivedAt));
    m_eventTimes.push_back(ms(row.eventTime));
    m_seqs.push_back(row.seq ? row.seq->value : kNone);
    m_executions.push_back(m_executionTable.intern(row.executionId));
    m_types.push_back(m_typeTable.intern(row.type));
    m_attempts.push_back(row.attempt.value_or(-1));
    m_statuses.push_back(row.status.value_or(-1));
    m_fileIndexes.push_back(quint16(m_files.size() - 1));
    m_flags.push_back(
        quint8((row.isAcknowledged ? kAck : 0) | (row.documentedReceiverAccepts ? kAccepts : 0)));
    m_signatures.push_back(quint8(row.signatureVerdict));
    m_eventIds.append(row.eventId);
}

std::optional<Seq> DeliveryTable::seqAt(qsizetype row) const
{
    const qint64 seq = m_seqs[size_t(row)];
    return seq == kNone ? std::nullopt : std::optional(Seq{seq});
}

quint64 DeliveryTable::identityOf(qsizetype row) const
{
    const auto i = size_t(row);
    return qHashMulti(0,
                      m_executions[i],
                      m_seqs[i],
                      m_eventIds.at(row),
                      m_receivedAt[i],
                      m_eventTimes[i],
                      m_attempts[i],
                      m_statuses[i],
                      m_flags[i] & kAck);
}

bool DeliveryTable::isRepeated(quint64 identity)
{
    Occurrences &occurrences = m_known[identity];
    const int file = int(m_files.size()) - 1;
    if (occurrences.file != file) {
        occurrences.file = file;
        occurrences.inFile = 0;
    }
    if (++occurrences.inFile <= occurrences.known)
        return true;
    ++occurrences.known;
    return false;
}

void DeliveryTable::removeLast()
{
    m_lines.pop_back();
    m_receivedAt.pop_back();
    m_eventTimes.pop_back();
    m_seqs.pop_back();
    m_executions.pop_back();
    m_types.pop_back();
    m_attempts.pop_back();
    m_statuses.pop_back();
    m_fileIndexes.pop_back();
    m_flags.pop_back();
    m_signatures.pop_back();
    m_eventIds.removeLast();
}

} // namespace Gapline
