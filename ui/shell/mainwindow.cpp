// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/domain/displaytext.h"
#include "ui/compare/comparepage.h"
#include "ui/fleet/executionlist.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/inspectpage.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/requests/requestdock.h"
#include "ui/settings/connectiondialog.h"
#include "ui/settings/secretstore.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/axisbutton.h"
#include "ui/shell/bookmarkcommands.h"
#include "ui/shell/comparecommands.h"
#include "ui/shell/coverageline.h"
#include "ui/shell/errorbanner.h"
#include "ui/shell/executiontabs.h"
#include "ui/shell/exportcommands.h"
#include "ui/shell/fontzoom.h"
#include "ui/shell/graphcommands.h"
#include "ui/shell/historycommands.h"
#include "ui/shell/languagecommands.h"
#include "ui/shell/livecontrols.h"
#include "ui/shell/maintools.h"
#include "ui/shell/progressline.h"
#include "ui/shell/reconcilecommands.h"
#include "ui/shell/reportcommands.h"
#include "ui/shell/savedviewcommands.h"
#include "ui/shell/scrollareaaccessible.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/shell/startpage.h"
#include "ui/shell/streamactions.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/windowkeys.h"
#include "ui/workspace/executionidfinder.h"
#include "ui/workspace/viewlink.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kIconDelay{200};

} // namespace

MainWindow::MainWindow(Workspace &workspace,
                       WindowSettings &settings,
                       SecretStore &secrets,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_actions(new Actions(this))
{
    installScrollAreaAccessible();
    // Drawn from an SVG in several sizes: not before the first picture.
    QTimer::singleShot(kIconDelay, this, [this] {
        setWindowIcon(QIcon(QStringLiteral(":/gapline/gapline.svg")));
    });
    m_actions->fill(menuBar());
    m_live = new LiveControls(m_workspace, *m_actions, this);
    layOut();
    connectActions();
    connectViewActions();
    connectWorkspace();
    restoreLayout();
    showView();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_tools = new MainTools(m_workspace, m_settings, *m_actions, *m_live, this);
    addToolBar(m_tools);
    m_executions = new ExecutionList(m_workspace, this);
    m_banner = new ErrorBanner(this);
    m_notice = new ErrorBanner(this);
    m_progress = new ProgressLine(m_workspace, this);
    m_page = new InspectPage(this);
    m_tools->addWidget(makeAxisButton(*m_actions, *m_page->timeline(), m_settings, m_tools));
    m_startPage = new StartPage(m_workspace, m_settings, *m_actions, this);
    m_pages = new QStackedWidget(this);
    m_fleet = new FleetPage(m_workspace, this);
    for (QWidget *page : {static_cast<QWidget *>(m_startPage),
                          static_cast<QWidget *>(m_page),
                          static_cast<QWidget *>(m_fleet)})
        page->hide();

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_executions);
    m_tabs = new ExecutionTabs(m_workspace, *m_actions, *m_page->timeline(), *m_executions, this);
    connect(m_tabs, &ExecutionTabs::chosen, this, [this] { showFleet(false); });
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    m_splitter->addWidget(middle);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({280, 1120});

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_notice);
    layout->addWidget(m_progress);
    layout->addWidget(m_splitter, 1);
    setCentralWidget(central);
    m_requests = new RequestDock(m_workspace, this);
    addDockWidget(Qt::BottomDockWidgetArea, m_requests);
    m_requests->hide();
    m_actions->viewMenu()->addAction(m_requests->toggleViewAction());

    auto *coverage = new CoverageLine(m_workspace, this);
    statusBar()->addWidget(coverage, 1);
    connect(m_pages, &QStackedWidget::currentChanged, coverage, [this, coverage] {
        coverage->setTellsOfExecution(m_pages->currentWidget() == m_page);
    });
    // The status bar hides it behind a message too, but lets a new layout, as after another text size, bring it back.
    connect(statusBar(), &QStatusBar::messageChanged, coverage, [coverage](const QString &message) {
        coverage->setVisible(message.isEmpty());
    });
    statusBar()->addPermanentWidget(m_live->makeStatusLine(this));
    statusBar()->setSizeGripEnabled(false);
    resize(1400, 880);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions->openExecution, [this] { m_tools->focusIdBox(); });
    on(m_actions->openFromClipboard,
       [this] { openFromText(QGuiApplication::clipboard()->text()); });
    on(m_actions->openSandbox, &MainWindow::sandboxWanted);
    on(m_actions->connectTo, [this] { showConnectionDialog(); });
    on(m_actions->workOffline, [this](bool isOffline) { m_workspace.setOffline(isOffline); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->searchExecutions, [this] { m_executions->focusSearch(); });
    on(m_actions->nextExecution, [this] { m_executions->openNeighbour(1); });
    on(m_actions->previousExecution, [this] { m_executions->openNeighbour(-1); });
    on(m_actions->refresh, [this] { refresh(); });
    on(m_actions->refreshExecutions, [this] { refreshExecutions(); });
    m_executions->setHeaderActions(m_actions->syncAll, m_actions->refreshExecutions);
    on(m_actions->cancelFetches, [this] { m_workspace.cancelAll(); });
    on(m_actions->about, [this] { showAbout(this); });
    on(m_actions->licence, [this] { showLicence(this); });
    on(m_actions->showExecutions, [this](bool shows) { m_executions->setVisible(shows); });
    on(m_actions->utc, [this] { m_workspace.setTimeZone(TimeZoneChoice::Utc); });
    on(m_actions->local, [this] { m_workspace.setTimeZone(TimeZoneChoice::Local); });
    on(m_actions->themeSystem, [this] { emit themeChosen(ThemeChoice::System); });
    on(m_actions->themeLight, [this] { emit themeChosen(ThemeChoice::Light); });
    on(m_actions->themeDark, [this] { emit themeChosen(ThemeChoice::Dark); });
    const ThemeChoice theme = m_settings.theme();
    m_actions->themeLight->setChecked(theme == ThemeChoice::Light);
    m_actions->themeDark->setChecked(theme == ThemeChoice::Dark);
    m_actions->editMenu()->addSeparator();
    m_actions->editMenu()->addActions(m_page->table()->actions());
}

