// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <bit>
#include <cstdint>

namespace Gapline {

/// Where the quotes of one JSON text stand, a bit for each byte: found once, they tell where strings end, what is no
/// bracket, and what a CSV cell has to double.
class QuoteBits
{
public:
    static constexpr qsizetype kBlock = 64;
    static constexpr qsizetype kMostBytes = 4096;

    /// False for a text in which this is not told: it is empty or long, it has a backslash, so that a quote may be part of a string,
    /// or less than a block can be read behind it, up to `readableEnd`.
    [[nodiscard]] bool find(QByteArrayView text, const char *readableEnd);

    /// The bits of the block's bytes, the lowest first. Beyond the text's end they mean nothing.
    [[nodiscard]] std::uint64_t block(qsizetype index) const { return m_blocks[size_t(index)]; }
    /// The first one at or after `from`; beyond the text's end when there is none in it.
    [[nodiscard]] qsizetype next(qsizetype from) const
    {
        qsizetype index = from / kBlock;
        std::uint64_t bits = block(index) & (~std::uint64_t(0) << (from % kBlock));
        // The last block is followed by one of ones.
        while (bits == 0)
            bits = block(++index);
        return index * kBlock + std::countr_zero(bits);
    }

private:
    std::array<std::uint64_t, kMostBytes / kBlock + 2> m_blocks;
};

} // namespace Gapline
