// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sandbox/receiverlog.h"

#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace Gapline {

class Scenario;

/// The sandbox's webhook receiver: HTTP on a loopback port of its own, with the incidents of the simulation. During an
/// outage it does not listen, so that connections are refused; then it answers 500, or takes the event and
/// answers too late. Whatever reaches it is in its log. Lives on the thread that made it.
class WebhookReceiver : public QObject
{
    Q_OBJECT

public:
    /// An answer that is too late comes after `patience`. Both references must outlive the receiver.
    WebhookReceiver(const Scenario &scenario,
                    const DeliverySimulation &deliveries,
                    std::unique_ptr<ReceiverLog> log,
                    std::chrono::milliseconds patience,
                    QObject *parent = nullptr);
    ~WebhookReceiver() override;

    /// Errors: NetworkUnreachable.
    [[nodiscard]] Result<void> listen();
    /// "http://127.0.0.1:<port>/receiver"; only after listen().
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const ReceiverLog &log() const { return *m_log; }

    /// Listens or does not, as the incidents say now. Happens by itself when that changes.
    void followOutages();

private:
    class Peer;

    struct Answer
    {
        int status = 0;
        std::chrono::milliseconds delay{0};
    };
    /// Nothing during an outage.
    [[nodiscard]] std::optional<Answer> take(const ReceiverRequest &request);
    [[nodiscard]] bool isOurHost(const QByteArray &host) const;

    const Scenario &m_scenario;
    const DeliverySimulation &m_deliveries;
    std::unique_ptr<ReceiverLog> m_log;
    std::chrono::milliseconds m_patience;
    QTcpServer m_server;
    QTimer m_timer;
    quint16 m_port = 0;
};

} // namespace Gapline
