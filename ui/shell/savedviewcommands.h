// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedview.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace Gapline {

class Actions;
class EventTable;
class WindowSettings;
class Workspace;

/// The menu of saved views: applies one, saves what is shown as one, and lets them be renamed and deleted. Lives on the
/// UI thread.
class SavedViewCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    SavedViewCommands(Workspace &workspace,
                      WindowSettings &settings,
                      Actions &actions,
                      EventTable &table,
                      QWidget &window);

    /// Under this name, in place of the one that has it.
    void save(const QString &name);
    void apply(const SavedView &view);

signals:
    void noticed(const QString &message);

private:
    void fillMenu();
    void askForName();
    void manage();

    Workspace &m_workspace;
    WindowSettings &m_settings;
    Actions &m_actions;
    EventTable &m_table;
    QWidget &m_window;
    QList<QAction *> m_entries;
    QString m_lastName; ///< Applied or saved: what one is likely to save again.
};

} // namespace Gapline
