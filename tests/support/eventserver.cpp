// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace Gapline::Test {

EventServer::EventServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_pending.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

QUrl EventServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v2/").arg(serverPort()));
}

ExecutionId EventServer::executionId()
{
    return ExecutionId(QStringLiteral("exec_live"));
}

void EventServer::put(qint64 seq, const QByteArray &type, const QByteArray &text)
{
    const QByteArray number = QByteArray::number(seq);
    m_events[seq] = R"({"eventId":"evt_)" + number + R"(","seq":)" + number + R"(,"type":")" + type
        + R"(","stepId":"step_a_1_x","timestamp":)" + QByteArray::number(1777374504000 + seq)
        + R"(,"correlationId":"c","data":{"text":")" + text + R"("}})";
}

void EventServer::putRange(qint64 first, qint64 last)
{
    for (qint64 seq = first; seq <= last; ++seq)
        put(seq);
}

QList<qint64> EventServer::seqs() const
{
    QList<qint64> seqs;
    for (const auto &[seq, event] : m_events)
        seqs << seq;
    return seqs;
}

void EventServer::read(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype end = pending.indexOf("\r\n\r\n");
    const qsizetype field = pending.toLower().indexOf("content-length: ");
    if (end < 0 || field < 0)
        return;
    const qsizetype valueAt = field + 16;
    const qsizetype length =
        pending.mid(valueAt, pending.indexOf("\r\n", valueAt) - valueAt).toLongLong();
    if (pending.size() < end + 4 + length)
        return;
    const QByteArray path = pending.mid(5, pending.indexOf(' ', 5) - 5);
    const QByteArray request = pending.mid(end + 4, length);
    pending.remove(0, end + 4 + length);
    const QByteArray body = answer(path, request);
    socket->write((fails ? "HTTP/1.1 503 Service Unavailable" : "HTTP/1.1 200 OK")
                  + QByteArray("\r\ncontent-type: application/json\r\ncontent-length: ")
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray EventServer::answer(const QByteArray &path, const QByteArray &body)
{
    if (path.endsWith("/list"))
        return R"({"result":{"items":[)" + execution() + R"(],"nextCursor":null}})";
    if (path.endsWith("/get"))
        return R"({"result":)" + execution() + "}";
    m_lastBody = body;
    ++m_count;
    if (asked)
        asked();
    if (fails)
        return "<html>Later</html>";
    const QJsonObject data =
        QJsonDocument::fromJson(body).object().value(QLatin1String("data")).toObject();
    return page(data.value(QLatin1String("sinceSeq")).toInteger(),
                data.value(QLatin1String("pageSize")).toInteger(100));
}

QByteArray EventServer::execution() const
{
    return R"({"executionId":"exec_live","status":")" + status
        + R"(","startedAt":1777374504000,"completedAt":null,"cancelledAt":null,"definitionId":"",)"
          R"("definitionVersion":1,"correlationId":"c","idempotencyKey":"k","failureReason":null,)"
          R"("steps":[]})";
}

QByteArray EventServer::page(qint64 since, qint64 size) const
{
    QByteArrayList events;
    qint64 cursor = since;
    bool hasMore = false;
    for (auto at = m_events.upper_bound(since); at != m_events.end(); ++at) {
        hasMore = events.size() == size;
        if (hasMore)
            break;
        events << at->second;
        cursor = at->first;
    }
    if (!hasMore)
        cursor = std::max(cursor, m_last);
    return R"({"result":{"executionId":"exec_live","events":[)" + events.join(',')
        + R"(],"nextCursor":)" + QByteArray::number(cursor)
        + (hasMore ? R"(,"hasMore":true}})" : R"(,"hasMore":false}})");
}

} // namespace Gapline::Test
