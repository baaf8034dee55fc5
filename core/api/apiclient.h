// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/answerqueue.h"
#include "core/api/networklanes.h"
#include "core/api/ratelimiter.h"
#include "core/api/requestattempt.h"
#include "core/api/requestqueue.h"
#include "core/api/retrypolicy.h"
#include "core/api/secretmask.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/httplog.h"
#include "core/domain/profile.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace Gapline {

class ApiJob;

/// How a client behaves; the defaults are those of the product.
struct ApiOptions
{
    RequestDeadlines deadlines;
    RequestCaps caps;
    RetryLimits retries;
    /// Requests under way at the same time, at most. Absent: 6, on loopback 48.
    std::optional<int> inFlight;
    /// Credential errors hold every request until setCredentials(). Where nobody can be asked (command line), they
    /// end the request instead.
    bool holdsForCredentials = false;
    /// Absent: 2 per second at first, unlimited on loopback.
    std::optional<RateLimits> rate;
    /// Chance in [0, 1) for the jitter of waits; absent: the system's.
    std::function<double()> random;
};

/// The one place that makes requests (trust.md, "Network"): adds the credentials, queues, keeps to the rate, retries
/// with back-off, and holds everything while credentials are asked for. Redirects are never followed, so that the
/// keys travel to the profile's origin alone. Lives on the thread that made it; jobs report there.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    ApiClient(const Profile &profile,
              const Credentials &credentials,
              const Clock &clock,
              const ApiOptions &options = {},
              QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const HttpLog &log() const { return m_log; }
    [[nodiscard]] const RateLimiter &rate() const { return m_rate; }
    /// For what is said of an answer after it was found to be good: a server may echo what it was sent.
    [[nodiscard]] const SecretMask &mask() const { return m_mask; }
    [[nodiscard]] int inFlight() const { return m_queue.running(); }
    /// Started, and waiting for their turn: not those that wait before a retry.
    [[nodiscard]] qsizetype waiting() const { return m_queue.waiting(); }
    /// How many requests more would be under way at once rather than wait. None while anything fails, is limited or
    /// is held: not the time for requests that are not strictly needed.
    [[nodiscard]] int spare() const;

    /// Takes ownership of the job. It reports later, never from within this call.
    void start(ApiJob *job);
    void cancel(ApiJob *job);
    /// So many requests will soon be under way at once: once those that wait are sent, the connections that they lack
    /// are opened, which saves each of them the round trips of a handshake. No request is made, and none is counted.
    void expect(int atOnce);
    /// Requests that were held go on with them.
    void setCredentials(const Credentials &credentials);
    /// Ends the waits before retries.
    void retryNow();

signals:
    void credentialsNeeded(const Gapline::Error &why);
    void retryScheduled(const Gapline::Error &why, std::chrono::milliseconds delay);
    /// The first good answer after retryScheduled().
    void retryCleared();
    /// An attempt was sent.
    void attemptBegun();
    /// An attempt has ended; it is in log() as well.
    void attemptLogged(const Gapline::HttpLogEntry &attempt);

private:
    struct Running;
    using Id = RequestQueue::Id;

    void pump();
    void openAhead();
    void pumpLater(std::chrono::milliseconds delay);
    [[nodiscard]] std::optional<Error> prepare();
    void send(Id id);
    void take(const AnswerQueue::Answer &answer);
    void record(const Running &running, const ReplyFacts &facts, const std::optional<Error> &error);
    void retryOrReport(Id id, const Error &error);
    void holdFor(Id id, const Error &error);
    void report(Id id, const std::optional<Error> &error);
    [[nodiscard]] Id idOf(const ApiJob *job) const;

    Profile m_profile;
    Credentials m_credentials;
    SecretMask m_mask; ///< Of m_credentials.
    const Clock &m_clock;
    ApiOptions m_options;
    RateLimiter m_rate;
    RequestQueue m_queue;
    NetworkLanes m_lanes;
    AnswerQueue m_answers;
    HttpLog m_log;
    std::optional<Error> m_setupError; ///< The CA file cannot be used, or the base URL is insecure.
    QHash<Id, std::shared_ptr<Running>> m_running;
    QTimer m_pumpTimer;
    Id m_lastId = 0;
    QSslConfiguration m_tls; ///< With the profile's own CA, once a request was made.
    int m_expected = 0; ///< See expect().
    std::optional<QString> m_proxy; ///< In words; empty when there is none. Asked for once.
    bool m_isRetrying = false;
};

} // namespace Gapline
