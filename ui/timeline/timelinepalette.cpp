// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepalette.h"

namespace Gapline {
namespace {

using enum EventCategory;

QRgb lightMark(EventCategory category)
{
    switch (category) {
    case Execution:
        return 0xff0072b2;
    case Awaiting:
        return 0xffb87a00;
    case Completed:
        return 0xff008a64;
    case Failed:
        return 0xffb53a00;
    case Breached:
        return 0xffd55e00;
    case Cancelled:
        return 0xff6b7280;
    case Group:
        return 0xffb85c90;
    case Loop:
        return 0xff1f86c4;
    case Unknown:
        break;
    }
    return 0xff4b5360;
}

QRgb darkMark(EventCategory category)
{
    switch (category) {
    case Execution:
        return 0xff4ba3db;
    case Awaiting:
        return 0xfff0b028;
    case Completed:
        return 0xff1dbe8e;
    case Failed:
        return 0xffff7a45;
    case Breached:
        return 0xffff9a4d;
    case Cancelled:
        return 0xff9aa3b2;
    case Group:
        return 0xffd98cb8;
    case Loop:
        return 0xff7cc7f2;
    case Unknown:
        break;
    }
    return 0xffc3cad6;
}

TimelinePalette lightPalette()
{
    TimelinePalette colors;
    colors.lane = QColor(0xff, 0xff, 0xff);
    colors.lanePadding = QColor(0xf8, 0xf9, 0xfb);
    colors.separator = QColor(0xe3, 0xe7, 0xec);
    colors.text = QColor(0x1f, 0x24, 0x2c);
    colors.fadedText = QColor(0x80, 0x89, 0x96);
    colors.gap = QColor(0xf0, 0xf2, 0xf5);
    colors.gapHatch = QColor(0xc9, 0xcf, 0xd8);
    colors.unknown = QColor(0xec, 0xe5, 0xfa);
    colors.unknownHatch = QColor(0xa2, 0x8c, 0xd4);
    colors.label = QColor(0xff, 0xff, 0xff);
    colors.labelBorder = QColor(0xc4, 0xcb, 0xd5);
    colors.labelText = QColor(0x4b, 0x53, 0x60);
    colors.selection = QColor(0x16, 0x1b, 0x22);
    colors.glyph = QColor(0xff, 0xff, 0xff);
    return colors;
}

TimelinePalette darkPalette()
{
    TimelinePalette colors;
    colors.isDark = true;
    colors.lane = QColor(0x1b, 0x1f, 0x26);
    colors.lanePadding = QColor(0x22, 0x27, 0x2f);
    colors.separator = QColor(0x31, 0x37, 0x41);
    colors.text = QColor(0xe4, 0xe8, 0xee);
    colors.fadedText = QColor(0x7f, 0x89, 0x97);
    colors.gap = QColor(0x25, 0x2a, 0x33);
    colors.gapHatch = QColor(0x45, 0x4d, 0x5a);
    colors.unknown = QColor(0x30, 0x29, 0x49);
    colors.unknownHatch = QColor(0x7d, 0x6b, 0xb5);
    colors.label = QColor(0x2f, 0x35, 0x40);
    colors.labelBorder = QColor(0x52, 0x5b, 0x69);
    colors.labelText = QColor(0xc8, 0xcf, 0xda);
    colors.selection = QColor(0xff, 0xff, 0xff);
    colors.glyph = QColor(0x14, 0x18, 0x1e);
    return colors;
}

} // namespace

QColor TimelinePalette::mark(EventCategory category) const
{
    return QColor::fromRgb(isDark ? darkMark(category) : lightMark(category));
}

QColor TimelinePalette::span(EventCategory category) const
{
    QColor color = mark(category);
    color.setAlpha(isDark ? 100 : 88);
    return color;
}

TimelinePalette timelinePalette(bool isDark)
{
    return isDark ? darkPalette() : lightPalette();
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace Gapline
