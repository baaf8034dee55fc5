// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"

#include "core/report/eventslices.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace Gapline {
namespace {

bool needsQuotes(QByteArrayView text)
{
    return std::ranges::any_of(
        text, [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; });
}

char *copyDoublingQuotes(char *to, const char *from, const char *end)
{
    while (from < end) {
        const auto *quote = static_cast<const char *>(std::memchr(from, '"', size_t(end - from)));
        const char *const stop = quote ? quote + 1 : end;
        std::memcpy(to, from, size_t(stop - from));
        to += stop - from;
        if (quote)
            *to++ = '"';
        from = stop;
    }
    return to;
}

} // namespace

QByteArray csvCell(QByteArrayView text, CellSafety safety)
{
    QByteArray cell(longestCell(text.size()), Qt::Uninitialized);
    CellWriter writer(cell.data(), safety);
    writer.cell(text);
    cell.truncate(writer.position() - cell.constData());
    return cell;
}

void CellWriter::verbatim(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    std::memcpy(m_to, bytes.data(), size_t(bytes.size()));
    m_to += bytes.size();
}

void CellWriter::neutralise(char first)
{
    if (m_safety == CellSafety::Neutralised && beginsLikeFormula(first))
        *m_to++ = '\'';
}

void CellWriter::cell(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    const bool isQuoted = needsQuotes(text);
    if (isQuoted)
        *m_to++ = '"';
    neutralise(text.front());
    if (isQuoted) {
        m_to = copyDoublingQuotes(m_to, text.data(), text.data() + text.size());
        *m_to++ = '"';
    } else {
        verbatim(text);
    }
}

void CellWriter::compactJsonCell(QByteArrayView json)
{
    const char *p = json.data();
    const char *const end = p + json.size();
    while (p < end && isJsonSpace(*p))
        ++p;
    if (p == end)
        return;
    const bool isQuoted = needsQuotes(json);
    if (isQuoted)
        *m_to++ = '"';
    neutralise(*p);
    while (p < end) {
        if (*p == '"') {
            const char *const behind = skipJsonString(p, end);
            m_to = copyDoublingQuotes(m_to, p, behind);
            p = behind;
        } else {
            if (!isJsonSpace(*p))
                *m_to++ = *p;
            ++p;
        }
    }
    if (isQuoted)
        *m_to++ = '"';
}

void CellWriter::integerCell(qint64 number)
{
    if (number < 0)
        neutralise('-');
    m_to = std::to_chars(m_to, m_to + 20, number).ptr;
}

} // namespace Gapline
