// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apiclient.h"

#include "core/api/apijob.h"
#include "core/api/apirequest.h"
#include "core/api/loggedheaders.h"
#include "core/base/log.h"
#include "core/domain/wording.h"

#include <QRandomGenerator>
#include <QSslConfiguration>

namespace Gapline {
namespace {

/// A server on this machine has no quota to keep, and its round trips cost nothing.
constexpr int kAtOnceOnLoopback = 48;

RateLimits rateOf(const Profile &profile, const ApiOptions &options)
{
    const bool isLocal = isLoopback(profile.baseUrl);
    RateLimits limits = options.rate.value_or(RateLimits());
    if (!options.rate && isLocal)
        limits.start = std::nullopt;
    limits.atOnce = options.inFlight.value_or(isLocal ? kAtOnceOnLoopback : limits.atOnce);
    return limits;
}

bool isAboutCredentials(const Error &error)
{
    return error.exitStatus() == ExitStatus::Credentials;
}

/// No request waits that long in silence.
Error pausedFor(std::chrono::milliseconds wait)
{
    return {ErrorId::NetworkRateLimited,
            CoreText::tr("The server asked for no request within the next %1 s.")
                .arg(std::chrono::ceil<std::chrono::seconds>(wait).count()),
            {},
            wait};
}

bool isGoodAnswer(const ReplyFacts &facts)
{
    return facts.end == RequestEnd::Normal && facts.transport == QNetworkReply::NoError
        && facts.httpStatus == 200;
}

} // namespace

/// A job that has been started and has not reported yet.
struct ApiClient::Running
{
    ApiJob *job = nullptr;
    RequestAttempt *attempt = nullptr; ///< While a request is under way.
    QTimer *retryTimer = nullptr; ///< While it waits for its next attempt.
    NetworkLanes::Lane *lane = nullptr; ///< While a request is under way.
    EpochMs startedAt;
    std::chrono::milliseconds sentAt{0}; ///< Monotonic.
    int attempts = 0;
    /// By its attempts and by the waits between them; not by its turn in the queue or while credentials are asked for,
    /// which are no faults.
    std::chrono::milliseconds spent{0};
};

ApiClient::ApiClient(const Profile &profile,
                     const Credentials &credentials,
                     const Clock &clock,
                     const ApiOptions &options,
                     QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_credentials(credentials)
    , m_mask(credentials)
    , m_clock(clock)
    , m_options(options)
    , m_rate(clock, rateOf(profile, options))
    , m_queue(m_rate.atOnce())
    , m_lanes(profile.baseUrl)
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    if (!m_options.random)
        m_options.random = [] { return QRandomGenerator::global()->generateDouble(); };
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_pumpTimer, &QTimer::timeout, this, &ApiClient::pump);
    connect(&m_answers, &AnswerQueue::due, this, &ApiClient::take);

    if (const Result<QUrl> url = checkedBaseUrl(m_profile.baseUrl.toString()); url)
        m_profile.baseUrl = *url;
    else
        m_setupError = url.error();
}

ApiClient::~ApiClient()
{
    // Jobs die unreported: whoever waits for them is being destroyed as well.
    // Attempts, also those that have ended, must go before the managers whose replies they own.
    qDeleteAll(findChildren<RequestAttempt *>(Qt::FindDirectChildrenOnly));
}

int ApiClient::spare() const
{
    if (m_queue.isHeld() || m_isRetrying || m_rate.isLimiting())
        return 0;
    return std::max(0, m_rate.sustained() - m_queue.running() - int(m_queue.waiting()));
}

void ApiClient::start(ApiJob *job)
{
    job->setParent(this);
    job->m_client = this;
    auto running = std::make_shared<Running>();
    running->job = job;
    m_running.insert(++m_lastId, running);
    m_queue.add(m_lastId, job->urgency());
    pumpLater(std::chrono::milliseconds(0));
}

ApiClient::Id ApiClient::idOf(const ApiJob *job) const
{
    for (auto it = m_running.begin(); it != m_running.end(); ++it) {
        if (it.value()->job == job)
            return it.key();
    }
    return 0;
}

void ApiClient::cancel(ApiJob *job)
{
    if (const Id id = idOf(job))
        report(id, Error{ErrorId::Cancelled, CoreText::tr("The request was cancelled.")});
}

void ApiClient::expect(int atOnce)
{
    m_expected = std::min(atOnce, m_rate.atOnce());
    if (m_expected > 0)
        pumpLater(std::chrono::milliseconds(0));
}

