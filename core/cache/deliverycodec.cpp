// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/deliverycodec.h"

#include <QDataStream>
#include <QIODevice>

#include <limits>

namespace Gapline {
namespace {

constexpr qint64 kNone = std::numeric_limits<qint64>::min();
constexpr quint8 kAcknowledged = 1;
constexpr quint8 kAccepts = 2;
// Of a row without texts: more rows than this allows cannot be in the bytes.
constexpr qint64 kLeastBytes = 4 * 8 + 2 * 4 + 3 * 4 + 2;

qint64 ms(const std::optional<EpochMs> &time)
{
    return time ? toEpochMs(*time) : kNone;
}

std::optional<EpochMs> timeFrom(qint64 value)
{
    return value == kNone ? std::nullopt : std::optional(fromEpochMs(value));
}

std::optional<int> numberFrom(qint32 value)
{
    return value < 0 ? std::nullopt : std::optional(int(value));
}

void write(QDataStream &out, const DeliveryTable &rows, qsizetype row)
{
    const auto seq = rows.seqAt(row);
    quint8 flags = rows.isAcknowledged(row) ? kAcknowledged : 0;
    if (rows.documentedReceiverAccepts(row))
        flags |= kAccepts;
    out << rows.lineAt(row) << ms(rows.receivedAt(row)) << qint32(rows.statusAt(row).value_or(-1))
        << qint32(rows.attemptAt(row).value_or(-1))
        << rows.executions().at(rows.executionIndexAt(row)) << (seq ? seq->value : kNone)
        << rows.eventIdAt(row).toByteArray() << rows.typeAt(row) << ms(rows.eventTimeAt(row))
        << quint8(rows.signatureAt(row)) << flags;
}

std::optional<Delivery> read(QDataStream &in)
{
    Delivery row;
    qint64 receivedAt = kNone;
    qint32 status = -1;
    qint32 attempt = -1;
    qint64 seq = kNone;
    qint64 eventTime = kNone;
    quint8 signature = 0;
    quint8 flags = 0;
    in >> row.line >> receivedAt >> status >> attempt >> row.executionId >> seq >> row.eventId
        >> row.type >> eventTime >> signature >> flags;
    if (in.status() != QDataStream::Ok || signature > quint8(SignatureVerdict::Unverifiable))
        return std::nullopt;
    row.receivedAt = timeFrom(receivedAt);
    row.status = numberFrom(status);
    row.attempt = numberFrom(attempt);
    if (seq != kNone)
        row.seq = Seq{seq};
    row.eventTime = timeFrom(eventTime);
    row.signatureVerdict = SignatureVerdict(signature);
    row.isAcknowledged = flags & kAcknowledged;
    row.documentedReceiverAccepts = flags & kAccepts;
    return row;
}

} // namespace

QByteArray packDeliveries(const DeliveryTable &rows, qsizetype first, qsizetype end)
{
    QByteArray packed;
    QDataStream out(&packed, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    for (qsizetype row = first; row < end; ++row)
        write(out, rows, row);
    return packed;
}

std::optional<std::vector<Delivery>> unpackDeliveries(const QByteArray &packed, qint64 count)
{
    if (count < 0 || count > packed.size() / kLeastBytes)
        return std::nullopt;
    QDataStream in(packed);
    in.setVersion(QDataStream::Qt_6_4);
    std::vector<Delivery> rows;
    rows.reserve(size_t(count));
    for (qint64 i = 0; i < count; ++i) {
        auto row = read(in);
        if (!row)
            return std::nullopt;
        rows.push_back(*std::move(row));
    }
    return in.atEnd() ? std::optional(std::move(rows)) : std::nullopt;
}

} // namespace Gapline
