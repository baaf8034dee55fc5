// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace Gapline::Test {

/// An HTTP server on loopback that answers every request with the next of its bodies, the last one for ever, and
/// keeps what was asked. Without a body it never answers.
class CannedServer : public QTcpServer
{
public:
    explicit CannedServer(const QByteArrayList &bodies = {}, int status = 200);

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; } ///< Bodies.

    std::function<void()> asked; ///< Called for each request.
    bool isSilent = false; ///< Keeps what is asked, and answers nothing.

private:
    void read(QTcpSocket *socket);

    QByteArrayList m_bodies;
    int m_status;
    QByteArrayList m_requests;
};

} // namespace Gapline::Test
