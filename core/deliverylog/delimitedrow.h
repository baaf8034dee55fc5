// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliverylog/jsonrow.h"

#include <QList>

#include <memory>

namespace Gapline {

/// Reads the cells of one CSV record after the other (RFC 4180, any delimiter). The first record is the
/// header. Single-threaded.
class DelimitedRowReader
{
public:
    explicit DelimitedRowReader(char delimiter);
    ~DelimitedRowReader();
    DelimitedRowReader(const DelimitedRowReader &) = delete;
    DelimitedRowReader &operator=(const DelimitedRowReader &) = delete;

    [[nodiscard]] bool hasHeader() const { return !m_header.isEmpty(); }
    [[nodiscard]] const QList<QByteArray> &header() const { return m_header; }
    /// False when its cells cannot be told apart.
    [[nodiscard]] bool readHeader(QByteArrayView record);
    /// Empty when read; otherwise why not. A header again, as where files were joined, gives no values and no reason; it
    /// names the columns from there on, in whatever order.
    [[nodiscard]] QString read(QByteArrayView record, RowValues &values);

private:
    struct Parser;
    [[nodiscard]] bool split(QByteArrayView record);
    [[nodiscard]] bool isHeaderAgain() const;

    std::unique_ptr<Parser> m_parser;
    QList<QByteArray> m_header;
};

} // namespace Gapline
