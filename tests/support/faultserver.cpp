// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <QHash>
#include <QMutex>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <limits>
#include <sys/socket.h>

namespace Gapline::Test {
namespace {

constexpr std::chrono::milliseconds kRefusesFor{30};
constexpr qint64 kOversize = qint64(400) << 20;
/// More than any memory bound of a test: whoever does not stop is told apart from whoever does.
constexpr qint64 kEndless = qint64(8) << 30;

/// Closing then sends a reset.
void closeByReset(QTcpSocket *socket)
{
    socket->flush();
    const linger now{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

} // namespace

struct FaultServer::Shared
{
    ServedStream stream;
    std::optional<QSslConfiguration> tls;
    mutable QMutex mutex;
    QHash<QByteArray, ServedStream> streams;
    QHash<int, Fault> faults;
    int from = std::numeric_limits<int>::max();
    Fault fromFault = Fault::None;
    Chooser chooser;
    PageMaker maker;
    QHash<QByteArray, int> asked;
    QByteArray redirectTarget = "https://elsewhere.test/";
    QList<SeenRequest> seen;
    int connections = 0;
    quint16 port = 0;

    Fault note(const SeenRequest &request, const PageAsked &page)
    {
        const QMutexLocker lock(&mutex);
        seen.append(request);
        const int ofExecution = ++asked[page.executionId];
        if (chooser)
            return chooser(page.executionId, ofExecution);
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
    { }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        {
            const QMutexLocker lock(&m_shared->mutex);
            ++m_shared->connections;
        }
        QTcpSocket *socket = nullptr;
        if (m_shared->tls) {
            auto *secure = new QSslSocket(this);
            secure->setSocketDescriptor(descriptor);
            secure->setSslConfiguration(*m_shared->tls);
            secure->startServerEncryption();
            socket = secure;
        } else {
            socket = new QTcpSocket(this);
            socket->setSocketDescriptor(descriptor);
        }
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
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
        const PageAsked asked = pageAsked(request);
        answer(socket, request, asked, m_shared->note(request, asked));
    }

    void answer(QTcpSocket *socket, const SeenRequest &request, const PageAsked &asked, Fault fault)
    {
        ServedStream stream;
        QByteArray target;
        QByteArray made;
        {
            const QMutexLocker lock(&m_shared->mutex);
            stream = m_shared->streams.value(asked.executionId, m_shared->stream);
            target = m_shared->redirectTarget;
            if (m_shared->maker && fault == Fault::None)
                made = m_shared->maker(asked);
        }
        const QByteArray whole = made.isEmpty() ? answerOf(fault, stream, asked, request, target)
                                                : httpAnswer("200 OK", made);
        if (whole.isEmpty())
            return answerBadly(socket, fault, goodPage(stream, asked));
        socket->write(whole);
        if (fault == Fault::RefuseAfter)
            refuse(socket);
        else if (fault == Fault::Garbage)
            socket->disconnectFromHost();
    }

    void refuse(QTcpSocket *socket)
    {
        close();
        socket->disconnectFromHost();
        QTimer::singleShot(
            kRefusesFor, this, [this] { listen(QHostAddress::LocalHost, m_shared->port); });
    }

    static void answerBadly(QTcpSocket *socket, Fault fault, const QByteArray &good)
    {
        const QByteArray head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
        const QByteArray whole = httpAnswer("200 OK", good);
        const QByteArray half = whole.first(whole.size() - good.size() / 2);
        switch (fault) {
        case Fault::CloseAtOnce:
            socket->abort();
            return;
        case Fault::BreakInBody:
            socket->write(half);
            socket->disconnectFromHost();
            return;
        case Fault::ResetInBody:
            socket->write(half);
            closeByReset(socket);
            return;
        case Fault::ResetAfterBody:
            socket->write(head + "connection: close\r\n\r\n" + good);
            closeByReset(socket);
            return;
        case Fault::CutChunked:
            socket->write(head + "transfer-encoding: chunked\r\n\r\n"
                          + QByteArray::number(good.size(), 16) + "\r\n" + good + "\r\n");
            socket->disconnectFromHost();
            return;
        case Fault::StallInHeaders:
            socket->write(head);
            return;
        case Fault::StallInBody:
            socket->write(half);
            return;
        case Fault::SlowDrip:
            socket->write(head + "content-length: 100000\r\n\r\n{");
            repeat(socket, std::chrono::milliseconds(20), " ", 100'000);
            return;
        case Fault::OversizeLength:
            socket->write(head + "content-length: " + QByteArray::number(kOversize) + "\r\n\r\n{");
            return;
        case Fault::OversizeBody:
            socket->write(head + "connection: close\r\n\r\n");
            repeat(socket, std::chrono::milliseconds(0), QByteArray(1 << 16, ' '), kEndless);
            return;
        default: // Silence
            return;
        }
    }

    static void repeat(QTcpSocket *socket,
                       std::chrono::milliseconds every,
                       const QByteArray &bytes,
                       qint64 total)
    {
        auto *timer = new QTimer(socket);
        const auto left = std::make_shared<qint64>(total);
        connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, left] {
            if (socket->bytesToWrite() >= (1 << 20))
                return;
            socket->write(bytes);
            *left -= bytes.size();
            if (*left > 0)
                return;
            timer->stop();
            socket->disconnectFromHost();
        });
        timer->start(every);
    }

    std::shared_ptr<Shared> m_shared;
};

FaultServer::FaultServer(QList<qint64> seqs, qint64 last)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->stream = {std::move(seqs), last};
    start();
}

FaultServer::FaultServer(QList<qint64> seqs, qint64 last, const QSslConfiguration &tls)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->stream = {std::move(seqs), last};
    m_shared->tls = tls;
    start();
}

void FaultServer::start()
{
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
    return QUrl((m_shared->tls ? QStringLiteral("https://localhost:%1/v2/")
                               : QStringLiteral("http://127.0.0.1:%1/v2/"))
                    .arg(m_shared->port));
}

quint16 FaultServer::port() const
{
    return m_shared->port;
}

ExecutionId FaultServer::executionId()
{
    return ExecutionId(QStringLiteral("exec_fault"));
}

void FaultServer::serve(const ExecutionId &executionId, const ServedStream &stream)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->streams.insert(executionId.text().toUtf8(), stream);
}

void FaultServer::makePagesBy(const PageMaker &maker)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->maker = maker;
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

void FaultServer::failBy(const Chooser &chooser)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->chooser = chooser;
}

QList<SeenRequest> FaultServer::seen() const
{
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->seen;
}

int FaultServer::connections() const
{
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->connections;
}

} // namespace Gapline::Test
