// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/stream/eventstream.h"

#include <QFuture>

namespace Gapline {

class Cache;
class StreamView;

/// Reads what a window will show first while the window is still being made, so that both take their time at once. A cache
/// answers with a stream that somebody holds where nothing has changed since: this holds it until a view does. UI thread.
class HeadStart
{
public:
    /// Does nothing where there is no such file yet. `cache` must outlive the reading.
    void begin(Cache &cache, const QString &file, const ExecutionId &executionId);
    /// `view` shows the execution; null where none does.
    void handOver(StreamView *view);

private:
    QFuture<Result<EventStreamPtr>> m_stream;
};

} // namespace Gapline
