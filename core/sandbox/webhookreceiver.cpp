// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/webhookreceiver.h"

#include "core/base/log.h"
#include "core/sandbox/loopbacklistener.h"
#include "core/sandbox/scenario.h"

#include <QTcpSocket>

#include <algorithm>

namespace Gapline {
namespace {

using Kind = DeliveryIncident::Kind;

constexpr char kPath[] = "/receiver";
constexpr qsizetype kHeadLimit = 64 * 1024;

QByteArray answerText(int status)
{
    // No body, whatever the status: what counts is the number.
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " -\r\n";
    if (status != 204)
        text += "Content-Length: 0\r\n";
    return text + "\r\n";
}

/// The value of a header, or nothing; names are matched without regard to case.
QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

/// One connection. Owned by its socket.
class WebhookReceiver::Peer final : public QObject
{
public:
    Peer(QTcpSocket *socket, WebhookReceiver &receiver)
        : QObject(socket)
        , m_socket(*socket)
        , m_receiver(receiver)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_bytes += m_socket.readAll();
        while (!m_isAnswering) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0) {
                if (m_bytes.size() > kHeadLimit)
                    refuse(431);
                return;
            }
            const QByteArray head = m_bytes.first(end);
            bool isNumber = false;
            const qint64 length = headerOf(head, "content-length").toLongLong(&isNumber);
            if (!isNumber || length < 0)
                return refuse(411);
            if (length > kBodyLimit)
                return refuse(413);
            if (m_bytes.size() < end + 4 + length)
                return;
            const QByteArray body = m_bytes.mid(end + 4, length);
            m_bytes.remove(0, end + 4 + length);
            answer(head, body);
        }
    }

    void answer(const QByteArray &head, const QByteArray &body)
    {
        const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
        if (!m_receiver.isOurHost(headerOf(head, "host")))
            return write(403);
        if (words.value(1) != kPath)
            return write(404);
        if (words.value(0) != "POST")
            return write(405);
        if (QString::fromUtf8(body).toUtf8() != body)
            return write(400);
        const std::optional<Answer> answer = m_receiver.take({headerOf(head, "x-velt-event-id"),
                                                              headerOf(head, "x-velt-attempt"),
                                                              headerOf(head, "x-velt-signature"),
                                                              headerOf(head, "x-gapline-replay"),
                                                              body});
        if (!answer)
            return m_socket.abort();
        if (answer->delay.count() == 0)
            return write(answer->status);
        m_isAnswering = true;
        QTimer::singleShot(answer->delay, this, [this, status = answer->status] {
            m_isAnswering = false;
            write(status);
            read();
        });
    }

    void write(int status) { m_socket.write(answerText(status)); }

    void refuse(int status)
    {
        m_isAnswering = true; // Nothing more is read of it.
        write(status);
        m_socket.disconnectFromHost();
    }

    QTcpSocket &m_socket;
    WebhookReceiver &m_receiver;
    QByteArray m_bytes;
    bool m_isAnswering = false;
};

WebhookReceiver::WebhookReceiver(const Scenario &scenario,
                                 const DeliverySimulation &deliveries,
                                 std::unique_ptr<ReceiverLog> log,
                                 std::chrono::milliseconds patience,
                                 QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_deliveries(deliveries)
    , m_log(std::move(log))
    , m_patience(patience)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WebhookReceiver::followOutages);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            new Peer(socket, *this);
        }
    });
}

WebhookReceiver::~WebhookReceiver() = default;

Result<void> WebhookReceiver::listen()
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), 0)) {
        return failure(ErrorId::NetworkUnreachable,
                       QStringLiteral("The sandbox's receiver cannot listen on 127.0.0.1"),
                       m_server.errorString());
    }
    m_port = m_server.serverPort();
    followOutages();
    return {};
}

QUrl WebhookReceiver::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(QLatin1String(kPath));
    return url;
}

std::optional<WebhookReceiver::Answer> WebhookReceiver::take(const ReceiverRequest &request)
{
    constexpr int kTaken = 204;
    const EpochMs now = m_scenario.now();
    // A connection that was open when the outage began.
    if (m_deliveries.isHitBy(Kind::Outage, now))
        return std::nullopt;
    Answer answer{m_deliveries.isHitBy(Kind::ServerError, now) ? 500 : kTaken, {}};
    if (answer.status == kTaken && m_deliveries.isHitBy(Kind::Slow, now))
        answer.delay = m_patience;
    if (const Result<void> logged = m_log->add(request, now, answer.status); !logged) {
        qCWarning(lcSandbox).noquote() << logged.error().message << logged.error().details;
        answer.status = 500;
    }
    return answer;
}

/// A page in a browser can reach loopback under a name of its own; only our own names are answered.
bool WebhookReceiver::isOurHost(const QByteArray &host) const
{
    const QByteArray port = ':' + QByteArray::number(m_port);
    return host == "127.0.0.1" + port || host == "localhost" + port;
}

void WebhookReceiver::followOutages()
{
    const EpochMs now = m_scenario.now();
    const bool isDown = m_deliveries.isHitBy(Kind::Outage, now);
    if (isDown && m_server.isListening())
        m_server.close();
    else if (!isDown && !m_server.isListening()
             && !m_server.listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qCWarning(lcSandbox).noquote() << "the receiver stays down:" << m_server.errorString();
    std::optional<EpochMs> next;
    for (const DeliveryIncident &incident : m_deliveries.incidents()) {
        for (const EpochMs edge : {incident.from, incident.to}) {
            if (incident.kind == Kind::Outage && edge > now)
                next = next ? std::min(*next, edge) : edge;
        }
    }
    if (next) {
        if (const auto wait = m_scenario.clockTimeUntil(*next))
            m_timer.start(*wait);
    }
}

} // namespace Gapline
