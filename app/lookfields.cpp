// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lookfields.h"

#include "app/lookpainting.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kArrowSize = 9;
/// What a line edit has above and below its text beside its padding.
constexpr int kLineEditMargin = 1;
/// What Fusion's combo boxes and spin boxes have at the start of their text.
constexpr int kUsualStart = 3;

void drawArrow(QPainter *painter,
               const QStyleOption &option,
               const QRect &place,
               QStyle::PrimitiveElement which,
               bool isEnabled,
               const QStyle &style,
               const QWidget *widget)
{
    QStyleOption arrow = option;
    arrow.rect = QRect(0, 0, kArrowSize, std::min(kArrowSize, place.height()));
    arrow.rect.moveCenter(place.center());
    if (!isEnabled) {
        arrow.state.setFlag(QStyle::State_Enabled, false);
        arrow.palette.setCurrentColorGroup(QPalette::Disabled);
    }
    style.drawPrimitive(which, &arrow, painter, widget);
}

bool isLit(const QStyleOption &option)
{
    return option.state & QStyle::State_Enabled
        && option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
}

} // namespace

bool isTextField(const QWidget *widget)
{
    const bool isText =
        qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
    return isText && static_cast<const QFrame *>(widget)->frameShape() == QFrame::StyledPanel;
}

void drawComboBox(QPainter *painter,
                  const QStyleOptionComboBox &option,
                  const QStyle &style,
                  const QWidget *widget)
{
    const QPalette::ColorRole ground = option.editable ? QPalette::Base
        : isLit(option)                                ? QPalette::AlternateBase
                                                       : QPalette::Button;
    drawBox(painter, option, ground, option.state & QStyle::State_HasFocus);
    if (option.subControls & QStyle::SC_ComboBoxArrow)
        drawArrow(
            painter,
            option,
            style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget),
            QStyle::PE_IndicatorArrowDown,
            option.state & QStyle::State_Enabled,
            style,
            widget);
}

void drawSpinBox(QPainter *painter,
                 const QStyleOptionSpinBox &option,
                 const QStyle &style,
                 const QWidget *widget)
{
    drawBox(painter, option, QPalette::Base, option.state & QStyle::State_HasFocus);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto drawStep = [&](QStyle::SubControl control,
                              QStyle::PrimitiveElement arrow,
                              QAbstractSpinBox::StepEnabledFlag step) {
        if (!(option.subControls & control))
            return;
        const QRect place = style.subControlRect(QStyle::CC_SpinBox, &option, control, widget);
        const bool isEnabled = option.state & QStyle::State_Enabled && option.stepEnabled & step;
        if (isEnabled && isLit(option) && option.activeSubControls == control)
            painter->fillRect(place.intersected(option.rect.adjusted(2, 2, -2, -2)),
                              option.palette.brush(QPalette::Midlight));
        drawArrow(painter, option, place, arrow, isEnabled, style, widget);
    };
    drawStep(QStyle::SC_SpinBoxUp, QStyle::PE_IndicatorArrowUp, QAbstractSpinBox::StepUpEnabled);
    drawStep(
        QStyle::SC_SpinBoxDown, QStyle::PE_IndicatorArrowDown, QAbstractSpinBox::StepDownEnabled);
}

bool drawScrollFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    if (!area || area->frameShape() != QFrame::StyledPanel)
        return false;
    const bool isFocused = option.state & QStyle::State_HasFocus;
    if (isTextField(widget))
        drawBox(painter, option, QPalette::Base, isFocused);
    else // What it shows reaches into its corners.
        drawEdge(painter, option, isFocused);
    return true;
}

QSize fieldSize(const QStyleOption &option, const QSize &usual)
{
    const int height = option.fontMetrics.height() + kFieldPadding.top() + kFieldPadding.bottom()
        + 2 * kLineEditMargin;
    return {usual.width() + kFieldPadding.left() - kUsualStart, std::max(usual.height(), height)};
}

QRect fieldText(const QStyleOption &option, const QRect &usual)
{
    QRect text = usual;
    if (option.direction == Qt::LeftToRight)
        text.setLeft(option.rect.left() + kFieldPadding.left());
    else
        text.setRight(option.rect.right() - kFieldPadding.right());
    return text;
}

} // namespace Gapline
