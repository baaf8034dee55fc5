// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pageserver.h"

#include "tests/bench/slowstart.h"
#include "tests/bench/workload.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

namespace Gapline::Bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr qint64 kFirstStart = 1777374504255;

/// What follows the colon of a member, from its first character that is no space.
QByteArrayView valueOf(QByteArrayView json, QByteArrayView name)
{
    const qsizetype at = json.indexOf('"' + name.toByteArray() + '"');
    if (at < 0)
        return {};
    QByteArrayView rest = json.sliced(at + name.size() + 2);
    while (!rest.isEmpty() && (rest.front() == ':' || rest.front() == ' '))
        rest = rest.sliced(1);
    return rest;
}

qint64 numberOf(QByteArrayView json, QByteArrayView name, qint64 otherwise)
{
    QByteArrayView value = valueOf(json, name);
    if (value.startsWith('"'))
        value = value.sliced(1);
    qsizetype digits = 0;
    while (digits < value.size() && std::isdigit(uchar(value[digits])))
        ++digits;
    return digits == 0 ? otherwise : value.first(digits).toByteArray().toLongLong();
}

QByteArray textOf(QByteArrayView json, QByteArrayView name)
{
    const QByteArrayView value = valueOf(json, name);
    if (!value.startsWith('"'))
        return {};
    const QByteArrayView text = value.sliced(1);
    return text.first(std::max<qsizetype>(0, text.indexOf('"'))).toByteArray();
}

QByteArray idOf(int execution)
{
    return "exec_" + QByteArray::number(kFirstStart - execution) + "_bench"
        + QByteArray::number(execution);
}

} // namespace

struct PageServer::Client
{
    int socket = -1;
    SteadyClock::time_point acceptedAt = SteadyClock::now();
    SlowStart pace;
    QByteArray received;
    QByteArray head;
    QByteArrayView slice; ///< Of the server's text.
    QByteArray tail;
    qsizetype sent = 0;
    qsizetype flight = 0; ///< Bytes that are on their way, or are about to be.
    qsizetype flightEnd = 0; ///< What may be sent before a round trip has passed.

    [[nodiscard]] qsizetype size() const { return head.size() + slice.size() + tail.size(); }
    /// True when the request at hand is complete.
    [[nodiscard]] bool hasRequest() const
    {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray lower = received.first(end).toLower();
        const qsizetype at = lower.indexOf("content-length:");
        const qint64 length = at < 0
            ? 0
            : lower
                  .sliced(at + 15,
                          lower.indexOf("\r\n", at) < 0 ? lower.size() - at - 15
                                                        : lower.indexOf("\r\n", at) - at - 15)
                  .trimmed()
                  .toLongLong();
        return received.size() >= end + 4 + length;
    }
};

/// The thread's work: accepts, reads, waits for a round trip, writes.
class PageServer::Loop
{
public:
    Loop(const PageServer &server, std::chrono::milliseconds roundTrip)
        : m_server(server)
        , m_roundTrip(roundTrip)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        watch(server.m_listener, EPOLLIN, EPOLL_CTL_ADD);
        watch(server.m_stop, EPOLLIN, EPOLL_CTL_ADD);
    }
    ~Loop()
    {
        for (const auto &[socket, client] : m_clients)
            ::close(socket);
        ::close(m_epoll);
    }
    Q_DISABLE_COPY_MOVE(Loop)

    void run()
    {
        std::array<epoll_event, 64> events{};
        while (true) {
            const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), untilDue());
            for (int i = 0; i < count; ++i) {
                const epoll_event &event = events.at(size_t(i));
                if (event.data.fd == m_server.m_stop)
                    return;
                if (event.data.fd == m_server.m_listener)
                    accept();
                else if (event.events & EPOLLOUT)
                    write(*m_clients.at(event.data.fd));
                else
                    read(*m_clients.at(event.data.fd));
            }
            while (!m_due.empty() && m_due.begin()->first <= SteadyClock::now()) {
                const int socket = m_due.begin()->second;
                m_due.erase(m_due.begin());
                if (const auto client = m_clients.find(socket); client != m_clients.end())
                    fly(*client->second);
            }
        }
    }

