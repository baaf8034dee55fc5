// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whenfinished.h"
#include "ui/workspace/workspace.h"
#include "ui/workspace/workspace_p.h"

namespace Gapline {

QList<FetchState> Workspace::fetches() const
{
    return d->fetches.states();
}

std::optional<FleetProgress> Workspace::fleetProgress() const
{
    return d->fetches.fleetProgress();
}

std::optional<FleetState> Workspace::fleetStateOf(const ExecutionId &executionId) const
{
    return d->fetches.fleetStateOf(executionId);
}

std::optional<RequestBudget> Workspace::budget() const
{
    return d->connection ? std::optional(d->connection->budget()) : std::nullopt;
}

void Workspace::syncAll()
{
    if (!d->connection)
        return;
    clearError();
    d->fetches.startFleet(*d->connection);
}

void Workspace::cancelFleet()
{
    d->fetches.cancelFleet();
}

void Workspace::refresh()
{
    clearError();
    if (!d->connection)
        (d->view ? d->viewPacer : d->listPacer).request(); // What another process has stored.
    else if (d->view)
        fetchView();
    else
        refreshExecutions();
    // Whoever asks again is told again what everything waits for.
    if (d->refusal)
        emit credentialsNeeded(*d->refusal);
}

void Workspace::fetchView()
{
    const ExecutionId executionId = d->view->executionId();
    d->fetches.startStream(*d->connection, executionId);
    whenFinished(d->connection->fetchExecution(executionId))
        .then(this, [this, executionId](const Result<Execution> &execution) {
            if (!execution) {
                // The stream's own fetch tells the same; what is not found there is told there.
                if (!d->fetches.isFetching(executionId))
                    fail(execution.error());
                return;
            }
            if (!d->view || d->view->executionId() != executionId)
                return;
            d->view->showExecution(*execution, d->view->definition());
            if (!execution->definitionId.isEmpty() && d->connection)
                fetchDefinition(execution->definitionId);
        });
}

void Workspace::fetchDefinition(const DefinitionId &definitionId)
{
    if (d->view->definition() && d->view->definition()->definitionId == definitionId)
        return;
    whenFinished(d->connection->fetchDefinition(definitionId))
        .then(this, [this, definitionId](const Result<Definition> &definition) {
            // Steps are still named by their ids without it, so this is not worth a banner.
            const std::optional<Execution> execution =
                d->view ? d->view->execution() : std::nullopt;
            if (definition && execution && execution->definitionId == definitionId)
                d->view->showExecution(execution, *definition);
        });
}

void Workspace::compare(const ExecutionId &a, const ExecutionId &b)
{
    d->compare.compare(a, b);
    if (!d->connection)
        return;
    clearError();
    fetchCompared(a);
    fetchCompared(b);
}

void Workspace::fetchCompared(const ExecutionId &executionId)
{
    d->fetches.startStream(*d->connection, executionId);
    // The cache keeps it and says so. Its definition is for whoever opens it.
    whenFinished(d->connection->fetchExecution(executionId))
        .then(this, [this, executionId](const Result<Execution> &execution) {
            if (!execution && !d->fetches.isFetching(executionId))
                fail(execution.error());
        });
}

void Workspace::refreshExecutions()
{
    if (!d->connection) {
        d->listPacer.request();
        return;
    }
    d->fetches.startInventory(*d->connection);
}

void Workspace::finishFetch(const ExecutionId &executionId, const std::optional<Error> &error)
{
    if (error && !error->isCancelled())
        fail(*error);
    else if (!error)
        clearError();
    if (d->fetches.isEmpty())
        clearRetry();
    if (executionId.isEmpty())
        d->listPacer.request();
    else if (d->view && d->view->executionId() == executionId)
        d->viewPacer.request();
}

void Workspace::cancelFetch(const ExecutionId &executionId)
{
    d->fetches.cancel(executionId);
}

StreamVerify *Workspace::startVerify()
{
    return d->connection && d->view ? d->connection->verifyStream(d->view->executionId()) : nullptr;
}

void Workspace::cancelAll()
{
    d->fetches.cancelAll();
}

void Workspace::loadExecutions()
{
    const Generation::Ticket ticket = d->connections.begin();
    whenFinished(d->cache.loadExecutions())
        .then(this, [this, ticket](const Result<QList<CachedExecution>> &executions) {
            d->listPacer.finished();
            if (!d->connections.isCurrent(ticket))
                return;
            d->areExecutionsUnreadable = !executions && !executions.error().isCancelled();
            if (executions)
                d->executions = *executions;
            else
                fail(executions.error());
            emit executionsChanged();
        });
}

} // namespace Gapline
