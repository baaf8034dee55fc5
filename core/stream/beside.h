// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace Gapline {

/// Runs both at once where a thread of the pool is free, and returns when both are done. What the pool has not begun
/// by the time that `here` is done is done here too: a busy machine costs time, but never a wait behind other work.
/// For pieces of under some milliseconds that share nothing they write. Any thread; neither may throw.
template<typename Beside, typename Here>
void runBeside(const Beside &beside, const Here &here)
{
    struct Shared
    {
        std::atomic_bool isTaken = false;
        QSemaphore done;
    };
    // The pool may look at it when this call has long returned; at `beside` only if it came first.
    const auto shared = std::make_shared<Shared>();
    QThreadPool::globalInstance()->tryStart([shared, &beside] {
        if (shared->isTaken.exchange(true))
            return;
        beside();
        shared->done.release();
    });
    here();
    if (shared->isTaken.exchange(true))
        shared->done.acquire();
    else
        beside();
}

} // namespace Gapline
