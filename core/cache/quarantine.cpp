// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/quarantine.h"

#include "core/base/log.h"
#include "core/cache/database.h"

#include <algorithm>

namespace Gapline {

void cutDamagedSeqs(StreamRow &row, SeqRange seqs)
{
    SeqSet rest;
    for (const SeqRange part : row.coverage.ranges()) {
        if (part.first < seqs.first)
            rest.add({part.first, std::min(part.last, seqs.first.previous())});
        if (seqs.last < part.last)
            rest.add({std::max(part.first, seqs.last.next()), part.last});
    }
    row.coverage = rest;
}

Result<SeqRange> damagedSeqs(Database &database, const Segment &segment)
{
    if (segment.columns)
        return segment.seqs;
    const Result<std::optional<StoredBody>> body = loadStoredBody(database, segment.id);
    if (!body)
        return Failure(body.error());
    if (*body && (*body)->bytes)
        return (*body)->seqs;
    return SeqRange{{1}, {kMaxSafeInteger}};
}

Result<void> quarantineSegment(Database &database, StreamRow &row, const Segment &segment)
{
    const Result<SeqRange> seqs = damagedSeqs(database, segment);
    if (!seqs)
        return Failure(seqs.error());
    qCWarning(lcCache,
              "segment %lld fails its checksum; seqs %lld to %lld will be fetched again",
              segment.id,
              seqs->first.value,
              seqs->last.value);
    cutDamagedSeqs(row, *seqs);
    row.noteRebuild();
    // The range goes back into the row, so that the segment is removed once exactly that has been scanned anew.
    Query query = database.query(
        "UPDATE segments SET is_damaged = 1, first_seq = ?, last_seq = ? WHERE id = ?");
    const bool isKnown = seqs->last < Seq{kMaxSafeInteger};
    query.bind(isKnown ? seqs->first.value : 0)
        .bind(isKnown ? seqs->last.value : 0)
        .bind(segment.id);
    if (!query.run())
        return query.failure();
    return {};
}

Result<void> recount(Database &database, StreamRow &row)
{
    row.eventCount = 0;
    row.lateCount = 0;
    const auto count = [&row](const Segment &segment) -> Result<void> {
        if (segment.isDamaged)
            return {};
        row.eventCount += segment.eventCount;
        row.lateCount +=
            std::ranges::count_if(segment.columns->events, [](const EventColumns &event) {
                return event.flags.testFlag(EventFlag::AppearedLate);
            });
        return {};
    };
    if (Result<void> counted = forEachSegment(database, row.execution, 0, count); !counted)
        return counted;
    Query query = database.query("SELECT count(DISTINCT seq) FROM conflicts WHERE execution = ?"
                                 " AND length(content) > 0");
    if (!query.bind(row.execution).run() || !query.next())
        return query.failure();
    row.conflictCount = query.integer(0);
    return {};
}

} // namespace Gapline
