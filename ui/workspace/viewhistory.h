// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/workspace/viewstate.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace Gapline {

/// Undo and redo of what the user does to one view: filter, gap rows, zoom, selection. Records by itself; one gesture
/// (a turn of the wheel, a walk with the arrow keys, a word being typed) is one step. What happens because a stream
/// arrives or grows is no step. Lives on the UI thread.
class ViewHistory : public QObject
{
    Q_OBJECT

public:
    /// More steps than this are forgotten, the oldest first.
    static constexpr int kMostSteps = 200;

    /// `clock` must outlive the history; the view may be deleted before it.
    ViewHistory(StreamView &view, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool canUndo() const { return m_view && m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_view && m_done < m_steps.size(); }
    /// "Filter: only step.failed"; empty when there is none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

public slots:
    void undo();
    void redo();

signals:
    void changed();

private:
    struct Step
    {
        ViewState before;
        ViewState after;
        std::chrono::milliseconds at{0}; ///< Of its last change.
    };

    void note();
    [[nodiscard]] bool belongsToLast(const ViewState &now) const;
    void go(const ViewState &from, const ViewState &to);

    QPointer<StreamView> m_view;
    const Clock &m_clock;
    std::vector<Step> m_steps;
    size_t m_done = 0; ///< Those after it were undone.
    ViewState m_now;
    bool m_isRecording = false;
    bool m_isSameTurn = false; ///< Of the event loop: a click that selects and scrolls is one step.
    bool m_isGoing = false;
};

} // namespace Gapline
