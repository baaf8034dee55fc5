// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/latencyproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <deque>

namespace Gapline::Bench {
namespace {

/// Hands on what comes from one socket to another, later.
class DelayedPipe : public QObject
{
public:
    /// Every `before` becomes `after` on the way.
    DelayedPipe(QTcpSocket *from,
                QTcpSocket *to,
                std::chrono::milliseconds delay,
                const QByteArray &before = {},
                const QByteArray &after = {})
        : QObject(from)
        , m_to(to)
        , m_delay(delay)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &DelayedPipe::handOn);
        connect(from, &QTcpSocket::readyRead, this, [this, from, before, after] {
            QByteArray bytes = from->readAll();
            if (!before.isEmpty())
                bytes.replace(before, after);
            m_waiting.push_back({std::chrono::steady_clock::now() + m_delay, bytes});
            if (!m_timer.isActive())
                m_timer.start(m_delay);
        });
    }

private:
    void handOn()
    {
        using namespace std::chrono;
        const auto now = steady_clock::now();
        while (!m_waiting.empty() && m_waiting.front().first <= now) {
            m_to->write(m_waiting.front().second);
            m_waiting.pop_front();
        }
        if (!m_waiting.empty())
            m_timer.start(ceil<milliseconds>(m_waiting.front().first - now));
    }

    QTcpSocket *m_to;
    std::chrono::milliseconds m_delay;
    std::deque<std::pair<std::chrono::steady_clock::time_point, QByteArray>> m_waiting;
    QTimer m_timer;
};

} // namespace

class LatencyProxy::Listener : public QTcpServer
{
public:
    Listener(quint16 port, std::chrono::milliseconds delay)
    {
        setMaxPendingConnections(1000);
        connect(this, &QTcpServer::newConnection, this, [this, port, delay] {
            while (QTcpSocket *client = nextPendingConnection()) {
                auto *server = new QTcpSocket(client);
                for (QTcpSocket *socket : {client, server})
                    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                // The sandbox answers to its own name alone.
                new DelayedPipe(client, server, delay, nameOf(serverPort()), nameOf(port));
                new DelayedPipe(server, client, delay);
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
                server->connectToHost(QHostAddress::LocalHost, port);
            }
        });
        listen(QHostAddress::LocalHost);
    }

private:
    static QByteArray nameOf(quint16 port)
    {
        return "127.0.0.1:" + QByteArray::number(port) + "\r\n";
    }
};

LatencyProxy::LatencyProxy(const QString &url, std::chrono::milliseconds roundTrip)
{
    QUrl own(url);
    m_thread.start();
    QObject context;
    context.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &context,
        [&] {
            m_listener = new Listener(quint16(own.port()), roundTrip / 2);
            own.setPort(m_listener->serverPort());
        },
        Qt::BlockingQueuedConnection);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_url = own.toString();
}

LatencyProxy::~LatencyProxy()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Gapline::Bench
