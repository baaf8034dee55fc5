// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clicontext.h"
#include "core/sync/connection.h"

#include <QObject>

#include <functional>
#include <map>

namespace Gapline {

struct SyncRequest
{
    QList<ExecutionId> executionIds; ///< Each once.
    int pageSize = 500;
    std::optional<Seq> since;
    bool verifies = false; ///< Reads from 0 beside the cache instead, and reports the differences.
};

/// Brings several executions into the cache, a few at a time, and hands out their outcomes in the order of the
/// request. An interrupt cancels what runs; a refusal of the credentials ends everything, since the other
/// requests would only wait. Main thread; run() blocks in an event loop.
class SyncBatch : public QObject
{
    Q_OBJECT

public:
    using Report = std::function<void(const SyncOutcome &outcome)>;

    SyncBatch(Connection &connection, CliContext &context, SyncRequest request);

    /// Calls `report` once for each execution.
    void run(const Report &report);

private:
    void startMore();
    StreamSync *start(qsizetype index);
    void startVerify(qsizetype index);
    void end(qsizetype index, SyncOutcome outcome);
    void stopAll(const Error &why);
    void take(qsizetype index, SyncOutcome outcome);
    void showProgress(const SyncProgress &progress);

    Connection &m_connection;
    CliContext &m_context;
    SyncRequest m_request;
    qsizetype m_next = 0; ///< The next to start.
    qsizetype m_running = 0;
    qsizetype m_reported = 0;
    std::map<qsizetype, SyncOutcome> m_waiting; ///< Ended before one that was asked for earlier.
    std::optional<Error> m_stop; ///< Why nothing more is started.
    Report m_report;

signals:
    void stopRequested();
    void allEnded();
};

/// Before what is said of one execution when it is one of several; empty when it is the only one.
[[nodiscard]] QString nameAmong(qsizetype executions, const ExecutionId &executionId);

/// The outcome's violations, but for the one that its error will tell. `name`: nameAmong().
void warnOf(Console &console, const SyncOutcome &outcome, const QString &name = {});

} // namespace Gapline
