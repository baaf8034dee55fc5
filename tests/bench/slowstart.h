// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace Gapline::Bench {

/// How much of an answer TCP sends before it has heard of what it sent: ten segments on a new connection (RFC 6928),
/// and more by what was acknowledged as long as it is made use of (RFC 5681, slow start). A path without loss, so that
/// it never shrinks.
class SlowStart
{
public:
    /// How many of the bytes left leave at once.
    [[nodiscard]] qsizetype flightOf(qsizetype left) const { return std::min(left, m_window); }

    void acknowledged(qsizetype flight)
    {
        if (2 * flight > m_window)
            m_window += flight;
    }

private:
    static constexpr qsizetype kSegment = 1448;

    qsizetype m_window = 10 * kSegment;
};

} // namespace Gapline::Bench
