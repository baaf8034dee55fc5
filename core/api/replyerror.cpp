// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/replyerror.h"

#include "core/domain/displaytext.h"
#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace Gapline {
namespace {

constexpr qsizetype kServerTextLimit = 300;
constexpr int kIssuesNamed = 5;
constexpr std::chrono::hours kLongestRetryAfter{1};

struct Envelope
{
    QString status;
    QString message;
    QStringList issues;
};

QString plainText(QByteArrayView token)
{
    const QString text = token.startsWith('"') ? decodeJsonString(token) : QString::fromUtf8(token);
    return displayText(text, kServerTextLimit);
}

/// "sinceSeq: Expected number" of {code, path, message}; path is a text or an array of keys.
QString issueText(QByteArrayView issue)
{
    QStringList path;
    QString message;
    visitJsonMembers(issue, [&path, &message](QByteArrayView key, QByteArrayView value) {
        if (key == "\"message\"")
            message = plainText(value);
        else if (key == "\"path\"" && value.startsWith('['))
            visitJsonElements(value, [&path](QByteArrayView part) { path << plainText(part); });
        else if (key == "\"path\"")
            path << plainText(value);
    });
    return path.isEmpty() ? message : QStringLiteral("%1: %2").arg(path.join(u'.'), message);
}

Envelope readEnvelope(QByteArrayView error)
{
    Envelope envelope;
    if (error.startsWith('"'))
        envelope.message = plainText(error);
    visitJsonMembers(error, [&envelope](QByteArrayView key, QByteArrayView value) {
        if (key == "\"status\"" && value.startsWith('"'))
            envelope.status = plainText(value);
        else if (key == "\"message\"")
            envelope.message = plainText(value);
        else if (key == "\"details\"")
            visitJsonMembers(value, [&envelope](QByteArrayView name, QByteArrayView list) {
                if (name != "\"issues\"")
                    return;
                visitJsonElements(list, [&envelope](QByteArrayView issue) {
                    if (envelope.issues.size() < kIssuesNamed)
                        envelope.issues << issueText(issue);
                });
            });
    });
    return envelope;
}

bool namesMissingCredential(const QString &message)
{
    const bool isRequired = message.contains(QLatin1String("required"), Qt::CaseInsensitive);
    return isRequired
        && (message.contains(QLatin1String("auth token"), Qt::CaseInsensitive)
            || message.contains(QLatin1String("api key"), Qt::CaseInsensitive));
}

ErrorId idOfHttpStatus(int status)
{
    if (status >= 300 && status < 400)
        return ErrorId::NetworkRedirect;
    if (status >= 500)
        return ErrorId::NetworkServerError;
    switch (status) {
    case 400:
        return ErrorId::ApiInvalidArgument;
    case 401:
    case 403:
        return ErrorId::CredentialsRejected;
    case 408:
        return ErrorId::NetworkTimeout;
    case 407:
        return ErrorId::NetworkUnreachable;
    case 429:
        return ErrorId::NetworkRateLimited;
    default:
        return status >= 400 ? ErrorId::ApiRefused : ErrorId::NetworkBadAnswer;
    }
}

ErrorId idOfEnvelope(const Envelope &envelope, int httpStatus)
{
    struct Code
    {
        QLatin1String status;
        ErrorId id;
    };
    static constexpr std::array kCodes{
        Code{QLatin1String("INVALID_ARGUMENT"), ErrorId::ApiInvalidArgument},
        Code{QLatin1String("PERMISSION_DENIED"), ErrorId::CredentialsRejected},
        Code{QLatin1String("UNAUTHENTICATED"), ErrorId::CredentialsRejected},
        Code{QLatin1String("NOT_FOUND"), ErrorId::ApiNotFound},
        Code{QLatin1String("FAILED_PRECONDITION"), ErrorId::ApiFailedPrecondition},
        Code{QLatin1String("RESOURCE_EXHAUSTED"), ErrorId::NetworkRateLimited},
        Code{QLatin1String("DEADLINE_EXCEEDED"), ErrorId::NetworkDeadlineExceeded},
        Code{QLatin1String("UNAVAILABLE"), ErrorId::NetworkServerError},
        Code{QLatin1String("INTERNAL"), ErrorId::NetworkServerError},
    };
    for (const Code &code : kCodes) {
        if (envelope.status != code.status)
            continue;
        const bool isMissing =
            code.id == ErrorId::ApiInvalidArgument && namesMissingCredential(envelope.message);
        return isMissing ? ErrorId::CredentialsMissing : code.id;
    }
    // A code that is not known: the HTTP status may still tell a fault that passes from a refusal.
    const ErrorId id = httpStatus < 400 ? ErrorId::ApiRefused : idOfHttpStatus(httpStatus);
    return id == ErrorId::ApiInvalidArgument ? ErrorId::ApiRefused : id;
}

QString within(const QString &text, std::chrono::milliseconds deadline)
{
    double seconds = std::chrono::duration<double>(deadline).count();
    if (seconds > 1) // What is left of a minute comes with its milliseconds.
        seconds = std::round(seconds * 10) / 10;
    return text.arg(seconds);
}

/// The error of a request that this program ended itself.
std::optional<Error> errorOfEnd(const ReplyFacts &reply)
{
    const QString received = CoreText::tr("%1 bytes had arrived.").arg(reply.body.size());
    switch (reply.end) {
    case RequestEnd::Normal:
        return std::nullopt;
    case RequestEnd::Cancelled:
        return Error{ErrorId::Cancelled, CoreText::tr("The request was cancelled.")};
    case RequestEnd::NoConnection:
        return Error{
            ErrorId::NetworkTimeout,
            within(CoreText::tr("No connection could be made within %1 s."), reply.deadline)};
    case RequestEnd::NoFirstByte:
        return Error{ErrorId::NetworkTimeout,
                     within(CoreText::tr("No answer began within %1 s."), reply.deadline)};
    case RequestEnd::Stalled:
        return Error{ErrorId::NetworkTimeout,
                     CoreText::tr("The answer came too slowly: less than 1 KiB/s."),
                     received};
    case RequestEnd::TookTooLong:
        return Error{ErrorId::NetworkTimeout,
                     within(CoreText::tr("The answer did not end within %1 s."), reply.deadline),
                     received};
    case RequestEnd::BodyTooLarge:
        return Error{ErrorId::NetworkTooLarge,
                     CoreText::tr("The answer's body is larger than may be read."),
                     received};
    case RequestEnd::HeadersTooLarge:
        return Error{ErrorId::NetworkTooLarge,
                     CoreText::tr("The answer's headers are larger than may be read.")};
    }
    return std::nullopt;
}

QString httpFacts(const ReplyFacts &reply)
{
    return QStringLiteral("HTTP %1, %2 bytes").arg(reply.httpStatus).arg(reply.body.size());
}

/// The message holds the reason, which is all that the details could say.
std::optional<Error> errorOfTransport(const ReplyFacts &reply)
{
    const QString reason = displayText(reply.transportText, kServerTextLimit);
    if (reply.transport == QNetworkReply::SslHandshakeFailedError)
        return Error{ErrorId::NetworkTls,
                     CoreText::tr("The server's TLS certificate is not trusted: %1").arg(reason)};
    // Qt reports HTTP statuses as errors of these ranges; the status says it better. 400 and 418 lie outside them.
    const bool isHttpStatus = reply.transport == QNetworkReply::NoError
        || (reply.transport == QNetworkReply::ProtocolInvalidOperationError
            && reply.httpStatus >= 400)
        || (reply.transport >= QNetworkReply::ContentAccessDenied
            && reply.transport <= QNetworkReply::UnknownContentError)
        || reply.transport >= QNetworkReply::InternalServerError;
    if (isHttpStatus)
        return std::nullopt;
    if (reply.httpStatus == 0)
        return Error{ErrorId::NetworkUnreachable,
                     CoreText::tr("The server could not be reached: %1").arg(reason)};
    return Error{ErrorId::NetworkUnreachable,
                 CoreText::tr("The connection broke off in mid-answer: %1").arg(reason),
                 httpFacts(reply)};
}

Error errorOfHttpStatus(const ReplyFacts &reply)
{
    Error error{idOfHttpStatus(reply.httpStatus),
                CoreText::tr("The server answered with HTTP status %1 and no error envelope.")
                    .arg(reply.httpStatus),
                httpFacts(reply)};
    if (error.id == ErrorId::NetworkRedirect) {
        const QString location = QString::fromUtf8(reply.location).trimmed();
        error.message = location.isEmpty()
            ? CoreText::tr("The server redirects (HTTP %1) without saying where to; that is not "
                           "followed.")
                  .arg(reply.httpStatus)
            : CoreText::tr("The server redirects (HTTP %1) to %2; that is not followed.")
                  .arg(reply.httpStatus)
                  .arg(displayText(location, kServerTextLimit));
    }
    return error;
}

} // namespace

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, EpochMs now)
{
    using std::chrono::milliseconds;
    const QString text = QString::fromLatin1(value).trimmed();
    bool isNumber = false;
    const qint64 wholeSeconds = text.toLongLong(&isNumber);
    milliseconds delay{};
    if (isNumber) {
        if (wholeSeconds < 0)
            return std::nullopt;
        delay = milliseconds(qMin<qint64>(wholeSeconds, 3600) * 1000);
    } else {
        QDateTime date =
            QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        if (!date.isValid())
            return std::nullopt;
        date.setTimeSpec(Qt::UTC);
        delay = milliseconds(qMax<qint64>(0, date.toMSecsSinceEpoch() - toEpochMs(now)));
    }
    return std::min<milliseconds>(delay, kLongestRetryAfter);
}

