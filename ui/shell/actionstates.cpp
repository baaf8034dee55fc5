// SPDX-License-Identifier: GPL-3.0-or-later
// Which actions can be used while an execution is open, or a comparison there.
#include "ui/shell/actions.h"

#include <QAction>
#include <QMenu>

namespace Gapline {

void Actions::setHasComparison(bool has, bool holdsOpenOne)
{
    for (QAction *action : {showFleet,
                            exportMissed,
                            exportFindingsCsv,
                            exportFindingsNdjson,
                            exportFindingsHtml,
                            exportRecoveryPack})
        action->setEnabled(has);
    for (QAction *action : {missedOnly, nextMissed, previousMissed, explainVerdict})
        action->setEnabled(holdsOpenOne);
    if (m_findingsMenu)
        m_findingsMenu->setEnabled(has);
}

void Actions::setHasExecution(bool has)
{
    for (QAction *action :
         {exportCsv,      exportNdjson,   zoomToWhole,   zoomToSelection,   showCard,
          toggleLane,     expandLanes,    collapseLanes, showOnlySelection, goToPlace,
          nextGap,        previousGap,    nextFailure,   previousFailure,   nextOfStep,
          previousOfStep, showGapRows,    editFilter,    clearFilter,       copyExecutionId,
          copyCurl,       find,           findNext,      findPrevious,      copyLink,
          saveView,       toggleBookmark, editBookmark,  nextBookmark,      previousBookmark,
          exportTimeline, exportReport,   print,         compareWith,       closeTab,
          showGraph})
        action->setEnabled(has);
    if (m_exportMenu)
        m_exportMenu->setEnabled(has);
}

} // namespace Gapline
