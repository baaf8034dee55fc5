// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Gapline {

class Actions;
class InspectPage;
class StreamView;
class Workspace;

/// Marks the selected seq, asks for notes, goes from bookmark to bookmark, and lists them in a menu. Lives on the UI
/// thread.
class BookmarkCommands : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    BookmarkCommands(Actions &actions, Workspace &workspace, InspectPage &page, QObject *parent);

signals:
    /// What a command did, for the status bar.
    void noticed(const QString &message);

private:
    void toggle(StreamView &view);
    void editNote(StreamView &view);
    void fillMenu();

    Actions &m_actions;
    Workspace &m_workspace;
    InspectPage &m_page;
};

} // namespace Gapline
