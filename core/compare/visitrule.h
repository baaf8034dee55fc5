// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"

namespace Gapline {

/// Tells the visits of one step id apart: a loop comes back to the same ids. A visit begins with the step's first event,
/// and again once it has ended, with the next step.awaiting-approval or with any event behind a loop.iteration-started.
/// Value type, eight bytes.
class VisitRule
{
public:
    enum class Part
    {
        Begins,
        GoesOn,
        Ends, ///< May begin it as well: see wasBegun().
        Behind, ///< The first end decides: of no visit.
    };

    /// Whether events of this category are of the step that they name, and not of a group or a loop.
    [[nodiscard]] static bool isOfStep(EventCategory category)
    {
        return category != EventCategory::Group && category != EventCategory::Loop;
    }
    [[nodiscard]] static bool isEnd(EventCategory category)
    {
        return category == EventCategory::Completed || category == EventCategory::Failed
            || category == EventCategory::Cancelled;
    }

    /// `turns`: loop iterations that have begun before the event.
    Part take(EventCategory category, quint32 turns)
    {
        m_wasBegun = m_state == State::New
            || (m_state == State::Ended
                && (category == EventCategory::Awaiting || turns > m_endedInTurn));
        if (m_state == State::Ended && !m_wasBegun)
            return Part::Behind;
        m_state = isEnd(category) ? State::Ended : State::Open;
        m_endedInTurn = turns;
        if (m_state == State::Ended)
            return Part::Ends;
        return m_wasBegun ? Part::Begins : Part::GoesOn;
    }
    /// The event taken last was the first one of its visit.
    [[nodiscard]] bool wasBegun() const { return m_wasBegun; }
    [[nodiscard]] bool isNew() const { return m_state == State::New; }

private:
    enum class State : quint8
    {
        New,
        Open,
        Ended,
    };

    quint32 m_endedInTurn = 0;
    State m_state = State::New;
    bool m_wasBegun = false;
};

} // namespace Gapline
