// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Gapline {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{ }

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return Qt::Horizontal;
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), true);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, false);
}

int FlowLayout::place(const QRect &rect, bool isDryRun) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(spacing(), 0);
    int y = inner.y();
    qsizetype next = 0;
    while (next < m_items.size()) {
        // One line: as many items as fit, at least one.
        int x = inner.x();
        int lineHeight = 0;
        qsizetype end = next;
        for (; end < m_items.size(); ++end) {
            if (m_items[end]->isEmpty())
                continue;
            const QSize size = m_items[end]->sizeHint();
            if (x > inner.x() && x + size.width() > inner.right() + 1)
                break;
            x += size.width() + gap;
            lineHeight = std::max(lineHeight, size.height());
        }
        x = inner.x();
        for (; next < end; ++next) {
            QLayoutItem *item = m_items[next];
            if (item->isEmpty())
                continue;
            const QSize size = item->sizeHint();
            const int width = std::min(size.width(), inner.width());
            if (!isDryRun) {
                const QPoint at(x, y + (lineHeight - size.height()) / 2);
                item->setGeometry(QStyle::visualRect(
                    parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight,
                    inner,
                    QRect(at, QSize(width, size.height()))));
            }
            x += width + gap;
        }
        y += lineHeight + (lineHeight > 0 && next < m_items.size() ? gap : 0);
    }
    return y - rect.y() + contentsMargins().bottom();
}

} // namespace Gapline
