// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/replay.h"
#include "core/domain/secret.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Gapline {

class ReplayJournal;
class WebhookReplay;

/// What a replay was confirmed to do.
struct ReplayOrder
{
    ReplayTarget target;
    SignatureScheme scheme = SignatureScheme::Direct;
    Secret secret;
    QString
        journal; ///< File name; what it says was taken is left out, and every answer goes into it.
};

/// Sends missed webhooks again, signed as the sender would at that moment, and journals each answer before the next
/// one is sent: the one way in which window and command line do it. Reports once. Lives on the thread that made it.
class ReplayRun : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the run.
    ReplayRun(ReplayOrder order, const Clock &clock, QObject *parent = nullptr);
    ~ReplayRun() override;

    /// Takes the journal and begins. Errors: those of ReplayJournal::open(); nothing was sent then, and finished()
    /// does not follow.
    [[nodiscard]] Result<void> start(std::vector<Webhook> webhooks);
    /// Ends after the answer that is awaited, so that it is journalled.
    void cancel();

signals:
    /// `total`: of this run, without those that were taken before.
    void progressed(qint64 acknowledged, qint64 total);
    void finished(const Gapline::ReplayOutcome &outcome);

private:
    ReplayOrder m_order;
    const Clock &m_clock;
    std::unique_ptr<ReplayJournal> m_journal;
    std::unique_ptr<WebhookReplay> m_replay;
};

} // namespace Gapline
