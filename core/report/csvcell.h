// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <charconv>
#include <cstring>

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
inline constexpr qsizetype kCellSlack = 64;

/// The most bytes that csvCell() and CellWriter make of so many.
[[nodiscard]] constexpr qsizetype longestCell(qsizetype bytes)
{
    return 2 * bytes + 3;
}

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
    void cell(QByteArrayView text) { cell(text, text.data() + text.size()); }
    /// The same. Up to `readableEnd`, beyond the text, memory may be read: then no text has its end treated apart.
    void cell(QByteArrayView text, const char *readableEnd);
    /// Text that is known to hold no comma, quote or line break.
    void plainCell(QByteArrayView text)
    {
        if (text.isEmpty())
            return;
        neutralise(text.front());
        verbatim(text);
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
    void neutralise(char first)
    {
        if (m_safety == CellSafety::Neutralised && beginsLikeFormula(first))
            *m_to++ = '\'';
    }

    char *m_to;
    CellSafety m_safety;
};

} // namespace Gapline
