// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace Gapline {

// The fields that are not of one line of text alone, with the frame and the room of those that are. Thread: GUI.

/// Between the edge of a field of one line, its line of one pixel included, and its text.
inline constexpr QMargins kFieldPadding{7, 4, 7, 4};

/// Of text of many lines: a frame as wide as its round corners need.
[[nodiscard]] bool isTextField(const QWidget *widget);
inline constexpr int kTextFieldFrame = 3;

void drawComboBox(QPainter *painter,
                  const QStyleOptionComboBox &option,
                  const QStyle &style,
                  const QWidget *widget);
void drawSpinBox(QPainter *painter,
                 const QStyleOptionSpinBox &option,
                 const QStyle &style,
                 const QWidget *widget);
/// The frame of text, a list or a table; false for any other widget.
bool drawScrollFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget);

/// As high as a line edit, and wide enough for the room at the start of the text.
[[nodiscard]] QSize fieldSize(const QStyleOption &option, const QSize &usual);
/// Where the text of a combo box or a spin box is: `usual`, but from where that of a line edit begins.
[[nodiscard]] QRect fieldText(const QStyleOption &option, const QRect &usual);

} // namespace Gapline
