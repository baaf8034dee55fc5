// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/run.h"
#include "core/sandbox/workflow.h"

namespace Gapline {

/// The run worth looking at first, of the workflow marketing-copy-approval: 46 seqs, 18 of them visible; two people
/// side by side, a rejection that starts the loop again, a breach, a quorum, gaps of one to four seqs and an
/// internal tail of eight. It takes 23 minutes.
[[nodiscard]] Run showcaseRun(qint64 startedAt);

/// What a reader must survive, in one run of doc-signoff: text outside the basic plane, right-to-left and
/// escaped text, a step id of 300 characters, a type of the future, data absent, null and odd, fields that are
/// not documented, repeated timestamps, and a run of 12,000 internal seqs.
[[nodiscard]] Run oddRun(qint64 startedAt);

} // namespace Gapline
