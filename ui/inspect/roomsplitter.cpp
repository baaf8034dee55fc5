// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/roomsplitter.h"

#include <algorithm>

namespace Gapline {

RoomSplitter::RoomSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    const auto takeChoice = [this] {
        m_leftByUser = sizes().value(m_index);
        m_taken = 0;
    };
    connect(this, &QSplitter::splitterMoved, this, takeChoice);
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

void RoomSplitter::settle()
{
    m_taken = 0;
    giveRoom();
}

void RoomSplitter::giveRoom()
{
    QList<int> now = sizes();
    const int other = 1 - m_index;
    if (now.size() != 2 || now[other] == 0)
        return;
    const QSize least = widget(other)->minimumSizeHint().expandedTo(widget(other)->minimumSize());
    const int leastOfOther = orientation() == Qt::Horizontal ? least.width() : least.height();
    const int lacking = kept() - now[m_index];
    const int spare = std::max(0, now[other] - leastOfOther);
    const int given = lacking > 0 ? std::min(lacking, spare) : -std::min(-lacking, m_taken);
    if (given == 0)
        return;
    now[m_index] += given;
    now[other] -= given;
    m_taken += given;
    setSizes(now);
}

void RoomSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    giveRoom();
}

} // namespace Gapline
