// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/payloadsource.h"
#include "core/stream/streamrows.h"

namespace Gapline {

class Cache;

/// Bodies from the cache in the order that the rows need them, a few ahead, so that the cache thread
/// decompresses while others format. `cache` must outlive the source.
[[nodiscard]] PayloadSource readAhead(Cache &cache, const StreamRows &rows);

/// The events that pass the whole filter, its text included. Blocks while bodies are read.
/// Errors: those of the cache; CacheDamaged; Cancelled.
[[nodiscard]] Result<EventIndexes>
matchEvents(Cache &cache, const EventStreamPtr &stream, const EventFilter &filter);

} // namespace Gapline
