// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/livecontrols.h"

#include "ui/shell/actions.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/verifydialog.h"
#include "ui/workspace/following.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace Gapline {
namespace {

using namespace std::chrono_literals;

/// The state as a property that the style sheet gives a colour to; the words say it too.
const char *lookOf(FollowState state)
{
    switch (state) {
    case FollowState::Off:
        break;
    case FollowState::Polling:
    case FollowState::Waiting:
        return "on";
    case FollowState::Paused:
        return "paused";
    }
    return "off";
}

} // namespace

LiveControls::LiveControls(Workspace &workspace, Actions &actions, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_window(window)
{
    m_countdown.setInterval(500ms);
    connect(&m_countdown, &QTimer::timeout, this, [this] {
        if (m_status)
            m_status->setText(statusText());
    });
    Following &following = workspace.following();
    connect(actions.follow, &QAction::triggered, &following, &Following::setWanted);
    connect(actions.verify, &QAction::triggered, this, &LiveControls::verify);
    connect(&following, &Following::changed, this, &LiveControls::show);
    connect(&workspace, &Workspace::currentViewChanged, this, &LiveControls::applyEndChoice);
    for (QAction *choice : {actions.followEndIfShown, actions.followEndAlways, actions.keepPlace})
        connect(choice, &QAction::triggered, this, &LiveControls::applyEndChoice);
    show();
}

QToolButton *LiveControls::makeButton(QWidget *parent)
{
    m_button = new QToolButton(parent);
    m_button->setCheckable(true);
    m_button->setAccessibleDescription(m_actions.follow->toolTip());
    connect(m_button, &QToolButton::clicked, m_actions.follow, &QAction::trigger);
    show();
    return m_button;
}

QWidget *LiveControls::makeStatusLine(QWidget *parent)
{
    auto *line = new QWidget(parent);
    m_status = new ElidedLabel(line, Qt::AlignRight);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(8, 2, 12, 2);
    layout->addWidget(m_status);
    show();
    return line;
}

QString LiveControls::statusText() const
{
    const Following &following = m_workspace.following();
    switch (following.state()) {
    case FollowState::Off:
        return {};
    case FollowState::Polling:
        // The connection says beside it that it waits to try again: both are the same poll.
        return m_workspace.connectionState() == ConnectionState::Waiting
            ? tr("following · the poll is to be tried again")
            : tr("following · asking now");
    case FollowState::Waiting:
        return tr("following · next poll %1 s")
            .arg(std::chrono::ceil<std::chrono::seconds>(following.untilNextPoll().value_or(0ms))
                     .count());
    case FollowState::Paused:
        break;
    }
    const QString paused = tr("follow paused: %1").arg(following.pauseReason());
    const auto rest = following.untilNextPoll();
    return rest ? tr("%1 · next try %2 s")
                      .arg(paused)
                      .arg(std::chrono::ceil<std::chrono::seconds>(*rest).count())
                : paused;
}

void LiveControls::show()
{
    const Following &following = m_workspace.following();
    const FollowState state = following.state();
    const bool isOn = state != FollowState::Off;
    QAction *action = m_actions.follow;
    action->setEnabled(isOn || following.isPossible());
    action->setChecked(isOn);
    m_actions.verify->setEnabled(m_workspace.currentView() && m_workspace.hasConnection());
    if (isOn != m_countdown.isActive())
        isOn ? m_countdown.start() : m_countdown.stop();
    if (m_status)
        m_status->setText(statusText());
    if (!m_button)
        return;
    m_button->setEnabled(action->isEnabled());
    m_button->setChecked(isOn);
    const QString text = state == FollowState::Off ? tr("Follow")
        : state == FollowState::Paused             ? tr("◐ Follow paused")
                                                   : tr("● Following");
    m_button->setText(text);
    m_button->setAccessibleName(text);
    m_button->setToolTip(action->isEnabled() ? action->toolTip()
                                             : tr("Only a running execution can be followed"));
    if (m_button->property("follow").toString() != QLatin1String(lookOf(state))) {
        m_button->setProperty("follow", QString::fromLatin1(lookOf(state)));
        m_button->style()->unpolish(m_button);
        m_button->style()->polish(m_button);
    }
}

void LiveControls::verify()
{
    StreamVerify *running = m_workspace.startVerify();
    if (!running)
        return;
    auto *dialog =
        new VerifyDialog(running, m_workspace.currentView(), m_workspace.timeZone(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VerifyDialog::failed, this, &LiveControls::failed);
    connect(dialog, &VerifyDialog::noticed, this, &LiveControls::noticed);
    // Not modal: a difference is looked at in the window behind it.
    dialog->show();
}

void LiveControls::applyEndChoice()
{
    if (StreamView *view = m_workspace.currentView()) {
        view->setEndChoice(m_actions.followEndAlways->isChecked() ? EndChoice::AlwaysFollow
                               : m_actions.keepPlace->isChecked() ? EndChoice::KeepPlace
                                                                  : EndChoice::FollowIfShown);
    }
}

} // namespace Gapline
