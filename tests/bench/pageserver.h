// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace Gapline::Bench {

/// What a PageServer does instead of answering well.
enum class Misbehaviour
{
    None,
    Silence, ///< Takes the request, and nothing more.
    StallInBody, ///< Half an answer.
    Unavailable, ///< HTTP 503 to everything.
};

/// What a PageServer serves: so many executions of so many events each (workload.h), all over.
struct Served
{
    qint64 events = 0;
    int executions = 1;
    /// Between a request and the first of its answer. As on a real path, a new connection takes one more to be there, and
    /// some more for a long answer until it sends it at once (slowstart.h).
    std::chrono::milliseconds roundTrip{0};
    Misbehaviour misbehaviour = Misbehaviour::None;
};

/// Serves executions/list and executions/getEvents on loopback, next to free of work of its own, so that the clients
/// are what is measured: all events lie in memory as one text, of which a page is a slice. In a thread of its own.
/// Linux only (epoll).
class PageServer
{
public:
    explicit PageServer(const Served &served);
    ~PageServer();
    Q_DISABLE_COPY_MOVE(PageServer)

    /// "http://127.0.0.1:PORT/v2/"
    [[nodiscard]] QString url() const;
    [[nodiscard]] QStringList executions() const; ///< Newest first.
    [[nodiscard]] QString execution() const { return executions().constFirst(); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Client;
    class Loop;

    void makeEvents();
    void answer(Client &client) const;
    void answerEvents(Client &client) const;
    void answerList(Client &client) const;

    Served m_served;
    QByteArray m_text; ///< The events, each with a comma behind it.
    std::vector<qsizetype> m_offsets; ///< Of each event; one more at the end.
    std::vector<qint64> m_seqs;
    int m_listener = -1;
    int m_stop = -1; ///< eventfd
    int m_port = 0;
    mutable std::atomic<int> m_requests{0};
    std::thread m_thread;
};

} // namespace Gapline::Bench
