// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <initializer_list>
#include <span>
#include <vector>

namespace Gapline {

/// Some numbers and then bytes, as a Checksum takes them one after the other. Refers to the bytes.
class ChecksummedBytes
{
public:
    ChecksummedBytes(std::initializer_list<qint64> numbers, QByteArrayView bytes);

    /// What stands before the bytes: the numbers and their length.
    [[nodiscard]] QByteArrayView head() const { return {m_head.data(), m_headSize}; }
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

private:
    static constexpr std::size_t kMostNumbers = 6;

    std::array<char, sizeof(qint64) * (kMostNumbers + 1)> m_head = {};
    qsizetype m_headSize = 0;
    QByteArrayView m_bytes;
};

/// What Checksum::result() gives for them. Pure; thread: any.
[[nodiscard]] QByteArray checksumOf(const ChecksummedBytes &bytes);
/// That of each, of many at once at a fraction of the time where the processor can.
[[nodiscard]] std::vector<QByteArray> checksumsOf(std::span<const ChecksummedBytes> all);

} // namespace Gapline
