// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturelog.h"

#include "core/base/log.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QEvent>

namespace Gapline {

PictureLog::PictureLog(MainWindow &window, Workspace &workspace)
    : m_window(window)
    , m_workspace(workspace)
{
    m_painted.setSingleShot(true);
    m_painted.setInterval(0);
    connect(&m_painted, &QTimer::timeout, this, &PictureLog::report);
    if (lcUi().isDebugEnabled())
        window.installEventFilter(this);
}

bool PictureLog::eventFilter(QObject *watched, QEvent *event)
{
    // Both paint while they are delivered; the timer comes after them.
    if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint)
        m_painted.start();
    return QObject::eventFilter(watched, event);
}

void PictureLog::report()
{
    if (!m_window.isDrawn())
        return;
    const StreamView *view = m_workspace.currentView();
    const qint64 events = view ? view->rows()->eventCount() : 0;
    if (std::exchange(m_reported, events) != events)
        qCDebug(lcUi, "painted %lld events", static_cast<long long>(events));
}

} // namespace Gapline
