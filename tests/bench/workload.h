// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Gapline::Bench {

/// One answer of getEvents as bytes, and what it was asked with.
struct PageBytes
{
    qint64 sinceSeq = 0;
    QByteArray body;
};

inline constexpr int kPageSize = 500;
inline constexpr auto kExecutionId = "exec_1777374504255_bench0001";

/// Pages of 500 events of about 345 bytes in one execution; 40 % of the seqs are internal-only. The same
/// `events` give the same bytes.
[[nodiscard]] std::vector<PageBytes> makePages(qint64 events);

} // namespace Gapline::Bench
