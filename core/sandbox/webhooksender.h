// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/deliveryqueue.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

namespace Gapline {

/// The engine's side of the webhooks: posts what happens in the scenario from `from` on, and the retries under way
/// then, to `receiver`, signed, with the documented headers and schedule, on the scenario's clock. Lives on the
/// thread that made it.
class WebhookSender : public QObject
{
    Q_OBJECT

public:
    /// Both references must outlive the sender.
    WebhookSender(const Scenario &scenario,
                  const DeliverySimulation &deliveries,
                  EpochMs from,
                  const QUrl &receiver,
                  QObject *parent = nullptr);
    ~WebhookSender() override;

    void start();
    /// No attempt is under way, and none is due.
    [[nodiscard]] bool isIdle() const;
    /// When the next attempt is due; nothing when none is left.
    [[nodiscard]] std::optional<EpochMs> nextStart() const { return m_queue.nextStart(); }
    /// How long an answer is waited for on the clock: the documented timeout at the scenario's speed, but never
    /// less than loopback needs.
    [[nodiscard]] static std::chrono::milliseconds clockTimeout(const Scenario &scenario);

signals:
    /// An attempt came to its end; 0: without an answer.
    void attempted(int number, int httpStatus);

private:
    void sendDue();
    void send(const DeliveryAttempt &attempt);
    void wait();

    const Scenario &m_scenario;
    const DeliverySimulation &m_deliveries;
    DeliveryQueue m_queue;
    QUrl m_receiver;
    QTimer m_timer;
    int m_inFlight = 0;
};

} // namespace Gapline
