// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/look.h"

#include "app/lookfields.h"
#include "app/lookpainting.h"

#include <QFrame>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace Gapline {
namespace {

enum class ButtonLook
{
    Plain,
    Bar,
    Field,
    Link
};

ButtonLook lookOf(const QWidget *button)
{
    if (!button)
        return ButtonLook::Plain;
    const QVariant look = button->property("look");
    if (look == QStringLiteral("field"))
        return ButtonLook::Field;
    if (look == QStringLiteral("link"))
        return ButtonLook::Link;
    return qobject_cast<const QToolBar *>(button->parentWidget()) ? ButtonLook::Bar
                                                                  : ButtonLook::Plain;
}

/// Between the edge of a control, its line of one pixel included, and what it shows.
QMargins paddingOf(ButtonLook look)
{
    switch (look) {
    case ButtonLook::Bar:
        return {11, 7, 11, 7};
    case ButtonLook::Field:
        return {10, 6, 10, 6};
    case ButtonLook::Link:
        return {7, 3, 7, 3};
    case ButtonLook::Plain:
        break;
    }
    return {};
}

QMargins paddingOfLineEdit(const QWidget *edit)
{
    const bool isInBar = edit && qobject_cast<const QToolBar *>(edit->parentWidget());
    return isInBar ? QMargins(9, 6, 9, 6) : kFieldPadding;
}

constexpr QMargins kPushButtonPadding{13, 6, 13, 6};
constexpr QMargins kMenuTitlePadding{10, 5, 10, 5};
/// Of the arrow at the right of a button of the tool bar that opens a menu.
constexpr int kArrowSpace = 11;
constexpr int kArrowSize = 9;

bool opensMenu(const QStyleOptionToolButton &option)
{
    return option.features & QStyleOptionToolButton::HasMenu
        && !(option.features & QStyleOptionToolButton::MenuButtonPopup);
}

bool hasArrow(const QStyleOptionToolButton &option, ButtonLook look)
{
    return look == ButtonLook::Bar && opensMenu(option);
}

bool isFramed(const QStyleOption *option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return frame && frame->lineWidth > 0;
}

const QStyleOptionComboBox *framedComboBox(QStyle::ComplexControl control,
                                           const QStyleOptionComplex *option)
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    return control == QStyle::CC_ComboBox && box && box->frame ? box : nullptr;
}

const QStyleOptionSpinBox *framedSpinBox(QStyle::ComplexControl control,
                                         const QStyleOptionComplex *option)
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    return control == QStyle::CC_SpinBox && box && box->frame ? box : nullptr;
}

/// What a header's section has on each side of its words beside the usual: so that they stand above those of the cells.
int headerInset(const QFontMetrics &letters, const QWidget *header)
{
    const bool isRoomy = header && header->property("look") == QStringLiteral("roomy");
    return isRoomy ? letters.height() / 3 : 0;
}

/// The same for the cells below it, where the usual delegate draws them.
int cellInset(const QWidget *view)
{
    const auto *table = qobject_cast<const QTableView *>(view);
    return table ? headerInset(table->fontMetrics(), table->horizontalHeader()) : 0;
}

} // namespace

Look::Look()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void Look::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const auto weigh = [widget](QFont::Weight weight) {
        QFont font = widget->font();
        font.setWeight(weight);
        widget->setFont(font);
    };
    if (isTextField(widget)) {
        // It asked for the width of its frame before it was known to be text.
        auto *frame = static_cast<QFrame *>(widget);
        frame->setFrameStyle(frame->frameStyle());
    }
    if (widget->objectName() == kProblemName) {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::WindowText, toneColors(palette).problem);
        widget->setPalette(palette);
    } else if (qobject_cast<QToolButton *>(widget)) {
        if (widget->property("look") == QStringLiteral("link"))
            weigh(QFont::DemiBold);
        else if (widget->property("follow").isValid())
            weigh(followTone(widget) == FollowTone::None ? QFont::Normal : QFont::DemiBold);
    }
}

