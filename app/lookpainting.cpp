// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lookpainting.h"

#include "ui/timeline/timelinepalette.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace Gapline {
namespace {

constexpr qreal kCorner = 5;

void drawRounded(QPainter *painter,
                 const QRect &rect,
                 const QBrush &ground,
                 const QColor &line,
                 qreal corner = kCorner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(ground);
    painter->setPen(line);
    // A line of one pixel lies on the centres of pixels.
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->restore();
}

/// Of the box or ring of a choice.
QColor lineOfIndicator(const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return option.palette.color(QPalette::Mid);
    const bool isFocused = option.state & QStyle::State_HasFocus;
    return option.palette.color(isFocused ? QPalette::Link : QPalette::PlaceholderText);
}

} // namespace

ToneColors toneColors(const QPalette &palette)
{
    const bool dark = isDark(palette);
    const auto colour = [dark](QRgb onLight, QRgb onDark) {
        return QColor::fromRgb(dark ? onDark : onLight);
    };
    return {colour(0x006b4e, 0x1dbe8e),
            colour(0xe2f5ed, 0x16332a),
            colour(0xfdece2, 0x3d2318),
            colour(0xfdf6dd, 0x3a3116),
            colour(0xa8420a, 0xf0a37c)};
}

FollowTone followTone(const QWidget *widget)
{
    const QVariant follow = widget ? widget->property("follow") : QVariant();
    if (follow == QStringLiteral("on"))
        return FollowTone::On;
    return follow == QStringLiteral("paused") ? FollowTone::Paused : FollowTone::None;
}

void drawBox(QPainter *painter,
             const QStyleOption &option,
             QPalette::ColorRole ground,
             bool isAccented)
{
    drawRounded(painter,
                option.rect,
                ground == QPalette::NoRole ? QBrush(Qt::NoBrush) : option.palette.brush(ground),
                option.palette.color(isAccented ? QPalette::Link : QPalette::Mid));
}

void drawEdge(QPainter *painter, const QStyleOption &option, bool isAccented)
{
    drawRounded(painter,
                option.rect,
                Qt::NoBrush,
                option.palette.color(isAccented ? QPalette::Link : QPalette::Mid),
                0);
}

void drawPopupEdge(QPainter *painter, const QStyleOption &option)
{
    const QColor line =
        option.palette.color(isDark(option.palette) ? QPalette::Mid : QPalette::Dark);
    drawRounded(painter, option.rect, Qt::NoBrush, line, 0);
}

QColor drawFollowBox(QPainter *painter, const QStyleOption &option, FollowTone tone)
{
    const ToneColors colors = toneColors(option.palette);
    const bool isOn = tone == FollowTone::On;
    const QColor words = isOn ? colors.good : colors.problem;
    drawRounded(painter, option.rect, isOn ? colors.goodGround : colors.retry, words);
    return words;
}

void drawCheckBox(QPainter *painter, const QStyleOption &option)
{
    // Fusion draws the box darker than the window: in the dark it would not be seen.
    drawRounded(painter, option.rect, option.palette.base(), lineOfIndicator(option), 2);
    const QRectF inside = QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -3.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.palette.color(QPalette::Text), 1.8, Qt::SolidLine, Qt::RoundCap));
    if (option.state & QStyle::State_NoChange) {
        painter->drawLine(QPointF(inside.left(), inside.center().y()),
                          QPointF(inside.right(), inside.center().y()));
    } else if (option.state & QStyle::State_On) {
        painter->drawPolyline(QPolygonF{
            QPointF(inside.left(), inside.center().y()),
            QPointF(inside.left() + inside.width() * 0.4, inside.bottom() - inside.height() * 0.05),
            QPointF(inside.right(), inside.top())});
    }
    painter->restore();
}

void drawRadioButton(QPainter *painter, const QStyleOption &option)
{
    const qreal corner = option.rect.width() / 2.0;
    drawRounded(painter, option.rect, option.palette.base(), lineOfIndicator(option), corner);
    if (option.state & QStyle::State_On)
        drawRounded(painter,
                    option.rect.adjusted(4, 4, -4, -4),
                    option.palette.text(),
                    option.palette.color(QPalette::Text),
                    corner);
}

void drawGround(QPainter *painter,
                const QStyleOption &option,
                QPalette::ColorRole ground,
                Qt::Edge edge)
{
    painter->fillRect(option.rect, option.palette.brush(ground));
    QRect line = option.rect;
    if (edge == Qt::TopEdge)
        line.setHeight(1);
    else
        line.setTop(line.bottom());
    painter->fillRect(line, option.palette.color(QPalette::Mid));
}

void drawMenuTitle(QPainter *painter,
                   const QStyleOptionMenuItem &option,
                   const QStyle &style,
                   const QWidget *widget)
{
    const bool isLit =
        option.state & QStyle::State_Selected && option.state & QStyle::State_Enabled;
    drawGround(painter, option, isLit ? QPalette::AlternateBase : QPalette::Window, Qt::BottomEdge);
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget))
        flags |= Qt::TextHideMnemonic;
    style.drawItemText(painter,
                       option.rect,
                       flags,
                       option.palette,
                       option.state & QStyle::State_Enabled,
                       option.text,
                       QPalette::WindowText);
}

bool drawNamedFrame(QPainter *painter, const QStyleOption &option, const QWidget *frame)
{
    if (!frame)
        return false;
    const QString name = frame->objectName();
    if (name == QStringLiteral("panelHeader")) {
        drawGround(painter, option, QPalette::AlternateBase, Qt::BottomEdge);
        return true;
    }
    if (name != QStringLiteral("banner"))
        return false;
    const QVariant tone = frame->property("tone");
    QStyleOption tinted = option;
    if (tone == QStringLiteral("error"))
        tinted.palette.setColor(QPalette::AlternateBase, toneColors(option.palette).error);
    else if (tone == QStringLiteral("retry"))
        tinted.palette.setColor(QPalette::AlternateBase, toneColors(option.palette).retry);
    drawGround(painter, tinted, QPalette::AlternateBase, Qt::BottomEdge);
    return true;
}

} // namespace Gapline