private:
    void watch(int socket, quint32 events, int how) const
    {
        epoll_event event{};
        event.events = events;
        event.data.fd = socket;
        ::epoll_ctl(m_epoll, how, socket, &event);
    }

    [[nodiscard]] int untilDue() const
    {
        using namespace std::chrono;
        if (m_due.empty())
            return -1;
        const auto left = ceil<milliseconds>(m_due.begin()->first - SteadyClock::now());
        return int(std::max<qint64>(0, left.count()));
    }

    void accept()
    {
        const int socket =
            ::accept4(m_server.m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        auto client = std::make_unique<Client>();
        client->socket = socket;
        m_clients[socket] = std::move(client);
        watch(socket, EPOLLIN, EPOLL_CTL_ADD);
    }

    void read(Client &client)
    {
        std::array<char, 16384> buffer{};
        const ssize_t count = ::recv(client.socket, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            const int socket = client.socket;
            m_clients.erase(socket);
            ::close(socket);
            return;
        }
        client.received.append(buffer.data(), count);
        if (!client.hasRequest())
            return;
        client.sent = 0;
        m_server.answer(client);
        client.received.clear();
        client.pace.acknowledged(std::exchange(client.flight, 0));
        client.flightEnd = 0;
        if (m_roundTrip.count() == 0)
            return fly(client);
        // Connecting takes a round trip of its own, which loopback does not show.
        const auto arrived = std::max(SteadyClock::now(), client.acceptedAt + m_roundTrip);
        m_due.emplace(arrived + m_roundTrip, client.socket);
    }

    /// Sends what goes at once: all of it, or as much as the connection dares.
    void fly(Client &client)
    {
        client.pace.acknowledged(std::exchange(client.flight, 0));
        const qsizetype left = client.size() - client.sent;
        client.flight = m_roundTrip.count() == 0 ? left : client.pace.flightOf(left);
        client.flightEnd = client.sent + client.flight;
        write(client);
    }

    void write(Client &client)
    {
        const std::array<QByteArrayView, 3> parts{client.head, client.slice, client.tail};
        while (client.sent < client.flightEnd) {
            std::array<iovec, 3> rest{};
            int count = 0;
            qsizetype at = 0; // Of the part at hand.
            for (const QByteArrayView part : parts) {
                const qsizetype begin = std::max(client.sent, at);
                const qsizetype end = std::min(client.flightEnd, at + part.size());
                if (begin < end)
                    rest.at(size_t(count++)) = {const_cast<char *>(part.data()) + begin - at,
                                                size_t(end - begin)};
                at += part.size();
            }
            const ssize_t written = ::writev(client.socket, rest.data(), count);
            if (written < 0) {
                watch(client.socket, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
                return;
            }
            client.sent += written;
        }
        watch(client.socket, EPOLLIN, EPOLL_CTL_MOD);
        if (client.sent < client.size())
            m_due.emplace(SteadyClock::now() + m_roundTrip, client.socket);
    }

    const PageServer &m_server;
    std::chrono::milliseconds m_roundTrip;
    int m_epoll;
    std::unordered_map<int, std::unique_ptr<Client>> m_clients;
    std::multimap<SteadyClock::time_point, int> m_due;
};

PageServer::PageServer(const Served &served)
    : m_served(served)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_stop(::eventfd(0, EFD_CLOEXEC))
{
    makeEvents();
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 1024) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no port to listen on");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { Loop(*this, m_served.roundTrip).run(); });
}

PageServer::~PageServer()
{
    const quint64 one = 1;
    if (::write(m_stop, &one, sizeof(one)) == sizeof(one))
        m_thread.join();
    ::close(m_stop);
    ::close(m_listener);
}

QString PageServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/v2/").arg(m_port);
}

QStringList PageServer::executions() const
{
    QStringList ids;
    for (int i = 0; i < m_served.executions; ++i)
        ids << QString::fromLatin1(idOf(i));
    return ids;
}