void ApiClient::setCredentials(const Credentials &credentials)
{
    m_credentials = credentials;
    m_mask = SecretMask(credentials);
    m_queue.resume();
    pumpLater(std::chrono::milliseconds(0));
}

void ApiClient::retryNow()
{
    m_rate.endPause();
    for (const auto &running : std::as_const(m_running)) {
        if (running->retryTimer)
            running->retryTimer->start(0);
    }
    pumpLater(std::chrono::milliseconds(0));
}

void ApiClient::pumpLater(std::chrono::milliseconds delay)
{
    if (!m_pumpTimer.isActive() || m_pumpTimer.remainingTimeAsDuration() > delay)
        m_pumpTimer.start(delay);
}

void ApiClient::pump()
{
    const QPointer<ApiClient> alive(this); // Whoever is reported to may drop the connection.
    while (alive && m_queue.hasNext()) {
        const auto wait = m_rate.wait();
        const bool isTooLong = wait > m_options.retries.total;
        if (wait > std::chrono::milliseconds(0) && !isTooLong)
            return pumpLater(wait);
        const std::optional<Id> id = m_queue.takeNext();
        if (isTooLong)
            report(*id, pausedFor(wait));
        else if (const std::optional<Error> error = prepare())
            isAboutCredentials(*error) ? holdFor(*id, *error) : report(*id, *error);
        else
            send(*id);
    }
    if (alive
        && m_expected
            > 0) // Once Qt has begun with the requests: these take the connections that are there.
        QMetaObject::invokeMethod(this, &ApiClient::openAhead, Qt::QueuedConnection);
}

void ApiClient::openAhead()
{
    if (const int expected = std::exchange(m_expected, 0); expected > 0 && !m_setupError)
        m_lanes.openAhead(expected, m_tls, m_options.deadlines.connect);
}

/// What keeps a request from being sent at all.
std::optional<Error> ApiClient::prepare()
{
    if (m_setupError)
        return m_setupError;
    if (m_credentials.apiKey.isEmpty() || m_credentials.authToken.isEmpty())
        return Error{ErrorId::CredentialsMissing,
                     m_credentials.apiKey.isEmpty() ? CoreText::tr("No API key is set.")
                                                    : CoreText::tr("No auth token is set.")};
    if (!m_credentials.apiKey.isSendable() || !m_credentials.authToken.isSendable())
        return Error{ErrorId::CredentialsUnusable,
                     m_credentials.apiKey.isSendable()
                         ? CoreText::tr("The auth token holds characters that cannot be sent.")
                         : CoreText::tr("The API key holds characters that cannot be sent.")};
    return std::nullopt;
}

void ApiClient::send(Id id)
{
    const std::shared_ptr<Running> running = m_running.value(id);
    QNetworkRequest request =
        apiRequest(m_profile.baseUrl.resolved(QUrl(running->job->path())), m_credentials);
    // Our own cap counts unpacked bytes. Qt's check would end a bomb as if it were damaged, to be tried again.
    request.setDecompressedSafetyCheckThreshold(-1);
    if (!m_profile.caFile.isEmpty()) {
        m_tls = QSslConfiguration::defaultConfiguration();
        if (const std::optional<Error> error = addOwnCa(m_tls, m_profile.caFile)) {
            m_setupError = error;
            return report(id, *error);
        }
        request.setSslConfiguration(m_tls);
    }
    if (!m_proxy)
        m_proxy = proxyFor(m_profile.baseUrl);
    m_rate.take();
    ++running->attempts;
    running->startedAt = m_clock.now();
    running->sentAt = m_clock.monotonic();
    running->lane = &m_lanes.enter();
    QNetworkReply *reply = running->lane->manager.post(request, running->job->requestBody());
    RequestDeadlines deadlines = m_options.deadlines;
    if (running->attempts > 1)
        deadlines.begin = timeForTry(m_options.retries, running->spent);
    running->attempt = new RequestAttempt(reply, deadlines, m_options.caps, this);
    connect(running->attempt, &RequestAttempt::ended, this, [this, id](const ReplyFacts &facts) {
        m_answers.add({id, facts, m_clock.monotonic()});
    });
    emit attemptBegun();
}

