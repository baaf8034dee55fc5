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

/// The log file of the sandbox's webhook receiver, as NDJSON: what it would have received before it was begun, worked
/// out from the simulated deliveries, and then what is posted to it.
class ReceiverLog
{
public:
    /// Writes the file anew, whole or not at all, with all that the simulation has delivered by `until`.
    /// Errors: FileUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<ReceiverLog>>
    begin(const QString &fileName, const DeliverySimulation &deliveries, EpochMs until);

    /// Rows written so far.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// Appends a request that was received at `at` and answered with `status`. Its body must be UTF-8.
    /// Errors: FileUnwritable.
    [[nodiscard]] Result<void> add(const ReceiverRequest &request, EpochMs at, int status);

private:
    explicit ReceiverLog(const QString &fileName);

    QFile m_file;
    qint64 m_rows = 0;
};

} // namespace Gapline
