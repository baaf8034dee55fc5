// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/webhooksender.h"

#include "core/sandbox/scenario.h"
#include "core/sandbox/webhookpost.h"

#include <algorithm>

namespace Gapline {
namespace {

using namespace std::chrono_literals;

constexpr int kMostInFlight = 32;
/// At a high speed ten seconds are over before loopback has answered.
constexpr std::chrono::milliseconds kShortestTimeout = 100ms;
/// QTimer counts in an int, and a machine that slept is noticed.
constexpr std::chrono::milliseconds kLongestWait = 1h;

} // namespace

WebhookSender::WebhookSender(const Scenario &scenario,
                             const DeliverySimulation &deliveries,
                             EpochMs from,
                             const QUrl &receiver,
                             QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_deliveries(deliveries)
    , m_queue(scenario, deliveries, from)
    , m_receiver(receiver)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WebhookSender::sendDue);
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::start()
{
    wait();
}

bool WebhookSender::isIdle() const
{
    const auto next = m_queue.nextStart();
    return m_inFlight == 0 && (!next || *next > m_scenario.now());
}

std::chrono::milliseconds WebhookSender::clockTimeout(const Scenario &scenario)
{
    const double speed = scenario.speed();
    if (speed <= 0)
        return DeliverySimulation::timeout();
    const double length = double(DeliverySimulation::timeout().count()) / speed;
    return std::max(kShortestTimeout, std::chrono::milliseconds(qint64(length)));
}

void WebhookSender::sendDue()
{
    const int room = kMostInFlight - m_inFlight;
    for (const DeliveryAttempt &attempt : m_queue.takeDue(m_scenario.now(), room))
        send(attempt);
    wait();
}

void WebhookSender::send(const DeliveryAttempt &attempt)
{
    const ReceivedAttempt sent{m_scenario.now(), attempt.execution, attempt.seq, attempt.number, 0};
    const QByteArray body = m_deliveries.body(sent);
    const QByteArray headers = "x-velt-signature: " + m_deliveries.signature(sent, body)
        + "\r\nx-velt-event-id: " + m_deliveries.eventId(attempt.execution, attempt.seq)
        + "\r\nx-velt-attempt: " + QByteArray::number(attempt.number) + "\r\n";
    auto *post = new WebhookPost(m_receiver, headers, body, clockTimeout(m_scenario), this);
    ++m_inFlight;
    connect(post, &WebhookPost::finished, this, [this, post, attempt](int httpStatus) {
        post->deleteLater();
        --m_inFlight;
        if (httpStatus < 200 || httpStatus > 299)
            m_queue.addRetry(attempt, m_scenario.now());
        emit attempted(attempt.number, httpStatus);
        wait();
    });
    post->start();
}

void WebhookSender::wait()
{
    const auto next = m_queue.nextStart();
    if (!next || m_inFlight >= kMostInFlight)
        return;
    if (const auto length = m_scenario.clockTimeUntil(*next))
        m_timer.start(std::min(*length, kLongestWait));
}

} // namespace Gapline
