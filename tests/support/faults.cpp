// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include "tests/support/json.h"

#include <QByteArrayList>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <zlib.h>

namespace Gapline::Test {
namespace {

QByteArray eventAt(qint64 seq, const QByteArray &text = "plain")
{
    const QByteArray number = QByteArray::number(seq);
    return json("{'eventId':'evt_" + number + "','seq':" + number
                + ",'type':'step.completed','stepId':'step_a_1_x','timestamp':"
                + QByteArray::number(1777374504000 + seq)
                + ",'correlationId':'c','data':{'text':'PAYLOAD ")
        + text + json("'}}");
}

QByteArray
pageOf(const QByteArrayList &events, qint64 cursor, bool hasMore, const QByteArray &execution)
{
    return json("{'result':{'executionId':'" + execution + "','events':[") + events.join(',')
        + json("],'nextCursor':" + QByteArray::number(cursor)
               + ",'hasMore':" + (hasMore ? "true" : "false") + "}}");
}

QByteArray errorOf(const char *status, const QByteArray &message = "as told")
{
    return json("{'error':{'message':'" + message + "','status':'" + QByteArray(status) + "'}}");
}

QByteArray gzip(const QByteArray &bytes, qint64 times = 1)
{
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    if (deflateInit2(&stream, 9, Z_DEFLATED, kGzip, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed;
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    for (qint64 i = 0; i < times; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = uInt(bytes.size());
        const int flush = i + 1 == times ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            stream.avail_out = uInt(buffer.size());
            deflate(&stream, flush);
            packed.append(buffer.constData(), buffer.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

const QByteArray &bomb()
{
    // 400 MiB of blanks, which JSON allows before a value.
    static const QByteArray packed = gzip(QByteArray(1 << 20, ' '), 400);
    return packed;
}

/// The headers of the request in one line that a JSON string may hold.
QByteArray echoOf(const SeenRequest &request)
{
    QByteArray echo = request.headers;
    return echo.replace("\r\n", " ").replace('"', "");
}

/// Bodies of sound answers, some of which break the contract.
QByteArray bodyOf(Fault fault, const ServedStream &stream, const PageAsked &asked)
{
    const qint64 since = asked.sinceSeq;
    const QByteArray &id = asked.executionId;
    switch (fault) {
    case Fault::StuckCursor:
        return pageOf({}, since, true, id);
    case Fault::EndlessMore:
        return pageOf({}, since + 1, true, id);
    case Fault::WrongExecution:
        return pageOf({}, since + 1, false, "exec_other");
    case Fault::Descending:
        return pageOf({eventAt(since + 2), eventAt(since + 1)}, since + 2, false, id);
    case Fault::RepeatedSeq:
        return pageOf({eventAt(since + 1), eventAt(since + 1)}, since + 2, false, id);
    case Fault::BelowSince:
        return pageOf({eventAt(since)}, since + 2, false, id);
    case Fault::AboveCursor:
        return pageOf({eventAt(since + 3)}, since + 2, false, id);
    case Fault::WrongType:
        return pageOf({json("{'seq':1.5,'timestamp':1}")}, since + 2, false, id);
    case Fault::BadPayload:
        return pageWithBadEvent(stream, asked, 0, "\\ud800");
    case Fault::OversizeEvent:
        return pageOf({eventAt(since + 1, QByteArray((4 << 20) + 1, 'x'))}, since + 1, false, id);
    case Fault::TwoDocuments:
        return goodPage(stream, asked) + goodPage(stream, asked);
    case Fault::CutJson: {
        const QByteArray good = goodPage(stream, asked);
        return good.first(good.size() / 2);
    }
    case Fault::Html200:
        return "<html>Please log in</html>";
    case Fault::Empty200:
        return {};
    case Fault::ResourceExhausted:
        return errorOf("RESOURCE_EXHAUSTED");
    default:
        return goodPage(stream, asked);
    }
}

QByteArray packedAnswerOf(Fault fault, const QByteArray &good)
{
    if (fault == Fault::GzipBomb)
        return httpAnswer("200 OK", bomb(), "content-encoding: gzip\r\n");
    const bool isGzip = fault == Fault::CutGzip;
    const QByteArray packed = isGzip ? gzip(good) : qCompress(good).mid(4);
    return httpAnswer("200 OK",
                      packed.first(packed.size() / 2),
                      isGzip ? "content-encoding: gzip\r\n" : "content-encoding: deflate\r\n");
}

QByteArray headersOf(int count)
{
    QByteArray headers;
    for (int i = 0; i < count; ++i)
        headers += "x-" + QByteArray::number(i) + ": " + QByteArray(1000, 'h') + "\r\n";
    return headers;
}

} // namespace

QByteArray nameOf(Fault fault)
{
    return QMetaEnum::fromType<Fault>().valueToKey(int(fault));
}

PageAsked pageAsked(const SeenRequest &request)
{
    const QJsonObject data =
        QJsonDocument::fromJson(request.body).object().value(QLatin1String("data")).toObject();
    return {data.value(QLatin1String("executionId")).toString().toUtf8(),
            data.value(QLatin1String("sinceSeq")).toInteger(),
            data.value(QLatin1String("pageSize")).toInteger(100)};
}

QByteArray goodPage(const ServedStream &stream, const PageAsked &asked)
{
    return pageWithBadEvent(stream, asked, -1, {});
}

QByteArray pageWithBadEvent(const ServedStream &stream,
                            const PageAsked &asked,
                            qsizetype badAt,
                            const QByteArray &badText)
{
    QByteArrayList events;
    qint64 cursor = asked.sinceSeq;
    for (const qint64 seq : stream.seqs) {
        if (seq <= asked.sinceSeq)
            continue;
        if (events.size() == asked.pageSize)
            return pageOf(events, cursor, true, asked.executionId);
        events << (events.size() == badAt ? eventAt(seq, badText) : eventAt(seq));
        cursor = seq;
    }
    return pageOf(events, std::max(asked.sinceSeq, stream.last), false, asked.executionId);
}

QByteArray httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\ncontent-type: application/json\r\n" + headers
        + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray answerOf(Fault fault,
                    const ServedStream &stream,
                    const PageAsked &asked,
                    const SeenRequest &request,
                    const QByteArray &redirectTarget)
{
    const QByteArray location = "location: " + redirectTarget + "\r\n";
    switch (fault) {
    case Fault::Garbage:
        return "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n";
    case Fault::OversizeHeaders:
        return httpAnswer("200 OK", goodPage(stream, asked), headersOf(300));
    case Fault::LargeHeaders:
        return httpAnswer("200 OK", goodPage(stream, asked), headersOf(60));
    case Fault::CutDeflate:
    case Fault::CutGzip:
    case Fault::GzipBomb:
        return packedAnswerOf(fault, goodPage(stream, asked));
    case Fault::Html502:
        return httpAnswer("502 Bad Gateway", "<html>Bad gateway</html>");
    case Fault::Html503:
        return httpAnswer("503 Service Unavailable", "<html>Later</html>");
    case Fault::NoContent204:
        return "HTTP/1.1 204 No Content\r\n\r\n";
    case Fault::Partial206:
        return httpAnswer("206 Partial Content", goodPage(stream, asked));
    case Fault::Redirect301:
        return httpAnswer("301 Moved Permanently", {}, location);
    case Fault::Redirect307:
        return httpAnswer("307 Temporary Redirect", {}, location);
    case Fault::Redirect308:
        return httpAnswer("308 Permanent Redirect", {}, location);
    case Fault::EchoInRedirect:
        return httpAnswer("302 Found",
                          {},
                          "location: https://elsewhere.test/?" + echoOf(request).replace(' ', '+')
                              + "\r\n");
    case Fault::EchoSecrets:
        return httpAnswer("403 Forbidden",
                          errorOf("PERMISSION_DENIED", echoOf(request)),
                          "x-request-id: " + echoOf(request).left(150) + "\r\n");
    case Fault::TooMany429:
        return httpAnswer("429 Too Many Requests", {});
    case Fault::TooManyWithRetryAfter:
    case Fault::TooManyRetryNow:
    case Fault::TooManyForAnHour:
        return httpAnswer("429 Too Many Requests",
                          errorOf("RESOURCE_EXHAUSTED"),
                          fault == Fault::TooManyRetryNow        ? "retry-after: 0\r\n"
                              : fault == Fault::TooManyForAnHour ? "retry-after: 3600\r\n"
                                                                 : "retry-after: 1\r\n");
    case Fault::DeadlineExceeded:
        return httpAnswer("504 Gateway Timeout", errorOf("DEADLINE_EXCEEDED"));
    case Fault::Unavailable:
        return httpAnswer("503 Service Unavailable", errorOf("UNAVAILABLE"));
    case Fault::PermissionDenied:
        return httpAnswer("403 Forbidden", errorOf("PERMISSION_DENIED"));
    case Fault::Unauthenticated:
        return httpAnswer("401 Unauthorized", errorOf("UNAUTHENTICATED", "Token has expired"));
    case Fault::NotFound:
        return httpAnswer("404 Not Found", errorOf("NOT_FOUND"));
    case Fault::CloseAtOnce:
    case Fault::BreakInBody:
    case Fault::ResetInBody:
    case Fault::ResetAfterBody:
    case Fault::CutChunked:
    case Fault::Silence:
    case Fault::StallInHeaders:
    case Fault::StallInBody:
    case Fault::SlowDrip:
    case Fault::OversizeLength:
    case Fault::OversizeBody:
        return {};
    default:
        return httpAnswer("200 OK", bodyOf(fault, stream, asked));
    }
}

} // namespace Gapline::Test
