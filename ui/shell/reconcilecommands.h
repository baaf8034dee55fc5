// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reconcilereport.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gapline {

class Actions;
class FleetPage;
class ImportDialog;
class InspectPage;
class SecretStore;
class WindowSettings;

/// Everything that the window does about receivers' logs: the commands of the Reconcile menu, logs dropped on the
/// window, the dialogs, where exports go. Lives on the UI thread.
class ReconcileCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; it watches the window for drops.
    ReconcileCommands(Workspace &workspace,
                      WindowSettings &settings,
                      SecretStore &secrets,
                      Actions &actions,
                      FleetPage &fleet,
                      InspectPage &inspect,
                      QMainWindow &window);

    /// Opens the import dialog on these logs; without any, on those compared last.
    void importLogs(const QStringList &files = {});

signals:
    /// The comparison's page is to be shown, or to be left for the open execution.
    void fleetWanted(bool isWanted);
    void caseWanted(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectActions();
    void refresh();
    /// Those that were compared when the connection was last used, from the cache; no page opens by itself.
    void readLastLogs();
    void askToForget();
    void notice(const QString &message);
    void exportFindings(FindingFormat format, bool missedOnly);
    void reportExport(const FindingExport &request, const Result<qint64> &count);
    void selectMissed(bool forward);
    void copyCurl(Seq sinceSeq);

    Workspace &m_workspace;
    WindowSettings &m_settings;
    SecretStore &m_secrets;
    Actions &m_actions;
    FleetPage &m_fleet;
    QMainWindow &m_window;
    QPointer<ImportDialog> m_dialog;
    QString m_exportFolder;
    bool m_isReadingLastLogs = false;
    QMetaObject::Connection m_verdictsOfView;
};

} // namespace Gapline
