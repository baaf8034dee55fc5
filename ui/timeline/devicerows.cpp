// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/devicerows.h"

#include <QPaintEngine>
#include <QPainter>

#include <cstring>

namespace Gapline {

DeviceRows::DeviceRows(QPainter &painter, QSize size, QImage &memory)
    : m_painter(painter)
    , m_memory(memory)
    , m_seen(QPoint(), size)
{
    m_isDirect = takeDevice();
    if (m_isDirect)
        return;
    if (memory.size() != size)
        memory = QImage(size, QImage::Format_RGB32);
    m_bits = memory.bits();
    m_bytesPerLine = memory.bytesPerLine();
}

bool DeviceRows::takeDevice()
{
    const QPaintEngine *engine = m_painter.paintEngine();
    if (!engine || engine->type() != QPaintEngine::Raster || m_painter.hasClipping()
        || m_painter.opacity() < 1
        || m_painter.compositionMode() != QPainter::CompositionMode_SourceOver)
        return false;
    auto *image = dynamic_cast<QImage *>(engine->paintDevice());
    // An image that shares its pixels would get others as soon as they are asked for.
    if (!image || !image->isDetached()
        || (image->format() != QImage::Format_RGB32
            && image->format() != QImage::Format_ARGB32_Premultiplied))
        return false;
    const QTransform toDevice = m_painter.deviceTransform();
    const QRegion clip = engine->systemClip();
    if (toDevice.type() > QTransform::TxTranslate || clip.rectCount() > 1)
        return false;
    // Rounded as the painter rounds where it draws images.
    m_topLeft = {qRound(toDevice.dx()), qRound(toDevice.dy())};
    QRect seen = m_seen.translated(m_topLeft).intersected(image->rect());
    if (!clip.isEmpty())
        seen = seen.intersected(clip.boundingRect());
    m_seen = seen.translated(-m_topLeft);
    m_bits = image->bits();
    m_bytesPerLine = image->bytesPerLine();
    return true;
}

void DeviceRows::write(int y, const QRgb *pixels) const
{
    if (y < m_seen.top() || y > m_seen.bottom() || m_seen.isEmpty())
        return;
    uchar *line = m_bits + (m_topLeft.y() + y) * m_bytesPerLine;
    std::memcpy(reinterpret_cast<QRgb *>(line) + m_topLeft.x() + m_seen.left(),
                pixels + m_seen.left(),
                size_t(m_seen.width()) * sizeof(QRgb));
}

void DeviceRows::finish()
{
    if (!m_isDirect)
        m_painter.drawImage(QPoint(), m_memory);
}

} // namespace Gapline
