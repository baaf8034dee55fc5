// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/axisbutton.h"

#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/timeline/timelinewidget.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(AxisButton)
};

} // namespace

QToolButton *makeAxisButton(Actions &actions,
                            TimelineWidget &timeline,
                            WindowSettings &settings,
                            QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setMenu(actions.axisMenu());
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(Text::tr("What the timeline's axis measures (X)"));
    const auto show = [&actions, &timeline, button] {
        const bool isTime = timeline.axis() == AxisKind::Time;
        actions.timeAxis->setChecked(isTime);
        actions.shortenIdle->setChecked(timeline.idleTime() == IdleTime::Shortened);
        actions.shortenIdle->setEnabled(isTime);
        const bool isByDefinition = timeline.laneOrder() == LaneOrder::Definition;
        (isByDefinition ? actions.lanesByDefinition : actions.lanesByActivity)->setChecked(true);
        button->setText(isTime ? Text::tr("X axis: Time") : Text::tr("X axis: Seq"));
        button->setAccessibleName(button->text());
    };
    const auto choose = [&actions, &timeline] {
        timeline.setAxis(actions.timeAxis->isChecked() ? AxisKind::Time : AxisKind::Seq,
                         actions.shortenIdle->isChecked() ? IdleTime::Shortened : IdleTime::Full);
    };
    for (const QAction *action : {actions.timeAxis, actions.shortenIdle})
        QObject::connect(action, &QAction::triggered, button, choose);
    QObject::connect(actions.lanesByActivity, &QAction::triggered, button, [&timeline] {
        timeline.setLaneOrder(LaneOrder::FirstActivity);
    });
    QObject::connect(actions.lanesByDefinition, &QAction::triggered, button, [&timeline] {
        timeline.setLaneOrder(LaneOrder::Definition);
    });
    timeline.restoreState(settings.layout(QStringLiteral("timeline")));
    QObject::connect(
        &timeline, &TimelineWidget::stateChanged, button, [&timeline, &settings, show] {
            show();
            settings.setLayout(QStringLiteral("timeline"), timeline.saveState());
        });
    show();
    return button;
}

} // namespace Gapline
