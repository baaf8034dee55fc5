// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRgb>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Gapline {

/// Opaque rows of pixels for the device of a painter. Where that is an image and its pixels are to be had, each is
/// written to its place at once: a picture of a whole screen is then moved through memory once, not twice. For any
/// other device, or a clip that is more than a rectangle, they are collected and drawn in the end. UI thread,
/// but for write().
class DeviceRows
{
public:
    /// `size` in pixels of the device, to which `painter` is already scaled. `memory` is kept for the next picture.
    DeviceRows(QPainter &painter, QSize size, QImage &memory);

    /// The row at y: as many pixels as the size is wide. Any thread until finish(), each its own rows: where they lie
    /// is known once this is made, and they share no byte.
    void write(int y, const QRgb *pixels) const;
    /// After the last row, before anything else is painted.
    void finish();

private:
    /// Whether the rows of the device itself can be written.
    [[nodiscard]] bool takeDevice();

    QPainter &m_painter;
    QImage &m_memory;
    bool m_isDirect;
    QRect m_seen; ///< What of the picture is written.
    QPoint m_topLeft; ///< Of the picture, among the pixels that are written.
    uchar *m_bits = nullptr;
    qsizetype m_bytesPerLine = 0;
};

} // namespace Gapline
