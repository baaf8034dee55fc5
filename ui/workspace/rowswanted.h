// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/eventfilter.h"
#include "core/report/streamdeliveries.h"
#include "core/stream/streamrows.h"

#include <QSet>

namespace Gapline {

/// Which rows of a stream are to be shown. A value: pool threads make rows by a copy of it.
struct RowsWanted
{
    EventFilter filter;
    QSet<Verdict> verdicts; ///< Empty: whatever their verdict.
    StreamDeliveriesPtr deliveries; ///< Null where nothing was compared.
    GapRows gapRows = GapRows::All;

    /// The events that pass all but the filter's text. Pure; any thread.
    [[nodiscard]] EventIndexes indexes(const EventStream &stream) const;
    /// Their rows; `gaps` are those of the stream. Pure; any thread.
    [[nodiscard]] StreamRowsPtr rows(const EventStreamPtr &stream, const GapsPtr &gaps) const;

    friend bool operator==(const RowsWanted &, const RowsWanted &) = default;
};

} // namespace Gapline