std::optional<Error> errorOfEnvelope(QByteArrayView body,
                                     int httpStatus,
                                     std::optional<std::chrono::milliseconds> retryAfter)
{
    QByteArrayView error;
    const bool isObject =
        visitJsonMembers(body, [&error](QByteArrayView key, QByteArrayView value) {
            if (key == "\"error\"" && value != "null")
                error = value;
        });
    if (!isObject || error.isEmpty())
        return std::nullopt;
    const Envelope envelope = readEnvelope(error);
    const ErrorId id = idOfEnvelope(envelope, httpStatus);
    const QString message =
        envelope.message.isEmpty() ? CoreText::tr("(no message)") : envelope.message;
    const QString issues = envelope.issues.isEmpty()
        ? QString()
        : QStringLiteral(" (%1)").arg(envelope.issues.join(QLatin1String("; ")));
    const QString code = envelope.status.isEmpty() ? CoreText::tr("an error") : envelope.status;
    return Error{id,
                 CoreText::tr("The API answered %1: %2%3").arg(code, message, issues),
                 QStringLiteral("HTTP %1, error.status %2").arg(httpStatus).arg(code),
                 id == ErrorId::NetworkRateLimited || errorClass(id).isRetried ? retryAfter
                                                                               : std::nullopt};
}

