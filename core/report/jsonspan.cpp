// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonspan.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#    include <emmintrin.h>
#endif

namespace Gapline {
namespace {

constexpr std::size_t kBlock = QuoteBits::kBlock;

/// One bit a byte of a block.
struct BlockMasks
{
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opening = 0;
    std::uint64_t closing = 0;
    std::uint64_t spaces = 0;
};

#if defined(__SSE2__)

std::uint64_t bits(__m128i hits)
{
    return std::uint64_t(std::uint32_t(_mm_movemask_epi8(hits)));
}

template<bool kWithStrings>
BlockMasks masksOf(const char *block)
{
    BlockMasks masks;
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 16 * i));
        // This bit apart, [ is { and ] is }.
        const __m128i brackets = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const auto where = [&](char c) { return bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))); };
        const auto bracket = [&](char c) {
            return bits(_mm_cmpeq_epi8(brackets, _mm_set1_epi8(c)));
        };
        const unsigned shift = 16 * i;
        if constexpr (kWithStrings) {
            masks.quotes |= where('"') << shift;
            masks.backslashes |= where('\\') << shift;
        }
        masks.opening |= bracket('{') << shift;
        masks.closing |= bracket('}') << shift;
        masks.spaces |= bits(_mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(' ')), bytes))
            << shift;
    }
    return masks;
}

#else

template<bool kWithStrings>
BlockMasks masksOf(const char *block)
{
    BlockMasks masks;
    for (unsigned i = 0; i < kBlock; ++i) {
        const char c = block[i];
        const std::uint64_t bit = std::uint64_t(1) << i;
        masks.quotes |= c == '"' ? bit : 0;
        masks.backslashes |= c == '\\' ? bit : 0;
        masks.opening |= c == '{' || c == '[' ? bit : 0;
        masks.closing |= c == '}' || c == ']' ? bit : 0;
        masks.spaces |= static_cast<unsigned char>(c) <= ' ' ? bit : 0;
    }
    return masks;
}

#endif

/// Each bit becomes the parity of itself and those below.
std::uint64_t prefixXor(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/// Follows strings and brackets from one block to the next.
class NestedWalk
{
public:
    /// The number of bytes of the block up to and including the last bracket, or nothing when it goes on.
    int take(const BlockMasks &masks)
    {
        const std::uint64_t quotes = masks.quotes & ~escapedBy(masks.backslashes);
        const std::uint64_t inString = prefixXor(quotes) ^ m_inString;
        m_inString = std::uint64_t(0) - (inString >> 63);

        const std::uint64_t opening = masks.opening & ~inString;
        std::uint64_t brackets = opening | (masks.closing & ~inString);
        const std::uint64_t spaces = masks.spaces & ~inString;
        while (brackets != 0) {
            const std::uint64_t bracket = brackets & (0 - brackets);
            brackets ^= bracket;
            m_depth += (opening & bracket) != 0 ? 1 : -1;
            if (m_depth == 0) {
                m_hasSpace |= (spaces & (bracket - 1)) != 0;
                return std::countr_zero(bracket) + 1;
            }
        }
        m_hasSpace |= spaces != 0;
        return 0;
    }

    [[nodiscard]] bool hasSpace() const { return m_hasSpace; }

private:
    std::uint64_t escapedBy(std::uint64_t backslashes)
    {
        std::uint64_t escaped = m_isEscaped ? 1 : 0;
        backslashes &= ~escaped;
        m_isEscaped = false;
        while (backslashes != 0) {
            const std::uint64_t backslash = backslashes & (0 - backslashes);
            const std::uint64_t next = backslash << 1;
            escaped |= next;
            m_isEscaped = next == 0;
            backslashes &= ~(backslash | next);
        }
        return escaped;
    }

    std::uint64_t m_inString = 0; ///< All bits set while a string goes on.
    long m_depth = 0;
    bool m_isEscaped = false;
    bool m_hasSpace = false;
};

} // namespace

JsonSpan spanOfNested(const char *p, const char *end)
{
    NestedWalk walk;
    while (p < end) {
        const std::size_t count = std::min(kBlock, std::size_t(end - p));
        char last[kBlock];
        const bool isLast = count < kBlock;
        if (isLast) {
            // Any letter will do behind the end.
            std::memset(last, 'x', kBlock);
            std::memcpy(last, p, count);
        }
        // Called at one place, so that it becomes part of the loop.
        const int length = walk.take(masksOf<true>(isLast ? last : p));
        if (length > 0)
            return {p + length, walk.hasSpace()};
        p += count;
    }
    return {end, walk.hasSpace()};
}

JsonSpan spanOfNested(QByteArrayView text, qsizetype at, const QuoteBits &quotes)
{
    NestedWalk walk;
    const qsizetype last = text.size() / QuoteBits::kBlock;
    // What stands before it in its block is nothing of it.
    std::uint64_t counted = ~std::uint64_t(0) << (at % QuoteBits::kBlock);
    for (qsizetype i = at / QuoteBits::kBlock; i <= last; ++i) {
        BlockMasks masks = masksOf<false>(text.data() + i * QuoteBits::kBlock);
        masks.quotes = quotes.block(i) & counted;
        masks.opening &= counted;
        masks.closing &= counted;
        masks.spaces &= counted;
        const int length = walk.take(masks);
        const qsizetype end = i * QuoteBits::kBlock + length;
        if (length > 0)
            return {text.data() + std::min(end, text.size()), walk.hasSpace()};
        counted = ~std::uint64_t(0);
    }
    return {text.data() + text.size(), walk.hasSpace()};
}

} // namespace Gapline
