// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace Gapline {

/// Every action of the window with its text, icon and shortcut, each in exactly one menu. The window connects
/// them; toolbars and buttons only borrow them.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    /// Lays all actions out in the menus.
    void fill(QMenuBar *bar);

    // File
    QAction *openExecution = nullptr;
    QAction *openFromClipboard = nullptr;
    QAction *openSandbox = nullptr;
    QAction *connectTo = nullptr;
    QAction *openCase = nullptr;
    QAction *workOffline = nullptr; ///< Checkable.
    QAction *exportCsv = nullptr;
    QAction *exportNdjson = nullptr;
    QAction *exportTimeline = nullptr;
    QAction *exportReport = nullptr;
    QAction *print = nullptr;
    QAction *quit = nullptr;
    // Edit
    QAction *undo = nullptr; ///< Filter, zoom and selection of the open execution.
    QAction *redo = nullptr;
    QAction *copyLink = nullptr;
    QAction *find = nullptr;
    QAction *findNext = nullptr;
    QAction *findPrevious = nullptr;
    // View
    QAction *saveView = nullptr;
    QAction *manageViews = nullptr;
    QAction *textLarger = nullptr;
    QAction *textSmaller = nullptr;
    QAction *textNormal = nullptr;
    QAction *fullScreen = nullptr; ///< Checkable.
    QAction *zoomToWhole = nullptr;
    QAction *zoomToSelection = nullptr;
    QAction *showOnlySelection = nullptr;
    QAction *showGapRows = nullptr; ///< Checkable.
    QAction *editFilter = nullptr;
    QAction *clearFilter = nullptr;
    QAction *followEndIfShown =
        nullptr; ///< Checkable, exclusive: where views go when events arrive.
    QAction *followEndAlways = nullptr;
    QAction *keepPlace = nullptr;
    QAction *showExecutions = nullptr; ///< Checkable.
    QAction *showCard = nullptr;
    QAction *timeAxis = nullptr; ///< Checkable: instead of seqs.
    QAction *shortenIdle = nullptr; ///< Checkable.
    QAction *toggleLane = nullptr;
    QAction *expandLanes = nullptr;
    QAction *collapseLanes = nullptr;
    QAction *lanesByActivity = nullptr; ///< Checkable, exclusive.
    QAction *lanesByDefinition = nullptr;
    QAction *utc = nullptr; ///< Checkable, exclusive with local.
    QAction *local = nullptr;
    QAction *themeSystem = nullptr; ///< Checkable, exclusive.
    QAction *themeLight = nullptr;
    QAction *themeDark = nullptr;
    QAction *languageSystem = nullptr; ///< Checkable, exclusive: from the next start on.
    QAction *languageEnglish = nullptr;
    QAction *languageGerman = nullptr;
    // Go
    QAction *commandPalette = nullptr;
    QAction *searchExecutions = nullptr;
    QAction *nextExecution = nullptr;
    QAction *previousExecution = nullptr;
    QAction *openInNewTab = nullptr;
    QAction *nextTab = nullptr;
    QAction *previousTab = nullptr;
    QAction *closeTab = nullptr;
    QAction *goToPlace = nullptr;
    QAction *nextGap = nullptr;
    QAction *previousGap = nullptr;
    QAction *nextFailure = nullptr;
    QAction *previousFailure = nullptr;
    QAction *nextOfStep = nullptr;
    QAction *previousOfStep = nullptr;
    QAction *toggleBookmark = nullptr;
    QAction *editBookmark = nullptr;
    QAction *nextBookmark = nullptr;
    QAction *previousBookmark = nullptr;
    // Execution
    QAction *refresh = nullptr;
    QAction *refreshExecutions = nullptr;
    QAction *follow = nullptr; ///< Checkable.
    QAction *verify = nullptr;
    QAction *syncAll = nullptr;
    QAction *cancelFetches = nullptr;
    QAction *showGraph = nullptr;
    QAction *compareWith = nullptr;
    QAction *showCompared = nullptr;
    QAction *copyExecutionId = nullptr;
    QAction *copyCurl = nullptr;
    // Reconcile
    QAction *reconcileDeliveries = nullptr;
    QAction *showFleet = nullptr;
    QAction *missedOnly = nullptr; ///< Checkable.
    QAction *nextMissed = nullptr;
    QAction *previousMissed = nullptr;
    QAction *explainVerdict = nullptr;
    QAction *exportMissed = nullptr;
    QAction *exportFindingsCsv = nullptr;
    QAction *exportFindingsNdjson = nullptr;
    QAction *exportFindingsHtml = nullptr;
    QAction *exportRecoveryPack = nullptr;
    QAction *replayMissed = nullptr;
    QAction *readLogsAgain = nullptr;
    QAction *forgetLogs = nullptr;
    QAction *saveCase = nullptr;
    // Help
    QAction *shortcuts = nullptr;
    QAction *helpGaps = nullptr;
    QAction *helpCoverage = nullptr;
    QAction *helpVerdicts = nullptr;
    QAction *helpFilters = nullptr;
    QAction *helpCommandLine = nullptr;
    QAction *about = nullptr;
    QAction *licence = nullptr;

    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }
    [[nodiscard]] QMenu *timeZoneMenu() const { return m_timeZoneMenu; }
    /// Its entries are the execution's; whoever knows them fills it.
    [[nodiscard]] QMenu *bookmarkMenu() const { return m_bookmarkMenu; }
    [[nodiscard]] QMenu *axisMenu() const { return m_axisMenu; }
    /// For actions of the page that is shown: they come to its end.
    [[nodiscard]] QMenu *executionMenu() const { return m_executionMenu; }
    [[nodiscard]] QMenu *editMenu() const { return m_editMenu; }
    [[nodiscard]] QMenu *savedViewsMenu() const { return m_savedViewsMenu; }
    [[nodiscard]] QMenu *viewMenu() const { return m_viewMenu; }
    [[nodiscard]] QMenu *goMenu() const { return m_goMenu; }
    /// Whose shortcut is a single letter: they are the page's, so that letters can be typed elsewhere.
    [[nodiscard]] QList<QAction *> pageActions() const;
    /// Exports of a comparison.
    [[nodiscard]] QMenu *findingsMenu() const { return m_findingsMenu; }
    [[nodiscard]] QMenu *reconcileMenu() const { return m_reconcileMenu; }
    /// Those that need a comparison, and those that need the open execution to be part of it.
    void setHasComparison(bool has, bool holdsOpenOne);
    /// Those that need an open execution.
    void setHasExecution(bool has);

private:
    void makeFile();
    void makeEdit();
    void makeView();
    void makeGo();
    void makeExecution();
    void makeReconcile();
    void makeHelp();
    QAction *makeForPage(const QString &text, const QKeySequence &shortcut);
    QAction *
    make(const QString &text, const char *icon = nullptr, const QKeySequence &shortcut = {});
    QAction *makeCheckable(const QString &text, const QKeySequence &shortcut = {});

    QMenu *m_exportMenu = nullptr;
    QMenu *m_timeZoneMenu = nullptr;
    QMenu *m_axisMenu = nullptr;
    QMenu *m_bookmarkMenu = nullptr;
    QMenu *m_executionMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_savedViewsMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_goMenu = nullptr;
    QMenu *m_reconcileMenu = nullptr;
    QMenu *m_findingsMenu = nullptr;
};

} // namespace Gapline
