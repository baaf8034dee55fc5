// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tableformatter.h"

#include "core/domain/displaytext.h"

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

struct WideRange
{
    char32_t first;
    char32_t last;
};

/// East Asian wide and emoji blocks, as terminals show them (Unicode, "East Asian Width").
constexpr WideRange kWideRanges[] = {{0x1100, 0x115F},
                                     {0x2E80, 0x303E},
                                     {0x3041, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0xFFE0, 0xFFE6},
                                     {0x1F300, 0x1F64F},
                                     {0x1F680, 0x1F6FF},
                                     {0x1F900, 0x1FAFF},
                                     {0x20000, 0x3FFFD}};

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    const bool isWide = std::ranges::any_of(
        kWideRanges, [c](const WideRange &range) { return range.first <= c && c <= range.last; });
    return isWide ? 2 : 1;
}

QString cutTo(const QString &text, int width)
{
    if (width < 1)
        return {};
    QString kept;
    int used = 0;
    for (const char32_t c : text.toUcs4()) {
        used += widthOf(c);
        if (used > width - 1)
            break;
        kept += QString::fromUcs4(&c, 1);
    }
    return kept + QChar(0x2026);
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString tableCell(const QString &text, int width, bool isNumber, bool mayCut)
{
    QString shown = displayText(text);
    const int wide = displayWidth(shown);
    if (wide > width)
        return mayCut ? cutTo(shown, width) : shown;
    const QString fill(width - wide, u' ');
    return isNumber ? fill + shown : shown + fill;
}

TableLayout::TableLayout(QList<TableColumn> columns, std::optional<int> terminalColumns)
    : m_columns(std::move(columns))
    , m_terminalColumns(terminalColumns)
{
    for (const TableColumn &column : m_columns)
        m_widths << displayWidth(column.title);
}

void TableLayout::measure(const QStringList &row)
{
    ++m_rows;
    for (qsizetype column = 0; column < m_columns.size(); ++column)
        m_widths[column] = std::max(m_widths.at(column), displayWidth(displayText(row.at(column))));
}

QByteArray TableLayout::header() const
{
    QStringList titles;
    for (const TableColumn &column : m_columns)
        titles << column.title;
    return line(titles);
}

QByteArray TableLayout::line(const QStringList &row) const
{
    QString line;
    int used = 0;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const bool isLast = column == m_columns.size() - 1;
        int width = m_widths.at(column);
        if (isLast && m_terminalColumns)
            width = std::min(width, std::max(*m_terminalColumns - used, 1));
        line += tableCell(row.at(column), width, m_columns.at(column).isNumber, isLast);
        if (!isLast)
            line += QStringLiteral("  ");
        used += width + 2;
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line.toUtf8() + '\n';
}

QByteArray formatTable(const QList<TableColumn> &columns,
                       const QList<QStringList> &rows,
                       std::optional<int> terminalColumns)
{
    TableLayout table(columns, terminalColumns);
    for (const QStringList &row : rows)
        table.measure(row);
    QByteArray text = table.header();
    for (const QStringList &row : rows)
        text += table.line(row);
    return text;
}

} // namespace Gapline
