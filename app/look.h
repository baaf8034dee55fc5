// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionToolButton;

namespace Gapline {

/// How the program's widgets look: Qt's Fusion style with flat, rounded controls, drawn in the colours of the palette
/// that each widget has. A style of its own and no style sheet: with a sheet, Qt looks for rules at each widget, size
/// and stroke, which was a fifth of a start and of each repaint.
///
/// What a widget is beside its class, it says itself: the property "look" of a tool button ("field": like an input
/// field; "link": like a link) and of a header ("roomy": its words stand in from its lines), "follow" of the button that follows ("on", "paused"), "tone" of a banner ("notice",
/// "retry", "error"), and the object names "panelHeader", "banner" and "problem".
class Look : public QProxyStyle
{
    Q_OBJECT

public:
    Look();

    using QProxyStyle::polish;
    /// Gives fonts, and the colours that the palette's roles do not name.
    void polish(QWidget *widget) override;

    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint,
                                const QStyleOption *option,
                                const QWidget *widget,
                                QStyleHintReturn *returned) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type,
                                         const QStyleOption *option,
                                         const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control,
                                       const QStyleOptionComplex *option,
                                       SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element,
                                       const QStyleOption *option,
                                       const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawToolButton(const QStyleOptionToolButton &option,
                        QPainter *painter,
                        const QWidget *widget) const;
};

} // namespace Gapline
