// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/shell/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace Gapline {

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    makeFile();
    makeEdit();
    makeView();
    makeGo();
    makeExecution();
    makeReconcile();
    makeHelp();
    setHasExecution(false);
}

QAction *Actions::make(const QString &text, const char *icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    if (icon)
        action->setIcon(themedIcon(QLatin1String(icon)));
    action->setShortcut(shortcut);
    // Desktop menus stay quiet: icons are for the toolbar.
    action->setIconVisibleInMenu(false);
    return action;
}

QAction *Actions::makeForPage(const QString &text, const QKeySequence &shortcut)
{
    QAction *action = make(text, nullptr, shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QList<QAction *> Actions::pageActions() const
{
    return {zoomToWhole,
            zoomToSelection,
            showOnlySelection,
            showCard,
            timeAxis,
            shortenIdle,
            toggleLane,
            expandLanes,
            nextGap,
            previousGap,
            nextFailure,
            previousFailure,
            nextOfStep,
            previousOfStep,
            nextBookmark,
            previousBookmark};
}

QAction *Actions::makeCheckable(const QString &text, const QKeySequence &shortcut)
{
    QAction *action = make(text, nullptr, shortcut);
    action->setCheckable(true);
    return action;
}

void Actions::makeFile()
{
    openExecution = make(tr("&Open Execution…"), "search", QKeySequence::Open);
    openFromClipboard =
        make(tr("Open from Clip&board"), "clipboard-paste", Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    openFromClipboard->setToolTip(
        tr("Opens the execution whose id is in the copied text: a URL, JSON or a log line"));
    openSandbox = make(tr("Open the &Sandbox"), "flask-conical", Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    openSandbox->setToolTip(
        tr("A simulated approval engine on this machine: no account, no network"));
    connectTo = make(tr("&Connect to the API…"), "plug", Qt::CTRL | Qt::Key_Comma);
    connectTo->setToolTip(tr("Base URL, key and token of a connection"));
    connectTo->setMenuRole(QAction::NoRole);
    openCase = make(tr("Open C&ase File…"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    openCase->setToolTip(tr("A comparison that was kept in a file: no account, no network"));
    workOffline = makeCheckable(tr("&Work Offline"));
    exportCsv = make(tr("&CSV…"), "download", Qt::CTRL | Qt::Key_E);
    exportNdjson = make(tr("&NDJSON…"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    exportTimeline = make(tr("Export &Timeline…"));
    exportTimeline->setToolTip(tr("As a picture: PNG, SVG or PDF"));
    exportReport = make(tr("Export &Report…"));
    exportReport->setToolTip(tr("The open execution as one HTML file to hand on"));
    print = make(tr("&Print…"), nullptr, QKeySequence::Print);
    quit = make(tr("&Quit"), nullptr, QKeySequence::Quit);
    if (quit->shortcut().isEmpty())
        quit->setShortcut(Qt::CTRL | Qt::Key_Q);
}

void Actions::makeEdit()
{
    undo = make(tr("&Undo"), nullptr, Qt::CTRL | Qt::Key_Z);
    undo->setToolTip(tr("Takes back the last change of filter, zoom or selection"));
    redo = make(tr("&Redo"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    find = make(tr("&Find in the Events…"), nullptr, Qt::CTRL | Qt::Key_F);
    find->setToolTip(tr("Words in the JSON of the events that are shown; hides nothing"));
    findNext = make(tr("Find &Next"), nullptr, Qt::Key_F3);
    findPrevious = make(tr("Find &Previous"), nullptr, Qt::SHIFT | Qt::Key_F3);
    editFilter = make(tr("Edit the F&ilter as Text"), nullptr, Qt::Key_F4);
    copyLink = make(tr("Copy &Link to This View"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    copyLink->setToolTip(
        tr("A gapline:// link that opens this execution with its filter, range and selection"));
    undo->setEnabled(false);
    redo->setEnabled(false);
}

void Actions::makeView()
{
    zoomToWhole = makeForPage(tr("Zoom to the &Whole Stream"), Qt::Key_0);
    zoomToSelection = makeForPage(tr("&Zoom to the Selection"), Qt::Key_Z);
    zoomToSelection->setToolTip(tr("To the selected event, gap or range of seqs"));
    showOnlySelection = makeForPage(tr("Show &Only the Selected Seqs"), Qt::Key_O);
    showGapRows = makeCheckable(tr("Show &Gap Rows"), Qt::CTRL | Qt::Key_G);
    clearFilter = make(tr("&Clear the Filter"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    followEndIfShown = makeCheckable(tr("&Follow the End Where It Is Shown"));
    followEndAlways = makeCheckable(tr("&Always Show the End"));
    keepPlace = makeCheckable(tr("&Keep My Place"));
    auto *ends = new QActionGroup(this);
    for (QAction *end : {followEndIfShown, followEndAlways, keepPlace})
        ends->addAction(end);
    followEndIfShown->setChecked(true);
    saveView = make(tr("&Save This View…"), nullptr, Qt::CTRL | Qt::Key_S);
    saveView->setToolTip(tr("Keeps filter and columns under a name"));
    manageViews = make(tr("&Rename or Delete Views…"), nullptr, {});
    textLarger = make(tr("&Larger Text"), nullptr, Qt::CTRL | Qt::Key_Plus);
    // Where "+" needs Shift.
    textLarger->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    textSmaller = make(tr("&Smaller Text"), nullptr, Qt::CTRL | Qt::Key_Minus);
    textNormal = make(tr("&Normal Text"), nullptr, Qt::CTRL | Qt::Key_0);
    fullScreen = makeCheckable(tr("F&ull Screen"), Qt::Key_F11);
    showExecutions = makeCheckable(tr("Show the &Executions List"), Qt::Key_F9);
    showExecutions->setChecked(true);
    showCard = makeForPage(tr("What &Is Selected?"), Qt::Key_I);
    showCard->setToolTip(tr("A card about the selected event or gap, beside its mark"));
    timeAxis = makeForPage(tr("&Time Instead of Seqs"), Qt::Key_X);
    timeAxis->setCheckable(true);
    timeAxis->setToolTip(tr("Place the timeline's events by their times"));
    shortenIdle = makeForPage(tr("Shorten &Idle Stretches"), Qt::SHIFT | Qt::Key_X);
    shortenIdle->setCheckable(true);
    shortenIdle->setToolTip(
        tr("On a time axis, long pauses become breaks that say how long they last"));
    toggleLane = makeForPage(tr("&Collapse or Expand the Selected Lane"), Qt::Key_C);
    toggleLane->setToolTip(tr("The steps that its node fanned out into share its lane"));
    expandLanes = makeForPage(tr("&Expand All Lanes"), Qt::SHIFT | Qt::Key_C);
    collapseLanes = make(tr("Collapse &All Lanes"));
    lanesByActivity = makeCheckable(tr("In Order of &First Activity"));
    lanesByDefinition = makeCheckable(tr("In Order of the &Definition"));
    auto *laneOrders = new QActionGroup(this);
    laneOrders->addAction(lanesByActivity);
    laneOrders->addAction(lanesByDefinition);
    utc = makeCheckable(tr("&UTC"), Qt::CTRL | Qt::SHIFT | Qt::Key_U);
    local = makeCheckable(tr("&Local Time"), Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    auto *zones = new QActionGroup(this);
    zones->addAction(utc);
    zones->addAction(local);
    utc->setChecked(true);
    themeSystem = makeCheckable(tr("&System"));
    themeLight = makeCheckable(tr("&Light"));
    themeDark = makeCheckable(tr("&Dark"));
    auto *themes = new QActionGroup(this);
    for (QAction *theme : {themeSystem, themeLight, themeDark})
        themes->addAction(theme);
    themeSystem->setChecked(true);
    languageSystem = makeCheckable(tr("&Like the System"));
    // By its own name, whatever the present one is.
    languageEnglish = makeCheckable(QStringLiteral("&English"));
    languageGerman = makeCheckable(QStringLiteral("&Deutsch"));
    auto *languages = new QActionGroup(this);
    for (QAction *language : {languageSystem, languageEnglish, languageGerman})
        languages->addAction(language);
    languageSystem->setChecked(true);
}

void Actions::makeGo()
{
    commandPalette = make(tr("&Command Palette…"), nullptr, Qt::CTRL | Qt::Key_K);
    commandPalette->setToolTip(tr("Finds every command, execution and step by a few letters"));
    searchExecutions = make(tr("&Search Executions"), nullptr, Qt::CTRL | Qt::Key_L);
    nextExecution = make(tr("&Next Execution"), nullptr, Qt::CTRL | Qt::Key_PageDown);
    previousExecution = make(tr("&Previous Execution"), nullptr, Qt::CTRL | Qt::Key_PageUp);
    openInNewTab =
        make(tr("&Open the Selected in New Tabs"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    openInNewTab->setToolTip(tr("Those that are selected in the list of executions"));
    nextTab = make(tr("Next Tab"), nullptr, Qt::CTRL | Qt::Key_Tab);
    previousTab = make(tr("Previous Tab"));
    // Which of the two arrives with Shift held depends on the desktop.
    previousTab->setShortcuts(
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab});
    closeTab = make(tr("Close Ta&b"), nullptr, Qt::CTRL | Qt::Key_W);
    goToPlace = make(tr("Go to Se&q or Time…"), nullptr, Qt::CTRL | Qt::Key_J);
    nextGap = makeForPage(tr("Next &Gap"), Qt::Key_G);
    previousGap = makeForPage(tr("Previous G&ap"), Qt::SHIFT | Qt::Key_G);
    nextFailure = makeForPage(tr("Next &Failure"), Qt::Key_F);
    nextFailure->setToolTip(tr("Failed and breached events"));
    previousFailure = makeForPage(tr("Previous Fail&ure"), Qt::SHIFT | Qt::Key_F);
    nextOfStep = makeForPage(tr("Next Event of the Same S&tep"), Qt::Key_S);
    previousOfStep = makeForPage(tr("Previous Event of the Same St&ep"), Qt::SHIFT | Qt::Key_S);
    toggleBookmark = make(tr("&Bookmark"), nullptr, Qt::CTRL | Qt::Key_B);
    toggleBookmark->setToolTip(tr("Marks the selected seq, or takes its bookmark away"));
    editBookmark = make(tr("Bookmark with a N&ote…"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    nextBookmark = makeForPage(tr("&Next Bookmark"), Qt::Key_B);
    previousBookmark = makeForPage(tr("&Previous Bookmark"), Qt::SHIFT | Qt::Key_B);
}

void Actions::makeExecution()
{
    refresh = make(tr("&Refresh"), "refresh-cw", QKeySequence::Refresh);
    refresh->setToolTip(tr("Fetch what is new in the open execution"));
    refreshExecutions =
        make(tr("Refresh the &List of Executions"), nullptr, Qt::SHIFT | Qt::Key_F5);
    follow = makeCheckable(tr("&Follow"), Qt::CTRL | Qt::Key_T);
    follow->setToolTip(tr("Ask for new events of the running execution again and again"));
    verify = make(tr("&Verify against API…"), nullptr, Qt::Key_F7);
    verify->setToolTip(tr("Read the execution from seq 0 again and compare it with the cache"));
    syncAll = make(tr("&Sync All Executions"), nullptr, Qt::CTRL | Qt::Key_F5);
    syncAll->setToolTip(tr("Fetch every execution that is new, running or changed"));
    cancelFetches = make(tr("&Cancel Fetching"), nullptr, Qt::CTRL | Qt::Key_Period);
    cancelFetches->setEnabled(false);
    showGraph = make(tr("&Graph of the Definition…"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    showGraph->setToolTip(tr("The definition's nodes and edges, and the path of this run"));
    compareWith = make(tr("Com&pare With…"), nullptr, Qt::Key_F6);
    compareWith->setToolTip(
        tr("Another execution: steps that only one has, turns of loops, waits, outcomes"));
    showCompared = make(tr("Show the Co&mparison"), nullptr, Qt::SHIFT | Qt::Key_F6);
    copyExecutionId = make(tr("Copy Execution &Id"), "copy");
    copyCurl = make(tr("Copy Request as c&URL"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    copyCurl->setToolTip(
        tr("The request that fetches what follows; key and token as placeholders"));
}

void Actions::makeReconcile()
{
    reconcileDeliveries =
        make(tr("&Reconcile Deliveries…"), "arrow-left-right", Qt::CTRL | Qt::Key_D);
    reconcileDeliveries->setToolTip(
        tr("Compare a receiver's log with the events: which webhooks did it miss?"));
    showFleet = make(tr("Show What Was &Found"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    missedOnly = makeCheckable(tr("&Missed Only"), Qt::CTRL | Qt::Key_M);
    nextMissed = make(tr("&Next Missed Webhook"), nullptr, Qt::Key_F8);
    previousMissed = make(tr("&Previous Missed Webhook"), nullptr, Qt::SHIFT | Qt::Key_F8);
    explainVerdict = make(tr("&Why This Verdict?"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    exportMissed = make(tr("&Missed as CSV…"));
    exportFindingsCsv = make(tr("Everything as &CSV…"));
    exportFindingsNdjson = make(tr("Everything as &NDJSON…"));
    exportFindingsHtml = make(tr("&HTML Report…"));
    exportRecoveryPack = make(tr("&Recovery Pack…"));
    exportRecoveryPack->setToolTip(
        tr("The missed events as webhook bodies, a curl script, and where to read from"));
    replayMissed = make(tr("Replay Missed Web&hooks…"), nullptr, Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    readLogsAgain = make(tr("Read the Logs A&gain"), nullptr, Qt::CTRL | Qt::Key_F8);
    readLogsAgain->setToolTip(tr("For what the receiver has logged since"));
    saveCase = make(tr("&Save Case File…"));
    saveCase->setToolTip(tr("The whole comparison in one file, to be shown elsewhere"));
    forgetLogs = make(tr("&Forget the Imported Log…"));
    forgetLogs->setToolTip(tr("Takes it out of the cache; the log file is left alone"));
}

void Actions::makeHelp()
{
    shortcuts = make(tr("&Keyboard Shortcuts"), nullptr, Qt::Key_F1);
    helpGaps = make(tr("What &Gaps Mean"));
    helpCoverage = make(tr("&Coverage"));
    helpVerdicts = make(tr("&Verdicts"));
    helpFilters = make(tr("&Filters"));
    helpCommandLine = make(tr("Command &Line"));
    about = make(tr("&About Gapline"), "info");
    about->setMenuRole(QAction::AboutRole);
    licence = make(tr("&Licence"), nullptr);
}

void Actions::fill(QMenuBar *bar)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({openExecution, openFromClipboard});
    file->addSeparator();
    file->addActions({openSandbox, connectTo, openCase, workOffline});
    file->addSeparator();
    m_exportMenu = file->addMenu(tr("&Export What Is Shown"));
    m_exportMenu->setToolTipsVisible(true);
    m_exportMenu->addActions({exportCsv, exportNdjson});
    file->addActions({exportTimeline, exportReport, print});
    file->addSeparator();
    file->addAction(quit);

    m_editMenu = bar->addMenu(tr("&Edit"));
    m_editMenu->addActions({undo, redo});
    m_editMenu->addSeparator();
    m_editMenu->addActions({find, findNext, findPrevious});
    m_editMenu->addSeparator();
    m_editMenu->addActions({editFilter, clearFilter});
    m_editMenu->addSeparator();
    m_editMenu->addAction(copyLink);

    m_viewMenu = bar->addMenu(tr("&View"));
    m_viewMenu->addActions({zoomToWhole, zoomToSelection});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({showOnlySelection, showGapRows});
    m_viewMenu->addMenu(tr("When Events A&rrive"))
        ->addActions({followEndIfShown, followEndAlways, keepPlace});
    m_savedViewsMenu = m_viewMenu->addMenu(tr("Saved &Views"));
    m_savedViewsMenu->addActions({saveView, manageViews});
    m_savedViewsMenu->addSeparator();
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({showExecutions, fullScreen, showCard});
    m_axisMenu = m_viewMenu->addMenu(tr("&X Axis"));
    m_axisMenu->setToolTipsVisible(true);
    m_axisMenu->addActions({timeAxis, shortenIdle});
    QMenu *lanes = m_viewMenu->addMenu(tr("La&nes"));
    lanes->addActions({toggleLane, expandLanes, collapseLanes});
    lanes->addSeparator();
    lanes->addActions({lanesByActivity, lanesByDefinition});
    m_viewMenu->addMenu(tr("Te&xt Size"))->addActions({textLarger, textSmaller, textNormal});
    m_timeZoneMenu = m_viewMenu->addMenu(tr("&Times"));
    m_timeZoneMenu->addActions({utc, local});
    m_viewMenu->addMenu(tr("T&heme"))->addActions({themeSystem, themeLight, themeDark});
    m_viewMenu->addMenu(tr("&Language"))
        ->addActions({languageSystem, languageEnglish, languageGerman});

    m_goMenu = bar->addMenu(tr("&Go"));
    m_goMenu->addAction(commandPalette);
    m_goMenu->addSeparator();
    m_goMenu->addActions({searchExecutions, nextExecution, previousExecution});
    m_goMenu->addMenu(tr("Tabs"))->addActions({openInNewTab, nextTab, previousTab, closeTab});
    m_goMenu->addSeparator();
    m_goMenu->addAction(goToPlace);
    m_goMenu->addActions({nextGap, previousGap, nextFailure, previousFailure});
    m_goMenu->addActions({nextOfStep, previousOfStep});
    m_bookmarkMenu = m_goMenu->addMenu(tr("&Bookmarks"));
    m_bookmarkMenu->addActions({toggleBookmark, editBookmark, nextBookmark, previousBookmark});

    m_executionMenu = bar->addMenu(tr("E&xecution"));
    m_executionMenu->addActions({refresh, follow, verify});
    m_executionMenu->addActions({refreshExecutions, syncAll, cancelFetches});
    m_executionMenu->addSeparator();
    m_executionMenu->addActions({compareWith, showCompared, showGraph});
    m_executionMenu->addSeparator();
    m_executionMenu->addActions({copyExecutionId, copyCurl});

    m_reconcileMenu = bar->addMenu(tr("&Reconcile"));
    m_reconcileMenu->setToolTipsVisible(true);
    m_reconcileMenu->addActions({reconcileDeliveries, readLogsAgain, showFleet});
    m_reconcileMenu->addSeparator();
    m_reconcileMenu->addActions({missedOnly, nextMissed, previousMissed, explainVerdict});
    m_reconcileMenu->addSeparator();
    m_findingsMenu = m_reconcileMenu->addMenu(tr("&Export What Was Found"));
    m_findingsMenu->setToolTipsVisible(true);
    m_findingsMenu->addActions({exportMissed,
                                exportFindingsCsv,
                                exportFindingsNdjson,
                                exportFindingsHtml,
                                exportRecoveryPack});
    m_reconcileMenu->addActions({saveCase, replayMissed});
    m_reconcileMenu->addSeparator();
    m_reconcileMenu->addAction(forgetLogs);

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions(
        {shortcuts, helpGaps, helpCoverage, helpVerdicts, helpFilters, helpCommandLine});
    help->addSeparator();
    help->addActions({about, licence});
}

} // namespace Gapline
