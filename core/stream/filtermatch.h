// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/eventfilter.h"
#include "core/stream/eventstream.h"

#include <vector>

namespace Gapline {

/// Indexes of events in an EventStream, ascending.
using EventIndexes = std::vector<quint32>;

/// The events that pass everything of the filter but its text. Types and steps are decided once per distinct
/// text, so that the scan is two look-ups an event (budgets.md, row 6). Pure; any thread.
[[nodiscard]] EventIndexes matchColumns(const EventStream &stream, const EventFilter &filter);

/// True when the event's JSON holds every word of the filter's text, case ignored. For single events: a search
/// through many prepares one TextMatcher.
[[nodiscard]] bool matchesText(QByteArrayView raw, const EventFilter &filter);

} // namespace Gapline
