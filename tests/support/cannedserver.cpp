// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cannedserver.h"

#include <QTcpSocket>

namespace Gapline::Test {

CannedServer::CannedServer(const QByteArrayList &bodies, int status)
    : m_bodies(bodies)
    , m_status(status)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    });
}

QUrl CannedServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v2/").arg(serverPort()));
}

void CannedServer::read(QTcpSocket *socket)
{
    // One request at a time: a client that waits for its answer sends no other.
    const QByteArray received = socket->property("received").toByteArray() + socket->readAll();
    socket->setProperty("received", received);
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = received.first(headEnd).toLower();
    const qsizetype lengthAt = head.indexOf("content-length:");
    const qsizetype length = lengthAt < 0
        ? 0
        : head.sliced(lengthAt + 15).split('\r').constFirst().trimmed().toLongLong();
    if (received.size() < headEnd + 4 + length)
        return;
    socket->setProperty("received", QByteArray());
    m_requests << received.sliced(headEnd + 4, length);
    if (asked)
        asked();
    if (m_bodies.isEmpty() || isSilent)
        return;
    const QByteArray body = m_bodies.value(std::min(m_requests.size(), m_bodies.size()) - 1);
    socket->write("HTTP/1.1 " + QByteArray::number(m_status)
                  + " Status\r\ncontent-type: application/json\r\ncontent-length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace Gapline::Test
