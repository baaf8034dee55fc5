// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/segments.h"
#include "core/domain/page.h"

#include <memory>

namespace Gapline {

/// Keeps one segment's bytes far below what SQLite takes as one value, whatever a server sends.
inline constexpr qint64 kMaxSegmentBytes = qint64(64) << 20;

/// The segment that the page becomes when the cache knows none of its events, as nearly always; made away from the cache
/// thread, since packing costs more than storing. Nothing when the page has no event, or needs more than one segment.
/// Pure; thread: any.
[[nodiscard]] std::shared_ptr<const PackedSegment> packPage(const EventPage &page);

} // namespace Gapline
