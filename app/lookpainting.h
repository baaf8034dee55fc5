// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionMenuItem;
class QWidget;

namespace Gapline {

// The pieces that Look draws, each in the colours of the option's palette. Thread: GUI.

/// Of labels that say what is wrong with an input.
inline constexpr QLatin1String kProblemName("problem");

/// What no role of a palette names.
struct ToneColors
{
    QColor good, goodGround; ///< Of something that goes on.
    QColor error; ///< A banner's ground.
    QColor retry; ///< A banner's ground, and that of something paused.
    QColor problem; ///< Words that say what is wrong with an input.
};
[[nodiscard]] ToneColors toneColors(const QPalette &palette);

enum class FollowTone
{
    None,
    On,
    Paused
};
/// By the property "follow".
[[nodiscard]] FollowTone followTone(const QWidget *widget);

/// A rounded box with a line around it. Nothing inside it for NoRole.
void drawBox(QPainter *painter,
             const QStyleOption &option,
             QPalette::ColorRole ground,
             bool isAccented);
/// A line with square corners.
void drawEdge(QPainter *painter, const QStyleOption &option, bool isAccented);
/// Of what lies over other things: darker than them in the light, lighter in the dark.
void drawPopupEdge(QPainter *painter, const QStyleOption &option);
/// Returns the colour for the words in it.
QColor drawFollowBox(QPainter *painter, const QStyleOption &option, FollowTone tone);
void drawCheckBox(QPainter *painter, const QStyleOption &option);
void drawRadioButton(QPainter *painter, const QStyleOption &option);
/// An even ground with a line along one edge.
void drawGround(QPainter *painter,
                const QStyleOption &option,
                QPalette::ColorRole ground,
                Qt::Edge edge);
void drawMenuTitle(QPainter *painter,
                   const QStyleOptionMenuItem &option,
                   const QStyle &style,
                   const QWidget *widget);
/// The ground of a frame that has a name for it; false for any other frame.
bool drawNamedFrame(QPainter *painter, const QStyleOption &option, const QWidget *frame);

} // namespace Gapline
