// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/casechecksum.h"

#include "core/cache/database.h"
#include "core/cache/segmentcodec.h"

#include <array>
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

Result<QByteArray> checksumOfSettings(Database &database)
{
    struct Table
    {
        const char *query;
        int columns;
    };
    constexpr std::array kTables{
        Table{"SELECT name, value FROM case_settings WHERE name <> 'settingsHash' ORDER BY name",
              2},
        Table{"SELECT name, value FROM case_lists ORDER BY id", 2},
        Table{"SELECT name, format, row_count, accepted, rejected, repeated, times_unread"
              " FROM case_files ORDER BY id",
              7},
        Table{"SELECT file, line, reason FROM case_unreadable ORDER BY id", 3},
    };
    Checksum checksum;
    for (const Table &table : kTables) {
        Query query = database.query(table.query);
        if (!query.run())
            return query.failure();
        qint64 rows = 0;
        for (; query.next(); ++rows) {
            for (int column = 0; column < table.columns; ++column)
                checksum.add(query.isNull(column)).add(query.text(column).toUtf8());
        }
        if (query.hasFailed())
            return query.failure();
        checksum.add(rows);
    }
    return checksum.result().toHex();
}

} // namespace Gapline
