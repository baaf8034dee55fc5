// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QToolBar>

class QLineEdit;
class QToolButton;

namespace Gapline {

class Actions;
class LiveControls;
class WindowSettings;
class Workspace;

/// The toolbar: which connection, which execution, and the commands that are needed most. Lives on the UI thread.
class MainTools : public QToolBar
{
    Q_OBJECT

public:
    /// All but the parent must outlive it.
    MainTools(Workspace &workspace,
              const WindowSettings &settings,
              const Actions &actions,
              LiveControls &live,
              QWidget *parent);

    /// What stands in the box for ids; nothing clears it.
    void showId(const QString &id);
    void focusIdBox();

signals:
    void idEntered(const QString &text);
    void profileWanted(const Gapline::Profile &profile);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Loses its words, not its icon, where room is scarce.
    struct Shortened
    {
        QToolButton *button = nullptr;
        int gain = 0; ///< By how many pixels it is narrower without them; 0 while it has them.
    };

    void applyFont();
    void fitButtons();
    void fillConnectionMenu();
    void showProfile();
    void showTimeZone();

    Workspace &m_workspace;
    const WindowSettings &m_settings;
    const Actions &m_actions;
    QToolButton *m_connection = nullptr;
    QLineEdit *m_idBox = nullptr;
    QToolButton *m_timeZone = nullptr;
    QList<Shortened> m_shortened;
};

} // namespace Gapline
