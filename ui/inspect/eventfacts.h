// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/domain/timetext.h"
#include "core/stream/eventstream.h"
#include "core/stream/streamtotals.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Gapline {

// What the detail says about an event, a gap, a step, an execution: pure functions from values to plain text.

/// One line of a detail.
struct Fact
{
    QString label;
    QString text; ///< Safe to show.
    QString copy; ///< The value itself, for the clipboard; empty: nothing to copy.
    bool isFixed = false; ///< An id or number, in the fixed font.
};

/// `raw` is the event's JSON, when it is at hand. Fields that are not documented come last, under their own name.
[[nodiscard]] QList<Fact> eventFacts(const EventStream &stream,
                                     qsizetype event,
                                     const std::optional<QByteArray> &raw,
                                     const QList<StepView> &steps,
                                     TimeZoneChoice zone);
/// From executions/get.
[[nodiscard]] QList<Fact> stepFacts(const StepView &step, TimeZoneChoice zone);
[[nodiscard]] QList<Fact> executionFacts(const ExecutionId &id,
                                         const std::optional<Execution> &execution,
                                         const std::optional<Definition> &definition,
                                         TimeZoneChoice zone);
/// How much of the stream is known and what it holds.
[[nodiscard]] QList<Fact>
streamFacts(const EventStream &stream, const StreamTotals &totals, TimeZoneChoice zone);
/// What lies in a range of seqs.
[[nodiscard]] QList<Fact>
rangeFacts(const EventStream &stream, const std::vector<Gap> &gaps, SeqRange range);
[[nodiscard]] QList<Fact> gapFacts(const Gap &gap);

/// What a gap means, in plain words; for an unknown one also how to scan it.
[[nodiscard]] QString gapMeaning(const Gap &gap);
/// What late events of the stream mean for its gaps; empty when there are none.
[[nodiscard]] QString lateMeaning(const EventStream &stream);
/// The hidden seqs right before and after an event, in plain words; never empty.
[[nodiscard]] QStringList
hiddenSeqsNear(const EventStream &stream, const std::vector<Gap> &gaps, qsizetype event);
/// A sentence for each thing that is remarkable about an event; empty for most.
[[nodiscard]] QStringList remarksExplained(const EventStream &stream, qsizetype event);

/// "20–23", or "16" for one seq.
[[nodiscard]] QString seqsText(SeqRange range);
/// "3 m 12.002 s", exact to the millisecond.
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
/// The same with its sign, for a time since something.
[[nodiscard]] QString exactDeltaText(std::chrono::milliseconds delta);

} // namespace Gapline