Error unreadableAnswer(QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    const QString details = CoreText::tr("%1 bytes").arg(body.size());
    if (text.isEmpty())
        return {ErrorId::NetworkBadAnswer, CoreText::tr("The answer is empty."), details};
    if (text.startsWith('<'))
        return {ErrorId::NetworkBadAnswer,
                CoreText::tr("The answer is a web page, not JSON: something stands between."),
                details};
    if (text.startsWith('{') && !isJsonStructure(text))
        return {ErrorId::NetworkBadAnswer,
                CoreText::tr("The answer is cut off, or no well-formed JSON (%1 bytes).")
                    .arg(body.size()),
                details};
    return {ErrorId::NetworkBadAnswer,
            CoreText::tr("The answer is no JSON envelope with a result."),
            details};
}

std::optional<Error> errorOfReply(const ReplyFacts &reply, EpochMs now)
{
    if (const std::optional<Error> error = errorOfEnd(reply))
        return error;
    if (std::optional<Error> error = errorOfTransport(reply))
        return error;
    if (reply.httpStatus == 200 && reply.transport != QNetworkReply::NoError)
        return Error{ErrorId::NetworkBadAnswer,
                     CoreText::tr("The answer could not be read to its end: %1")
                         .arg(displayText(reply.transportText, kServerTextLimit))};
    if (reply.httpStatus == 200)
        return std::nullopt;
    // A redirect stays a redirect, whatever its body claims.
    const bool isRedirect = reply.httpStatus >= 300 && reply.httpStatus < 400;
    const auto retryAfter = parseRetryAfter(reply.retryAfter, now);
    if (!isRedirect) {
        if (std::optional<Error> error = errorOfEnvelope(reply.body, reply.httpStatus, retryAfter))
            return error;
    }
    Error error = errorOfHttpStatus(reply);
    if (error.kind().isRetried)
        error.retryAfter = retryAfter;
    return error;
}

} // namespace Gapline
