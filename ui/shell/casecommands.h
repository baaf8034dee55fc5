// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class CaseDialog;

/// Case files: keeping a comparison in one, and choosing one to be shown. Lives on the UI thread.
class CaseCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    CaseCommands(Workspace &workspace, Actions &actions, QMainWindow &window);

signals:
    void noticed(const QString &message);
    void caseWanted(const QString &file);

private:
    void save();
    void choose();
    void tell(const CaseExport &request, const Result<void> &done);

    Workspace &m_workspace;
    Actions &m_actions;
    QMainWindow &m_window;
    QPointer<CaseDialog> m_dialog;
    QString m_folder;
};

} // namespace Gapline
