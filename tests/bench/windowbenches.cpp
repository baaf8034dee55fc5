// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowrows.h"
#include "tests/bench/workload.h"

#include "core/api/replyparser.h"
#include "core/cache/cache.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

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
    // Waits as a program does: turning round and round would take a processor from what is waited for.
    QTimer wake;
    wake.start(50);
    while (!condition() && !timer.hasExpired(std::chrono::milliseconds(limit).count()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

std::vector<Row> windowBenches()
{
    return {startRow(), keystrokeRow(), stallsRow()};
}

} // namespace Gapline::Bench
