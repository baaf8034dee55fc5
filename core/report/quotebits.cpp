// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/quotebits.h"

#if defined(__SSE2__)
#    include <emmintrin.h>
#endif

namespace Gapline {

#if defined(__SSE2__)

bool QuoteBits::find(QByteArrayView text, const char *readableEnd)
{
    // What is empty may lie anywhere, or nowhere.
    if (text.isEmpty() || text.size() > kMostBytes
        || readableEnd - text.data() < text.size() + kBlock)
        return false;
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    __m128i backslashes = _mm_setzero_si128();
    const auto bitsAt = [&](const char *p) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        backslashes = _mm_or_si128(backslashes, _mm_cmpeq_epi8(bytes, backslash));
        return std::uint64_t(std::uint32_t(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, quote))));
    };
    // Up to the block in which the text's end lies, and be it at its begin.
    const qsizetype last = text.size() / kBlock;
    for (qsizetype i = 0; i <= last; ++i) {
        const char *const p = text.data() + i * kBlock;
        m_blocks[size_t(i)] =
            bitsAt(p) | bitsAt(p + 16) << 16 | bitsAt(p + 32) << 32 | bitsAt(p + 48) << 48;
    }
    m_blocks[size_t(last + 1)] = ~std::uint64_t(0);
    // One that stands behind the text costs time, and nothing else.
    return _mm_movemask_epi8(backslashes) == 0;
}

#else

bool QuoteBits::find(QByteArrayView, const char *)
{
    return false;
}

#endif

} // namespace Gapline
