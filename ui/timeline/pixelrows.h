// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <vector>

namespace Gapline {

// What is done with whole rows of pixels. All of it is simple enough to be vectorized where a file is built with -O3.

/// alpha: 0 keeps `below`, 256 gives `above`. Two channels at a time.
inline QRgb blended(QRgb below, QRgb above, quint32 alpha)
{
    const quint32 rest = 256 - alpha;
    const quint32 redBlue = ((below & 0xff00ff) * rest + (above & 0xff00ff) * alpha) >> 8;
    const quint32 green = ((below & 0x00ff00) * rest + (above & 0x00ff00) * alpha) >> 8;
    return 0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/// blended() for a whole row: channel by channel, each of which fits into 16 bits.
inline void blendPixels(QRgb *pixels, const QRgb *above, int count, quint32 alpha)
{
    auto *channels = reinterpret_cast<quint8 *>(pixels);
    const auto *others = reinterpret_cast<const quint8 *>(above);
    const auto share = quint16(alpha);
    const auto rest = quint16(256 - alpha);
    for (size_t i = 0; i < size_t(count) * sizeof(QRgb); ++i)
        channels[i] = quint8(quint16(channels[i] * rest + others[i] * share) >> 8);
}

/// Each channel of a row: that of another row by its share, and the tint that is already multiplied by its own.
inline void copyTinted(QRgb *pixels,
                       const QRgb *below,
                       const std::vector<quint16> &shares,
                       const std::vector<quint16> &tints)
{
    auto *channels = reinterpret_cast<quint8 *>(pixels);
    const auto *others = reinterpret_cast<const quint8 *>(below);
    const quint16 *share = shares.data();
    const quint16 *tint = tints.data();
    const size_t count =
        shares.size(); // Bytes that are written may be anything, even the vector's size.
    for (size_t i = 0; i < count; ++i)
        channels[i] = quint8(quint16(others[i] * share[i] + tint[i]) >> 8);
}

/// The one above where there is one, or else the one below. Without a condition, which would keep the loops below from
/// being vectorized.
inline QRgb covered(QRgb below, QRgb above)
{
    return above | (below & (QRgb(above != 0) - 1));
}

/// Puts the columns that are not 0 over the pixels.
inline void coverPixels(QRgb *pixels, const std::vector<QRgb> &columns)
{
    const QRgb *above = columns.data();
    const size_t count = columns.size();
    for (size_t x = 0; x < count; ++x)
        pixels[x] = covered(pixels[x], above[x]);
}

/// The pixels of another row, with the columns that are not 0 over them.
inline void copyCovered(QRgb *pixels, const QRgb *below, const std::vector<QRgb> &columns)
{
    const QRgb *above = columns.data();
    const size_t count = columns.size();
    for (size_t x = 0; x < count; ++x)
        pixels[x] = covered(below[x], above[x]);
}

} // namespace Gapline
