// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/webhookpost.h"

#include <QHostAddress>

namespace Gapline {

WebhookPost::WebhookPost(const QUrl &url,
                         const QByteArray &headers,
                         const QByteArray &body,
                         std::chrono::milliseconds timeout,
                         QObject *parent)
    : QObject(parent)
    , m_url(url)
{
    m_request = "POST " + url.path(QUrl::FullyEncoded).toLatin1()
        + " HTTP/1.1\r\nHost: " + url.host().toLatin1() + ':' + QByteArray::number(url.port())
        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(0); });
    connect(&m_socket, &QTcpSocket::connected, this, [this] { m_socket.write(m_request); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &WebhookPost::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { finish(0); });
}

void WebhookPost::start()
{
    m_timer.start();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.connectToHost(QHostAddress(m_url.host()), quint16(m_url.port()));
}

void WebhookPost::read()
{
    constexpr qsizetype kStatusLine = 12; // "HTTP/1.1 204"
    m_answer += m_socket.readAll();
    if (m_answer.size() < kStatusLine)
        return;
    finish(m_answer.startsWith("HTTP/1.") ? m_answer.mid(9, 3).toInt() : 0);
}

void WebhookPost::finish(int httpStatus)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_timer.stop();
    m_socket.abort();
    emit finished(httpStatus);
}

} // namespace Gapline
