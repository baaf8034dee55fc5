// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

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
    };

    explicit NetworkLanes(const QUrl &server);
    ~NetworkLanes();
    Q_DISABLE_COPY_MOVE(NetworkLanes)

    /// A lane for one request more, until leave().
    [[nodiscard]] Lane &enter();
    static void leave(Lane &lane) { --lane.running; }

private:
    Lane &added();

    QUrl m_server;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace Gapline
