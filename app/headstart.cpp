// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headstart.h"

#include "core/cache/cache.h"
#include "ui/workspace/streamview.h"

#include <QFileInfo>

#include <utility>

namespace Gapline {

void HeadStart::begin(Cache &cache, const QString &file, const ExecutionId &executionId)
{
    // A case is opened in another way.
    if (!QFileInfo::exists(file) || file.endsWith(QLatin1String(".gaplinecase")))
        return;
    // Whoever opens it once more is told how it went.
    cache.open(file);
    m_stream = cache.loadStream(executionId);
}

void HeadStart::handOver(StreamView *view)
{
    QFuture<Result<EventStreamPtr>> stream = std::exchange(m_stream, {});
    if (view) {
        QObject::connect(
            view, &StreamView::reloaded, view, [stream] {}, Qt::SingleShotConnection);
    }
}

} // namespace Gapline
