// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <chrono>

namespace Gapline::Bench {

/// Stands before a server on loopback and lets every byte wait for half of a round trip in each direction. In a thread
/// of its own.
class LatencyProxy
{
public:
    LatencyProxy(const QString &url, std::chrono::milliseconds roundTrip);
    ~LatencyProxy();
    Q_DISABLE_COPY_MOVE(LatencyProxy)

    [[nodiscard]] QString url() const { return m_url; }

private:
    class Listener;

    QThread m_thread;
    Listener *m_listener = nullptr;
    QString m_url;
};

} // namespace Gapline::Bench
