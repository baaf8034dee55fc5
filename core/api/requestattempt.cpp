// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/requestattempt.h"

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

/// Room behind the body that the page parser would otherwise copy it for.
constexpr qint64 kParserPadding = 128;
/// Bounds what Qt buffers ahead of us, also while it decompresses.
constexpr qint64 kReadBuffer = qint64(1) << 20;
constexpr std::chrono::milliseconds kHeaderlessAnswerEnds{1000};
constexpr qint64 kLargeBody = qint64(8) << 20;

std::chrono::milliseconds deadlineOf(RequestEnd end, const RequestDeadlines &deadlines)
{
    switch (end) {
    case RequestEnd::NoConnection:
        return deadlines.connect;
    case RequestEnd::NoFirstByte:
        return deadlines.firstByte;
    case RequestEnd::TookTooLong:
        return deadlines.total;
    default:
        return {};
    }
}

} // namespace

RequestAttempt::RequestAttempt(QNetworkReply *reply,
                               const RequestDeadlines &deadlines,
                               const RequestCaps &caps,
                               QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_deadlines(deadlines)
    , m_caps(caps)
{
    reply->setParent(this);
    reply->setReadBufferSize(kReadBuffer);
    m_time.start();
    m_phase.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_phase, &QTimer::timeout, this, [this] {
        if (m_phaseEnd == RequestEnd::Stalled)
            checkRate();
        else
            stop(m_phaseEnd);
    });
    connect(&m_total, &QTimer::timeout, this, [this] { stop(RequestEnd::TookTooLong); });
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        if (m_phaseEnd == RequestEnd::NoConnection) {
            m_phaseEnd = RequestEnd::NoFirstByte;
            m_deadlines.firstByte = withinBegin(m_deadlines.firstByte);
            m_phase.start(m_deadlines.firstByte);
        }
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &RequestAttempt::readHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &RequestAttempt::readBody);
    connect(reply, &QNetworkReply::finished, this, &RequestAttempt::finish);
    // Never ignored; remembered, so that the user learns what is wrong with the certificate.
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsReasons << error.errorString();
    });
    m_deadlines.connect = withinBegin(m_deadlines.connect);
    m_phase.start(m_deadlines.connect);
    m_total.start(m_deadlines.total);
}

RequestAttempt::~RequestAttempt()
{
    m_hasEnded = true;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
}

/// What of a deadline is left of the time until an answer must have begun.
std::chrono::milliseconds RequestAttempt::withinBegin(std::chrono::milliseconds deadline) const
{
    if (!m_deadlines.begin)
        return deadline;
    return std::clamp(*m_deadlines.begin - elapsed(), std::chrono::milliseconds(0), deadline);
}

std::chrono::milliseconds RequestAttempt::elapsed() const
{
    return m_hasEnded ? m_duration : std::chrono::milliseconds(m_time.elapsed());
}

void RequestAttempt::readHeaders()
{
    if (m_hasEnded)
        return;
    qint64 bytes = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        bytes += name.size() + value.size();
    if (bytes > m_caps.headerBytes)
        return stop(RequestEnd::HeadersTooLarge);
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (length > m_caps.bodyBytes)
        return stop(RequestEnd::BodyTooLarge);
    m_facts.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_facts.body.isEmpty() && length > 0)
        m_facts.body.reserve(length + kParserPadding);
    // Qt has a limit of its own, below ours (about 100 KB): it then drops all headers and never finishes. An answer
    // that really has none ends soon, for nothing says how long it would be.
    const bool lacksHeaders = m_reply->rawHeaderPairs().isEmpty() && m_reply->isRunning();
    if (m_phaseEnd != RequestEnd::Stalled && m_phaseEnd != RequestEnd::HeadersTooLarge) {
        m_phaseEnd = lacksHeaders ? RequestEnd::HeadersTooLarge : RequestEnd::Stalled;
        m_phase.start(lacksHeaders ? std::min(m_deadlines.stallWindow, kHeaderlessAnswerEnds)
                                   : m_deadlines.stallWindow);
    }
}

void RequestAttempt::readBody()
{
    if (m_hasEnded)
        return;
    const qint64 available = m_reply->bytesAvailable();
    if (m_facts.body.size() + available > m_caps.bodyBytes)
        return stop(RequestEnd::BodyTooLarge);
    const qsizetype size = m_facts.body.size();
    // Doubling on the way to a large body would hold it twice; room that is not written to costs no memory.
    if (size > kLargeBody && m_facts.body.capacity() < size + available)
        m_facts.body.reserve(m_caps.bodyBytes + kParserPadding);
    // Straight into its place: readAll() would hold what has piled up twice.
    m_facts.body.resize(size + available);
    const qint64 taken = m_reply->read(m_facts.body.data() + size, available);
    m_facts.body.resize(size + std::max<qint64>(taken, 0));
    m_windowBytes += available;
}

void RequestAttempt::checkRate()
{
    const double seconds = double(m_deadlines.stallWindow.count()) / 1000.0;
    if (double(m_windowBytes) < double(m_deadlines.leastBytesPerSecond) * seconds)
        return stop(RequestEnd::Stalled);
    m_windowBytes = 0;
    m_phase.start(m_deadlines.stallWindow);
}

void RequestAttempt::finish()
{
    if (m_hasEnded)
        return;
    readHeaders();
    readBody();
    if (m_hasEnded)
        return;
    m_facts.transport = m_reply->error();
    if (m_facts.transport != QNetworkReply::NoError)
        m_facts.transportText = m_tlsReasons.isEmpty() ? m_reply->errorString()
                                                       : m_tlsReasons.join(QLatin1String("; "));
    m_facts.retryAfter = m_reply->rawHeader("retry-after");
    m_facts.location = m_reply->rawHeader("location");
    stop(RequestEnd::Normal);
}

void RequestAttempt::stop(RequestEnd end)
{
    if (m_hasEnded)
        return;
    m_duration = elapsed();
    m_hasEnded = true;
    m_phase.stop();
    m_total.stop();
    m_facts.end = end;
    m_facts.deadline = deadlineOf(end, m_deadlines);
    if (m_reply->isRunning())
        m_reply->abort();
    emit ended(m_facts);
}

} // namespace Gapline
