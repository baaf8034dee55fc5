// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/segments.h"
#include "core/cache/streamrow.h"

namespace Gapline {

/// Takes a damaged segment's seqs out of the row's coverage, so that they are fetched again.
void cutDamagedSeqs(StreamRow &row, SeqRange seqs);
/// The seqs to fetch again for a damaged segment: as its own row says, or, when that is damaged itself, its body's;
/// every seq when both are.
[[nodiscard]] Result<SeqRange> damagedSeqs(Database &database, const Segment &segment);

/// Marks a damaged segment and cuts its seqs; recount() belongs behind it. Inside a write transaction; the row is
/// saved by the caller.
Result<void> quarantineSegment(Database &database, StreamRow &row, const Segment &segment);
/// Sets the row's counts from the sound segments and the conflicts that are stored.
Result<void> recount(Database &database, StreamRow &row);

} // namespace Gapline
