// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepiterations.h"
#include "core/domain/bookmark.h"
#include "core/domain/timetext.h"
#include "core/timeline/timelinelayout.h"

#include <QCoreApplication>

namespace Gapline {

/// What cards and screen readers say. Plain text; data passes displayText().
class TimelineText
{
    Q_DECLARE_TR_FUNCTIONS(TimelineText)

public:
    /// "seq 20 to 23, 4 internal-only".
    [[nodiscard]] static QString gap(const Gap &gap);
    /// "seq 19, step.breached, human-brand".
    [[nodiscard]] static QString event(const TimelineIndex &index, qsizetype event);
    /// Several lines, the first as event() or gap().
    [[nodiscard]] static QString gapDetails(const Gap &gap);
    [[nodiscard]] static QString
    eventDetails(const TimelineIndex &index, qsizetype event, TimeZoneChoice zone);
    /// "human-legal waited from seq 17 to 24 (+8 m 17 s)".
    [[nodiscard]] static QString span(const TimelineIndex &index, const TimelineIndex::Span &span);
    /// What a gap means, without its range.
    [[nodiscard]] static QString gapMeaning(const Gap &gap);
    /// A sentence for each thing that the audit has to say about an event.
    [[nodiscard]] static QStringList remarks(const EventStream &stream, qsizetype event);
    /// "Bookmark of seq 19: ask legal".
    [[nodiscard]] static QString bookmark(const Bookmark &bookmark);
    /// "Iteration 2 of 3 of a loop".
    [[nodiscard]] static QString iteration(const StepIteration &iteration);
    /// "2 events have no time: only the seq axis shows them".
    [[nodiscard]] static QString untimed(qint64 count);
    [[nodiscard]] static QString category(EventCategory category);
};

} // namespace Gapline
