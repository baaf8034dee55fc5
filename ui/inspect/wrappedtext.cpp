// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/wrappedtext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace Gapline {
namespace {

/// Below the last line. A font's descent is rounded to whole pixels of the layout, but the glyphs are made in those of the
/// screen: where one is not a multiple of the other, an underscore lies up to one of the screen's below the line.
constexpr int kRoomBelow = 1;

/// To assistive technology it is text as a label's is, not an area without a meaning.
QAccessibleInterface *makeTextAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String("Gapline::WrappedText"))
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::StaticText);
}

} // namespace

WrappedText::WrappedText(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(makeTextAccessible); // Qt ignores one that it has already.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void WrappedText::setColorRole(QPalette::ColorRole role)
{
    m_role = role;
    update();
}

int WrappedText::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize WrappedText::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 24;
    return {width, layOut(width, nullptr)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + kRoomBelow};
}

void WrappedText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, m_role));
    layOut(width(), &painter);
}

int WrappedText::layOut(int width, QPainter *painter) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(m_text, font(), this);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, {0, 0});
    return std::max(int(std::ceil(y)), fontMetrics().height()) + kRoomBelow;
}

} // namespace Gapline
