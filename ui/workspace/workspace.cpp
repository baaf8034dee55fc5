// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "core/base/whenfinished.h"
#include "ui/workspace/curlcommand.h"
#include "ui/workspace/fetches.h"
#include "ui/workspace/reloadpacer.h"

#include <utility>

namespace Gapline {

struct Workspace::Private
{
    Private(Cache &usedCache, const Clock &usedClock, MakeConnection maker)
        : cache(usedCache)
        , clock(usedClock)
        , makeConnection(std::move(maker))
    { }

    Cache &cache;
    const Clock &clock;
    MakeConnection makeConnection;

    Profile profile;
    std::optional<Credentials> credentials;
    bool isSandbox = false;
    std::optional<SandboxReceiver> sandboxReceiver;
    bool isOffline = false;
    std::unique_ptr<Connection> connection;
    QString openCacheFile;

    QList<CachedExecution> executions;
    std::unique_ptr<StreamView> view;
    TimeZoneChoice timeZone = TimeZoneChoice::Utc;
    Fetches fetches;

    std::optional<Error> lastError;
    bool needsCredentials = false;
    bool isWaiting = false;

    ReloadPacer viewPacer;
    ReloadPacer listPacer;
    Generation connections; ///< Answers of an earlier profile are dropped.
};

Workspace::Workspace(Cache &cache,
                     const Clock &clock,
                     MakeConnection makeConnection,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(cache, clock, std::move(makeConnection)))
{
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
    connect(&d->fetches, &Fetches::ended, this, &Workspace::finishFetch);
    connect(&d->fetches, &Fetches::noticed, this, &Workspace::noticed);
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

ConnectionState Workspace::connectionState() const
{
    if (!d->connection)
        return ConnectionState::Offline;
    if (d->needsCredentials)
        return ConnectionState::NeedsCredentials;
    if (d->isWaiting)
        return ConnectionState::Waiting;
    if (!d->fetches.isEmpty())
        return ConnectionState::Fetching;
    return d->lastError ? ConnectionState::Failed : ConnectionState::Idle;
}

const QList<CachedExecution> &Workspace::executions() const
{
    return d->executions;
}

StreamView *Workspace::currentView() const
{
    return d->view.get();
}

TimeZoneChoice Workspace::timeZone() const
{
    return d->timeZone;
}

QList<FetchState> Workspace::fetches() const
{
    return d->fetches.states();
}

QString Workspace::curlCommand(Seq sinceSeq) const
{
    return d->view ? curlGetEvents(d->profile.baseUrl, d->view->executionId(), sinceSeq)
                   : QString();
}

ExportJob *Workspace::startExport(const ExportRequest &request)
{
    if (!d->view)
        return nullptr;
    auto *job = new ExportJob(d->view->rows(), request, d->cache, this);
    connect(job, &ExportJob::finished, job, &QObject::deleteLater);
    job->start();
    return job;
}

void Workspace::connectTo(const Profile &profile,
                          const std::optional<Credentials> &credentials,
                          bool isSandbox)
{
    leave();
    d->profile = profile;
    d->credentials = credentials;
    d->isSandbox = isSandbox;
    openCache();
    emit profileChanged();
    makeConnection();
    loadExecutions();
}

void Workspace::leave()
{
    d->connections.invalidate();
    d->viewPacer.reset();
    d->listPacer.reset();
    dropConnection();
    d->executions.clear();
    emit executionsChanged();
    closeView();
    if (std::exchange(d->sandboxReceiver, std::nullopt))
        emit sandboxReceiverChanged();
}

void Workspace::setSandboxReceiver(const SandboxReceiver &receiver)
{
    d->sandboxReceiver = receiver;
    emit sandboxReceiverChanged();
}

void Workspace::openCache()
{
    const QString file = d->profile.cacheFile;
    if (file == d->openCacheFile)
        return;
    d->openCacheFile = file;
    whenFinished(d->cache.open(file)).then(this, [this](const Result<CacheOpening> &opening) {
        if (!opening) {
            d->openCacheFile.clear();
            fail(opening.error());
        } else if (!opening->setAsideAs.isEmpty()) {
            emit noticed(tr("The cache was damaged. It was kept as %1, and a new one was begun.")
                             .arg(opening->setAsideAs));
        } else if (opening->isReadOnly) {
            emit noticed(tr("The cache can only be read: what is fetched now cannot be kept."));
        }
    });
}

void Workspace::makeConnection()
{
    if (d->isOffline || !d->credentials || d->connection) {
        emit connectionStateChanged();
        return;
    }
    d->connection = d->makeConnection(d->profile, *d->credentials);
    Connection *connection = d->connection.get();
    connect(connection, &Connection::credentialsNeeded, this, [this](const Error &why) {
        d->needsCredentials = true;
        emit credentialsNeeded(why);
        emit connectionStateChanged();
    });
    connect(connection,
            &Connection::retryScheduled,
            this,
            [this](const Error &why, std::chrono::milliseconds delay) {
                d->isWaiting = true;
                emit retryScheduled(why, delay);
                emit connectionStateChanged();
            });
    connect(connection, &Connection::retryCleared, this, &Workspace::clearRetry);
    emit connectionStateChanged();
    refreshExecutions();
    if (d->view)
        fetchView();
}

void Workspace::dropConnection()
{
    d->fetches.forget();
    d->needsCredentials = false;
    d->lastError.reset();
    d->connection.reset();
    clearRetry();
    emit errorCleared();
    emit connectionStateChanged();
}

void Workspace::setCredentials(const Credentials &credentials)
{
    d->credentials = credentials;
    d->needsCredentials = false;
    d->lastError.reset();
    emit errorCleared(); // Also of what credentialsNeeded() said.
    if (d->connection)
        d->connection->setCredentials(credentials);
    else
        makeConnection();
    emit connectionStateChanged();
}

void Workspace::setOffline(bool isOffline)
{
    if (d->isOffline == isOffline)
        return;
    d->isOffline = isOffline;
    if (isOffline)
        dropConnection();
    else
        makeConnection();
    emit connectionStateChanged();
}

void Workspace::open(const ExecutionId &executionId)
{
    if (d->view && d->view->executionId() == executionId) {
        refresh();
        return;
    }
    d->viewPacer.reset();
    std::unique_ptr<StreamView> left =
        std::exchange(d->view, std::make_unique<StreamView>(executionId, d->cache));
    StreamView *view = d->view.get();
    connect(view, &StreamView::failed, this, &Workspace::fail);
    connect(view, &StreamView::reloaded, this, [this] { d->viewPacer.finished(); });
    emit currentViewChanged();
    if (left)
        left.release()->deleteLater();
    d->viewPacer.request();
    if (d->connection)
        fetchView();
}

void Workspace::closeView()
{
    if (!d->view)
        return;
    std::unique_ptr<StreamView> left = std::move(d->view);
    emit currentViewChanged();
    left.release()->deleteLater();
}

void Workspace::refresh()
{
    clearError();
    if (!d->connection)
        d->viewPacer.request(); // What another process has stored.
    else if (d->view)
        fetchView();
    else
        refreshExecutions();
}

void Workspace::retryNow()
{
    if (!d->connection)
        return;
    clearError();
    if (!d->fetches.isEmpty()) {
        d->connection->retryNow();
        return;
    }
    refreshExecutions();
    if (d->view)
        fetchView();
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
            if (!executions) {
                fail(executions.error());
                return;
            }
            d->executions = *executions;
            emit executionsChanged();
        });
}

void Workspace::setTimeZone(TimeZoneChoice zone)
{
    if (d->timeZone == zone)
        return;
    d->timeZone = zone;
    emit timeZoneChanged();
}

void Workspace::fail(const Error &error)
{
    if (error.isCancelled())
        return;
    d->lastError = error;
    emit failed(error);
    emit connectionStateChanged();
}

void Workspace::clearError()
{
    if (!std::exchange(d->lastError, std::nullopt))
        return;
    emit errorCleared();
    emit connectionStateChanged();
}

void Workspace::clearRetry()
{
    if (!std::exchange(d->isWaiting, false))
        return;
    emit retryCleared();
    emit connectionStateChanged();
}

} // namespace Gapline
