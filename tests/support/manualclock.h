// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Gapline::Test {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(EpochMs start = fromEpochMs(1777374504255))
        : m_now(start)
    { }

    [[nodiscard]] EpochMs now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_monotonic += by;
    }

private:
    EpochMs m_now;
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace Gapline::Test
