// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/sync/syncprogress.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

namespace Gapline {

class Connection;
class LiveTail;
class StreamView;
class Workspace;

enum class FollowState
{
    Off,
    Polling,
    Waiting, ///< For the next poll.
    Paused, ///< Wanted, but something stands against it: pauseReason().
};

/// Live follow of the execution that a workspace has open. What the user wants stays: it goes on with the next running
/// execution, and when the connection is back. Lives on the UI thread.
class Following : public QObject
{
    Q_OBJECT

public:
    using CurrentConnection = std::function<Connection *()>;

    /// `workspace` must outlive it; `connection` gives null while there is none.
    Following(Workspace &workspace, CurrentConnection connection, QObject *parent = nullptr);
    ~Following() override;

    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    /// An execution is open that is not known to have ended.
    [[nodiscard]] bool isPossible() const;
    [[nodiscard]] FollowState state() const;
    [[nodiscard]] QString pauseReason() const; ///< A few words; empty unless paused.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextPoll() const;

public slots:
    void setWanted(bool isWanted);
    /// After trouble: polls at once.
    void retryNow();

signals:
    void changed();
    void failed(const Gapline::Error &error);
    /// The first good poll after failed().
    void recovered();
    /// The API says other than it had said; the polls go on.
    void alarmed(const Gapline::Error &alarm);

private:
    void watchView();
    void update();
    void start(Connection &connection, const ExecutionId &executionId);
    void stop();
    void notePoll(const SyncProgress &progress);
    void noteState();
    void refreshExecution();

    Workspace &m_workspace;
    CurrentConnection m_connection;
    QPointer<LiveTail> m_tail;
    QPointer<StreamView> m_view;
    bool m_isWanted = false;
    bool m_hasFailed = false;
    bool m_isRefreshing = false; ///< executions/get is under way.
};

} // namespace Gapline
