// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <vector>

namespace Gapline {

/// One number of each of some events as the cache keeps them: an offset of 0, 1, 2, 4 or 8 bytes above a base,
/// little-endian. Refers to bytes that somebody else holds.
class PackedColumn
{
public:
    PackedColumn() = default;
    PackedColumn(quint64 base, quint8 width, const char *offsets)
        : m_base(base)
        , m_width(width)
        , m_offsets(offsets)
    { }

    /// Calls take(qint64 value) for each of `count` events, in their order.
    template<typename Take>
    void forEach(size_t count, Take take) const
    {
        switch (m_width) {
        case 0:
            return forEachOf<0, quint8>(count, take);
        case 1:
            return forEachOf<1, quint8>(count, take);
        case 2:
            return forEachOf<2, quint16>(count, take);
        case 4:
            return forEachOf<4, quint32>(count, take);
        default:
            return forEachOf<8, quint64>(count, take);
        }
    }
    [[nodiscard]] qint64 at(size_t index) const
    {
        qint64 value = 0;
        PackedColumn(m_base, m_width, m_offsets + index * m_width).forEach(1, [&value](qint64 v) {
            value = v;
        });
        return value;
    }
    /// Whether all are 0, without looking at each.
    [[nodiscard]] bool isZero() const { return m_base == 0 && m_width == 0; }

private:
    template<size_t kWidth, typename T, typename Take>
    void forEachOf(size_t count, Take take) const
    {
        const char *from = m_offsets;
        for (size_t i = 0; i < count; ++i, from += kWidth) {
            quint64 offset = 0;
            if constexpr (kWidth > 0)
                offset = qFromLittleEndian<T>(from);
            take(qint64(m_base + offset));
        }
    }

    quint64 m_base = 0;
    quint8 m_width = 0;
    const char *m_offsets = nullptr;
};

/// Events that share one body and lie in it one behind the other, still packed: a stream is made of them by the thousand,
/// and unpacks each column to where it stays. Type and step indexes are known to be valid.
struct PackedEvents
{
    size_t count = 0;
    PackedColumn seqs;
    PackedColumn timestamps; ///< Epoch ms.
    PackedColumn types; ///< Into typeTexts.
    PackedColumn steps; ///< Into stepTexts, one up; 0: no step.
    PackedColumn rawLengths;
    PackedColumn flags; ///< Of EventFlag.
    std::vector<QByteArrayView> typeTexts;
    std::vector<QByteArrayView> stepTexts;
};

} // namespace Gapline
