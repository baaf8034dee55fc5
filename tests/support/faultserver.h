// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faults.h"

#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Gapline::Test {

/// An HTTP server on 127.0.0.1, in a thread and with sockets of its own, that serves executions by
/// executions/getEvents and misbehaves as told. Requests are counted from 1. All may be called from any thread.
class FaultServer
{
public:
    /// Decides what happens to the n-th request (from 1) about one execution.
    using Chooser = std::function<Fault(const QByteArray &executionId, int nth)>;
    /// Makes the body of an answer with status 200 instead of the stream's page.
    using PageMaker = std::function<QByteArray(const PageAsked &asked)>;

    /// Every execution that is not named by serve(), such as executionId(), has this stream.
    explicit FaultServer(QList<qint64> seqs, qint64 last);
    /// The same over TLS, with the certificate and the protocols given.
    FaultServer(QList<qint64> seqs, qint64 last, const QSslConfiguration &tls);
    ~FaultServer();
    Q_DISABLE_COPY_MOVE(FaultServer)

    /// "http://127.0.0.1:PORT/v2/", or "https://localhost:PORT/v2/".
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] static ExecutionId executionId();

    void serve(const ExecutionId &executionId, const ServedStream &stream);
    void makePagesBy(const PageMaker &maker);
    /// Where the redirects point; another FaultServer's address, for example.
    void setRedirectTarget(const QByteArray &url);
    void failOn(int request, Fault fault);
    void failFrom(int request, Fault fault);
    /// Goes before the other two; null ends it.
    void failBy(const Chooser &chooser);

    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] int count() const { return int(seen().size()); }
    /// How often a client connected, also when it sent nothing.
    [[nodiscard]] int connections() const;

private:
    class Listener;
    struct Shared;

    void start();

    std::shared_ptr<Shared> m_shared;
    QThread m_thread;
    Listener *m_listener = nullptr;
};

} // namespace Gapline::Test
