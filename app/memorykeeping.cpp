// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memorykeeping.h"

#include "ui/workspace/workspace.h"

#include <QThreadPool>

#include <chrono>
#include <malloc.h>

namespace Gapline {

void giveLargeBlocksBack()
{
    constexpr int kLargeBytes = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, kLargeBytes);
    // Each arena keeps free pieces of its own; more than two threads that allocate a lot there are not.
    ::mallopt(M_ARENA_MAX, 2);
}

MemoryKeeping::MemoryKeeping(Workspace &workspace)
    : m_workspace(workspace)
{
    using namespace std::chrono_literals;
    m_rest.setSingleShot(true);
    m_rest.setInterval(1s);
    connect(&m_rest, &QTimer::timeout, this, [] {
        // It walks all that is free: not on the UI thread.
        QThreadPool::globalInstance()->start([] { ::malloc_trim(0); });
    });
    connect(&workspace, &Workspace::currentViewChanged, this, &MemoryKeeping::watchView);
    watchView();
}

void MemoryKeeping::watchView()
{
    disconnect(m_watched);
    m_watched = {};
    if (const StreamView *view = m_workspace.currentView())
        m_watched = connect(view, &StreamView::rowsChanged, &m_rest, qOverload<>(&QTimer::start));
    m_rest.start();
}

} // namespace Gapline
