// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/replayview.h"

#include "core/base/whenfinished.h"
#include "core/handover/replayrun.h"
#include "core/report/replaypack.h"

#include <QtConcurrent>

#include <utility>

namespace Gapline {

ReplayView::ReplayView(Cache &cache, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

ReplayView::~ReplayView()
{
    m_pool.waitForDone();
}

void ReplayView::setJournal(const QString &file)
{
    m_journal = file;
}

void ReplayView::setOffline(bool isOffline)
{
    if (std::exchange(m_isOffline, isOffline) == isOffline)
        return;
    if (isOffline)
        stop();
    emit offlineChanged();
}

void ReplayView::prepare(const ReplayRequest &request)
{
    if (m_run)
        return;
    const bool isSame =
        m_request.comparison == request.comparison && m_request.only == request.only;
    m_request = request;
    if (!isSame)
        m_webhooks.reset();
    m_plan.reset();
    m_isPreparing = true;
    emit planChanged();
    const Generation::Ticket ticket = m_plans.begin();
    const auto work = [&cache = m_cache, request, journal = m_journal, known = m_webhooks] {
        return run(cache, request, journal, known);
    };
    whenFinished(QtConcurrent::run(&m_pool, work))
        .then(this, [this, ticket](const Result<Prepared> &prepared) {
            if (!m_plans.isCurrent(ticket))
                return;
            m_isPreparing = false;
            if (prepared) {
                m_webhooks = prepared->webhooks;
                m_plan = prepared->plan;
            }
            emit planChanged();
            if (!prepared)
                emit failed(prepared.error());
        });
}

Result<ReplayView::Prepared> ReplayView::run(Cache &cache,
                                             const ReplayRequest &request,
                                             const QString &journal,
                                             const Webhooks &known)
{
    Webhooks webhooks = known;
    if (!webhooks) {
        std::vector<Webhook> missed;
        const auto bodies = [&cache](qint64 bodyId) { return cache.loadBody(bodyId).result(); };
        const auto collected = forEachMissed(request.comparison->report(),
                                             bodies,
                                             request.only,
                                             [&missed](const Webhook &webhook) -> Result<void> {
                                                 missed.push_back(webhook);
                                                 return {};
                                             });
        if (!collected)
            return Failure(collected.error());
        webhooks = std::make_shared<const std::vector<Webhook>>(std::move(missed));
    }
    const auto taken = ReplayJournal::readTaken(journal, request.target.url);
    if (!taken)
        return Failure(taken.error());
    return Prepared{webhooks,
                    std::make_shared<const ReplayPlan>(
                        planReplay(*webhooks, *taken, request.target.perSecond))};
}

void ReplayView::send(SignatureScheme scheme, const Secret &secret)
{
    if (m_run || !m_plan || m_plan->webhooks.empty() || m_isOffline || secret.isEmpty())
        return;
    m_lastUrl = m_request.target.url.toString();
    m_acknowledged = 0;
    m_total = qint64(m_plan->webhooks.size());
    m_run = std::make_unique<ReplayRun>(ReplayOrder{m_request.target, scheme, secret, m_journal},
                                        m_clock);
    connect(m_run.get(), &ReplayRun::progressed, this, [this](qint64 acknowledged, qint64 total) {
        m_acknowledged = acknowledged;
        m_total = total;
        emit progressChanged();
    });
    connect(m_run.get(), &ReplayRun::finished, this, [this](const ReplayOutcome &outcome) {
        m_run.release()->deleteLater(); // It is its own signal that is being answered.
        emit progressChanged();
        emit finished(outcome);
    });
    if (const auto started = m_run->start(m_plan->webhooks); !started) {
        m_run.reset();
        emit failed(started.error());
    }
    emit progressChanged();
}

void ReplayView::stop()
{
    if (m_run)
        m_run->cancel();
}

void ReplayView::clear()
{
    m_plans.invalidate();
    if (ReplayRun *run =
            m_run.release()) { // The answer that it waits for is journalled all the same.
        run->disconnect(this);
        run->setParent(this);
        connect(run, &ReplayRun::finished, run, &QObject::deleteLater);
        run->cancel();
    }
    m_isPreparing = false;
    m_request = {};
    m_webhooks.reset();
    m_lastUrl.clear();
    if (std::exchange(m_plan, nullptr))
        emit planChanged();
    emit progressChanged();
}

} // namespace Gapline
