// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/streamdeliveries.h"
#include "core/timeline/timeindex.h"
#include "core/timeline/timelinescale.h"

#include <array>
#include <vector>

namespace Gapline {

/// Higher is worse, and hides what is lower; -1 for what is never sent.
[[nodiscard]] int rankOf(Verdict verdict);
inline constexpr int kVerdictRanks = 7;
inline constexpr int kMissedRank = kVerdictRanks - 1;

/// How many events of each verdict lie on each pixel of an axis. A million events are looked through once per range, not
/// per paint.
class DeliveryDensity
{
public:
    struct Column
    {
        std::array<quint32, kVerdictRanks> counts{}; ///< By rank.
        quint32 total = 0;
    };

    /// One for each pixel; valid until the next call. `times`: null on a seq axis.
    const std::vector<Column> &columns(const StreamDeliveriesPtr &deliveries,
                                       const TimelineScale &scale,
                                       const TimeIndexPtr &times,
                                       int width);

private:
    std::vector<Column> m_columns;
    AxisRange m_range;
    TimeIndexPtr m_times;
    StreamDeliveriesPtr m_of;
};

/// One part of a column that is drawn as a bar.
struct DensityPart
{
    int rank = 0;
    double height = 0;
};
/// Shares of `height`, the worst first. What was missed, rejected or is pending keeps at least `least`, so that one among
/// thousands is seen, and a few do not look like all.
[[nodiscard]] std::vector<DensityPart>
partsOf(const DeliveryDensity::Column &column, double height, double least);

} // namespace Gapline
