// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clicontext.h"
#include "core/sync/fleetsync.h"

#include <QObject>

#include <functional>
#include <map>

namespace Gapline {

class Connection;

/// Runs a fleet sync and hands out its outcomes in the order of the list. An interrupt cancels what runs. Main thread;
/// run() blocks in an event loop.
class FleetRun : public QObject
{
    Q_OBJECT

public:
    using Report = std::function<void(const SyncOutcome &outcome)>;

    FleetRun(Connection &connection, CliContext &context, const FleetOptions &options);

    /// Calls `report` once for each execution of the list. An outcome without listed executions and with an error is
    /// that of the list.
    FleetOutcome run(const Report &report);

private:
    void take(int index, const SyncOutcome &outcome);
    void showProgress(const FleetProgress &progress);

    Connection &m_connection;
    CliContext &m_context;
    FleetOptions m_options;
    Report m_report;
    int m_reported = 0;
    std::map<int, SyncOutcome> m_waiting; ///< Ended before one that stands earlier in the list.
};

} // namespace Gapline
