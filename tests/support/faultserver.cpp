// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include "tests/support/json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <limits>

namespace Gapline::Test {
namespace {

QByteArray eventAt(qint64 seq, const QByteArray &text = "plain")
{
    const QByteArray number = QByteArray::number(seq);
    return json("{'eventId':'evt_" + number + "','seq':" + number
                + ",'type':'step.completed','stepId':'step_a_1_x','timestamp':"
                + QByteArray::number(1777374504000 + seq)
                + ",'correlationId':'c','data':{'text':'PAYLOAD " + text + "'}}");
}

QByteArray pageOf(const QByteArrayList &events,
                  qint64 cursor,
                  bool hasMore,
                  const QByteArray &execution = "exec_fault")
{
    return json("{'result':{'executionId':'" + execution + "','events':[") + events.join(',')
        + json("],'nextCursor':" + QByteArray::number(cursor)
               + ",'hasMore':" + (hasMore ? "true" : "false") + "}}");
}

QByteArray errorOf(const char *status)
{
    return json("{'error':{'message':'as told','status':'" + QByteArray(status) + "'}}");
}

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\ncontent-type: application/json\r\n" + headers
        + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

struct FaultServer::Shared
{
    QList<qint64> seqs;
    qint64 last = 0;
    mutable QMutex mutex;
    QHash<int, Fault> faults;
    int from = std::numeric_limits<int>::max();
    Fault fromFault = Fault::None;
    QByteArray redirectTarget;
    QList<SeenRequest> seen;
    quint16 port = 0;

    Fault note(const SeenRequest &request)
    {
        const QMutexLocker lock(&mutex);
        seen.append(request);
        const int number = int(seen.size());
        return number >= from ? fromFault : faults.value(number, Fault::None);
    }
};

/// Lives on the server's thread.
class FaultServer::Listener : public QTcpServer
{
public:
    explicit Listener(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
        const qsizetype end = pending.indexOf("\r\n\r\n");
        const qsizetype field = pending.toLower().indexOf("content-length: ");
        if (end < 0 || field < 0 || field > end) {
            socket->setProperty("pending", pending);
            return;
        }
        const qsizetype valueAt = field + 16;
        const qsizetype length =
            pending.mid(valueAt, pending.indexOf("\r\n", valueAt) - valueAt).toLongLong();
        if (pending.size() < end + 4 + length) {
            socket->setProperty("pending", pending);
            return;
        }
        socket->setProperty("pending", pending.mid(end + 4 + length));
        SeenRequest request;
        request.headers = pending.first(end);
        request.path = pending.mid(5, pending.indexOf(' ', 5) - 5);
        request.body = pending.mid(end + 4, length);
        answer(socket, request, m_shared->note(request));
    }

    [[nodiscard]] QByteArray page(qint64 since, qint64 size, bool hasBadPayload = false) const
    {
        QByteArrayList events;
        qint64 cursor = since;
        for (const qint64 seq : m_shared->seqs) {
            if (seq <= since)
                continue;
            if (events.size() == size)
                return pageOf(events, cursor, true);
            const bool isBad = hasBadPayload && events.isEmpty();
            events << eventAt(seq, isBad ? "\\ud800" : "plain");
            cursor = seq;
        }
        return pageOf(events, std::max(since, m_shared->last), false);
    }

    void answer(QTcpSocket *socket, const SeenRequest &request, Fault fault)
    {
        const QJsonObject data =
            QJsonDocument::fromJson(request.body).object().value(QLatin1String("data")).toObject();
        const qint64 since = data.value(QLatin1String("sinceSeq")).toInteger();
        const qint64 size = data.value(QLatin1String("pageSize")).toInteger(100);
        const QByteArray good = page(since, size);
        if (!answerBadly(socket, fault, good, since))
            socket->write(http("200 OK", contractFault(fault, since, size)));
    }

    /// Bodies of sound answers, some of which break the contract.
    [[nodiscard]] QByteArray contractFault(Fault fault, qint64 since, qint64 size) const
    {
        switch (fault) {
        case Fault::StuckCursor:
            return pageOf({}, since, true);
        case Fault::EndlessMore:
            return pageOf({}, since + 1, true);
        case Fault::WrongExecution:
            return pageOf({}, since + 1, false, "exec_other");
        case Fault::Descending:
            return pageOf({eventAt(since + 2), eventAt(since + 1)}, since + 2, false);
        case Fault::RepeatedSeq:
            return pageOf({eventAt(since + 1), eventAt(since + 1)}, since + 2, false);
        case Fault::BelowSince:
            return pageOf({eventAt(since)}, since + 2, false);
        case Fault::AboveCursor:
            return pageOf({eventAt(since + 3)}, since + 2, false);
        case Fault::WrongType:
            return pageOf({json("{'seq':1.5,'timestamp':1}")}, since + 2, false);
        case Fault::BadPayload:
            return page(since, size, true);
        case Fault::ResourceExhausted:
            return errorOf("RESOURCE_EXHAUSTED");
        default:
            return page(since, size);
        }
    }

