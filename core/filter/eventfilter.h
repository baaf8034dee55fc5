// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace Gapline {

/// One --type: a type name in which '*' matches any run of characters.
struct TypePattern
{
    QString pattern;
    bool isExclusion = false;

    friend bool operator==(const TypePattern &, const TypePattern &) = default;
};

/// One --step: a step id or node id, with all its descendants when written "S/". '*' matches any run.
struct StepPattern
{
    QString pattern;
    bool withDescendants = false;
    bool isExclusion = false;

    friend bool operator==(const StepPattern &, const StepPattern &) = default;
};

/// What to show of a stream (command-line.md, shared options). An event passes when it matches any inclusion
/// of each kind (or there is none), no exclusion, the ranges, and holds every word of the text. Value type.
struct EventFilter
{
    QList<TypePattern> types;
    QList<StepPattern> steps;
    std::optional<Seq> sinceSeq; ///< Exclusive, like the API's sinceSeq: passes seq > sinceSeq.
    std::optional<Seq> untilSeq; ///< Inclusive.
    std::optional<EpochMs> from; ///< Inclusive.
    std::optional<EpochMs> to; ///< Inclusive.
    QString text; ///< Words, each of which must occur in the event's JSON; case is ignored.

    [[nodiscard]] bool isEmpty() const { return *this == EventFilter{}; }
    /// Everything but the text can be decided from the columns alone.
    [[nodiscard]] bool needsPayload() const { return !text.trimmed().isEmpty(); }

    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

/// "step.*", "!step.cancelled".
[[nodiscard]] TypePattern typePatternFrom(QStringView option);
/// "human-legal", "!agent-draft", "human-legal/".
[[nodiscard]] StepPattern stepPatternFrom(QStringView option);

/// True when `text` matches `pattern`, in which '*' stands for any run of characters. Case matters.
[[nodiscard]] bool matchesWildcard(QStringView pattern, QStringView text);
[[nodiscard]] bool matchesTypes(const EventFilter &filter, QStringView type);
/// `stepId` is empty for events without a step; those pass only when no step is asked for.
[[nodiscard]] bool matchesSteps(const EventFilter &filter, QStringView stepId);

} // namespace Gapline
