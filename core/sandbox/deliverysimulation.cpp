// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/deliverysimulation.h"

#include "core/domain/timetext.h"
#include "core/sandbox/dice.h"
#include "core/sandbox/history.h"
#include "core/sandbox/jsontext.h"
#include "core/sandbox/scenario.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <tuple>

namespace Gapline {
namespace {

using namespace std::chrono_literals;
using Kind = DeliveryIncident::Kind;

/// From the failure of one attempt to the start of the next.
constexpr std::chrono::milliseconds kDelays[] = {2s, 8s, 32s, 2min, 8min};
constexpr int kMostAttempts = 1 + int(std::size(kDelays));
constexpr std::chrono::milliseconds kTimeout = 10s;
/// No attempt reaches the receiver later than this after its event: the delays, the timeouts, and the way.
constexpr std::chrono::milliseconds kLongestDelivery = 642s + kMostAttempts * kTimeout + 1s;
/// The showcase's seq 15 is past by then, and 17 is not.
constexpr std::chrono::milliseconds kShowcaseBreak = 280s;

} // namespace

std::vector<DeliveryIncident> DeliverySimulation::usualIncidents(const Scenario &scenario)
{
    if (scenario.showcase().isEmpty())
        return {};
    const QByteArray showcase = scenario.showcase().text().toUtf8();
    const EpochMs base = fromEpochMs(scenario.identity(showcase).startedAt);
    return {
        {Kind::Outage, base + kShowcaseBreak, base + kShowcaseBreak + 53min},
        {Kind::ServerError, base - 60min, base - 53min},
        {Kind::Slow, base - 110min, base - 98min},
        {Kind::SecretRotated, base - 30min, EpochMs::max()},
        {Kind::SubscriptionLost, {}, {}, "contract-review", 3},
    };
}

/// One attempt and what becomes of it.
struct DeliverySimulation::SimulatedAttempt
{
    EpochMs start;
    std::optional<EpochMs> receivedAt; ///< Nothing: refused.
    int status = 0;
};

DeliverySimulation::DeliverySimulation(const Scenario &scenario)
    : DeliverySimulation(scenario, usualIncidents(scenario))
{ }

DeliverySimulation::DeliverySimulation(const Scenario &scenario,
                                       std::vector<DeliveryIncident> incidents)
    : m_scenario(scenario)
    , m_executions(scenario.executions())
    , m_incidents(std::move(incidents))
{ }

QByteArray DeliverySimulation::firstSecret()
{
    return "whsec_sandbox_first";
}

QByteArray DeliverySimulation::secondSecret()
{
    return "whsec_sandbox_second";
}

std::chrono::milliseconds DeliverySimulation::timeout()
{
    return kTimeout;
}

std::optional<std::chrono::milliseconds> DeliverySimulation::delayAfter(int attempt)
{
    if (attempt + 1 >= kMostAttempts)
        return std::nullopt;
    return kDelays[attempt];
}

std::vector<ReceivedAttempt> DeliverySimulation::received() const
{
    return received({}, m_scenario.now());
}

std::vector<ReceivedAttempt> DeliverySimulation::received(EpochMs after, EpochMs until) const
{
    std::vector<ReceivedAttempt> attempts;
    for (std::size_t i = 0; i < m_executions.size(); ++i) {
        const QByteArray id = m_executions[i].text().toUtf8();
        if (!isSubscribed(quint32(i)))
            continue;
        const History &history = m_scenario.history(id);
        // Backwards from the newest event, to the first whose last attempt was long before.
        for (qint64 n = history.externalUpTo(history.lastSeq(toEpochMs(until))); n > 0; --n) {
            const Seq seq = history.externalAt(n);
            const EpochMs at = fromEpochMs(history.timeAt(seq));
            if (at + kLongestDelivery <= after)
                break;
            for (const ReceivedAttempt &attempt : attemptsOf(quint32(i), seq, at)) {
                if (attempt.receivedAt > after && attempt.receivedAt <= until)
                    attempts.push_back(attempt);
            }
        }
    }
    std::ranges::sort(attempts, {}, [](const ReceivedAttempt &a) {
        return std::tuple(a.receivedAt, a.execution, a.seq);
    });
    return attempts;
}

std::vector<DeliverySimulation::SimulatedAttempt>
DeliverySimulation::simulate(quint32 execution, Seq seq, EpochMs at) const
{
    std::vector<SimulatedAttempt> attempts;
    Dice dice(mixed(execution, quint64(seq.value)));
    EpochMs start = at;
    for (int number = 0;; ++number) {
        const std::chrono::milliseconds travel(dice.between(8, 420));
        EpochMs failed = start;
        SimulatedAttempt attempt{start, {}, 0};
        bool isTaken = false;
        if (!isHitBy(Kind::Outage, start)) {
            const bool isError = isHitBy(Kind::ServerError, start);
            const bool isSlow = isHitBy(Kind::Slow, start);
            attempt.receivedAt = start + travel;
            attempt.status = isError ? 500 : 200;
            isTaken = !isError && !isSlow;
            failed = isError ? start + travel : start + kTimeout;
        }
        attempts.push_back(attempt);
        const auto delay = delayAfter(number);
        if (isTaken || !delay)
            return attempts;
        start = failed + *delay;
    }
}

std::vector<ReceivedAttempt>
DeliverySimulation::attemptsOf(quint32 execution, Seq seq, EpochMs at) const
{
    std::vector<ReceivedAttempt> received;
    int number = 0;
    for (const SimulatedAttempt &attempt : simulate(execution, seq, at)) {
        if (attempt.receivedAt)
            received.push_back({*attempt.receivedAt, execution, seq, number, attempt.status});
        ++number;
    }
    return received;
}

std::vector<DeliveryAttempt> DeliverySimulation::underWay(EpochMs at) const
{
    std::vector<DeliveryAttempt> next;
    for (quint32 i = 0; i < m_executions.size(); ++i) {
        if (!isSubscribed(i))
            continue;
        const History &history = m_scenario.history(m_executions[i].text().toUtf8());
        for (qint64 n = history.externalUpTo(history.lastSeq(toEpochMs(at))); n > 0; --n) {
            const Seq seq = history.externalAt(n);
            const EpochMs happened = fromEpochMs(history.timeAt(seq));
            if (happened + kLongestDelivery <= at)
                break;
            const std::vector<SimulatedAttempt> attempts = simulate(i, seq, happened);
            // What has not arrived by then was not made, but a refusal was met at once.
            const auto later = std::ranges::find_if(attempts, [at](const SimulatedAttempt &a) {
                return a.receivedAt.value_or(a.start) > at;
            });
            if (later != attempts.end())
                next.push_back({later->start, i, seq, int(later - attempts.begin())});
        }
    }
    return next;
}

QByteArray DeliverySimulation::body(const ReceivedAttempt &attempt) const
{
    const QByteArray id = m_executions[attempt.execution].text().toUtf8();
    const ExecutionIdentity &identity = m_scenario.identity(id);
    const EventParts event = m_scenario.history(id).partsAt(attempt.seq);
    QByteArray out = "{\"event\":\"";
    out += event.type;
    out += "\",\"executionId\":";
    appendJsonString(out, identity.executionId);
    out += ",\"definitionId\":";
    appendJsonString(out, identity.definitionId);
    out += ",\"stepId\":";
    out += event.stepId;
    if (event.type == "step.awaiting-approval")
        out += ",\"status\":\"waiting\"";
    out += ",\"seq\":";
    appendNumber(out, attempt.seq.value);
    out += ",\"timestamp\":\"" + isoTime(fromEpochMs(event.timestamp)).toLatin1()
        + "\",\"correlationId\":";
    appendJsonString(out, identity.correlationId);
    return out + event.tail + '}';
}

QByteArray DeliverySimulation::signature(const ReceivedAttempt &attempt,
                                         const QByteArray &body) const
{
    // Signed when it is sent; the rotation is far from exact to the travel time.
    const QByteArray secret =
        isHitBy(Kind::SecretRotated, attempt.receivedAt) ? secondSecret() : firstSecret();
    return "sha256="
        + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

QByteArray DeliverySimulation::logLine(const ReceivedAttempt &attempt) const
{
    const QByteArray raw = body(attempt);
    QByteArray out =
        "{\"receivedAt\":\"" + isoTime(attempt.receivedAt).toLatin1() + "\",\"status\":";
    appendNumber(out, attempt.status);
    out += ",\"attempt\":";
    appendNumber(out, attempt.attempt);
    out += ",\"eventId\":\"" + eventId(attempt.execution, attempt.seq)
        + "\",\"x-velt-signature\":\"" + signature(attempt, raw) + "\",\"rawBody\":";
    appendJsonString(out, raw);
    return out + '}';
}

bool DeliverySimulation::isHitBy(Kind kind, EpochMs at) const
{
    return std::ranges::any_of(m_incidents, [=](const DeliveryIncident &incident) {
        return incident.kind == kind && incident.from <= at && at < incident.to;
    });
}

bool DeliverySimulation::isSubscribed(quint32 execution) const
{
    const ExecutionIdentity &identity =
        m_scenario.identity(m_executions[execution].text().toUtf8());
    return std::ranges::none_of(m_incidents, [&](const DeliveryIncident &incident) {
        return incident.kind == Kind::SubscriptionLost
            && incident.definitionId == identity.definitionId
            && incident.definitionVersion <= identity.definitionVersion;
    });
}

QByteArray DeliverySimulation::eventId(quint32 execution, Seq seq) const
{
    return m_scenario.history(m_executions[execution].text().toUtf8()).partsAt(seq).eventId;
}

} // namespace Gapline
