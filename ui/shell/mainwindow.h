// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>
#include <QPointer>

class QSplitter;
class QStackedWidget;

namespace Gapline {

class CompareCommands;
class ConnectionDialog;
class ErrorBanner;
class ExecutionList;
class ExecutionTabs;
class FleetPage;
class InspectPage;
class LiveControls;
class MainTools;
class ProgressLine;
class RequestDock;
class SecretStore;
class SessionKeeper;

/// The frame: menus, toolbar, the list of executions, the page in the middle, the status line. It holds no state
/// of its own: what is open lives in the workspace, what is remembered in the settings.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All three must outlive the window.
    MainWindow(Workspace &workspace,
               WindowSettings &settings,
               SecretStore &secrets,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Actions &actions() { return *m_actions; }
    /// The open execution, if any, is shown as it is: nothing is still being loaded, filtered or laid out.
    [[nodiscard]] bool isDrawn() const;

public slots:
    /// Finds the execution id in any pasted text and opens it; says so when there is none.
    void openFromText(const QString &text, bool inNewTab = false);
    void showConnectionDialog(const QString &reason = {});

signals:
    void sandboxWanted();
    void connectionChosen(const Gapline::Profile &profile, const Gapline::Credentials &credentials);
    void profileWanted(const Gapline::Profile &profile);
    void caseWanted(const QString &file);
    void themeChosen(Gapline::ThemeChoice theme);
    /// Something else is shown; isDrawn() may differ.
    void drawn();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    /// How long a remark such as "12 rows copied" stands in the status bar.
    static constexpr int kRemarkMs = 6000;
    /// And how long the answer to a text without an execution id.
    static constexpr std::chrono::milliseconds kNoticeStay{10'000};

    void layOut();
    void connectActions();
    void refresh();
    void refreshExecutions();
    void tryAgain();
    void tellFromWhere();
    void connectViewActions();
    void connectWorkspace();
    void showView();
    void showFleet(bool isWanted);
    void showCompared(bool isWanted);
    /// The open execution's, or the one to start from.
    [[nodiscard]] QWidget *usualPage() const;
    void showPage(QWidget *page);
    void restoreLayout();
    void showTimeZone();

    Workspace &m_workspace;
    WindowSettings &m_settings;
    SecretStore &m_secrets;
    Actions *m_actions = nullptr;
    LiveControls *m_live = nullptr;
    MainTools *m_tools = nullptr;
    ExecutionList *m_executions = nullptr;
    ErrorBanner *m_banner = nullptr;
    ErrorBanner *m_notice = nullptr; ///< Facts have a line of their own: a fault would hide them.
    ProgressLine *m_progress = nullptr;
    ExecutionTabs *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_startPage = nullptr;
    InspectPage *m_page = nullptr;
    FleetPage *m_fleet = nullptr;
    CompareCommands *m_compare = nullptr;
    QSplitter *m_splitter = nullptr;
    SessionKeeper *m_session = nullptr;
    RequestDock *m_requests = nullptr;
    QPointer<ConnectionDialog> m_connectionDialog;
};

} // namespace Gapline
