// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/stream/segmentbody.h"

#include <functional>

namespace Gapline {

/// Gives the body of one segment by its id, so that reports need not know the cache. Writers ask for bodies in
/// the order of the rows, on the thread that called the writer; a source may read ahead.
using PayloadSource = std::function<Result<SegmentBodyPtr>(qint64 bodyId)>;

/// Called on the writer's thread with the number of rows written so far; false stops the export, which then
/// ends with ErrorId::Cancelled.
using KeepGoing = std::function<bool(qint64 rowsWritten)>;

} // namespace Gapline
