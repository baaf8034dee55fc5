// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/cache/cache.h"
#include "core/domain/replay.h"
#include "core/domain/secret.h"
#include "core/report/comparison.h"
#include "core/report/replayplan.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace Gapline {

class ReplayRun;

/// Of which comparison what was missed is to be sent again, and where to.
struct ReplayRequest
{
    ComparisonPtr comparison; ///< Never null.
    std::optional<ExecutionId> only; ///< Nothing: of all executions.
    ReplayTarget target;
};

/// Sending missed webhooks to the receiver again: first what it would do, which sends nothing, then, on its own word,
/// the sending. Journalled beside the cache, so that it goes on where it was stopped. Lives on the UI thread;
/// destroying it ends what runs.
class ReplayView : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    ReplayView(Cache &cache, const Clock &clock, QObject *parent = nullptr);
    ~ReplayView() override;

    /// The dry run of what was asked for last; null until it is there.
    [[nodiscard]] const std::shared_ptr<const ReplayPlan> &plan() const { return m_plan; }
    [[nodiscard]] bool isPreparing() const { return m_isPreparing; }
    [[nodiscard]] bool isSending() const { return m_run != nullptr; }
    [[nodiscard]] bool isOffline() const { return m_isOffline; }
    [[nodiscard]] const QString &journal() const { return m_journal; }
    /// Where the last replay of this session went; forgotten with the connection, never persisted: it may hold a token.
    [[nodiscard]] const QString &lastUrl() const { return m_lastUrl; }
    [[nodiscard]] qint64 acknowledged() const { return m_acknowledged; }
    [[nodiscard]] qint64 total() const { return m_total; } ///< Of what is being sent.

    /// Which file says what was sent.
    void setJournal(const QString &file);
    /// Nothing is sent while offline; what runs is stopped.
    void setOffline(bool isOffline);

public slots:
    /// Makes the plan on the pool; planChanged() follows, or failed(). Opens no connection.
    void prepare(const Gapline::ReplayRequest &request);
    /// Sends what plan() lists; finished() follows, or failed() when nothing was sent. Without a plan, or while
    /// something is being sent, nothing happens.
    void send(Gapline::SignatureScheme scheme, const Gapline::Secret &secret);
    /// Ends after the answer that is awaited.
    void stop();
    /// Forgets plan and address, and stops.
    void clear();

signals:
    void planChanged();
    void offlineChanged();
    void progressChanged();
    void finished(const Gapline::ReplayOutcome &outcome);
    void failed(const Gapline::Error &error);

private:
    using Webhooks = std::shared_ptr<const std::vector<Webhook>>;
    struct Prepared
    {
        Webhooks webhooks;
        std::shared_ptr<const ReplayPlan> plan;
    };
    [[nodiscard]] static Result<Prepared>
    run(Cache &cache, const ReplayRequest &request, const QString &journal, const Webhooks &known);

    Cache &m_cache;
    const Clock &m_clock;
    QString m_journal;
    bool m_isOffline = false;
    bool m_isPreparing = false;
    ReplayRequest m_request;
    Webhooks m_webhooks; ///< Of m_request's comparison and execution.
    std::shared_ptr<const ReplayPlan> m_plan;
    std::unique_ptr<ReplayRun> m_run;
    QString m_lastUrl;
    qint64 m_acknowledged = 0;
    qint64 m_total = 0;
    Generation m_plans;
    QThreadPool m_pool; ///< Its own: the work waits for the cache.
};

} // namespace Gapline
