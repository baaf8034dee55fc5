// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gapline {

/// Tells a late answer that it is stale: take a ticket with begin() when work starts, and drop the
/// answer unless isCurrent(ticket). Not thread-safe: tickets are taken and checked on the owner's thread.
class Generation
{
public:
    using Ticket = quint64;

    Ticket begin() { return ++m_current; }
    /// Makes every ticket given out so far stale.
    void invalidate() { ++m_current; }
    [[nodiscard]] bool isCurrent(Ticket ticket) const { return ticket == m_current; }

private:
    Ticket m_current = 0;
};

} // namespace Gapline
