// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"
#include "core/filter/eventfilter.h"
#include "core/stream/eventstream.h"

#include <QByteArrayList>

#include <array>
#include <optional>
#include <vector>

namespace Gapline {

// What clicks on chips, menus and the step tree make of a filter. Pure functions.

/// One event type as the filter bar shows it: every documented external type, and what else the stream holds.
struct TypeCount
{
    QByteArray name;
    EventCategory category = EventCategory::Unknown;
    qint64 events = 0; ///< Of the whole stream, whatever the filter.
};

/// In the order of the categories, then of the documentation, then as the stream has them.
[[nodiscard]] std::vector<TypeCount> countTypes(const EventStream &stream);
/// The same, with the number of events of each of the stream's types at hand.
[[nodiscard]] std::vector<TypeCount> countTypes(const EventStream &stream,
                                                const std::vector<qint64> &eventsOfType);

enum class Shown
{
    All,
    Some,
    None
};
/// Whether the filter lets these types through.
[[nodiscard]] Shown shownTypes(const EventFilter &filter, const QByteArrayList &types);

/// Shows or hides types and leaves the others as they are. `all` is every type there is; types that appear later
/// are shown unless the filter names what to show.
[[nodiscard]] EventFilter withTypesShown(const EventFilter &filter,
                                         const QByteArrayList &types,
                                         bool isShown,
                                         const QByteArrayList &all);
[[nodiscard]] EventFilter withOnlyTypes(const EventFilter &filter, const QByteArrayList &types);
[[nodiscard]] EventFilter withAllTypesBut(const EventFilter &filter, const QByteArrayList &types);

/// What the filter asks of one step, by its own patterns alone.
enum class StepChoice
{
    Any,
    Only,
    Hidden
};
[[nodiscard]] StepChoice stepChoice(const EventFilter &filter, const QByteArray &stepId);
/// Replaces what the filter asks of this step, with its descendants or without.
[[nodiscard]] EventFilter withStepChoice(const EventFilter &filter,
                                         const QByteArray &stepId,
                                         StepChoice choice,
                                         bool withDescendants);
/// Drops every other pattern of steps.
[[nodiscard]] EventFilter withOnlyStep(const EventFilter &filter, const QByteArray &stepId);

/// "8–120", "8-", "-120", "15" as an inclusive range; empty text means no limits. Nothing for anything else.
struct SeqLimits
{
    std::optional<Seq> first;
    std::optional<Seq> last;
};
[[nodiscard]] std::optional<SeqLimits> parseSeqLimits(const QString &text);
[[nodiscard]] QString seqLimitsText(const EventFilter &filter);
[[nodiscard]] EventFilter withSeqLimits(const EventFilter &filter, const SeqLimits &limits);

} // namespace Gapline
