// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QTimer>

class QToolButton;
class QWidget;

namespace Gapline {

class Actions;
class ElidedLabel;
class Workspace;

/// How the window keeps in step with the API: the follow action, its toolbar button and a line for the status bar show
/// the workspace's Following; each view gets the choice about the end of the stream; verifications get their dialog.
/// Lives on the UI thread.
class LiveControls : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LiveControls(Workspace &workspace, Actions &actions, QWidget *window);

    /// "Follow", "● Following", "◐ Follow paused".
    [[nodiscard]] QToolButton *makeButton(QWidget *parent);
    /// "following · next poll 3 s"; empty while nothing is followed.
    [[nodiscard]] QWidget *makeStatusLine(QWidget *parent);
    [[nodiscard]] QString statusText() const;

signals:
    void noticed(const QString &message);
    void failed(const Gapline::Error &error);

private:
    void show();
    void verify();
    void applyEndChoice();

    Workspace &m_workspace;
    Actions &m_actions;
    QWidget *m_window;
    QToolButton *m_button = nullptr;
    ElidedLabel *m_status = nullptr;
    QTimer m_countdown;
};

} // namespace Gapline
