// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QSaveFile>

#include <cstdio>

namespace Gapline {
namespace {

// Nothing has changed for so long: the picture is the one a user would see.
constexpr std::chrono::milliseconds kSettles{400};
constexpr std::chrono::seconds kLimit{30};

} // namespace

Screenshot::Screenshot(MainWindow &window, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettles);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        if (isLoaded())
            take(0);
    });
    m_limit.setSingleShot(true);
    m_limit.setInterval(kLimit);
    connect(&m_limit, &QTimer::timeout, this, [this] { take(1); });
}

void Screenshot::takeWhenLoaded(const QString &file)
{
    m_file = file;
    for (const auto signal : {&Workspace::executionsChanged,
                              &Workspace::fetchesChanged,
                              &Workspace::connectionStateChanged,
                              &Workspace::errorCleared})
        connect(&m_workspace, signal, this, &Screenshot::noteChange);
    connect(&m_workspace, &Workspace::failed, this, &Screenshot::noteChange);
    connect(&m_window, &MainWindow::drawn, this, &Screenshot::noteChange);
    connect(&m_workspace, &Workspace::currentViewChanged, this, [this] {
        if (const StreamView *view = m_workspace.currentView()) {
            for (const auto signal : {&StreamView::streamChanged,
                                      &StreamView::rowsChanged,
                                      &StreamView::payloadsLoaded,
                                      &StreamView::executionChanged})
                connect(view, signal, this, &Screenshot::noteChange);
        }
        noteChange();
    });
    m_limit.start();
}

void Screenshot::noteChange()
{
    m_settled.start();
}

bool Screenshot::isLoaded() const
{
    return m_workspace.fetches().isEmpty() && m_window.isDrawn();
}

void Screenshot::take(int status)
{
    m_limit.stop();
    m_settled.stop();
    QSaveFile file(m_file);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit();
    if (!isWritten) {
        std::fprintf(stderr,
                     "gapline: %s could not be written: %s\n",
                     qUtf8Printable(m_file),
                     qUtf8Printable(file.errorString()));
        status = int(ExitStatus::File);
    }
    QCoreApplication::exit(status);
}

} // namespace Gapline
