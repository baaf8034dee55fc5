// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace Gapline {

class MainWindow;
class Workspace;

/// Says in the log (category gapline.ui, level debug) when the window has painted what it holds: "painted 18 events".
/// For measuring how long a start takes, from outside.
class PictureLog : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    PictureLog(MainWindow &window, Workspace &workspace);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report();

    MainWindow &m_window;
    Workspace &m_workspace;
    QTimer m_painted;
    qint64 m_reported = -1; ///< Events.
};

} // namespace Gapline
