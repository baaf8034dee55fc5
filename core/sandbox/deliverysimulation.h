// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace Gapline {

class Scenario;

/// What goes wrong between the engine and the receiver of its webhooks.
struct DeliveryIncident
{
    enum class Kind : quint8
    {
        Outage, ///< The receiver refuses connections: nothing reaches its log.
        ServerError, ///< It answers 500.
        Slow, ///< It takes the event, but answers after the timeout, so that the event comes again.
        SecretRotated, ///< From here on the engine signs with the second secret.
        SubscriptionLost, ///< The definition has sent nothing since a version.
    };

    Kind kind;
    EpochMs from{}; ///< Of a window; both ends are unused by SubscriptionLost.
    EpochMs to{}; ///< First moment that is no longer in the window.
    QByteArray definitionId{}; ///< SubscriptionLost only.
    int definitionVersion = 0; ///< The first without deliveries.
};

/// One attempt that reached the receiver.
struct ReceivedAttempt
{
    EpochMs receivedAt;
    quint32 execution; ///< Index in Scenario::executions().
    Seq seq;
    int attempt; ///< 0-based.
    int status; ///< What the receiver answered.
};

/// One attempt to deliver one event, at the moment when the engine makes it.
struct DeliveryAttempt
{
    EpochMs start;
    quint32 execution; ///< Index in Scenario::executions().
    Seq seq;
    int number; ///< 0-based.
};

/// Webhook deliveries of a scenario under the documented direct schedule (api-contract.md, "Webhooks"): attempts
/// follow the failure of the one before by 2 s, 8 s, 32 s, 2 min and 8 min, and an answer later than 10 s is a
/// failure. Pure: the same scenario and incidents give the same attempts. Nothing is sent anywhere: WebhookSender
/// posts what happens while the sandbox runs.
class DeliverySimulation
{
public:
    /// With usualIncidents(). `scenario` must outlive this.
    explicit DeliverySimulation(const Scenario &scenario);
    DeliverySimulation(const Scenario &scenario, std::vector<DeliveryIncident> incidents);

    /// The incidents that suit the scenario, all before its start: a 53-minute outage that begins in the middle of the
    /// showcase, 7 minutes of status 500, 12 slow minutes, a rotated secret, and contract-review without deliveries
    /// from version 3 on.
    [[nodiscard]] static std::vector<DeliveryIncident> usualIncidents(const Scenario &scenario);
    [[nodiscard]] const std::vector<DeliveryIncident> &incidents() const { return m_incidents; }
    /// The secrets in force before and after the rotation.
    [[nodiscard]] static QByteArray firstSecret();
    [[nodiscard]] static QByteArray secondSecret();

    /// How long the engine waits for an answer.
    [[nodiscard]] static std::chrono::milliseconds timeout();
    /// From the failure of this attempt to the start of the next; nothing after the last.
    [[nodiscard]] static std::optional<std::chrono::milliseconds> delayAfter(int attempt);

    [[nodiscard]] bool isHitBy(DeliveryIncident::Kind kind, EpochMs at) const;
    /// False for an execution that sends no webhooks.
    [[nodiscard]] bool isSubscribed(quint32 execution) const;
    /// The attempts to deliver one event that happened at `at`, those of the future included; none that was refused.
    [[nodiscard]] std::vector<ReceivedAttempt>
    attemptsOf(quint32 execution, Seq seq, EpochMs at) const;
    /// All attempts that reached the receiver after `after` and not after `until`, in the order in which they came.
    /// `until` must not lie beyond the scenario's now.
    [[nodiscard]] std::vector<ReceivedAttempt> received(EpochMs after, EpochMs until) const;
    /// All of them up to the scenario's now.
    [[nodiscard]] std::vector<ReceivedAttempt> received() const;
    /// The attempt that comes next, of each event that happened by `at` and has neither been taken by then nor given up.
    [[nodiscard]] std::vector<DeliveryAttempt> underWay(EpochMs at) const;
    /// The body of the event's webhook, byte for byte what is signed.
    [[nodiscard]] QByteArray body(const ReceivedAttempt &attempt) const;
    /// "sha256=<hex>" of the body under the secret in force then.
    [[nodiscard]] QByteArray signature(const ReceivedAttempt &attempt,
                                       const QByteArray &body) const;
    /// The receiver's own log record of the attempt: one line of NDJSON, without its line feed.
    [[nodiscard]] QByteArray logLine(const ReceivedAttempt &attempt) const;
    /// "evt_..." of the event.
    [[nodiscard]] QByteArray eventId(quint32 execution, Seq seq) const;

private:
    struct SimulatedAttempt;
    [[nodiscard]] std::vector<SimulatedAttempt>
    simulate(quint32 execution, Seq seq, EpochMs at) const;

    const Scenario &m_scenario;
    std::vector<ExecutionId> m_executions;
    std::vector<DeliveryIncident> m_incidents;
};

} // namespace Gapline
