// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/streamactions.h"

#include "ui/inspect/filterbar.h"
#include "ui/inspect/findbar.h"
#include "ui/inspect/inspectpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/gotodialog.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/workspace/streamjumps.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StreamActions)
};

QString nothingFurther(JumpTarget target, Direction direction)
{
    const bool isForward = direction == Direction::Forward;
    switch (target) {
    case JumpTarget::Event:
        return isForward ? Text::tr("No further event is shown")
                         : Text::tr("No earlier event is shown");
    case JumpTarget::Gap:
        return isForward ? Text::tr("No further gap") : Text::tr("No earlier gap");
    case JumpTarget::FailedEvent:
        return isForward ? Text::tr("No further failure is shown")
                         : Text::tr("No earlier failure is shown");
    case JumpTarget::MarkedSeq: // BookmarkCommands says it.
    case JumpTarget::SameStep:
        break;
    }
    return isForward ? Text::tr("No further event of this step is shown")
                     : Text::tr("No earlier event of this step is shown");
}

} // namespace

void connectStreamActions(Actions &actions,
                          Workspace &workspace,
                          InspectPage &page,
                          const std::function<void(const QString &)> &remark)
{
    const auto on = [&](QAction *action, auto act) {
        QObject::connect(action, &QAction::triggered, &page, [&workspace, act] {
            if (StreamView *view = workspace.currentView())
                act(*view);
        });
    };
    const auto jump = [&](QAction *action, JumpTarget target, Direction direction) {
        on(action, [target, direction, remark](StreamView &view) {
            if (!jumpTo(view, target, direction))
                remark(nothingFurther(target, direction));
        });
    };
    jump(actions.nextGap, JumpTarget::Gap, Direction::Forward);
    jump(actions.previousGap, JumpTarget::Gap, Direction::Back);
    jump(actions.nextFailure, JumpTarget::FailedEvent, Direction::Forward);
    jump(actions.previousFailure, JumpTarget::FailedEvent, Direction::Back);
    jump(actions.nextOfStep, JumpTarget::SameStep, Direction::Forward);
    jump(actions.previousOfStep, JumpTarget::SameStep, Direction::Back);
    on(actions.goToPlace, [&workspace, &page](StreamView &view) {
        auto *dialog = new GoToDialog(view, workspace.timeZone(), page.window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(actions.zoomToWhole, [&page](StreamView &) { page.timeline()->zoomToWhole(); });
    on(actions.toggleLane, [&page, remark](StreamView &) {
        if (!page.timeline()->toggleSelectedLane())
            remark(Text::tr("Select an event of a lane that has others below it"));
    });
    on(actions.expandLanes, [&page](StreamView &) { page.timeline()->setAllCollapsed(false); });
    on(actions.collapseLanes, [&page](StreamView &) { page.timeline()->setAllCollapsed(true); });
    on(actions.showCard, [&page, remark](StreamView &view) {
        if (!view.selection())
            remark(Text::tr("Nothing is selected"));
        page.timeline()->showCard();
    });
    on(actions.zoomToSelection, [&page, remark](StreamView &view) {
        if (!view.selection())
            remark(Text::tr("Nothing is selected"));
        page.timeline()->zoomToSelection();
    });
    on(actions.showOnlySelection, [&page, remark](StreamView &view) {
        if (!view.selection())
            remark(Text::tr("Nothing is selected"));
        page.filterBar()->showOnlySelection();
    });
    on(actions.editFilter, [&page](StreamView &) { page.filterBar()->focusLine(); });
    on(actions.find, [&page](StreamView &) { page.findBar()->open(); });
    on(actions.findNext, [&page](StreamView &) { page.findBar()->next(); });
    on(actions.findPrevious, [&page](StreamView &) { page.findBar()->previous(); });
    page.addActions(actions.pageActions());
}

} // namespace Gapline
