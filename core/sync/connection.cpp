// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/connection.h"

#include "core/api/apiclient.h"
#include "core/api/getdefinitionjob.h"
#include "core/api/getexecutionjob.h"
#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/wording.h"
#include "core/sync/fleetsync.h"
#include "core/sync/inventorysync.h"
#include "core/sync/livetail.h"
#include "core/sync/streamsync.h"
#include "core/sync/streamverify.h"

#include <QHash>
#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kTellBudgetEvery{250};

/// Answers once, with "cancelled" when nobody did before it went away: a future must never be left waiting.
template<typename T>
class Answer
{
public:
    Answer() { m_promise.start(); }
    ~Answer()
    {
        if (!m_isGiven)
            give(Failure(Error{ErrorId::Cancelled, CoreText::tr("The request was dropped.")}));
    }
    Q_DISABLE_COPY_MOVE(Answer)

    void give(const Result<T> &result)
    {
        m_isGiven = true;
        m_promise.addResult(result);
        m_promise.finish();
    }
    [[nodiscard]] QFuture<Result<T>> future() { return m_promise.future(); }

private:
    QPromise<Result<T>> m_promise;
    bool m_isGiven = false;
};

} // namespace

struct Connection::Private
{
    Private(std::unique_ptr<ApiClient> usedClient, Cache &usedCache, const Clock &usedClock)
        : client(std::move(usedClient))
        , cache(usedCache)
        , clock(usedClock)
    { }

    std::unique_ptr<ApiClient> client;
    Cache &cache;
    const Clock &clock;
    QHash<ExecutionId, QPointer<StreamSync>> streams;
    QPointer<InventorySync> inventory;
    QPointer<FleetSync> fleet;
    QTimer budgetTimer;
    RequestBudget toldBudget;

    StreamSync *
    sync(Connection *owner, const ExecutionId &executionId, const StreamSyncOptions &options)
    {
        // One that was cancelled may still be waiting for its last pages to be stored.
        const QPointer<StreamSync> running = streams.value(executionId);
        if (running && !running->isCancelled()) {
            if (options.urgency == Urgency::Interactive)
                running->setUrgency(Urgency::Interactive);
            return running;
        }
        auto *stream = new StreamSync(*client, cache, clock, executionId, options, owner);
        streams.insert(executionId, stream);
        QObject::connect(stream, &StreamSync::finished, owner, [this, stream, executionId] {
            if (streams.value(executionId) == stream)
                streams.remove(executionId);
            stream->deleteLater();
        });
        return stream;
    }

    /// Runs a job and stores its value with `store` before the answer is given.
    template<typename Job, typename Value, typename Store>
    QFuture<Result<Value>> fetch(Connection *owner, Job *job, Store store)
    {
        const auto answer = std::make_shared<Answer<Value>>();
        QObject::connect(job, &Job::finished, owner, [=](const Result<Value> &value) {
            if (!value)
                return answer->give(value);
            whenFinished(store(*value)).then(owner, [answer, value](const Result<void> &stored) {
                answer->give(stored ? value : Result<Value>(Failure(stored.error())));
            });
        });
        client->start(job);
        return answer->future();
    }
};

Connection::Connection(std::unique_ptr<ApiClient> client,
                       Cache &cache,
                       const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(client), cache, clock))
{
    d->budgetTimer.setSingleShot(true);
    d->budgetTimer.setInterval(kTellBudgetEvery);
    connect(&d->budgetTimer, &QTimer::timeout, this, [this] {
        if (d->toldBudget == budget())
            return;
        d->toldBudget = budget();
        d->budgetTimer.start(); // It goes on changing while answers are awaited.
        emit budgetChanged();
    });
    const auto tellBudget = [this] {
        if (!d->budgetTimer.isActive())
            d->budgetTimer.start();
    };
    // The begin as well: a request that hangs may be the only one.
    connect(d->client.get(), &ApiClient::attemptBegun, this, tellBudget);
    connect(d->client.get(), &ApiClient::attemptLogged, this, tellBudget);
    connect(d->client.get(), &ApiClient::credentialsNeeded, this, &Connection::credentialsNeeded);
    connect(d->client.get(), &ApiClient::retryScheduled, this, &Connection::retryScheduled);
    connect(d->client.get(), &ApiClient::retryCleared, this, &Connection::retryCleared);
    connect(d->client.get(), &ApiClient::attemptLogged, this, &Connection::attemptLogged);
}

Connection::~Connection()
{
    delete d->fleet;
    // Before the client goes: they cancel their jobs there.
    qDeleteAll(findChildren<StreamSync *>(QString(), Qt::FindDirectChildrenOnly));
    delete d->inventory;
    qDeleteAll(findChildren<LiveTail *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<StreamVerify *>(QString(), Qt::FindDirectChildrenOnly));
}

const Profile &Connection::profile() const
{
    return d->client->profile();
}

StreamSync *
Connection::syncStream(const ExecutionId &executionId, int pageSize, std::optional<Seq> since)
{
    StreamSyncOptions options;
    options.pageSize = pageSize;
    options.since = since;
    return d->sync(this, executionId, options);
}

StreamSync *Connection::syncStream(const ExecutionId &executionId, const StreamSyncOptions &options)
{
    return d->sync(this, executionId, options);
}

StreamVerify *Connection::verifyStream(const ExecutionId &executionId, int pageSize)
{
    auto *verify = new StreamVerify(*d->client, d->cache, d->clock, executionId, pageSize, this);
    connect(verify, &StreamVerify::finished, verify, &QObject::deleteLater);
    return verify;
}

LiveTail *Connection::followStream(const ExecutionId &executionId)
{
    return new LiveTail(*d->client, d->cache, d->clock, executionId, this);
}

InventorySync *Connection::syncInventory()
{
    if (d->inventory)
        return d->inventory;
    auto *inventory = new InventorySync(*d->client, d->cache, d->clock, this);
    d->inventory = inventory;
    connect(inventory, &InventorySync::finished, this, [this, inventory] {
        d->inventory.clear();
        inventory->deleteLater();
    });
    return inventory;
}

FleetSync *Connection::syncFleet(const FleetOptions &options)
{
    if (d->fleet)
        return d->fleet;
    auto *fleet = new FleetSync(*this, d->cache, d->clock, options, this);
    d->fleet = fleet;
    connect(fleet, &FleetSync::finished, this, [this, fleet] {
        d->fleet.clear();
        fleet->deleteLater();
    });
    return fleet;
}

QFuture<Result<Execution>> Connection::fetchExecution(const ExecutionId &executionId)
{
    return d->fetch<GetExecutionJob, Execution>(
        this, new GetExecutionJob(executionId), [this](const Execution &execution) {
            return d->cache.storeExecutions({execution}, d->clock.now());
        });
}

QFuture<Result<Definition>> Connection::fetchDefinition(const DefinitionId &definitionId)
{
    return d->fetch<GetDefinitionJob, Definition>(
        this, new GetDefinitionJob(definitionId), [this](const Definition &definition) {
            return d->cache.storeDefinition(definition, d->clock.now());
        });
}

void Connection::setCredentials(const Credentials &credentials)
{
    d->client->setCredentials(credentials);
}

RequestBudget Connection::budget() const
{
    const ApiClient &client = *d->client;
    return {client.rate().perSecond(),
            client.rate().atOnce(),
            client.inFlight(),
            client.waiting(),
            client.rate().isLimiting()};
}

void Connection::retryNow()
{
    d->client->retryNow();
}

} // namespace Gapline
