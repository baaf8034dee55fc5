// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/following.h"

#include "core/base/whenfinished.h"
#include "core/domain/eventtype.h"
#include "core/sync/connection.h"
#include "core/sync/livetail.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace Gapline {

Following::Following(Workspace &workspace, CurrentConnection connection, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_connection(std::move(connection))
{
    connect(&workspace, &Workspace::currentViewChanged, this, &Following::watchView);
    connect(&workspace, &Workspace::connectionStateChanged, this, &Following::update);
}

Following::~Following()
{
    stop();
}

void Following::watchView()
{
    if (m_view)
        m_view->disconnect(this);
    m_view = m_workspace.currentView();
    if (m_view) {
        connect(m_view, &StreamView::streamChanged, this, &Following::update);
        connect(m_view, &StreamView::executionChanged, this, &Following::update);
    }
    update();
}

bool Following::isPossible() const
{
    if (!m_view || !m_view->isLoaded()
        || (m_view->execution() && m_view->execution()->isTerminal()))
        return false;
    return std::ranges::none_of(m_view->stream()->types().texts(), &endsExecution);
}

FollowState Following::state() const
{
    if (!m_isWanted || !m_view || (!m_tail && !isPossible()))
        return FollowState::Off;
    if (!m_tail || m_workspace.connectionState() == ConnectionState::NeedsCredentials)
        return FollowState::Paused;
    switch (m_tail->state()) {
    case TailState::Polling:
        return FollowState::Polling;
    case TailState::Waiting:
        return m_tail->trouble() ? FollowState::Paused : FollowState::Waiting;
    case TailState::Paused:
    case TailState::Halted:
        return FollowState::Paused;
    case TailState::Over:
        break;
    }
    return FollowState::Off;
}

QString Following::pauseReason() const
{
    if (state() != FollowState::Paused)
        return {};
    if (m_workspace.isOffline())
        return tr("offline");
    if (!m_tail)
        return tr("not connected");
    if (m_workspace.connectionState() == ConnectionState::NeedsCredentials)
        return tr("needs credentials");
    if (m_tail->trouble())
        return tr("the last poll failed");
    return tr("paused");
}

std::optional<std::chrono::milliseconds> Following::untilNextPoll() const
{
    return m_tail ? m_tail->untilNextPoll() : std::nullopt;
}

void Following::setWanted(bool isWanted)
{
    if (m_isWanted == isWanted)
        return;
    m_isWanted = isWanted;
    update();
}

void Following::retryNow()
{
    if (m_tail && m_tail->trouble())
        m_tail->resume();
}

/// Brings the tail in line with what is wanted, open and connected.
void Following::update()
{
    Connection *connection = m_connection();
    const bool isOther = m_tail && (!m_view || m_tail->executionId() != m_view->executionId());
    if (!m_isWanted || !connection || isOther)
        stop();
    // A tail that runs reads the overlap once more after the end is known, and then ends by itself.
    if (m_isWanted && connection && !m_tail && isPossible())
        start(*connection, m_view->executionId());
    emit changed();
}

void Following::start(Connection &connection, const ExecutionId &executionId)
{
    m_hasFailed = false;
    m_tail = connection.followStream(executionId);
    connect(m_tail, &LiveTail::stateChanged, this, &Following::noteState);
    connect(m_tail, &LiveTail::polled, this, &Following::notePoll);
    connect(m_tail, &LiveTail::alarmed, this, &Following::alarmed);
}

void Following::stop()
{
    if (!m_tail)
        return;
    m_tail->disconnect(this);
    m_tail->pause();
    m_tail->deleteLater();
    m_tail.clear();
}

void Following::notePoll(const SyncProgress &progress)
{
    if (m_tail->trouble()) {
        m_hasFailed = true;
        emit failed(*m_tail->trouble());
    } else if (std::exchange(m_hasFailed, false)) {
        emit recovered();
    }
    // What moved has changed statuses of steps too.
    if (progress.newEvents > 0)
        refreshExecution();
}

void Following::noteState()
{
    if (m_tail->state() == TailState::Over)
        refreshExecution();
    emit changed();
}

void Following::refreshExecution()
{
    Connection *connection = m_connection();
    if (!connection || !m_view || std::exchange(m_isRefreshing, true))
        return;
    const ExecutionId executionId = m_view->executionId();
    whenFinished(connection->fetchExecution(executionId))
        .then(this, [this, executionId](const Result<Execution> &execution) {
            m_isRefreshing = false;
            // Not worth a banner: the polls themselves tell of a fault.
            if (execution && m_view && m_view->executionId() == executionId)
                m_view->showExecution(*execution, m_view->definition());
        });
}

} // namespace Gapline
