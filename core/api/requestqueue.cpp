// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/requestqueue.h"

#include <algorithm>

namespace Gapline {

void RequestQueue::add(Id id, Urgency urgency)
{
    m_waiting[size_t(urgency)].push_back(id);
}

void RequestQueue::addFirst(Id id, Urgency urgency)
{
    m_waiting[size_t(urgency)].push_front(id);
}

void RequestQueue::remove(Id id)
{
    for (std::deque<Id> &line : m_waiting)
        line.erase(std::remove(line.begin(), line.end(), id), line.end());
}

bool RequestQueue::hasNext() const
{
    return !m_isHeld && m_running < m_limit && waiting() > 0;
}

std::optional<RequestQueue::Id> RequestQueue::takeNext()
{
    if (!hasNext())
        return std::nullopt;
    std::deque<Id> &line = m_waiting[0].empty() ? m_waiting[1] : m_waiting[0];
    const Id id = line.front();
    line.pop_front();
    ++m_running;
    return id;
}

void RequestQueue::ended()
{
    Q_ASSERT(m_running > 0);
    --m_running;
}

qsizetype RequestQueue::waiting() const
{
    return qsizetype(m_waiting[0].size() + m_waiting[1].size());
}

} // namespace Gapline
