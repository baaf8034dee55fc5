// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowrows.h"
#include "tests/bench/workload.h"

#include "core/api/replyparser.h"
#include "core/cache/cache.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Gapline::Bench {

bool fillCache(const QString &file, qint64 events)
{
    Cache cache;
    if (!cache.open(file).result())
        return false;
    for (const PageBytes &page : makePages(events))
        cache.storePage(*parseEventPage(page.body, {page.sinceSeq}), fromEpochMs(1777374504255))
            .waitForFinished();
    return true;
}

bool waitFor(const std::function<bool()> &condition, std::chrono::seconds limit)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && !timer.hasExpired(std::chrono::milliseconds(limit).count()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

std::vector<Row> windowBenches()
{
    return {startRow(), keystrokeRow(), stallsRow()};
}

} // namespace Gapline::Bench
