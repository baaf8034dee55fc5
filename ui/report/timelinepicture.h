// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/streamdeliveries.h"
#include "core/timeline/timeindex.h"

#include <QStringList>

#include <vector>

namespace Gapline {

class TimelineContent;

enum class PictureRange
{
    Whole, ///< The whole stream.
    Visible, ///< What the window shows.
};

/// Everything that a picture of a timeline shows, as snapshots: it may be drawn on any thread while the window goes on.
/// Where things stand on its axis is asked with the scale that it is drawn with.
struct TimelinePicture
{
    TimelineIndexPtr index; ///< Never null.
    TimeIndexPtr times; ///< Null on a seq axis.
    AxisRange range;
    std::vector<quint32> turns; ///< Events at which a loop began anew.
    StreamDeliveriesPtr deliveries; ///< Null without a comparison.
    TimeZoneChoice zone = TimeZoneChoice::Utc;
    QString title; ///< The execution's id. All texts are safe to look at.
    QString subtitle; ///< Workflow, status, times.
    QStringList coverage; ///< What the numbers and the range cover.

    /// Centre of the mark of an event of `stream`; nothing when it has no time on a time axis.
    [[nodiscard]] std::optional<double>
    xOf(const EventStream &stream, qsizetype event, const TimelineScale &scale) const;
    /// From the left to the right edge of what seqs take.
    [[nodiscard]] std::pair<double, double> columnOf(SeqRange seqs,
                                                     const TimelineScale &scale) const;
};

/// Of what `content` shows, which must be current; null without a view in it.
[[nodiscard]] std::optional<TimelinePicture>
takePicture(const TimelineContent &content, PictureRange range, TimeZoneChoice zone);

} // namespace Gapline
