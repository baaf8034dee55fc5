// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Gapline {

class MainWindow;
class StreamView;
class Workspace;

/// Writes a picture of the window once what it shows has been loaded, and ends the program: exit status 0, 7 when
/// the file cannot be written, 1 when nothing was loaded within 30 s (the picture is written all the same).
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Screenshot(MainWindow &window, Workspace &workspace, QObject *parent = nullptr);

    void takeWhenLoaded(const QString &file);

private:
    void noteChange();
    [[nodiscard]] bool isLoaded() const;
    void take(int status);

    MainWindow &m_window;
    Workspace &m_workspace;
    QString m_file;
    QTimer m_settled;
    QTimer m_limit;
};

} // namespace Gapline
