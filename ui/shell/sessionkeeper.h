// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace Gapline {

class Actions;
class ExecutionList;
class WindowSettings;
class Workspace;
struct ViewLink;

/// Copies and opens links to what is shown, and keeps for the next start what was open last, in the same form; beside it
/// the order of the executions and where views go when events arrive. Lives on the UI thread.
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Restores the choices, and opens nothing.
    SessionKeeper(Workspace &workspace,
                  WindowSettings &settings,
                  Actions &actions,
                  ExecutionList &executions,
                  QObject *parent);

    /// Opens the execution and goes to the place in it.
    static void open(Workspace &workspace, const ViewLink &link);
    /// What was open last under this connection; nothing when nothing was, or it was another one.
    [[nodiscard]] static std::optional<ViewLink> last(const WindowSettings &settings,
                                                      const QString &profileName);
    /// Puts the other tabs of that session beside what is open; they are read once they are shown.
    static void restoreTabs(Workspace &workspace, const WindowSettings &settings);
    void save();

signals:
    void noticed(const QString &message);

private:
    void copyLink();
    void saveTabs();

    Workspace &m_workspace;
    WindowSettings &m_settings;
    Actions &m_actions;
    ExecutionList &m_executions;
};

} // namespace Gapline
