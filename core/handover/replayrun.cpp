// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/replayrun.h"

#include "core/api/webhookreplay.h"
#include "core/deliverylog/webhooksigning.h"
#include "core/report/replayplan.h"

#include <utility>

namespace Gapline {

ReplayRun::ReplayRun(ReplayOrder order, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_clock(clock)
{ }

ReplayRun::~ReplayRun() = default;

Result<void> ReplayRun::start(std::vector<Webhook> webhooks)
{
    auto journal = ReplayJournal::open(m_order.journal, m_order.target.url);
    if (!journal)
        return Failure(journal.error());
    m_journal = *std::move(journal);
    // Read again under its lock: another replay may have gone on since a plan was shown.
    ReplayPlan plan = planReplay(std::move(webhooks), m_journal->taken(), m_order.target.perSecond);
    m_replay = std::make_unique<WebhookReplay>(
        m_order.target,
        std::move(plan.webhooks),
        [this](const Webhook &webhook) {
            return signedHeaders(m_order.scheme, m_order.secret, webhook, m_clock.now());
        },
        [this](const Webhook &webhook, std::optional<int> httpStatus, const QString &problem) {
            return m_journal->add(webhook, {httpStatus, problem}, m_clock.now());
        });
    connect(m_replay.get(), &WebhookReplay::progressed, this, &ReplayRun::progressed);
    connect(m_replay.get(), &WebhookReplay::finished, this, [this](const ReplayOutcome &outcome) {
        m_journal.reset(); // Another replay may take it from now on.
        emit finished(outcome);
    });
    m_replay->start();
    return {};
}

void ReplayRun::cancel()
{
    if (m_replay)
        m_replay->cancel();
}

} // namespace Gapline
