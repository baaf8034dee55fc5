// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/gaplabelpainter.h"

#include "ui/timeline/timelinefont.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr int kFontPixels = 11;
constexpr double kPadding = 9; ///< Left and right of the number, together.
constexpr int kLeastWidth = 16;
constexpr double kTop = 2;
constexpr int kLeastHeight = 15; ///< With the border.
constexpr double kRadius = 7;

QPixmap transparentPixmap(double width, double height, double devicePixelRatio)
{
    QPixmap pixmap(int(std::ceil(width * devicePixelRatio)),
                   int(std::ceil(height * devicePixelRatio)));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

int heightIn(const QFont &font)
{
    return std::max(kLeastHeight, int(std::ceil(QFontMetricsF(font).height())) + 2);
}

} // namespace

int GapLabelPainter::heightOf(const QFont &window)
{
    return heightIn(timelineFont(window, kFontPixels));
}

QString gapLabelText(const GapLabel &label)
{
    QString text = QLocale().toString(label.seqCount);
    if (label.isSum)
        text.prepend(QStringLiteral("Σ "));
    if (label.kind == GapKind::Unknown)
        text.prepend(QStringLiteral("? "));
    return text;
}

void GapLabelPainter::paint(QPainter &painter,
                            const TimelineScene &scene,
                            const TimelinePalette &palette)
{
    prepareFor(timelineFont(painter.font(), kFontPixels), scene.devicePixelRatio, palette);
    const double ratio = scene.devicePixelRatio;
    for (const GapLabel &label : scene.gapLabels) {
        const QList<uint> text = gapLabelText(label).toUcs4();
        double advance = 0;
        for (const uint code : text)
            advance += character(code, palette).advance;
        // In whole pixels: there are many labels, but few widths.
        const int width = std::max(int(std::ceil(advance + kPadding)), kLeastWidth);
        if (width > label.width)
            continue;
        // On whole device pixels, or each would be blurred in its own way.
        const auto snapped = [ratio](double x) { return std::round(x * ratio) / ratio; };
        const double left = snapped(label.x - width / 2.0);
        const bool isUnknown = label.kind == GapKind::Unknown;
        painter.drawPixmap(QPointF(left, kTop), pill(width, isUnknown, palette));
        double x = left + (width + 1 - advance) / 2;
        for (const uint code : text) {
            const Character &at = character(code, palette);
            painter.drawPixmap(QPointF(snapped(x), kTop), at.pixmap);
            x += at.advance;
        }
    }
}

void GapLabelPainter::prepareFor(const QFont &font,
                                 double devicePixelRatio,
                                 const TimelinePalette &palette)
{
    if (m_font == font && m_devicePixelRatio == devicePixelRatio && m_isDark == palette.isDark)
        return;
    m_font = font;
    m_height = heightIn(font);
    m_devicePixelRatio = devicePixelRatio;
    m_isDark = palette.isDark;
    m_characters.clear();
    m_pills.clear();
}

const GapLabelPainter::Character &GapLabelPainter::character(char32_t code,
                                                             const TimelinePalette &palette)
{
    Character &character = m_characters[code];
    if (!character.pixmap.isNull())
        return character;
    const QString text = QString::fromUcs4(&code, 1);
    character.advance = QFontMetricsF(m_font).horizontalAdvance(text);
    character.pixmap =
        transparentPixmap(std::ceil(character.advance) + 2, m_height, m_devicePixelRatio);
    QPainter painter(&character.pixmap);
    painter.setFont(m_font);
    painter.setPen(palette.labelText);
    painter.drawText(QRectF(0, 0, character.advance + 2, m_height), Qt::AlignVCenter, text);
    return character;
}

const QPixmap &GapLabelPainter::pill(int width, bool isUnknown, const TimelinePalette &palette)
{
    QPixmap &pixmap = m_pills[isUnknown ? -width : width];
    if (!pixmap.isNull())
        return pixmap;
    pixmap = transparentPixmap(width + 1, m_height, m_devicePixelRatio);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isUnknown ? palette.unknownHatch : palette.labelBorder, 1));
    painter.setBrush(isUnknown ? palette.unknown : palette.label);
    painter.drawRoundedRect(QRectF(0.5, 0.5, width, m_height - 1), kRadius, kRadius);
    return pixmap;
}

} // namespace Gapline