int Look::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarItemSpacing:
        return 8;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
        return 1;
    case PM_ToolBarExtensionExtent:
        return kArrowSize + 2 * kArrowSpace;
    case PM_DefaultFrameWidth:
        if (isTextField(widget))
            return kTextFieldFrame;
        break;
    case PM_FocusFrameHMargin:
        return QProxyStyle::pixelMetric(metric, option, widget) + cellInset(widget);
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Look::styleHint(StyleHint hint,
                    const QStyleOption *option,
                    const QWidget *widget,
                    QStyleHintReturn *returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize Look::sizeFromContents(ContentsType type,
                             const QStyleOption *option,
                             const QSize &size,
                             const QWidget *widget) const
{
    switch (type) {
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const ButtonLook look = lookOf(widget);
            if (look == ButtonLook::Plain)
                break;
            return size.grownBy(paddingOf(look))
                + QSize(hasArrow(*button, look) ? kArrowSpace : 0, 0);
        }
        break;
    case CT_LineEdit:
        if (isFramed(option))
            return size.grownBy(paddingOfLineEdit(widget));
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        return fieldSize(*option, QProxyStyle::sizeFromContents(type, option, size, widget));
    case CT_PushButton:
        return size.grownBy(kPushButtonPadding);
    case CT_HeaderSection: {
        // Half as high again as its letters, as the rows of the tables are.
        const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
        const int letters = option->fontMetrics.height();
        return {usual.width() + 2 * headerInset(option->fontMetrics, widget),
                std::max(usual.height(), letters + letters / 2)};
    }
    case CT_MenuBarItem:
        return size.grownBy(kMenuTitlePadding);
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Look::subControlRect(ComplexControl control,
                           const QStyleOptionComplex *option,
                           SubControl part,
                           const QWidget *widget) const
{
    const QRect usual = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (part == SC_ComboBoxEditField && framedComboBox(control, option))
        || (part == SC_SpinBoxEditField && framedSpinBox(control, option));
    return isText ? fieldText(*option, usual) : usual;
}

QRect Look::subElementRect(SubElement element,
                           const QStyleOption *option,
                           const QWidget *widget) const
{
    if (element == SE_LineEditContents && isFramed(option))
        return visualRect(option->direction,
                          option->rect,
                          option->rect.marginsRemoved(paddingOfLineEdit(widget)));
    return QProxyStyle::subElementRect(element, option, widget);
}

void Look::drawPrimitive(PrimitiveElement element,
                         const QStyleOption *option,
                         QPainter *painter,
                         const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (!isFramed(option))
            break;
        return drawBox(painter, *option, QPalette::Base, option->state & State_HasFocus);
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isLit = option->state & (State_MouseOver | State_Sunken | State_On)
            && option->state & State_Enabled;
        const bool isDefault = button && button->features & QStyleOptionButton::DefaultButton
            && option->state & State_Enabled;
        return drawBox(painter,
                       *option,
                       isLit ? QPalette::AlternateBase : QPalette::Button,
                       option->state & State_HasFocus || isDefault);
    }
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorCheckBox:
        return drawCheckBox(painter, *option);
    case PE_IndicatorRadioButton:
        return drawRadioButton(painter, *option);
    case PE_PanelMenu: // Of the list below a combo box, too.
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return drawPopupEdge(painter, *option);
    case PE_FrameMenu:
    case PE_Frame:
        return drawPopupEdge(painter, *option);
    case PE_PanelStatusBar:
        return drawGround(painter, *option, QPalette::Window, Qt::TopEdge);
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Look::drawControl(ControlElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const
{
    switch (element) {
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        return drawGround(painter, *option, QPalette::Window, Qt::BottomEdge);
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuTitle(painter, *item, *this, widget);
        break;
    case CE_Splitter:
        return painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
    case CE_ShapedFrame:
        if (drawNamedFrame(painter, *option, widget) || drawScrollFrame(painter, *option, widget))
            return;
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button
            && button->features & QStyleOptionButton::Flat && button->state & State_Enabled) {
            QStyleOptionButton link = *button;
            link.palette.setColor(QPalette::ButtonText, button->palette.color(QPalette::Link));
            return QProxyStyle::drawControl(element, &link, painter, widget);
        }
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const int inset = headerInset(option->fontMetrics, widget);
            QStyleOptionHeader label = *header;
            label.rect = header->rect.marginsRemoved({inset, 0, inset, 0});
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawGround(painter, *option, QPalette::AlternateBase, Qt::BottomEdge);
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Look::drawComplexControl(ComplexControl control,
                              const QStyleOptionComplex *option,
                              QPainter *painter,
                              const QWidget *widget) const
{
    if (control == CC_ToolButton && lookOf(widget) != ButtonLook::Plain) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return drawToolButton(*button, painter, widget);
    }
    if (const auto *box = framedComboBox(control, option))
        return drawComboBox(painter, *box, *proxy(), widget);
    if (const auto *box = framedSpinBox(control, option))
        return drawSpinBox(painter, *box, *proxy(), widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Look::drawToolButton(const QStyleOptionToolButton &option,
                          QPainter *painter,
                          const QWidget *widget) const
{
    const ButtonLook look = lookOf(widget);
    const bool isEnabled = option.state & State_Enabled;
    const bool isLit = isEnabled && option.state & (State_MouseOver | State_Sunken);
    const bool isFocused = option.state & State_HasFocus;
    QStyleOptionToolButton label = option;
    if (look == ButtonLook::Link) {
        if (isLit || isFocused)
            drawBox(painter, option, isLit ? QPalette::Base : QPalette::NoRole, isFocused);
        if (isEnabled)
            label.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::Link));
    } else if (const FollowTone tone = followTone(widget); tone != FollowTone::None) {
        label.palette.setColor(QPalette::ButtonText, drawFollowBox(painter, option, tone));
    } else {
        drawBox(painter, option, isLit ? QPalette::AlternateBase : QPalette::Button, isFocused);
    }
    // Of what has no room in a tool bar: Fusion's picture for it has no room in the button.
    if (widget && widget->objectName() == QStringLiteral("qt_toolbar_ext_button")) {
        QStyleOption arrow = option;
        arrow.rect = QRect(0, 0, kArrowSize, kArrowSize);
        arrow.rect.moveCenter(option.rect.center());
        proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
    }
    if (hasArrow(option, look)) {
        QStyleOption arrow = option;
        arrow.rect = visualRect(option.direction,
                                option.rect,
                                {option.rect.right() - kArrowSize - 5,
                                 option.rect.center().y() - kArrowSize / 2,
                                 kArrowSize,
                                 kArrowSize});
        proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        label.rect.adjust(0, 0, -kArrowSpace, 0);
    }
    label.rect =
        visualRect(option.direction, option.rect, label.rect.marginsRemoved(paddingOf(look)));
    // Fusion moves what is pressed and darkens it; here its ground says so.
    label.state.setFlag(State_Sunken, false);
    label.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

} // namespace Gapline
