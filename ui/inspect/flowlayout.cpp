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

FlowLayout::Line FlowLayout::lineFrom(qsizetype first, int width) const
{
    // As many items as fit, at least one.
    const int gap = std::max(spacing(), 0);
    Line line{first, 0, width, 0};
    bool isEmpty = true;
    for (; line.end < m_items.size(); ++line.end) {
        const QLayoutItem *item = m_items[line.end];
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        const int needed = size.width() + (isEmpty ? 0 : gap);
        if (!isEmpty && needed > line.spare)
            break;
        isEmpty = false;
        line.spare = std::max(0, line.spare - needed);
        line.height = std::max(line.height, size.height());
        line.expanding += item->expandingDirections().testFlag(Qt::Horizontal) ? 1 : 0;
    }
    return line;
}

int FlowLayout::place(const QRect &rect, bool isDryRun) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(spacing(), 0);
    int y = inner.y();
    qsizetype next = 0;
    while (next < m_items.size()) {
        Line line = lineFrom(next, inner.width());
        int x = inner.x();
        for (; next < line.end; ++next) {
            QLayoutItem *item = m_items[next];
            if (item->isEmpty())
                continue;
            const QSize size = item->sizeHint();
            int width = std::min(size.width(), inner.width());
            if (item->expandingDirections().testFlag(Qt::Horizontal)) {
                const int share = line.spare / line.expanding--;
                line.spare -= share;
                width += share;
            }
            if (!isDryRun) {
                const QPoint at(x, y + (line.height - size.height()) / 2);
                item->setGeometry(QStyle::visualRect(
                    parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight,
                    inner,
                    QRect(at, QSize(width, size.height()))));
            }
            x += width + gap;
        }
        y += line.height + (line.height > 0 && next < m_items.size() ? gap : 0);
    }
    return y - rect.y() + contentsMargins().bottom();
}

} // namespace Gapline
