// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/roomsplitter.h"

#include <algorithm>

namespace Gapline {

RoomSplitter::RoomSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    connect(
        this, &QSplitter::splitterMoved, this, [this] { m_leftByUser = sizes().value(m_index); });
}

void RoomSplitter::keep(int index, int pixels)
{
    m_index = index;
    m_wanted = pixels;
    giveRoom();
}

int RoomSplitter::kept() const
{
    return std::min(m_wanted, m_leftByUser);
}

void RoomSplitter::giveRoom()
{
    QList<int> now = sizes();
    if (now.size() != 2)
        return;
    const int other = 1 - m_index;
    const QSize least = widget(other)->minimumSizeHint().expandedTo(widget(other)->minimumSize());
    const int leastOfOther = orientation() == Qt::Horizontal ? least.width() : least.height();
    const int given = std::min(kept() - now[m_index], now[other] - leastOfOther);
    if (given <= 0 || now[other] == 0)
        return;
    now[m_index] += given;
    now[other] -= given;
    setSizes(now);
}

void RoomSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    giveRoom();
}

} // namespace Gapline
