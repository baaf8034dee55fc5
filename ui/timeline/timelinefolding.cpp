// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineContent knows of its lanes: their order, and which of them share the lane of a node above them.
#include "ui/timeline/timelinecontent.h"

#include <utility>

namespace Gapline {

/// Nodes of two definitions may share an id, and mean different things.
QString TimelineContent::definitionKey() const
{
    return m_view && m_view->execution() ? m_view->execution()->definitionId.text() : QString();
}

void TimelineContent::setLaneOrder(LaneOrder order)
{
    if (std::exchange(m_laneOrder, order) == order)
        return;
    ++m_lanesVersion;
    rebuildAtOnce();
}

void TimelineContent::setCollapsed(const Collapsed &collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    ++m_lanesVersion;
    rebuildAtOnce();
}

void TimelineContent::setNodeCollapsed(const QString &node, bool isCollapsed)
{
    Collapsed changed = m_collapsed;
    QSet<QString> &nodes = changed[definitionKey()];
    if (isCollapsed)
        nodes.insert(node);
    else
        nodes.remove(node);
    setCollapsed(changed);
}

void TimelineContent::setAllCollapsed(bool areCollapsed)
{
    Collapsed changed = m_collapsed;
    QSet<QString> &nodes = changed[definitionKey()];
    nodes.clear();
    if (areCollapsed) {
        for (const Lane &lane : m_index->lanes().all()) {
            if (lane.hasChildren)
                nodes.insert(lane.node);
        }
    }
    setCollapsed(changed);
}

} // namespace Gapline
