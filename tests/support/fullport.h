// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <vector>

namespace Gapline::Test {

/// A port on 127.0.0.1 at which connecting hangs: somebody listens, never accepts, and the queue of those who wait is
/// full, so that the kernel drops what would begin another connection. As a host does that a firewall hides.
class FullPort
{
public:
    FullPort();
    ~FullPort();
    Q_DISABLE_COPY_MOVE(FullPort)

    /// "http://127.0.0.1:PORT/v2/"
    [[nodiscard]] QUrl baseUrl() const;

private:
    int m_listener = -1;
    int m_port = 0;
    std::vector<int> m_waiting;
};

} // namespace Gapline::Test
