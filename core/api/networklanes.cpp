// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/networklanes.h"

#include "core/domain/profile.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kConnectionsPerLane = 6;

} // namespace

NetworkLanes::NetworkLanes(const QUrl &server)
    : m_server(server)
{ }

NetworkLanes::~NetworkLanes() = default;

/// The first one with a connection to spare, so that few requests share few connections.
NetworkLanes::Lane &NetworkLanes::enter()
{
    const auto free = std::ranges::find_if(m_lanes, [](const std::unique_ptr<Lane> &lane) {
        return lane->running < kConnectionsPerLane;
    });
    Lane &lane = free != m_lanes.end() ? **free : added();
    lane.opened = std::max(lane.opened, ++lane.running);
    return lane;
}

void NetworkLanes::openAhead(int atOnce,
                             const QSslConfiguration &tls,
                             std::chrono::milliseconds deadline)
{
    // What QNetworkAccessManager::connectToHost() asks for. That function leaves HTTP/2 allowed without TLS, and the
    // manager keeps such connections apart from those that our requests take.
    QUrl ahead = m_server;
    ahead.setScheme(QLatin1String("preconnect-") + m_server.scheme());
    ahead.setPath({});
    QNetworkRequest request(ahead);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(tls);
    request.setTransferTimeout(int(deadline.count()));
    for (size_t i = 0; atOnce > 0; ++i, atOnce -= kConnectionsPerLane) {
        Lane &lane = i < m_lanes.size() ? *m_lanes[i] : added();
        for (; lane.opened < std::min(atOnce, kConnectionsPerLane); ++lane.opened)
            lane.manager.get(request);
    }
}

NetworkLanes::Lane &NetworkLanes::added()
{
    auto lane = std::make_unique<Lane>();
    lane->manager.setAutoDeleteReplies(false);
    lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_server))
        lane->manager.setProxy(QNetworkProxy::NoProxy);
    // Nobody waits for what opens a connection ahead.
    QObject::connect(
        &lane->manager, &QNetworkAccessManager::finished, &lane->manager, [](QNetworkReply *reply) {
            if (reply->operation() == QNetworkAccessManager::GetOperation)
                reply->deleteLater();
        });
    m_lanes.push_back(std::move(lane));
    return *m_lanes.back();
}

} // namespace Gapline
