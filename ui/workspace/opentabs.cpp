// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/opentabs.h"

#include <algorithm>
#include <utility>

namespace Gapline {

std::optional<int> OpenTabs::indexOf(const ExecutionId &id) const
{
    const auto found = std::ranges::find(m_tabs, id, &Tab::executionId);
    if (found == m_tabs.end())
        return std::nullopt;
    return int(found - m_tabs.begin());
}

void OpenTabs::insert(int index, const ExecutionId &id)
{
    Tab tab;
    tab.executionId = id;
    m_tabs.insert(m_tabs.begin() + index, std::move(tab));
    if (index <= m_current)
        ++m_current;
}

void OpenTabs::move(int from, int to)
{
    const auto begin = m_tabs.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    if (m_current == from)
        m_current = to;
    else if (from < m_current && m_current <= to)
        --m_current;
    else if (to <= m_current && m_current < from)
        ++m_current;
}

std::unique_ptr<StreamView> OpenTabs::remove(int index)
{
    std::unique_ptr<StreamView> parked = std::move(at(index).parked);
    m_tabs.erase(m_tabs.begin() + index);
    if (index == m_current)
        m_current = -1;
    else if (index < m_current)
        --m_current;
    return parked;
}

void OpenTabs::clear()
{
    m_tabs.clear();
    m_current = -1;
}

void OpenTabs::setCurrent(int index)
{
    m_current = index;
    if (index >= 0)
        at(index).shownAt = ++m_shown;
}

std::vector<std::unique_ptr<StreamView>> OpenTabs::makeRoom()
{
    std::vector<std::unique_ptr<StreamView>> dropped;
    for (;;) {
        Tab *oldest = nullptr;
        qsizetype events = 0;
        int views = 0;
        for (Tab &tab : m_tabs) {
            if (!tab.parked)
                continue;
            events += tab.parked->stream()->count();
            ++views;
            if (!oldest || tab.shownAt < oldest->shownAt)
                oldest = &tab;
        }
        if (!oldest || (events <= kMostParkedEvents && views <= kMostParkedViews))
            return dropped;
        // What was never loaded shows nothing that is worth keeping; what it was to show still stands.
        if (oldest->parked->isLoaded())
            oldest->state = viewStateOf(*oldest->parked);
        dropped.push_back(std::move(oldest->parked));
    }
}

} // namespace Gapline
