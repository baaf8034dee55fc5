// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace Gapline {

/// Largest request body that the sandbox reads.
inline constexpr qint64 kBodyLimit = 1024 * 1024;

/// Accepts connections for an HTTP server that neither limits a body nor turns Nagle's algorithm off. A request
/// larger than kBodyLimit (and what its headers take) is answered with 413 while it still comes in, and never
/// gathered in memory.
class LoopbackListener final : public QTcpServer
{
    Q_OBJECT

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace Gapline
