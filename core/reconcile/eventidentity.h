// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/textcolumn.h"
#include "core/stream/eventstream.h"
#include "core/stream/segmentbody.h"

#include <functional>

namespace Gapline {

/// The event ids of one stream, parallel to its events. A stream's columns leave them out: only comparing with
/// a receiver's log needs them. An empty column means "not read"; an empty text, "not readable".
using EventIdentity = TextColumn;

/// Gives one cached body (RawLocation::bodyId).
using BodySource = std::function<Result<SegmentBodyPtr>(qint64 bodyId)>;

/// Reads the event id of every event. Bodies are asked for in the stream's order, each once in a row, so that a
/// source that decompresses keeps no more than one. Damaged bodies give empty ids. Thread: any; `bodies` is called
/// on the same one. Errors: those of `bodies`.
[[nodiscard]] Result<EventIdentity> readEventIdentity(const EventStream &stream,
                                                      const BodySource &bodies);

} // namespace Gapline
