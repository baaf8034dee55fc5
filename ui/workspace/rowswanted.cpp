// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/rowswanted.h"

#include <algorithm>
#include <optional>

namespace Gapline {

EventIndexes RowsWanted::indexes(const EventStream &stream) const
{
    EventIndexes indexes = matchColumns(stream, filter);
    if (!deliveries || verdicts.isEmpty())
        return indexes;
    std::erase_if(indexes, [&](quint32 index) {
        const std::optional<Verdict> verdict = deliveries->verdictOf(stream.seqAt(index));
        return !verdict || !verdicts.contains(*verdict);
    });
    return indexes;
}

StreamRowsPtr RowsWanted::rows(const EventStreamPtr &stream, const GapsPtr &gaps) const
{
    if (filter.isEmpty() && verdicts.isEmpty())
        return std::make_shared<StreamRows>(stream, gaps, gapRows);
    return std::make_shared<StreamRows>(stream, gaps, indexes(*stream), filter, gapRows);
}

} // namespace Gapline
