// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/casechecksum.h"

#include "core/cache/segmentcodec.h"

#include <limits>

namespace Gapline {
namespace {

constexpr qint64 kNone = std::numeric_limits<qint64>::min();

qint64 ms(const std::optional<EpochMs> &time)
{
    return time ? toEpochMs(*time) : kNone;
}

/// What is no UTF-8 comes back from a TEXT column as U+FFFD.
QByteArray asStored(QByteArrayView text)
{
    return QString::fromUtf8(text).toUtf8();
}

} // namespace

QByteArray checksumOf(const DeliveryTable &rows)
{
    Checksum checksum;
    for (qsizetype row = 0; row < rows.count(); ++row) {
        const auto seq = rows.seqAt(row);
        checksum.add(rows.fileAt(row))
            .add(rows.lineAt(row))
            .add(ms(rows.receivedAt(row)))
            .add(rows.statusAt(row).value_or(-1))
            .add(rows.isAcknowledged(row))
            .add(rows.attemptAt(row).value_or(-1))
            .add(asStored(rows.executions().at(rows.executionIndexAt(row))))
            .add(seq ? seq->value : kNone)
            .add(asStored(rows.eventIdAt(row)))
            .add(asStored(rows.typeAt(row)))
            .add(ms(rows.eventTimeAt(row)))
            .add(qint64(rows.signatureAt(row)))
            .add(rows.documentedReceiverAccepts(row));
    }
    return checksum.result().toHex();
}

} // namespace Gapline
