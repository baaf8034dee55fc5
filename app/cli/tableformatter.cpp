// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tableformatter.h"

#include "core/domain/displaytext.h"

#include <algorithm>
#include <numeric>
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

/// Of a column of ids. Names of 12 columns still tell one run from the other.
constexpr int kLeastIdWidth = 12;

/// As many characters of the beginning as fit.
QList<uint> beginning(const QList<uint> &characters, int width)
{
    qsizetype count = 0;
    for (int used = 0; count < characters.size(); ++count) {
        used += widthOf(characters.at(count));
        if (used > width)
            break;
    }
    return characters.first(count);
}

QString textOf(const QList<uint> &characters)
{
    QString text;
    for (const char32_t c : characters)
        text += QString::fromUcs4(&c, 1);
    return text;
}

QString shortened(const QString &text, int width, bool keepsEnd)
{
    if (width < 1)
        return {};
    const QList<uint> characters = text.toUcs4();
    const int ending = keepsEnd ? (width - 1) / 2 : 0;
    QList<uint> reversed(characters.crbegin(), characters.crend());
    reversed = beginning(reversed, ending);
    std::ranges::reverse(reversed);
    return textOf(beginning(characters, width - 1 - ending)) + QChar(0x2026) + textOf(reversed);
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString tableCell(const QString &text, int width, bool isNumber, Shortening shortening)
{
    QString shown = displayText(text);
    const int wide = displayWidth(shown);
    if (wide > width) {
        return shortening == Shortening::None
            ? shown
            : shortened(shown, width, shortening == Shortening::Middle);
    }
    const QString fill(width - wide, u' ');
    return isNumber ? fill + shown : shown + fill;
}

QList<int>
fittedWidths(const QList<TableColumn> &columns, const QList<int> &widths, int terminalColumns)
{
    const qsizetype last = columns.size() - 1;
    const auto fitted = [&](int cap) {
        QList<int> result = widths;
        for (qsizetype i = 0; i <= last; ++i) {
            const TableColumn &column = columns.at(i);
            if (column.isNumber || (!column.isId && i != last))
                continue;
            const int least = column.isId ? kLeastIdWidth : 1;
            result[i] = std::min(widths.at(i), std::max(cap, least));
        }
        return result;
    };
    const int spaces = 2 * int(last);
    int cap = widths.isEmpty() ? 0 : std::ranges::max(widths);
    QList<int> result = fitted(cap);
    while (cap > 1 && std::accumulate(result.cbegin(), result.cend(), spaces) > terminalColumns)
        result = fitted(--cap);
    return result;
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
    m_fitted.clear();
    for (qsizetype column = 0; column < m_columns.size(); ++column)
        m_widths[column] = std::max(m_widths.at(column), displayWidth(displayText(row.at(column))));
}

const QList<int> &TableLayout::shownWidths() const
{
    if (!m_terminalColumns)
        return m_widths;
    if (m_fitted.isEmpty())
        m_fitted = fittedWidths(m_columns, m_widths, *m_terminalColumns);
    return m_fitted;
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
    const QList<int> &widths = shownWidths();
    QString line;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const TableColumn &column = m_columns.at(i);
        const bool isLast = i == m_columns.size() - 1;
        const bool mayShorten = m_terminalColumns && !column.isNumber && (column.isId || isLast);
        const Shortening shortening = !mayShorten ? Shortening::None
            : column.isId                         ? Shortening::Middle
                                                  : Shortening::End;
        line += tableCell(row.at(i), widths.at(i), column.isNumber, shortening);
        if (!isLast)
            line += QStringLiteral("  ");
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
