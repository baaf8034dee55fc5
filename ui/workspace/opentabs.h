// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/streamview.h"
#include "ui/workspace/viewstate.h"

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

/// The executions that are open side by side, from left to right. The view of the one that is shown is its owner's; those
/// of the others are parked here while there is room, and else only what one looked at in them is kept. Value holder,
/// UI thread.
class OpenTabs
{
public:
    /// Events of parked views, and parked views, beyond which the one shown longest ago falls asleep: a view of a million
    /// events takes some 50 MB.
    static constexpr qsizetype kMostParkedEvents = 2'000'000;
    static constexpr int kMostParkedViews = 8;

    struct Tab
    {
        ExecutionId executionId;
        std::unique_ptr<StreamView> parked; ///< Null: the one that is shown, or asleep.
        std::optional<ViewState> state; ///< To go back to once the stream is loaded again.
        QByteArray look; ///< What the page keeps of it: axis, folding; opaque.
        quint64 shownAt = 0; ///< Counts what was shown; 0: not yet.
    };

    [[nodiscard]] int count() const { return int(m_tabs.size()); }
    [[nodiscard]] int current() const { return m_current; } ///< -1: none.
    [[nodiscard]] std::optional<int> indexOf(const ExecutionId &id) const;
    [[nodiscard]] Tab &at(int index) { return m_tabs.at(size_t(index)); }
    [[nodiscard]] const Tab &at(int index) const { return m_tabs.at(size_t(index)); }

    void insert(int index, const ExecutionId &id);
    void move(int from, int to);
    /// The view of the removed tab, if it was parked.
    std::unique_ptr<StreamView> remove(int index);
    void clear();
    /// Notes that this one is shown now.
    void setCurrent(int index);
    /// Views that fell asleep to make room.
    [[nodiscard]] std::vector<std::unique_ptr<StreamView>> makeRoom();

private:
    std::vector<Tab> m_tabs;
    int m_current = -1;
    quint64 m_shown = 0;
};

} // namespace Gapline
