// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/networklanes.h"

#include "core/domain/profile.h"

#include <QNetworkProxy>

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
    ++lane.running;
    return lane;
}

NetworkLanes::Lane &NetworkLanes::added()
{
    auto lane = std::make_unique<Lane>();
    lane->manager.setAutoDeleteReplies(false);
    lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_server))
        lane->manager.setProxy(QNetworkProxy::NoProxy);
    m_lanes.push_back(std::move(lane));
    return *m_lanes.back();
}

} // namespace Gapline
