// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/wording.h"
#include "core/reconcile/receivertimeline.h"

#include <QString>

#include <optional>
#include <vector>

namespace Gapline {

/// Why deliveries are missing that no outage explains.
struct Cause
{
    enum class Kind : quint8
    {
        TypeNeverDelivered, ///< Subscription: the type is not in eventTypes.
        VersionWithoutDeliveries, ///< A get–edit–update of the definition dropped its webhookConfig.
        ExecutionWithoutDeliveries, ///< Dispatched with a webhook of its own.
        SignaturesInvalid, ///< The secret was rotated.
    };
    Kind kind = Kind::TypeNeverDelivered;
    QString subject; ///< The type, definition id or execution id; empty for signatures.
    std::optional<qint64> fromVersion{}; ///< VersionWithoutDeliveries.
    std::optional<EpochMs> from{}; ///< First event, or first row, that shows it.
    qint64 count = 0; ///< Events missed, or rows with an invalid signature.
    qint64 executions = 0; ///< VersionWithoutDeliveries: of these versions.
    bool hasEarlierDeliveries = false; ///< VersionWithoutDeliveries: versions before had some.
    std::optional<EpochMs> lastValid{}; ///< SignaturesInvalid: when the last valid one came.
};

/// "type-never-delivered", "version-without-deliveries", "execution-without-deliveries", "signatures-invalid".
[[nodiscard]] QLatin1String causeName(Cause::Kind kind);
/// What the cause rests on. Plain text.
[[nodiscard]] QString evidenceInWords(const Cause &cause, Wording wording = Wording::English);

/// Patterns over the fleet that are not a time window. Each rests on events that were missed while the receiver
/// provably took others (TimedEvent::isStray), so that an outage is never taken for a cause.
[[nodiscard]] std::vector<Cause> findCauses(const std::vector<TimedEvent> &timeline,
                                            const ReconcileInput &input,
                                            const Reconciliation &result);

} // namespace Gapline
