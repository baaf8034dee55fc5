// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "ui/workspace/curlcommand.h"
#include "ui/workspace/workspace_p.h"

namespace Gapline {

Workspace::Workspace(Cache &cache,
                     const Clock &clock,
                     MakeConnection makeConnection,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(cache, clock, std::move(makeConnection)))
{
    d->cache.letOthersGoFirst();
    connect(&d->cache, &Cache::streamChanged, this, [this](const ExecutionId &executionId) {
        if (d->view && d->view->executionId() == executionId)
            d->viewPacer.request();
        d->listPacer.request();
    });
    connect(&d->cache, &Cache::executionsChanged, this, [this] { d->listPacer.request(); });
    connect(&d->viewPacer, &ReloadPacer::due, this, [this] {
        if (d->view)
            d->view->reload();
        else
            d->viewPacer.finished();
    });
    connect(&d->listPacer, &ReloadPacer::due, this, &Workspace::loadExecutions);
    connect(&d->reconcile, &ReconcileView::failed, this, &Workspace::fail);
    connect(&d->reconcile, &ReconcileView::comparisonChanged, this, [this] {
        if (d->view)
            d->view->showComparison(d->reconcile.comparison());
    });
    connect(&d->replay, &ReplayView::failed, this, &Workspace::failed);
    connect(&d->compare, &CompareView::failed, this, &Workspace::failed);
    connect(&d->fetches, &Fetches::ended, this, &Workspace::finishFetch);
    connect(&d->fetches, &Fetches::noticed, this, &Workspace::noticed);
    d->following = std::make_unique<Following>(*this, [this] { return d->connection.get(); });
    connect(d->following.get(), &Following::failed, this, &Workspace::fail);
    // No fetch has failed, and no later success makes it undone: it stays in the banner until it is dismissed.
    connect(d->following.get(), &Following::alarmed, this, &Workspace::failed);
    connect(d->following.get(), &Following::recovered, this, &Workspace::clearError);
    connect(&d->fetches, &Fetches::fleetChanged, this, &Workspace::fleetChanged);
    connect(&d->fetches, &Fetches::changed, this, [this] {
        emit fetchesChanged();
        emit connectionStateChanged();
    });
}

Workspace::~Workspace() = default;

const Profile &Workspace::profile() const
{
    return d->profile;
}

bool Workspace::isSandbox() const
{
    return d->isSandbox;
}

const std::optional<SandboxReceiver> &Workspace::sandboxReceiver() const
{
    return d->sandboxReceiver;
}

bool Workspace::isOffline() const
{
    return d->isOffline;
}

bool Workspace::hasConnection() const
{
    return d->connection != nullptr;
}

const QList<CachedExecution> &Workspace::executions() const
{
    return d->executions;
}

bool Workspace::areExecutionsUnreadable() const
{
    return d->areExecutionsUnreadable && d->executions.isEmpty();
}

StreamView *Workspace::currentView() const
{
    return d->view.get();
}

ReconcileView &Workspace::reconcile() const
{
    return d->reconcile;
}

ReplayView &Workspace::replay() const
{
    return d->replay;
}

CompareView &Workspace::comparing() const
{
    return d->compare;
}

TimeZoneChoice Workspace::timeZone() const
{
    return d->timeZone;
}

RequestLog &Workspace::requests() const
{
    return d->requests;
}

Following &Workspace::following() const
{
    return *d->following;
}

QString Workspace::curlCommand(Seq sinceSeq) const
{
    return d->view ? curlGetEvents(d->profile.baseUrl, d->view->executionId(), sinceSeq)
                   : QString();
}

ExportJob *Workspace::startExport(ExportRequest request)
{
    if (!d->view)
        return nullptr;
    request.filter = d->view->filter();
    if (const std::optional<Execution> &execution = d->view->execution())
        request.csv.nodeIds = nodeIdsOf(*execution);
    if (request.report)
        request.report->writtenAt = d->clock.now();
    auto *job = new ExportJob(d->view->rows(), std::move(request), d->cache, this);
    connect(job, &ExportJob::finished, job, &QObject::deleteLater);
    job->start();
    return job;
}

void Workspace::setTimeZone(TimeZoneChoice zone)
{
    if (d->timeZone == zone)
        return;
    d->timeZone = zone;
    emit timeZoneChanged();
}

} // namespace Gapline
