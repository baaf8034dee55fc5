// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QObject>

namespace Gapline::Test {
Q_NAMESPACE

/// What a server can do to one request.
enum class Fault
{
    None,
    // The connection.
    CloseAtOnce, ///< It ends before an answer.
    Garbage, ///< What comes is no HTTP.
    BreakInBody, ///< It ends in mid-body.
    ResetInBody, ///< The same by a reset.
    ResetAfterBody, ///< The JSON is whole, but nothing said where it ends, and a reset follows.
    CutChunked, ///< It ends before the last chunk.
    RefuseAfter, ///< A good answer, then connections are refused for some 30 ms.
    // Time.
    Silence, ///< No answer ever.
    StallInHeaders,
    StallInBody,
    SlowDrip, ///< A byte every 20 ms, for ever.
    // Size.
    OversizeLength, ///< Announces 400 MiB.
    OversizeBody, ///< Sends 8 GiB without announcing.
    OversizeHeaders, ///< 300 headers of 1,000 bytes.
    LargeHeaders, ///< 60 headers of 1,000 bytes: within every limit.
    GzipBomb, ///< 400 KB that unpack to 400 MiB.
    OversizeEvent, ///< One event of more than 4 MiB.
    // Bodies.
    CutJson, ///< A whole answer, whose JSON is not.
    CutDeflate, ///< A compressed body that ends early, in a whole answer.
    CutGzip,
    TwoDocuments, ///< A page, and behind it another one.
    Empty200,
    Html200,
    // Statuses.
    Html502,
    Html503,
    NoContent204,
    Partial206,
    Redirect301,
    Redirect307,
    Redirect308,
    TooMany429,
    TooManyWithRetryAfter, ///< 429, Retry-After: 1
    TooManyRetryNow, ///< 429, Retry-After: 0
    TooManyForAnHour, ///< 429, Retry-After: 3600
    ResourceExhausted, ///< The envelope, with HTTP 200.
    DeadlineExceeded,
    Unavailable, ///< The envelope, with HTTP 503.
    PermissionDenied,
    Unauthenticated, ///< As older servers say that a token has expired.
    NotFound,
    EchoSecrets, ///< 403 whose text repeats every header of the request.
    EchoInRedirect, ///< 302 whose location does.
    // The contract.
    StuckCursor, ///< hasMore true, nextCursor = sinceSeq.
    EndlessMore, ///< No events, hasMore true, the cursor moves by one.
    WrongExecution,
    Descending,
    RepeatedSeq,
    BelowSince,
    AboveCursor,
    WrongType,
    BadPayload, ///< A good page with a lone surrogate in its first event.
};
Q_ENUM_NS(Fault)

/// "Html502", for messages.
[[nodiscard]] QByteArray nameOf(Fault fault);

/// One execution as a server knows it: events at `seqs`, internal seqs up to `last`.
struct ServedStream
{
    QList<qint64> seqs;
    qint64 last = 0;
};

struct SeenRequest
{
    QByteArray path;
    QByteArray headers;
    QByteArray body;
};

/// What is asked for.
struct PageAsked
{
    QByteArray executionId;
    qint64 sinceSeq = 0;
    qint64 pageSize = 100;
};
[[nodiscard]] PageAsked pageAsked(const SeenRequest &request);

/// The body of a good answer.
[[nodiscard]] QByteArray goodPage(const ServedStream &stream, const PageAsked &asked);
/// A page whose event `badAt` (from 0) has `badText` as the content of a JSON string, unescaped.
[[nodiscard]] QByteArray pageWithBadEvent(const ServedStream &stream,
                                          const PageAsked &asked,
                                          qsizetype badAt,
                                          const QByteArray &badText);

/// The whole answer, headers and body, of those faults that are only a matter of bytes; empty for the others, which the
/// server makes by what it does to the connection.
[[nodiscard]] QByteArray answerOf(Fault fault,
                                  const ServedStream &stream,
                                  const PageAsked &asked,
                                  const SeenRequest &request,
                                  const QByteArray &redirectTarget);
/// "HTTP/1.1 200 OK" and so on, with the length and further headers ("name: value\r\n").
[[nodiscard]] QByteArray
httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});

} // namespace Gapline::Test