void PageServer::makeEvents()
{
    const QByteArray begin = R"({"eventId":)";
    m_text.reserve(m_served.events * 360);
    for (PageBytes &page : makePages(m_served.events)) {
        const qsizetype first = page.body.indexOf('[') + 1;
        const QByteArrayView events =
            QByteArrayView(page.body).sliced(first, page.body.lastIndexOf(']') - first);
        for (qsizetype at = events.indexOf(begin); at >= 0;
             at = events.indexOf(begin, at + begin.size())) {
            m_offsets.push_back(m_text.size() + at);
            m_seqs.push_back(numberOf(events.sliced(at), "seq", 0));
        }
        m_text.append(events);
        m_text.append(',');
        page.body.clear();
    }
    m_offsets.push_back(m_text.size());
}

void PageServer::answer(Client &client) const
{
    ++m_requests;
    client.head.clear();
    client.slice = {};
    client.tail.clear();
    QByteArray status = "200 OK";
    if (m_served.misbehaviour == Misbehaviour::Silence)
        return;
    if (m_served.misbehaviour == Misbehaviour::Unavailable)
        status = "503 Service Unavailable";
    else if (client.received.contains("/executions/list"))
        answerList(client);
    else
        answerEvents(client);
    const qsizetype length = client.head.size() + client.slice.size() + client.tail.size();
    client.head.prepend("HTTP/1.1 " + status
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + QByteArray::number(length) + "\r\n\r\n");
    if (m_served.misbehaviour == Misbehaviour::StallInBody) {
        client.slice = client.slice.first(client.slice.size() / 2);
        client.tail.clear();
    }
}

void PageServer::answerEvents(Client &client) const
{
    const qint64 since = numberOf(client.received, "sinceSeq", 0);
    const qint64 most = numberOf(client.received, "pageSize", 100);
    const qint64 end = m_seqs.back() + 3; // Internal ones follow the last event.
    const auto first = std::ranges::upper_bound(m_seqs, since) - m_seqs.begin();
    const auto behind = std::min<qint64>(first + most, qint64(m_seqs.size()));
    const bool hasMore = behind < qint64(m_seqs.size());
    client.head = R"({"result":{"executionId":")" + textOf(client.received, "executionId")
        + R"(","events":[)";
    const qsizetype from = m_offsets[size_t(first)];
    const qsizetype length = m_offsets[size_t(behind)] - from;
    client.slice = QByteArrayView(m_text).sliced(from, std::max<qsizetype>(0, length - 1));
    client.tail = R"(],"nextCursor":)"
        + QByteArray::number(hasMore ? m_seqs[size_t(behind) - 1] : std::max(since, end))
        + R"(,"hasMore":)" + (hasMore ? "true" : "false") + "}}";
}

void PageServer::answerList(Client &client) const
{
    const qint64 before = numberOf(client.received, "cursor", kFirstStart + 1);
    const qint64 most = numberOf(client.received, "pageSize", 50);
    const auto first = int(std::max<qint64>(0, kFirstStart - before + 1));
    const int behind = int(std::min<qint64>(first + most, m_served.executions));
    client.head = R"({"result":{"items":[)";
    for (int i = first; i < behind; ++i) {
        const QByteArray started = QByteArray::number(kFirstStart - i);
        client.head += R"({"executionId":")" + idOf(i) + R"(","status":"completed","startedAt":)"
            + started + R"(,"completedAt":)" + QByteArray::number(kFirstStart - i + 60'000)
            + R"(,"cancelledAt":null,"definitionId":"def_bench","definitionVersion":1,)"
              R"("correlationId":"corr_bench","idempotencyKey":"","failureReason":null,"steps":[]},)";
    }
    if (first < behind)
        client.head.chop(1);
    client.head += R"(],"nextCursor":)"
        + (behind - first < most ? QByteArray("null")
                                 : '"' + QByteArray::number(kFirstStart - behind + 1) + '"')
        + "}}";
}

} // namespace Gapline::Bench