    /// Faults of transport and HTTP; false when there is none to make.
    bool answerBadly(QTcpSocket *socket, Fault fault, const QByteArray &good, qint64)
    {
        switch (fault) {
        case Fault::CloseAtOnce:
            socket->abort();
            return true;
        case Fault::BreakInBody: {
            const QByteArray whole = http("200 OK", good);
            socket->write(whole.first(whole.size() - good.size() / 2));
            socket->disconnectFromHost();
            return true;
        }
        case Fault::CutJson:
            socket->write(http("200 OK", good.first(good.size() / 2)));
            return true;
        case Fault::CutDeflate: {
            const QByteArray packed = qCompress(good).mid(4);
            socket->write(
                http("200 OK", packed.first(packed.size() / 2), "content-encoding: deflate\r\n"));
            return true;
        }
        case Fault::Html502:
            socket->write(http("502 Bad Gateway", "<html>Bad gateway</html>"));
            return true;
        case Fault::Html503:
            socket->write(http("503 Service Unavailable", "<html>Later</html>"));
            return true;
        case Fault::Empty200:
            socket->write(http("200 OK", {}));
            return true;
        case Fault::Html200:
            socket->write(http("200 OK", "<html>Please log in</html>"));
            return true;
        case Fault::Redirect307:
            socket->write(http(
                "307 Temporary Redirect", {}, "location: " + m_shared->redirectTarget + "\r\n"));
            return true;
        case Fault::TooMany429:
            socket->write(http("429 Too Many Requests", {}));
            return true;
        case Fault::TooManyWithRetryAfter:
            socket->write(
                http("429 Too Many Requests", errorOf("RESOURCE_EXHAUSTED"), "retry-after: 1\r\n"));
            return true;
        case Fault::DeadlineExceeded:
            socket->write(http("504 Gateway Timeout", errorOf("DEADLINE_EXCEEDED")));
            return true;
        case Fault::PermissionDenied:
            socket->write(http("403 Forbidden", errorOf("PERMISSION_DENIED")));
            return true;
        case Fault::NotFound:
            socket->write(http("404 Not Found", errorOf("NOT_FOUND")));
            return true;
        default:
            return answerWithoutEnd(socket, fault);
        }
    }

    bool answerWithoutEnd(QTcpSocket *socket, Fault fault)
    {
        switch (fault) {
        case Fault::Silence:
            return true;
        case Fault::SlowDrip:
            socket->write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{");
            repeat(socket, std::chrono::milliseconds(20), " ");
            return true;
        case Fault::OversizeLength:
            socket->write("HTTP/1.1 200 OK\r\ncontent-length: 419430400\r\n\r\n{");
            return true;
        case Fault::OversizeBody:
            socket->write("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
            repeat(socket, std::chrono::milliseconds(0), QByteArray(1 << 16, ' '));
            return true;
        case Fault::OversizeHeaders:
            socket->write("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 300; ++i)
                socket->write("x-" + QByteArray::number(i) + ": " + QByteArray(1000, 'h') + "\r\n");
            socket->write("content-length: 2\r\n\r\n{}");
            return true;
        default:
            return false;
        }
    }

    static void repeat(QTcpSocket *socket, std::chrono::milliseconds every, const QByteArray &bytes)
    {
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket, bytes] {
            if (socket->bytesToWrite() < (1 << 20))
                socket->write(bytes);
        });
        timer->start(every);
    }

    std::shared_ptr<Shared> m_shared;
};

FaultServer::FaultServer(QList<qint64> seqs, qint64 last)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->seqs = std::move(seqs);
    m_shared->last = last;
    m_listener = new Listener(m_shared);
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            m_listener->listen(QHostAddress::LocalHost);
            m_shared->port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FaultServer::~FaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl FaultServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v2/").arg(m_shared->port));
}

ExecutionId FaultServer::executionId()
{
    return ExecutionId(QStringLiteral("exec_fault"));
}

void FaultServer::setRedirectTarget(const QByteArray &url)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->redirectTarget = url;
}

void FaultServer::failOn(int request, Fault fault)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->faults.insert(request, fault);
}

void FaultServer::failFrom(int request, Fault fault)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->from = request;
    m_shared->fromFault = fault;
}

QList<SeenRequest> FaultServer::seen() const
{
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->seen;
}

} // namespace Gapline::Test
