// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/packedlog.h"

#include "core/cache/deliverycodec.h"
#include "core/cache/segmentcodec.h"
#include "core/domain/wording.h"

#include <utility>

namespace Gapline {

PackedLog packLog(const ImportedLog &log)
{
    constexpr qsizetype kRowsTogether = 20'000;
    const DeliveryTable &rows = *log.deliveries;
    PackedLog packed{log.receiver, log.importedAt, {}, log.unreadable};
    qsizetype row = 0;
    for (size_t i = 0; i < rows.files().size(); ++i) {
        PackedLog::File file{rows.files()[i], {}, {}};
        if (i < log.files.size())
            file.state = log.files[i];
        while (row < rows.count() && rows.fileAt(row) == int(i)) {
            qsizetype end = row;
            while (end < rows.count() && end - row < kRowsTogether && rows.fileAt(end) == int(i))
                ++end;
            const QByteArray bytes = packDeliveries(rows, row, end);
            file.rows.push_back({end - row, bytes.size(), compress(bytes)});
            row = end;
        }
        packed.files.push_back(std::move(file));
    }
    return packed;
}

Result<ImportedLog> unpackLog(const PackedLog &log)
{
    auto table = std::make_shared<DeliveryTable>();
    ImportedLog unpacked{log.receiver, log.importedAt, table, {}, log.unreadable};
    for (const PackedLog::File &file : log.files) {
        const int index = table->beginFile(file.facts.name);
        table->file(index) = file.facts;
        unpacked.files.push_back(file.state);
        for (const PackedLog::Rows &packed : file.rows) {
            const auto bytes = decompress(packed.bytes, packed.byteCount);
            const auto rows = bytes ? unpackDeliveries(*bytes, packed.count) : std::nullopt;
            if (!rows)
                return failure(ErrorId::CacheDamaged,
                               CoreText::tr("The log imported for \"%1\" cannot be read: import "
                                            "it again.")
                                   .arg(log.receiver));
            for (const Delivery &row : *rows)
                table->restore(row);
        }
    }
    return unpacked;
}

} // namespace Gapline
