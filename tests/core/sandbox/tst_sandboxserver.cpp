// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/sandbox/loopbacklistener.h"
#include "core/sandbox/sandboxserver.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::ManualClock;

namespace {

struct Answer
{
    int status = 0;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

QByteArray requestText(const QByteArray &call, const QByteArray &host, const QByteArray &body)
{
    return "POST /v2/workflow/" + call + " HTTP/1.1\r\nHost: " + host
        + "\r\nContent-Type: application/json\r\nx-velt-api-key: sandbox-key\r\nx-velt-auth-token: "
          "sandbox-token\r\n"
          "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Reads one answer from the connection; the server lives on the same thread, so the event loop must turn.
Answer readAnswer(QTcpSocket &socket)
{
    QByteArray text;
    qsizetype headEnd = -1;
    qsizetype length = -1;
    const bool isWhole = QTest::qWaitFor([&] {
        text += socket.readAll();
        headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        const qsizetype field = text.toLower().indexOf("content-length:");
        length =
            text.mid(field + 15, text.indexOf("\r\n", field) - field - 15).trimmed().toLongLong();
        return text.size() >= headEnd + 4 + length;
    });
    if (!isWhole)
        return {};
    return {text.mid(9, 3).toInt(), text.mid(headEnd + 4, length)};
}

} // namespace

class tst_SandboxServer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<SandboxServer>(SandboxOptions{1, 12, 0, {}, 1}, m_clock);
        const Result<QUrl> url = m_server->listen();
        QVERIFY(url);
        m_url = *url;
        m_host = "127.0.0.1:" + QByteArray::number(m_url.port());
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_url.port()));
        QTRY_COMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
    }

    void theBaseUrlIsOnLoopback()
    {
        QCOMPARE(m_url.toString(), QStringLiteral("http://127.0.0.1:%1/v2/").arg(m_url.port()));
        QVERIFY(m_url.port() > 0);
    }

    void manyRequestsGoThroughOneConnection()
    {
        const QByteArray id = m_server->showcase().text().toUtf8();
        for (int since = 0; since < 40; ++since) {
            m_socket->write(requestText("executions/getEvents",
                                        m_host,
                                        "{\"data\":{\"executionId\":\"" + id + "\",\"sinceSeq\":"
                                            + QByteArray::number(since) + ",\"pageSize\":1}}"));
            const Answer answer = readAnswer(*m_socket);
            QCOMPARE(answer.status, 200);
            const QJsonObject result = answer.json().value(u"result").toObject();
            QCOMPARE(result.value(u"events").toArray().size(), since < 38 ? 1 : 0);
        }
        QCOMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
    }

    void refusalsAreEnvelopesToo()
    {
        m_socket->write(requestText("executions/getEvents", m_host, "{\"data\":{}}"));
        const Answer answer = readAnswer(*m_socket);
        QCOMPARE(answer.status, 400);
        const QJsonObject error = answer.json().value(u"error").toObject();
        QCOMPARE(error.value(u"status").toString(), QStringLiteral("INVALID_ARGUMENT"));
        QCOMPARE(error.value(u"message").toString(), QStringLiteral("Required"));
    }

    void onlyItsOwnHostNamesAreServed_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("address") << QByteArray("127.0.0.1:PORT") << 200;
        QTest::newRow("name") << QByteArray("localhost:PORT") << 200;
        QTest::newRow("IPv6") << QByteArray("[::1]:PORT") << 200;
        QTest::newRow("rebound name") << QByteArray("evil.example:PORT") << 403;
        QTest::newRow("other port") << QByteArray("127.0.0.1:1") << 403;
        QTest::newRow("no port") << QByteArray("127.0.0.1") << 403;
        QTest::newRow("empty") << QByteArray("") << 403;
    }

    void onlyItsOwnHostNamesAreServed()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        host.replace("PORT", QByteArray::number(m_url.port()));
        m_socket->write(requestText("executions/list", host, "{\"data\":{}}"));
        QCOMPARE(readAnswer(*m_socket).status, status);
    }

    void aBodyOfOneMebibyteIsRead()
    {
        QByteArray body = "{\"data\":{\"pad\":\"";
        body += QByteArray(kBodyLimit - body.size() - 3, 'x') + "\"}}";
        QCOMPARE(body.size(), kBodyLimit);
        m_socket->write(requestText("executions/list", m_host, body));
        QCOMPARE(readAnswer(*m_socket).status, 200);
        // The meter starts again with each request.
        m_socket->write(requestText("executions/list", m_host, body));
        QCOMPARE(readAnswer(*m_socket).status, 200);
    }

    void aLargerBodyIsRefused_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("one byte too many") << kBodyLimit + 1;
        QTest::newRow("8 MiB") << qint64(8) * 1024 * 1024;
    }

    void aLargerBodyIsRefused()
    {
        QFETCH(qint64, size);
        m_socket->write(requestText("executions/list", m_host, QByteArray(size, 'x')));
        const Answer answer = readAnswer(*m_socket);
        QCOMPARE(answer.status, 413);
        QVERIFY(answer.json().contains(u"error"));
    }

    void webhooksAreDeliveredOnlyWhereALogIsKept()
    {
        const QTemporaryDir folder;
        QByteArray request = requestText("x", m_host, "{}");
        request.replace("/v2/workflow/x", "/receiver");
        m_socket->write(request);
        QCOMPARE(readAnswer(*m_socket).status, 404);
        const Result<qint64> rows =
            m_server->keepReceiverLog(folder.filePath(QStringLiteral("log.ndjson")));
        QVERIFY(rows);
        QVERIFY(*rows > 0);
        QCOMPARE(m_server->receiverUrl().host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(m_server->receiverUrl().path(), QStringLiteral("/receiver"));
        // A port of its own, so that an outage of the receiver is none of the API.
        QVERIFY(m_server->receiverUrl().port() != m_url.port());
    }

    void aTakenPortIsAnError()
    {
        SandboxServer second({1, 1, 0, {}, 1}, m_clock);
        const Result<QUrl> url = second.listen(quint16(m_url.port()));
        QVERIFY(!url);
        QCOMPARE(url.error().id, ErrorId::NetworkUnreachable);
        QVERIFY(url.error().message.contains(QString::number(m_url.port())));
    }

private:
    ManualClock m_clock;
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    QUrl m_url;
    QByteArray m_host;
};

QTEST_GUILESS_MAIN(tst_SandboxServer)
#include "tst_sandboxserver.moc"
