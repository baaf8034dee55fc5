// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/delimitedrow.h"

#include <algorithm>
#include <csv.h>

namespace Gapline {

struct DelimitedRowReader::Parser
{
    csv_parser parser{};
    QList<QByteArray> cells;

    static void addCell(void *bytes, size_t length, void *self)
    {
        static_cast<Parser *>(self)->cells.append(
            QByteArray(static_cast<const char *>(bytes), qsizetype(length)));
    }
};

DelimitedRowReader::DelimitedRowReader(char delimiter)
    : m_parser(std::make_unique<Parser>())
{
    csv_init(&m_parser->parser, 0);
    csv_set_delim(&m_parser->parser, uchar(delimiter));
}

DelimitedRowReader::~DelimitedRowReader()
{
    csv_free(&m_parser->parser);
}

bool DelimitedRowReader::readHeader(QByteArrayView record)
{
    if (!split(record))
        return false;
    m_header = m_parser->cells;
    return true;
}

QString DelimitedRowReader::read(QByteArrayView record, RowValues &values)
{
    values.clear();
    if (!split(record))
        return QStringLiteral("its cells cannot be told apart");
    if (isHeaderAgain()) {
        m_header = m_parser->cells;
        return {};
    }
    const QList<QByteArray> &cells = m_parser->cells;
    if (cells.size() != m_header.size()) {
        return QStringLiteral("%1 cells where the header names %2")
            .arg(cells.size())
            .arg(m_header.size());
    }
    for (qsizetype i = 0; i < cells.size(); ++i)
        values.push_back({m_header.at(i), cells.at(i), RowValue::Kind::Text, 0});
    return {};
}

bool DelimitedRowReader::isHeaderAgain() const
{
    const QList<QByteArray> &cells = m_parser->cells;
    // The last cell is told from a value at once, and no mark stands before it.
    if (cells.size() < 2 || cells.size() != m_header.size() || !m_header.contains(cells.last()))
        return false;
    QList<QByteArray> names = m_header;
    QList<QByteArray> again = cells;
    std::ranges::sort(names);
    std::ranges::sort(again);
    return names == again;
}

bool DelimitedRowReader::split(QByteArrayView record)
{
    m_parser->cells.clear();
    if (record.startsWith("\xef\xbb\xbf")) // Of a file that was joined to another.
        record = record.sliced(3);
    const size_t length = size_t(record.size());
    const bool isRead =
        csv_parse(
            &m_parser->parser, record.data(), length, Parser::addCell, nullptr, m_parser.get())
        == length;
    return csv_fini(&m_parser->parser, Parser::addCell, nullptr, m_parser.get()) == 0 && isRead;
}

} // namespace Gapline
