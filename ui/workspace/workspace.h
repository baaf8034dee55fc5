// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/domain/profile.h"
#include "core/domain/sandboxreceiver.h"
#include "core/sync/connection.h"
#include "ui/workspace/compareview.h"
#include "ui/workspace/exportjob.h"
#include "ui/workspace/fetchstate.h"
#include "ui/workspace/reconcileview.h"
#include "ui/workspace/replayview.h"
#include "ui/workspace/requestlog.h"
#include "ui/workspace/streamview.h"
#include "ui/workspace/viewstate.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace Gapline {

class Following;
class StreamVerify;

/// What the status bar says of the connection.
enum class ConnectionState
{
    Offline,
    Idle,
    Fetching,
    Waiting,
    NeedsCredentials,
    Failed
};

/// Which profile and executions are open; the only ui code that starts work. Lives on the UI thread.
/// The composition root gives it a way to make connections, so that ui never names the API.
class Workspace : public QObject
{
    Q_OBJECT

public:
    using MakeConnection =
        std::function<std::unique_ptr<Connection>(const Profile &, const Credentials &)>;

    Workspace(Cache &cache,
              const Clock &clock,
              MakeConnection makeConnection,
              QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] const Profile &profile() const;
    [[nodiscard]] bool isSandbox() const;
    /// The sandbox's own receiver and its log, at hand for an import; nothing elsewhere.
    [[nodiscard]] const std::optional<SandboxReceiver> &sandboxReceiver() const;
    /// No connection is ever opened, whatever credentials there are.
    [[nodiscard]] bool isOffline() const;
    [[nodiscard]] bool hasConnection() const;
    [[nodiscard]] ConnectionState connectionState() const;
    [[nodiscard]] const QList<CachedExecution> &
    executions() const; ///< From API and cache, newest first.
    /// The cache could not give them: that there are none says nothing.
    [[nodiscard]] bool areExecutionsUnreadable() const;
    /// The execution that is shown, of those that are open; null when none is.
    [[nodiscard]] StreamView *currentView() const;
    /// The open executions from left to right; each is open once.
    [[nodiscard]] QList<ExecutionId> tabs() const;
    [[nodiscard]] int currentTab() const; ///< -1 when none is open.
    /// What is looked at in it, or will be once it is loaded.
    [[nodiscard]] ViewState stateOfTab(int index) const;
    /// What the page keeps of it: axis, folding; empty at first.
    [[nodiscard]] QByteArray lookOfTab(int index) const;
    void setLookOfTab(int index, const QByteArray &look);
    /// The receiver's logs and what they tell; of the profile that is open.
    [[nodiscard]] ReconcileView &reconcile() const;
    /// Sending what it missed to the receiver again.
    [[nodiscard]] ReplayView &replay() const;
    /// Two executions side by side; see compare() below.
    [[nodiscard]] CompareView &comparing() const;
    [[nodiscard]] TimeZoneChoice timeZone() const;
    [[nodiscard]] QList<FetchState> fetches() const;
    /// How far the sync of all executions is, while one runs.
    [[nodiscard]] std::optional<FleetProgress> fleetProgress() const;
    /// What it does about one execution; of the last one, once it is over, only what failed.
    [[nodiscard]] std::optional<FleetState> fleetStateOf(const ExecutionId &executionId) const;
    /// Nothing without a connection.
    [[nodiscard]] std::optional<RequestBudget> budget() const;
    /// What has been asked of the API, and how it answered.
    [[nodiscard]] RequestLog &requests() const;
    [[nodiscard]] Following &following() const; ///< Live follow of what is open.
    /// The request that would fetch what is open from `sinceSeq`, as a curl command with placeholders for the
    /// secrets.
    [[nodiscard]] QString curlCommand(Seq sinceSeq) const;
    /// Starts writing what the open execution shows; null when none is open. The job belongs to the workspace,
    /// which deletes it after finished().
    /// A report says when it was written: now.
    ExportJob *startExport(ExportRequest request);
    /// Reads the open execution from 0 again and compares; null without one or without a connection. Deletes itself
    /// after finished(), or with the connection.
    StreamVerify *startVerify();

public slots:
    /// Leaves the present connection and uses another, with the profile's cache, which is opened when it is not
    /// yet. Nothing is open afterwards. Without `credentials` only the cache answers, until setCredentials().
    void connectTo(const Gapline::Profile &profile,
                   const std::optional<Gapline::Credentials> &credentials,
                   bool isSandbox = false);
    /// In place of a connection: what a case file holds, whatever its name. It is only ever read.
    void showCase(const QString &file);
    void setCredentials(const Gapline::Credentials &credentials);
    /// Holds until another connection is used.
    void setSandboxReceiver(const Gapline::SandboxReceiver &receiver);
    /// Shows what the cache has at once, then fetches what is new; in place of what is shown, or in the tab that has it.
    void open(const Gapline::ExecutionId &executionId);
    /// Beside what is shown.
    void openInNewTab(const Gapline::ExecutionId &executionId);
    /// Not shown, and not read before it is.
    void
    addTab(int index, const Gapline::ExecutionId &executionId, const Gapline::ViewState &state);
    /// As it was left: filter, zoom, selection, undo.
    void showTab(int index);
    /// Shows the one beside it when it was shown itself.
    void closeTab(int index);
    void moveTab(int from, int to);
    /// Shows in comparing() what the cache has of the two, then fetches what is new.
    void compare(const Gapline::ExecutionId &a, const Gapline::ExecutionId &b);
    void refresh();
    void refreshExecutions();
    /// Brings every execution that is new, running or changed into the cache.
    void syncAll();
    void cancelFleet();
    void setOffline(bool isOffline);
    /// Tries again what waits for its next attempt or has failed.
    void retryNow();
    /// Of one execution, or with an empty id of their list.
    void cancelFetch(const Gapline::ExecutionId &executionId);
    void cancelAll();
    void setTimeZone(Gapline::TimeZoneChoice zone);

signals:
    void profileChanged();
    void sandboxReceiverChanged();
    void connectionStateChanged();
    void executionsChanged();
    void currentViewChanged();
    void tabsChanged(); ///< Which executions are open, their order, or which one is shown.
    void timeZoneChanged();
    void fetchesChanged();
    void fleetChanged();
    void budgetChanged();
    void credentialsNeeded(const Gapline::Error &why);
    void retryScheduled(const Gapline::Error &why, std::chrono::milliseconds delay);
    void retryCleared();
    /// For the banner; the last error of a fetch, or cleared by the next success.
    void failed(const Gapline::Error &error);
    void
    noticed(const QString &message); ///< Facts worth a line, such as a cache that was set aside.
    void errorCleared();

private:
    void leave();
    void use(const Profile &profile, const std::optional<Credentials> &credentials, bool isSandbox);
    void openCache();
    void makeConnection();
    void dropConnection();
    void closeView();
    void showNewView();
    void watchView();
    void parkView();
    void fetchView();
    void fetchCompared(const ExecutionId &executionId);
    void fetchDefinition(const DefinitionId &definitionId);
    void finishFetch(const ExecutionId &executionId, const std::optional<Error> &error);
    void loadExecutions();
    void fail(const Error &error);
    void clearError();
    void clearRetry();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gapline
