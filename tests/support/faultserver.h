// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QThread>
#include <QUrl>

#include <memory>

namespace Gapline::Test {

/// What a server can do to one request.
enum class Fault
{
    None,
    CloseAtOnce, ///< The connection ends before an answer.
    BreakInBody, ///< The connection ends in mid-body.
    CutJson, ///< A whole answer, whose JSON is not.
    CutDeflate, ///< A compressed body that ends early, in a whole answer.
    Html502,
    Html503,
    Empty200,
    Html200,
    Redirect307,
    Silence, ///< No answer ever.
    SlowDrip, ///< A byte every 20 ms, for ever.
    OversizeLength, ///< Announces 400 MiB.
    OversizeBody, ///< Sends without end, without announcing.
    OversizeHeaders,
    TooMany429,
    TooManyWithRetryAfter, ///< 429, Retry-After: 1
    ResourceExhausted, ///< The envelope, with HTTP 200.
    DeadlineExceeded,
    PermissionDenied,
    NotFound,
    StuckCursor, ///< hasMore true, nextCursor = sinceSeq.
    EndlessMore, ///< No events, hasMore true, the cursor moves by one: from this request on.
    WrongExecution,
    Descending,
    RepeatedSeq,
    BelowSince,
    AboveCursor,
    WrongType,
    BadPayload, ///< A good page with a lone surrogate in its first event.
};

struct SeenRequest
{
    QByteArray path;
    QByteArray headers;
    QByteArray body;
};

/// An HTTP server on 127.0.0.1, in a thread and with sockets of its own, that serves one execution ("exec_fault") by
/// executions/getEvents and misbehaves as told. Requests are counted from 1.
class FaultServer
{
public:
    /// The stream holds events at `seqs`, and internal seqs up to `last`.
    explicit FaultServer(QList<qint64> seqs, qint64 last);
    ~FaultServer();
    Q_DISABLE_COPY_MOVE(FaultServer)

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] static ExecutionId executionId();
    /// Where Fault::Redirect307 points; another FaultServer's address, for example.
    void setRedirectTarget(const QByteArray &url);
    void failOn(int request, Fault fault);
    void failFrom(int request, Fault fault);
    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] int count() const { return int(seen().size()); }

private:
    class Listener;
    struct Shared;

    std::shared_ptr<Shared> m_shared;
    QThread m_thread;
    Listener *m_listener = nullptr;
};

} // namespace Gapline::Test
