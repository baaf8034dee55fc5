// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/replay.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace Gapline {

/// Sends webhooks to a receiver again, one after the other: with the headers that `sign` gives and the mark
/// x-gapline-replay: 1. Each answer is recorded before the next one is sent. Redirects are not followed, TLS is always
/// verified, nothing is retried. Reports once. Lives on the thread that made it.
class WebhookReplay : public QObject
{
    Q_OBJECT

public:
    using Sign = std::function<WebhookHeaders(const Webhook &webhook)>;
    /// `httpStatus`: nothing when no answer came; `problem` says why.
    using Record = std::function<Result<void>(
        const Webhook &webhook, std::optional<int> httpStatus, const QString &problem)>;

    WebhookReplay(const ReplayTarget &target,
                  std::vector<Webhook> webhooks,
                  Sign sign,
                  Record record,
                  QObject *parent = nullptr);
    ~WebhookReplay() override;

    void start();
    /// Ends after the answer that is awaited, so that it is recorded.
    void cancel();

signals:
    void progressed(qint64 acknowledged, qint64 total);
    void finished(const Gapline::ReplayOutcome &outcome);

private:
    void sendNext();
    void take();
    void finish();

    ReplayTarget m_target;
    std::vector<Webhook> m_webhooks;
    Sign m_sign;
    Record m_record;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QTimer m_pace;
    QTimer m_timeout;
    QElapsedTimer m_sinceStart; ///< Of the last one.
    size_t m_next = 0;
    QNetworkReply *m_reply = nullptr; ///< Awaited now; owned by m_network.
    bool m_isFinished = false;
    ReplayOutcome m_outcome;
};

} // namespace Gapline
