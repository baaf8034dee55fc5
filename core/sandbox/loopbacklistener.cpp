// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/loopbacklistener.h"

#include "core/sandbox/sandboxapi.h"

#include <QTcpSocket>

namespace Gapline {
namespace {

constexpr qint64 kHeaderAllowance = 64 * 1024;
/// A client that goes on sending after its 413 is cut off here.
constexpr qint64 kPatience = 64 * 1024 * 1024;

QByteArray tooLarge()
{
    const QByteArray body = refusal(413, "INVALID_ARGUMENT", "The body is larger than 1 MiB").body;
    return "HTTP/1.1 413 Payload Too Large\r\nContent-Type: application/json\r\nConnection: "
           "close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Counts what one connection has sent since it was last answered.
class RequestMeter final : public QObject
{
public:
    explicit RequestMeter(QTcpSocket *socket)
        : QObject(socket)
    {
        // Connected before the HTTP server is, so that bytes are counted before they are taken.
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { count(socket); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] {
            if (!m_isRefused)
                m_received = 0;
        });
    }

private:
    void count(QTcpSocket *socket)
    {
        m_received += socket->bytesAvailable();
        if (!m_isRefused && m_received > kBodyLimit + kHeaderAllowance) {
            m_isRefused = true;
            socket->write(tooLarge());
            socket->flush();
        }
        if (m_isRefused) {
            socket->skip(socket->bytesAvailable());
            if (m_received > kPatience)
                socket->abort();
        }
    }

    qint64 m_received = 0;
    bool m_isRefused = false;
};

} // namespace

void LoopbackListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new RequestMeter(socket);
    addPendingConnection(socket);
}

} // namespace Gapline
