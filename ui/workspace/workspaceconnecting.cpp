// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whenfinished.h"
#include "core/cache/casefile.h"
#include "ui/workspace/workspace.h"
#include "ui/workspace/workspace_p.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Gapline {
namespace {

/// Beside the cache, since it belongs to the same executions.
QString replayJournalFor(const QString &cacheFile)
{
    const QFileInfo cache(cacheFile);
    return cache.dir().filePath(cache.completeBaseName()
                                + QStringLiteral(".replay-journal.ndjson"));
}

} // namespace

ConnectionState Workspace::connectionState() const
{
    if (!d->connection)
        return ConnectionState::Offline;
    if (d->refusal)
        return ConnectionState::NeedsCredentials;
    if (d->isWaiting)
        return ConnectionState::Waiting;
    if (!d->fetches.isEmpty())
        return ConnectionState::Fetching;
    return d->lastError ? ConnectionState::Failed : ConnectionState::Idle;
}

void Workspace::connectTo(const Profile &profile,
                          const std::optional<Credentials> &credentials,
                          bool isSandbox)
{
    leave();
    // Another way into the file that is open is another opening of it.
    if (std::exchange(d->isCase, false))
        d->openCacheFile.clear();
    use(profile, credentials, isSandbox);
}

void Workspace::showCase(const QString &file)
{
    leave();
    if (!std::exchange(d->isCase, true))
        d->openCacheFile.clear();
    use({QFileInfo(file).fileName(), defaultBaseUrl(), file, {}}, std::nullopt, false);
    d->reconcile.openCase(file);
}

void Workspace::use(const Profile &profile,
                    const std::optional<Credentials> &credentials,
                    bool isSandbox)
{
    d->profile = profile;
    d->replay.setJournal(replayJournalFor(profile.cacheFile));
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
    d->replay.clear();
    d->compare.clear();
    d->reconcile.clear();
    d->executions.clear();
    d->areExecutionsUnreadable = false;
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
    // A case file is somebody's evidence: not even a damaged one is moved aside, and none is made.
    const bool isCase = d->isCase || file.endsWith(QLatin1String(".gaplinecase"));
    const CacheAccess access = isCase ? CacheAccess::ReadOnly : CacheAccess::ReadWrite;
    whenFinished(d->cache.open(file, access))
        .then(this, [this, isCase, file](const Result<CacheOpening> &opening) {
            if (!opening) {
                d->openCacheFile.clear();
                fail(isCase ? caseFileError(file, opening.error()) : opening.error());
            } else if (!opening->setAsideAs.isEmpty()) {
                emit noticed(
                    tr("The cache was damaged. It was kept as %1, and a new one was begun.")
                        .arg(opening->setAsideAs));
            } else if (isCase) {
                emit noticed(
                    tr("A case file, shown as it was written. Nothing is fetched or changed."));
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
        d->refusal = why;
        emit credentialsNeeded(why);
        emit connectionStateChanged();
    });
    connect(connection,
            &Connection::retryScheduled,
            this,
            [this](const Error &why, std::chrono::milliseconds delay) {
                // What waits for its turn is held as well: one question at a time.
                if (d->refusal)
                    return;
                d->isWaiting = true;
                emit retryScheduled(why, delay);
                emit connectionStateChanged();
            });
    connect(connection, &Connection::retryCleared, this, &Workspace::clearRetry);
    connect(connection, &Connection::budgetChanged, this, &Workspace::budgetChanged);
    connect(connection, &Connection::attemptLogged, &d->requests, &RequestLog::add);
    emit connectionStateChanged();
    refreshExecutions();
    if (d->view)
        fetchView();
}

void Workspace::dropConnection()
{
    d->fetches.forget();
    d->refusal.reset();
    d->lastError.reset();
    d->connection.reset();
    clearRetry();
    emit errorCleared();
    emit connectionStateChanged();
}

void Workspace::setCredentials(const Credentials &credentials)
{
    d->credentials = credentials;
    if (!d->connection) {
        // What the cache had to say stands.
        makeConnection();
        return;
    }
    d->refusal.reset();
    d->lastError.reset();
    emit errorCleared(); // Also of what credentialsNeeded() said.
    d->connection->setCredentials(credentials);
    emit connectionStateChanged();
}

void Workspace::setOffline(bool isOffline)
{
    if (d->isOffline == isOffline)
        return;
    d->isOffline = isOffline;
    d->replay.setOffline(isOffline);
    if (isOffline)
        dropConnection();
    else
        makeConnection();
    emit connectionStateChanged();
}

void Workspace::retryNow()
{
    if (!d->connection)
        return;
    // The token may have been registered meanwhile: the same credentials may do.
    if (d->refusal && d->credentials)
        return setCredentials(Credentials(*d->credentials));
    clearError();
    d->connection->retryNow();
    d->following->retryNow();
    if (!d->fetches.isEmpty())
        return;
    refreshExecutions();
    if (d->view)
        fetchView();
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
    if (d->refusal)
        emit credentialsNeeded(*d->refusal); // Still true, whatever else has passed.
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
