// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace Gapline {

/// The connections to one server. A QNetworkAccessManager opens six at most to a host: as many managers, or *lanes*, as
/// there are requests at once. Thread: the owner's.
class NetworkLanes
{
public:
    struct Lane
    {
        QNetworkAccessManager manager;
        int running = 0; ///< Requests under way.
        int opened =
            0; ///< Connections, by what was asked of the manager: it does not tell when one is closed.
    };

    explicit NetworkLanes(const QUrl &server);
    ~NetworkLanes();
    Q_DISABLE_COPY_MOVE(NetworkLanes)

    /// A lane for one request more, until leave().
    [[nodiscard]] Lane &enter();
    static void leave(Lane &lane) { --lane.running; }

    /// Opens what connections are missing for so many requests at once, in the lanes that enter() will give, so that
    /// none of them waits for a handshake. No HTTP is sent. Says nothing when a connection cannot be had within
    /// `deadline`: the first request that needs it will.
    void openAhead(int atOnce, const QSslConfiguration &tls, std::chrono::milliseconds deadline);

private:
    Lane &added();

    QUrl m_server;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace Gapline
