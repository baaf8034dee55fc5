// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/checksums.h"

#include "core/cache/segmentcodec.h"
#include "core/domain/sha256lanes.h"

#include <QtEndian>

#include <algorithm>

namespace Gapline {

ChecksummedBytes::ChecksummedBytes(std::initializer_list<qint64> numbers, QByteArrayView bytes)
    : m_bytes(bytes)
{
    Q_ASSERT(numbers.size() <= kMostNumbers);
    const auto add = [this](qint64 number) {
        qToLittleEndian(number, m_head.data() + m_headSize);
        m_headSize += qsizetype(sizeof(number));
    };
    std::ranges::for_each(numbers, add);
    add(bytes.size());
}

QByteArray checksumOf(const ChecksummedBytes &bytes)
{
    return Checksum().addPlain(bytes.head()).addPlain(bytes.bytes()).result();
}

std::vector<QByteArray> checksumsOf(std::span<const ChecksummedBytes> all)
{
    std::vector<QByteArray> checksums;
    checksums.reserve(all.size());
    while (hasShaLanes() && all.size() >= kLeastInLanes) {
        const std::span<const ChecksummedBytes> now = all.first(std::min(kShaLanes, all.size()));
        std::array<ShaMessage, kShaLanes> messages{};
        std::array<ShaDigest, kShaLanes> digests{};
        std::ranges::transform(now, messages.begin(), [](const ChecksummedBytes &each) {
            return ShaMessage{each.head(), each.bytes()};
        });
        hashLanes(kShaBegin, messages, digests);
        for (const ShaDigest &digest : std::span(digests).first(now.size())) {
            checksums.emplace_back(reinterpret_cast<const char *>(digest.data()), Checksum::kBytes);
        }
        all = all.subspan(now.size());
    }
    std::ranges::transform(all, std::back_inserter(checksums), checksumOf);
    return checksums;
}

} // namespace Gapline
