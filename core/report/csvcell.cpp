// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"

#include "core/report/eventslices.h"

#include <algorithm>
#include <cstdint>
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

constexpr qsizetype kBlock = 64;

void copy32(char *to, const char *from)
{
    store(to, load(from));
    store(to + 16, load(from + 16));
}

/// Copies `length` bytes, kBlock at most, and writes over up to kBlock; so many can be read.
void copyWithinBlock(char *to, const char *from, qsizetype length)
{
    copy32(to, from);
    if (length > 32)
        copy32(to + 32, from + 32);
}

/// `length` bytes, kBlock at most, of the two blocks that can be read; writes over up to kBlock behind what it has made.
char *doubleQuotesOfBlock(char *to, const char *from, qsizetype length)
{
    std::uint64_t quotes = 0;
    for (unsigned shift = 0; shift < 64; shift += 16) {
        const __m128i hits = _mm_cmpeq_epi8(load(from + shift), _mm_set1_epi8('"'));
        quotes |= std::uint64_t(unsigned(_mm_movemask_epi8(hits))) << shift;
    }
    if (length < kBlock)
        quotes &= (std::uint64_t(1) << length) - 1;
    // Block by block, not quote by quote, the processor has to guess how often it goes round.
    qsizetype done = 0;
    for (; quotes != 0; quotes &= quotes - 1) {
        const qsizetype next = std::countr_zero(quotes) + 1;
        copyWithinBlock(to, from + done, next - done);
        to += next - done;
        *to++ = '"';
        done = next;
    }
    copyWithinBlock(to, from + done, length - done);
    return to + (length - done);
}

char *copyDoublingQuotes(char *to, const char *from, const char *end, const char *readableEnd)
{
    for (; from < end && readableEnd - from >= 2 * kBlock; from += kBlock)
        to = doubleQuotesOfBlock(to, from, std::min<qsizetype>(end - from, kBlock));
    if (from >= end)
        return to;
    // The rest from a copy, behind which more can be read.
    char rest[4 * kBlock] = {};
    const qsizetype count = end - from;
    std::memcpy(rest, from, size_t(count));
    to = doubleQuotesOfBlock(to, rest, std::min(count, kBlock));
    return count > kBlock ? doubleQuotesOfBlock(to, rest + kBlock, count - kBlock) : to;
}

/// Copies in steps of 32 bytes, and writes over less than so many; behind the source as many can be read.
char *copyAhead(char *to, const char *from, qsizetype length)
{
    copy32(to, from);
    for (qsizetype done = 32; done < length; done += 32)
        copy32(to + done, from + done);
    return to + length;
}

/// Bytes `from` to `end` of a text whose quotes are known.
char *copyDoublingQuotes(
    char *to, const char *text, qsizetype from, qsizetype end, const QuoteBits &quotes)
{
    qsizetype done = from;
    for (qsizetype block = from / kBlock; block <= end / kBlock; ++block) {
        const qsizetype begin = block * kBlock;
        std::uint64_t bits = quotes.block(block);
        if (begin < from)
            bits &= ~std::uint64_t(0) << (from - begin);
        if (end - begin < kBlock)
            bits &= (std::uint64_t(1) << (end - begin)) - 1;
        for (; bits != 0; bits &= bits - 1) {
            const qsizetype next = begin + std::countr_zero(bits) + 1;
            to = copyAhead(to, text + done, next - done);
            *to++ = '"';
            done = next;
        }
    }
    return copyAhead(to, text + done, end - done);
}

#else

bool needsQuotes(QByteArrayView text)
{
    return std::ranges::any_of(text, isSpecial);
}

char *copyDoublingQuotes(char *to, const char *from, const char *end, const char *)
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

char *
copyDoublingQuotes(char *to, const char *text, qsizetype from, qsizetype end, const QuoteBits &)
{
    return copyDoublingQuotes(to, text + from, text + end, text + end);
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

CellTable::CellTable(const std::vector<QByteArray> &cells)
{
    static_assert(kCellSlack >= kStep * kMostSteps);
    m_begins.reserve(cells.size() + 1);
    m_begins.push_back(0);
    for (const QByteArray &cell : cells) {
        m_bytes += cell;
        m_begins.push_back(m_bytes.size());
        m_longest = std::max(m_longest, cell.size());
    }
    m_bytes += QByteArray(kStep * kMostSteps, '\0');
    if (m_longest <= kStep * kMostSteps)
        m_steps = (m_longest + kStep - 1) / kStep;
}

void CellWriter::cell(QByteArrayView text, const char *readableEnd)
{
    if (text.isEmpty())
        return;
    const bool isQuoted = needsQuotes(text);
    if (isQuoted)
        *m_to++ = '"';
    neutralise(text.front());
    if (isQuoted) {
        m_to = copyDoublingQuotes(m_to, text.data(), text.data() + text.size(), readableEnd);
        *m_to++ = '"';
    } else {
        verbatim(text);
    }
}

void CellWriter::cell(QByteArrayView text,
                      qsizetype from,
                      qsizetype length,
                      const QuoteBits &quotes)
{
    const QByteArrayView cellText = text.sliced(from, length);
    if (length == 0 || !needsQuotes(cellText))
        return cell(cellText);
    *m_to++ = '"';
    neutralise(cellText.front());
    m_to = copyDoublingQuotes(m_to, text.data(), from, from + length, quotes);
    *m_to++ = '"';
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
            m_to = copyDoublingQuotes(m_to, p, behind, end);
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
