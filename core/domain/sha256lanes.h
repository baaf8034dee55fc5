// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <span>

namespace Gapline {

/// How many messages are hashed side by side.
inline constexpr std::size_t kShaLanes = 8;
/// With fewer messages the empty lanes cost more than they save.
inline constexpr std::size_t kLeastInLanes = 3;

using ShaState = std::array<std::uint32_t, 8>;
using ShaDigest = std::array<unsigned char, 32>;

/// What a hash goes on from.
struct ShaBegin
{
    ShaState state;
    std::uint64_t byteCount = 0; ///< That it has taken in already, in whole blocks of 64.
};

/// Where every SHA-256 begins (FIPS 180-4, 5.3.3).
inline constexpr ShaBegin kShaBegin{{0x6a09e667,
                                     0xbb67ae85,
                                     0x3c6ef372,
                                     0xa54ff53a,
                                     0x510e527f,
                                     0x9b05688c,
                                     0x1f83d9ab,
                                     0x5be0cd19},
                                    0};

/// One message in two pieces, so that what stands before its bytes need not be copied together with them.
struct ShaMessage
{
    QByteArrayView head; ///< Less than 64 bytes.
    QByteArrayView body;
};

/// True where the processor has wide registers (AVX2), and no SHA instructions that would do a single message as fast.
[[nodiscard]] bool hasShaLanes();

/// SHA-256 of `kShaLanes` messages at once, in about a quarter of the time that one after the other takes. Messages of
/// like length suit it best: it takes as long as the longest. Only where hasShaLanes(). Pure; thread: any.
void hashLanes(const ShaBegin &begin,
               std::span<const ShaMessage, kShaLanes> messages,
               std::span<ShaDigest, kShaLanes> digests);

} // namespace Gapline