void MainWindow::connectViewActions()
{
    const auto onView = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, [this, slot](bool isChecked) {
            if (StreamView *view = m_workspace.currentView())
                slot(*view, isChecked);
        });
    };
    connectStreamActions(*m_actions, m_workspace, *m_page, [this](const QString &message) {
        statusBar()->showMessage(message, kRemarkMs);
    });
    onView(m_actions->clearFilter, [](StreamView &view, bool) { view.clearFilter(); });
    onView(m_actions->showGapRows,
           [](StreamView &view, bool shows) { view.setShowsGapRows(shows); });
    onView(m_actions->copyExecutionId, [this](StreamView &view, bool) {
        QGuiApplication::clipboard()->setText(view.executionId().text());
        statusBar()->showMessage(tr("Execution id copied"), kRemarkMs);
    });
    onView(m_actions->copyCurl, [this](StreamView &view, bool) {
        const std::optional<SeqRange> selection = view.selection();
        const Seq since = selection ? selection->first.previous() : view.stream()->state().cursor;
        QGuiApplication::clipboard()->setText(m_workspace.curlCommand(since));
        statusBar()->showMessage(tr("Request with sinceSeq %1 copied").arg(since.value), kRemarkMs);
    });
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::currentViewChanged, this, &MainWindow::showView);
    connect(&m_workspace, &Workspace::timeZoneChanged, this, &MainWindow::showTimeZone);
    connect(&m_workspace, &Workspace::connectionStateChanged, this, [this] {
        m_actions->workOffline->setChecked(m_workspace.isOffline());
    });
    connect(&m_workspace, &Workspace::fetchesChanged, this, [this] {
        m_actions->cancelFetches->setEnabled(!m_workspace.fetches().isEmpty()
                                             || m_workspace.fleetProgress());
    });
    connect(&m_workspace, &Workspace::failed, m_banner, &ErrorBanner::showError);
    connect(&m_workspace, &Workspace::credentialsNeeded, m_banner, &ErrorBanner::showError);
    connect(&m_workspace, &Workspace::retryScheduled, m_banner, &ErrorBanner::showRetry);
    connect(&m_workspace, &Workspace::retryCleared, m_banner, &ErrorBanner::clearRetry);
    connect(&m_workspace, &Workspace::errorCleared, m_banner, &ErrorBanner::clearError);
    connect(&m_workspace, &Workspace::noticed, m_notice, &ErrorBanner::showNotice);
    connect(m_banner, &ErrorBanner::retryWanted, this, &MainWindow::tryAgain);
    connect(m_banner, &ErrorBanner::credentialsWanted, this, [this] { showConnectionDialog(); });
    connect(m_page, &InspectPage::drawn, this, &MainWindow::drawn);
    connect(m_live, &LiveControls::failed, m_banner, &ErrorBanner::showError);
    connect(m_live, &LiveControls::noticed, m_page, &InspectPage::noticed);
    const auto remark = [this](const QString &message) {
        statusBar()->showMessage(message, kRemarkMs);
    };
    connect(m_page, &InspectPage::noticed, this, remark);
    auto *bookmarks = new BookmarkCommands(*m_actions, m_workspace, *m_page, this);
    connect(bookmarks, &BookmarkCommands::noticed, this, remark);
    connect(m_requests, &RequestDock::noticed, this, remark);
    auto *exports = new ExportCommands(m_workspace, *m_actions, *m_progress, *this);
    connect(exports, &ExportCommands::noticed, this, remark);
    connect(exports, &ExportCommands::failed, m_banner, &ErrorBanner::showError);
    auto *reports = new ReportCommands(m_workspace, *m_actions, *m_page, *m_progress, *this);
    connect(reports, &ReportCommands::noticed, this, remark);
    connect(reports, &ReportCommands::failed, m_banner, &ErrorBanner::showError);
    connect(m_tools, &MainTools::idEntered, this, [this](const QString &text) {
        openFromText(text, QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
    connect(m_tools, &MainTools::profileWanted, this, &MainWindow::profileWanted);
    new HistoryCommands(m_workspace, *m_actions, this);
    new WindowCommands(m_workspace, *m_actions, *this);
    new WindowKeys(this);
    auto *text = new FontZoom(*m_actions, m_settings, this);
    connect(text, &FontZoom::noticed, this, remark);
    auto *language = new LanguageCommands(*m_actions, m_settings, this);
    connect(language, &LanguageCommands::noticed, this, remark);
    auto *views =
        new SavedViewCommands(m_workspace, m_settings, *m_actions, *m_page->table(), *this);
    connect(views, &SavedViewCommands::noticed, this, remark);
    m_session = new SessionKeeper(m_workspace, m_settings, *m_actions, *m_executions, this);
    connect(m_session, &SessionKeeper::noticed, this, remark);
    auto *reconcile = new ReconcileCommands(
        m_workspace, m_settings, m_secrets, *m_actions, *m_fleet, *m_page, *this);
    connect(reconcile, &ReconcileCommands::fleetWanted, this, &MainWindow::showFleet);
    connect(reconcile, &ReconcileCommands::caseWanted, this, &MainWindow::caseWanted);
    m_compare = new CompareCommands(m_workspace, *m_actions, *m_executions, *this);
    connect(m_compare, &CompareCommands::pageWanted, this, &MainWindow::showCompared);
    connect(m_compare, &CompareCommands::noticed, this, remark);
    auto *graph = new GraphCommands(m_workspace, *m_actions, *m_page, *this);
    connect(graph, &GraphCommands::noticed, this, remark);
    m_workspace.setTimeZone(m_settings.timeZone());
    showTimeZone();
}

bool MainWindow::isDrawn() const
{
    return m_page->isDrawn();
}

void MainWindow::showTimeZone()
{
    const TimeZoneChoice zone = m_workspace.timeZone();
    const bool isUtc = zone == TimeZoneChoice::Utc;
    m_actions->utc->setChecked(isUtc);
    m_actions->local->setChecked(!isUtc);
    m_page->setTimeZone(zone);
    m_settings.setTimeZone(zone);
}

void MainWindow::openFromText(const QString &text, bool inNewTab)
{
    if (isViewLink(text)) {
        const Result<ViewLink> link = parseViewLink(text);
        m_banner->clear();
        if (link)
            SessionKeeper::open(m_workspace, *link);
        else
            m_banner->showError(link.error());
        return;
    }
    const std::optional<ExecutionId> id = findExecutionId(text);
    if (!id) {
        m_notice->showPassingNotice(
            text.trimmed().isEmpty()
                ? tr("There is no text to find an execution id in.")
                : tr("No execution id was found in \"%1\".").arg(displayText(text.trimmed(), 120)),
            kNoticeStay);
        return;
    }
    m_banner->clear();
    m_notice->clearPassingNotice();
    if (inNewTab)
        m_workspace.openInNewTab(*id);
    else
        m_workspace.open(*id);
    m_tools->showId(id->text());
}

void MainWindow::showView()
{
    m_notice->clearPassingNotice();
    StreamView *view = m_workspace.currentView();
    m_page->setView(view);
    showPage(usualPage());
    m_actions->setHasExecution(view);
    if (!view) {
        m_tools->showId({});
        setWindowTitle(QStringLiteral("Gapline"));
        return;
    }
    const QString id = view->executionId().text();
    m_tools->showId(id);
    setWindowTitle(tr("%1 — Gapline").arg(displayText(id, 120)));
    m_actions->showGapRows->setChecked(view->showsGapRows());
    connect(view, &StreamView::filterChanged, m_actions->showGapRows, [this, view] {
        m_actions->showGapRows->setChecked(view->showsGapRows());
    });
    if (!m_workspace.isSandbox())
        m_settings.addRecentExecution(m_workspace.profile().name, id);
}

QWidget *MainWindow::usualPage() const
{
    return m_workspace.currentView() ? static_cast<QWidget *>(m_page) : m_startPage;
}

void MainWindow::showFleet(bool isWanted)
{
    showPage(isWanted ? m_fleet : usualPage());
}

void MainWindow::showCompared(bool isWanted)
{
    showPage(isWanted ? &m_compare->page() : usualPage());
}

void MainWindow::showPage(QWidget *page)
{
    // The stack asks all its pages for their sizes: one that was never shown is laid out for nothing, and a start waits.
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    // The keys of the timeline (G, F, S) work at once, unless somebody is at work in the list or in a field.
    const QWidget *focused = focusWidget();
    if (page == m_page && (!focused || m_tools->isAncestorOf(focused))
        && !qobject_cast<const QLineEdit *>(focused))
        page->setFocus();
}

void MainWindow::showConnectionDialog(const QString &reason)
{
    if (m_connectionDialog) {
        m_connectionDialog->raise();
        return;
    }
    const Profile profile = m_workspace.isSandbox() ? Profile() : m_workspace.profile();
    m_connectionDialog = new ConnectionDialog(profile, m_secrets, this);
    m_connectionDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_connectionDialog->setReason(reason);
    connect(m_connectionDialog, &QDialog::accepted, this, [this] {
        emit connectionChosen(m_connectionDialog->profile(), m_connectionDialog->credentials());
    });
    m_connectionDialog->open();
}

} // namespace Gapline
