// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stallwatch.h"

#include "core/base/log.h"

#include <QAbstractEventDispatcher>

#include <ctime>

namespace Gapline {
namespace {

std::chrono::nanoseconds computedByThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
    , m_computed(computedByThread())
{
    // With GLib events are handled between "about to block" and "awake", without it between "awake" and "about to
    // block": a round ends with each.
    const QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::awake, this, &StallWatch::look);
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::look);
}

void StallWatch::look()
{
    const std::chrono::nanoseconds now = computedByThread();
    const auto round = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_computed);
    m_computed = now;
    if (round >= kNoticed)
        qCDebug(lcUi) << "a round of the event loop computed for" << round.count() << "ms";
}

} // namespace Gapline
