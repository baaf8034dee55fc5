// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/quotebits.h"

#include <QByteArray>

#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace Gapline {

enum class CellSafety
{
    Neutralised, ///< A cell that a spreadsheet would run as a formula gets a leading apostrophe.
    Raw,
};

/// True for a first character of = + - @, tab or CR (command-line.md, "Outputs that scripts may rely on").
[[nodiscard]] constexpr bool beginsLikeFormula(char first)
{
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t'
        || first == '\r';
}

/// `text` (UTF-8) as one cell of RFC 4180: quoted where it holds a comma, a quote or a line break.
[[nodiscard]] QByteArray csvCell(QByteArrayView text, CellSafety safety);

/// What CellWriter may write over behind the last cell.
inline constexpr qsizetype kCellSlack = 256;

/// The most bytes that csvCell() and CellWriter make of so many.
[[nodiscard]] constexpr qsizetype longestCell(qsizetype bytes)
{
    return 2 * bytes + 3;
}

/// Finished cells that are written again and again, by index. Immutable once made; any thread.
class CellTable
{
public:
    explicit CellTable(const std::vector<QByteArray> &cells);

    [[nodiscard]] qsizetype longest() const { return m_longest; }

private:
    friend class CellWriter;

    static constexpr qsizetype kStep = 32;
    /// Up to so many it is cheaper to copy as much for each cell as for the longest than to go by its length.
    static constexpr qsizetype kMostSteps = 8;

    QByteArray m_bytes; ///< One behind the other, and room for kMostSteps.
    std::vector<qsizetype> m_begins; ///< In m_bytes, and the last one's end.
    qsizetype m_longest = 0;
    qsizetype m_steps = 0; ///< 0 where there would be too many.
};

/// Writes cells into memory that the caller has sized with longestCell() for each, and kCellSlack once: no check, no
/// allocation per cell.
class CellWriter
{
public:
    CellWriter(char *to, CellSafety safety)
        : m_to(to)
        , m_safety(safety)
    { }

    [[nodiscard]] char *position() const { return m_to; }

    /// As it is: separators, and cells that are known to be fine.
    void verbatim(QByteArrayView bytes)
    {
        if (bytes.isEmpty())
            return;
        std::memcpy(m_to, bytes.data(), size_t(bytes.size()));
        m_to += bytes.size();
    }
    void verbatim(char c) { *m_to++ = c; }
    /// The first bytes of a buffer that may be copied whole.
    void block(const std::array<char, 64> &bytes, qsizetype size)
    {
        std::memcpy(m_to, bytes.data(), bytes.size());
        m_to += size;
    }
    void verbatim(const CellTable &table, std::size_t index)
    {
        const char *const from = table.m_bytes.constData() + table.m_begins[index];
        const qsizetype size = table.m_begins[index + 1] - table.m_begins[index];
        if (table.m_steps == 0)
            return verbatim({from, size});
        for (qsizetype step = 0; step < table.m_steps; ++step)
            std::memcpy(
                m_to + step * CellTable::kStep, from + step * CellTable::kStep, CellTable::kStep);
        m_to += size;
    }
    void cell(QByteArrayView text) { cell(text, text.data() + text.size()); }
    /// The same. Up to `readableEnd`, beyond the text, memory may be read: then no text has its end treated apart.
    void cell(QByteArrayView text, const char *readableEnd);
    /// The same for a stretch of a longer text whose quotes are known.
    void cell(QByteArrayView text, qsizetype from, qsizetype length, const QuoteBits &quotes);
    /// Text that is known to hold no comma, quote or line break, and behind which a block can be read.
    void plainCell(QByteArrayView text)
    {
        if (text.isEmpty())
            return;
        neutralise(text.front());
        if (text.size() > kShortText)
            return verbatim(text);
        std::memcpy(m_to, text.data(), kShortText);
        m_to += text.size();
    }
    /// JSON without the white space between its tokens.
    void compactJsonCell(QByteArrayView json);
    void integerCell(qint64 number)
    {
        if (number < 0)
            neutralise('-');
        m_to = std::to_chars(m_to, m_to + 20, number).ptr;
    }

private:
    /// Up to here copying as much is cheaper than going by the length.
    static constexpr qsizetype kShortText = 32;

    void neutralise(char first)
    {
        if (m_safety == CellSafety::Neutralised && beginsLikeFormula(first))
            *m_to++ = '\'';
    }

    char *m_to;
    CellSafety m_safety;
};

} // namespace Gapline
