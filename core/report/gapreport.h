// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"
#include "core/stream/gapfinder.h"

#include <QByteArray>

#include <vector>

namespace Gapline {

enum class SeqKind : quint8
{
    Event,
    Internal,
    Unknown,
};

/// A maximal run of seqs of one kind.
struct SeqRun
{
    SeqRange range;
    SeqKind kind = SeqKind::Event;

    friend bool operator==(const SeqRun &, const SeqRun &) = default;
};

/// "event", "internal" or "unknown" (command-line.md, `gaps --format json`).
[[nodiscard]] QByteArray seqKindName(SeqKind kind);

/// What every seq of a stream is, from 1 to the highest seq known: ascending, without overlap or hole. Pure.
[[nodiscard]] std::vector<SeqRun> findSeqRuns(const EventStream &stream);

/// `gaps --format json` on one line, without a line feed: keys and their order as command-line.md states them. The
/// cursor is where the scan that lies farthest on has ended; complete says that its answer had hasMore false.
[[nodiscard]] QByteArray gapReportJson(const EventStream &stream);

/// Number of seqs in the runs of one kind.
[[nodiscard]] qint64 countSeqs(const std::vector<SeqRun> &runs, SeqKind kind);

} // namespace Gapline
