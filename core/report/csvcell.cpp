// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"

#include "core/report/eventslices.h"

#include <algorithm>
#include <cstring>

#if defined(__SSE2__)
#    include <bit>
#    include <emmintrin.h>
#endif

namespace Gapline {
namespace {

bool isSpecial(char c)
{
    return c == '"' || c == ',' || c == '\n' || c == '\r';
}

#if defined(__SSE2__)

__m128i load(const char *from)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
}

void store(char *to, __m128i bytes)
{
    _mm_storeu_si128(reinterpret_cast<__m128i *>(to), bytes);
}

bool needsQuotes(QByteArrayView text)
{
    const char *p = text.data();
    const char *const end = p + text.size();
    for (; end - p >= 16; p += 16) {
        const __m128i bytes = load(p);
        const auto is = [&bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
        const __m128i hits =
            _mm_or_si128(_mm_or_si128(is('"'), is(',')), _mm_or_si128(is('\n'), is('\r')));
        if (_mm_movemask_epi8(hits) != 0)
            return true;
    }
    return std::any_of(p, end, isSpecial);
}

/// `length` bytes, 16 at most, of the 31 that can be read; writes over up to 16 behind what it has made.
char *doubleQuotesOfBlock(char *to, const char *from, unsigned length)
{
    const __m128i quotes = _mm_cmpeq_epi8(load(from), _mm_set1_epi8('"'));
    unsigned mask = unsigned(_mm_movemask_epi8(quotes)) & ((1U << length) - 1);
    unsigned done = 0;
    while (mask != 0) {
        const unsigned next = unsigned(std::countr_zero(mask)) + 1;
        store(to, load(from + done));
        to += next - done;
        *to++ = '"';
        done = next;
        mask &= mask - 1;
    }
    store(to, load(from + done));
    return to + (length - done);
}

char *copyDoublingQuotes(char *to, const char *from, const char *end)
{
    for (; end - from >= 32; from += 16)
        to = doubleQuotesOfBlock(to, from, 16);
    // The rest from a copy, behind which more can be read.
    char rest[48] = {};
    const auto count = unsigned(end - from);
    std::memcpy(rest, from, count);
    to = doubleQuotesOfBlock(to, rest, std::min(count, 16U));
    return count > 16 ? doubleQuotesOfBlock(to, rest + 16, count - 16) : to;
}

#else

bool needsQuotes(QByteArrayView text)
{
    return std::ranges::any_of(text, isSpecial);
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

#endif

} // namespace

QByteArray csvCell(QByteArrayView text, CellSafety safety)
{
    QByteArray cell(longestCell(text.size()) + kCellSlack, Qt::Uninitialized);
    CellWriter writer(cell.data(), safety);
    writer.cell(text);
    cell.truncate(writer.position() - cell.constData());
    return cell;
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

void CellWriter::compactJsonCell(QByteArrayView json, bool isCompact)
{
    if (isCompact) {
        cell(json);
        return;
    }
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

} // namespace Gapline
