// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/streamtotals.h"

#include "core/stream/beside.h"
#include "core/stream/gapfinder.h"

namespace Gapline {
namespace {

std::vector<qint64> countTypes(const EventStream &stream)
{
    // In turn into several sums: one that is raised twice in a row would wait for itself.
    constexpr size_t kSums = 4;
    const size_t types = stream.types().size();
    std::vector<qint64> sums(kSums * types, 0);
    size_t turn = 0;
    for (const quint16 type : stream.typeIndexes()) {
        ++sums[turn * types + type];
        turn = (turn + 1) % kSums;
    }
    for (size_t type = 0; type < types; ++type) {
        for (size_t other = 1; other < kSums; ++other)
            sums[type] += sums[other * types + type];
    }
    sums.resize(types);
    return sums;
}

} // namespace

StreamTotalsPtr findTotals(const EventStream &stream)
{
    auto totals = std::make_shared<StreamTotals>();
    const auto count = [&] { totals->eventsOfType = countTypes(stream); };
    const auto find = [&] {
        auto gaps = std::make_shared<const std::vector<Gap>>(findGaps(stream));
        totals->internalSeqs = countSeqs(*gaps, GapKind::InternalOnly);
        totals->unknownSeqs = countSeqs(*gaps, GapKind::Unknown);
        totals->gaps = std::move(gaps);
    };
    runBeside(count, find);
    return totals;
}

} // namespace Gapline
