// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sha256lanes.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#    include <cpuid.h>
#    include <immintrin.h>
#endif

namespace Gapline {

#if defined(__x86_64__)

namespace {

constexpr qsizetype kBlock = 64;

constexpr std::array<std::uint32_t, 64> kRound{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// One message as blocks: the one that its two pieces share, those that lie in the body whole, and the end with the padding.
class Blocks
{
public:
    Blocks(const ShaMessage &message, std::uint64_t bytesBefore)
    {
        const std::uint64_t total = std::uint64_t(message.head.size() + message.body.size());
        QByteArrayView rest = message.body;
        qsizetype inEnd = 0;
        if (!message.head.isEmpty()) {
            const qsizetype taken = std::min(kBlock - message.head.size(), rest.size());
            copy(m_shared.data(), message.head);
            copy(m_shared.data() + message.head.size(), rest.first(taken));
            rest = rest.sliced(taken);
            m_sharedCount = total >= kBlock ? 1 : 0;
            if (m_sharedCount == 0) {
                copy(m_end.data(), {m_shared.data(), qsizetype(total)});
                inEnd = qsizetype(total);
            }
        }
        m_whole = rest.data();
        m_beforeEnd = m_sharedCount + rest.size() / kBlock;
        const QByteArrayView last = rest.last(rest.size() % kBlock);
        copy(m_end.data() + inEnd, last);
        inEnd += last.size();
        m_endCount = inEnd < kBlock - 8 ? 1 : 2;
        m_end[size_t(inEnd)] = 0x80;
        qToBigEndian((bytesBefore + total) * 8, m_end.data() + m_endCount * kBlock - 8);
    }

    [[nodiscard]] qsizetype count() const { return m_beforeEnd + m_endCount; }
    /// Beyond the last one any block will do.
    [[nodiscard]] const void *at(qsizetype index) const
    {
        if (index < m_sharedCount)
            return m_shared.data();
        if (index < m_beforeEnd)
            return m_whole + (index - m_sharedCount) * kBlock;
        return m_end.data() + (index < count() ? index - m_beforeEnd : 0) * kBlock;
    }

private:
    static void copy(void *to, QByteArrayView bytes)
    {
        if (!bytes.isEmpty())
            std::memcpy(to, bytes.data(), size_t(bytes.size()));
    }

    const char *m_whole = nullptr;
    qsizetype m_sharedCount = 0; ///< 1 where the head and the begin of the body fill a block.
    qsizetype m_beforeEnd = 0;
    qsizetype m_endCount = 0;
    std::array<char, kBlock> m_shared{};
    std::array<unsigned char, 2 * kBlock> m_end{};
};

#    define GAPLINE_AVX2 __attribute__((target("avx2")))

template<int kBits>
GAPLINE_AVX2 inline __m256i rotated(__m256i x)
{
    return _mm256_or_si256(_mm256_srli_epi32(x, kBits), _mm256_slli_epi32(x, 32 - kBits));
}

template<int kFirst, int kSecond, int kThird>
GAPLINE_AVX2 inline __m256i bigSigma(__m256i x)
{
    return _mm256_xor_si256(_mm256_xor_si256(rotated<kFirst>(x), rotated<kSecond>(x)),
                            rotated<kThird>(x));
}

template<int kFirst, int kSecond, int kShift>
GAPLINE_AVX2 inline __m256i smallSigma(__m256i x)
{
    return _mm256_xor_si256(_mm256_xor_si256(rotated<kFirst>(x), rotated<kSecond>(x)),
                            _mm256_srli_epi32(x, kShift));
}

GAPLINE_AVX2 inline __m256i sum(__m256i a, __m256i b)
{
    return _mm256_add_epi32(a, b);
}

/// One round; the caller lets the eight working variables change places.
GAPLINE_AVX2 inline void round(__m256i a,
                               __m256i b,
                               __m256i c,
                               __m256i &d,
                               __m256i e,
                               __m256i f,
                               __m256i g,
                               __m256i &h,
                               __m256i word)
{
    const __m256i choice = _mm256_xor_si256(g, _mm256_and_si256(e, _mm256_xor_si256(f, g)));
    const __m256i first = sum(sum(h, bigSigma<6, 11, 25>(e)), sum(choice, word));
    const __m256i majority =
        _mm256_or_si256(_mm256_and_si256(a, b), _mm256_and_si256(c, _mm256_or_si256(a, b)));
    d = sum(d, first);
    h = sum(first, sum(bigSigma<2, 13, 22>(a), majority));
}

using Lanes = std::array<const Blocks *, kShaLanes>;

/// The words of the lanes' next blocks, big endian.
GAPLINE_AVX2 inline void load(const Lanes &lanes, qsizetype block, __m256i *words)
{
    alignas(32) std::uint32_t rows[16][kShaLanes];
    for (std::size_t lane = 0; lane < kShaLanes; ++lane) {
        const auto *from = static_cast<const char *>(lanes[lane]->at(block));
        for (int word = 0; word < 16; ++word)
            rows[word][lane] = qFromBigEndian<std::uint32_t>(from + 4 * word);
    }
    for (int word = 0; word < 16; ++word)
        words[word] = _mm256_load_si256(reinterpret_cast<const __m256i *>(rows[word]));
}

GAPLINE_AVX2 void compress(__m256i *state, const __m256i *block)
{
    __m256i w[16];
    std::copy_n(block, 16, w);
    __m256i a = state[0];
    __m256i b = state[1];
    __m256i c = state[2];
    __m256i d = state[3];
    __m256i e = state[4];
    __m256i f = state[5];
    __m256i g = state[6];
    __m256i h = state[7];
    const auto word = [&w](unsigned t) GAPLINE_AVX2 {
        __m256i &next = w[t % 16];
        if (t >= 16) {
            next = sum(sum(next, smallSigma<7, 18, 3>(w[(t + 1) % 16])),
                       sum(w[(t + 9) % 16], smallSigma<17, 19, 10>(w[(t + 14) % 16])));
        }
        return sum(next, _mm256_set1_epi32(int(kRound[t])));
    };
    for (unsigned t = 0; t < 64; t += 8) {
        round(a, b, c, d, e, f, g, h, word(t));
        round(h, a, b, c, d, e, f, g, word(t + 1));
        round(g, h, a, b, c, d, e, f, word(t + 2));
        round(f, g, h, a, b, c, d, e, word(t + 3));
        round(e, f, g, h, a, b, c, d, word(t + 4));
        round(d, e, f, g, h, a, b, c, word(t + 5));
        round(c, d, e, f, g, h, a, b, word(t + 6));
        round(b, c, d, e, f, g, h, a, word(t + 7));
    }
    const __m256i after[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; ++i)
        state[i] = sum(state[i], after[i]);
}

GAPLINE_AVX2 void
hashAll(const ShaState &begin, const Lanes &lanes, std::span<ShaDigest, kShaLanes> digests)
{
    __m256i state[8];
    for (std::size_t i = 0; i < 8; ++i)
        state[i] = _mm256_set1_epi32(int(begin[i]));
    qsizetype longest = 0;
    for (const Blocks *blocks : lanes)
        longest = std::max(longest, blocks->count());
    for (qsizetype block = 0; block < longest; ++block) {
        alignas(32) std::int32_t going[kShaLanes];
        for (std::size_t lane = 0; lane < kShaLanes; ++lane)
            going[lane] = block < lanes[lane]->count() ? -1 : 0;
        const __m256i isGoing = _mm256_load_si256(reinterpret_cast<const __m256i *>(going));
        __m256i words[16];
        load(lanes, block, words);
        __m256i next[8];
        std::copy_n(state, 8, next);
        compress(next, words);
        // A message that has ended keeps its state.
        for (int i = 0; i < 8; ++i)
            state[i] = _mm256_blendv_epi8(state[i], next[i], isGoing);
    }
    alignas(32) std::uint32_t words[8][kShaLanes];
    for (int i = 0; i < 8; ++i)
        _mm256_store_si256(reinterpret_cast<__m256i *>(words[i]), state[i]);
    for (std::size_t lane = 0; lane < kShaLanes; ++lane) {
        for (std::size_t i = 0; i < 8; ++i)
            qToBigEndian(words[i][lane], digests[lane].data() + 4 * i);
    }
}

bool hasShaInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned kSha = 1U << 29;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kSha) != 0;
}

} // namespace

bool hasShaLanes()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0 && !hasShaInstructions();
    return has;
}

void hashLanes(const ShaBegin &begin,
               std::span<const ShaMessage, kShaLanes> messages,
               std::span<ShaDigest, kShaLanes> digests)
{
    const auto blocksOf = [&](std::size_t lane) { return Blocks(messages[lane], begin.byteCount); };
    const std::array<Blocks, kShaLanes> blocks{blocksOf(0),
                                               blocksOf(1),
                                               blocksOf(2),
                                               blocksOf(3),
                                               blocksOf(4),
                                               blocksOf(5),
                                               blocksOf(6),
                                               blocksOf(7)};
    Lanes lanes{};
    std::ranges::transform(blocks, lanes.begin(), [](const Blocks &each) { return &each; });
    hashAll(begin.state, lanes, digests);
}

#else

bool hasShaLanes()
{
    return false;
}

void hashLanes(const ShaBegin &,
               std::span<const ShaMessage, kShaLanes>,
               std::span<ShaDigest, kShaLanes>)
{ }

#endif

} // namespace Gapline
