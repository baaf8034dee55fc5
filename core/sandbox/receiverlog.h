// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sandbox/deliverysimulation.h"

#include <QFile>

#include <memory>

namespace Gapline {

/// One POST that somebody sent to the sandbox's receiver.
struct ReceiverRequest
{
    QByteArray eventId; ///< x-velt-event-id; empty: absent.
    QByteArray attempt; ///< x-velt-attempt; empty: absent.
    QByteArray signature; ///< x-velt-signature; empty: absent.
    QByteArray replay; ///< x-gapline-replay; empty: absent.
    QByteArray body;
};

/// The log file of the sandbox's webhook receiver, as NDJSON: what it has received of the simulated deliveries, and
/// what is posted to it. It grows with the engine's time.
class ReceiverLog
{
public:
    /// Writes the file anew, whole or not at all, with all that was received by now. `scenario` must outlive the log.
    /// Errors: FileUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<ReceiverLog>> begin(const QString &fileName,
                                                                    const Scenario &scenario);

    /// Rows written so far.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// Appends what the engine has delivered since the last call. Errors: FileUnwritable.
    [[nodiscard]] Result<void> advance();
    /// Logs a request and gives the HTTP status to answer: 204, or 400 for a body that is no UTF-8.
    /// Errors: FileUnwritable.
    [[nodiscard]] Result<int> receive(const ReceiverRequest &request);

private:
    ReceiverLog(const QString &fileName, const Scenario &scenario);
    [[nodiscard]] Result<void> append(const QByteArray &lines);

    const Scenario &m_scenario;
    DeliverySimulation m_deliveries;
    QFile m_file;
    EpochMs m_until; ///< Deliveries up to here are in the file.
    qint64 m_rows = 0;
};

} // namespace Gapline