void ApiClient::take(const AnswerQueue::Answer &answer)
{
    const auto &[id, facts, at] = answer;
    const std::shared_ptr<Running> running = m_running.value(id);
    if (!running) // Cancelled while it waited for its turn.
        return;
    // A server may echo what it was sent. A good page is evidence and stays as it is; anything else is masked
    // before it reaches a message.
    ReplyFacts said = isGoodAnswer(facts) ? facts : m_mask.masked(facts);
    std::optional<Error> error = errorOfReply(said, m_clock.now());
    if (!error)
        error = running->job->read(said.body);
    if (error && isGoodAnswer(facts)) {
        said = m_mask.masked(facts);
        if (said.body != facts.body)
            error = running->job->read(said.body).value_or(*error);
    }
    record(*running, said, error);
    running->attempt->deleteLater();
    running->attempt = nullptr;
    NetworkLanes::leave(*std::exchange(running->lane, nullptr));
    running->spent += at - running->sentAt;
    if (error) {
        retryOrReport(id, *error);
        return;
    }
    m_rate.answered(at - running->sentAt);
    m_queue.setLimit(m_rate.atOnce());
    if (std::exchange(m_isRetrying, false))
        emit retryCleared();
    report(id, std::nullopt);
}

void ApiClient::record(const Running &running,
                       const ReplyFacts &facts,
                       const std::optional<Error> &error)
{
    HttpLogEntry entry;
    entry.startedAt = running.startedAt;
    entry.duration = running.attempt->elapsed();
    entry.url = running.attempt->reply().url().toString();
    entry.proxy = m_proxy.value_or(QString());
    entry.path = running.job->path();
    entry.subject = running.job->subject();
    entry.executionId = running.job->executionId();
    entry.sinceSeq = running.job->sinceSeq();
    entry.requestBody = m_mask.masked(running.job->requestBody()); // A cursor is the server's word.
    entry.attempt = running.attempts;
    if (facts.httpStatus != 0)
        entry.httpStatus = facts.httpStatus;
    entry.bytes = facts.body.size();
    entry.headers = loggableHeaders(running.attempt->reply());
    for (auto &[name, value] : entry.headers)
        value = m_mask.masked(value);
    if (error) {
        entry.errorId = error->textId();
        entry.message = error->message;
        entry.answer = facts.body;
    }
    m_log.add(entry);
    qCDebug(lcApi) << entry.path << entry.subject << "attempt" << entry.attempt << "HTTP"
                   << facts.httpStatus << entry.bytes << "bytes" << entry.duration.count() << "ms"
                   << entry.errorId;
    emit attemptLogged(m_log.entries().constLast());
}

void ApiClient::retryOrReport(Id id, const Error &error)
{
    const std::shared_ptr<Running> running = m_running.value(id);
    if (error.id == ErrorId::NetworkRateLimited) {
        m_rate.limited(error.retryAfter, running->sentAt);
        m_queue.setLimit(m_rate.atOnce());
    }
    if (isAboutCredentials(error))
        return holdFor(id, error);
    const auto wait = waitBeforeRetry(
        m_options.retries, error, running->attempts, running->spent, m_options.random());
    if (!wait)
        return report(id, error);
    running->spent += *wait;
    running->retryTimer = new QTimer(running->job);
    running->retryTimer->setSingleShot(true);
    connect(running->retryTimer, &QTimer::timeout, this, [this, id] {
        const std::shared_ptr<Running> due = m_running.value(id);
        due->retryTimer->deleteLater();
        due->retryTimer = nullptr;
        m_queue.addFirst(id, due->job->urgency());
        pump();
    });
    running->retryTimer->start(*wait);
    m_queue.ended();
    m_isRetrying = true;
    const QPointer<ApiClient> alive(this);
    emit running->job->retried(error);
    if (alive)
        emit retryScheduled(error, *wait);
    if (alive)
        pumpLater(std::chrono::milliseconds(0));
}

void ApiClient::holdFor(Id id, const Error &error)
{
    if (!m_options.holdsForCredentials)
        return report(id, error);
    const bool isFirst = !m_queue.isHeld();
    m_queue.hold();
    m_queue.addFirst(id, m_running.value(id)->job->urgency());
    m_queue.ended();
    // Several requests may be refused at once; the user is asked once.
    if (isFirst)
        emit credentialsNeeded(error);
}

void ApiClient::report(Id id, const std::optional<Error> &error)
{
    const std::shared_ptr<Running> running = m_running.take(id);
    if (!running)
        return;
    const qsizetype waitingBefore = m_queue.waiting();
    m_queue.remove(id);
    const bool wasWaiting = m_queue.waiting() < waitingBefore || running->retryTimer;
    if (!wasWaiting)
        m_queue.ended();
    if (running->attempt && error) {
        ReplyFacts facts;
        facts.end = RequestEnd::Cancelled;
        record(*running, facts, error);
    }
    if (running->lane)
        NetworkLanes::leave(*running->lane);
    delete running->attempt; // Closes its connection at once.
    running->job->deleteLater();
    pumpLater(std::chrono::milliseconds(0));
    running->job->report(error);
}

} // namespace Gapline
