// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/inventorysync.h"

#include "core/api/apiclient.h"
#include "core/api/listexecutionsjob.h"
#include "core/base/whenfinished.h"
#include "core/cache/cache.h"
#include "core/domain/wording.h"

#include <QTimer>

#include <utility>

namespace Gapline {

InventorySync::InventorySync(ApiClient &client, Cache &cache, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_cache(cache)
    , m_clock(clock)
{
    QTimer::singleShot(0, this, &InventorySync::request);
}

InventorySync::~InventorySync()
{
    m_isFinished = true;
    if (m_job)
        m_job->cancel();
}

void InventorySync::request()
{
    if (m_isFinished)
        return;
    m_job = new ListExecutionsJob(m_cursor);
    ++m_outcome.requests;
    connect(m_job, &ListExecutionsJob::finished, this, &InventorySync::take);
    m_client.start(m_job);
}

void InventorySync::take(const Result<ExecutionPage> &page)
{
    if (m_isFinished)
        return;
    if (!page)
        return end(page.error());
    const Result<ListWalk::Step> step = m_walk.take(*page, m_cursor);
    if (!step) {
        Error error = step.error();
        error.message = m_client.mask().maskedText(error.message);
        return end(error);
    }
    m_cursor = step->nextCursor;
    m_outcome.items = m_walk.count();
    for (const Execution &execution : step->fresh)
        m_outcome.executionIds << execution.executionId;
    emit progressed(m_outcome.items);
    whenFinished(m_cache.storeExecutions(step->fresh, m_clock.now()))
        .then(this, [this](const Result<void> &stored) {
            if (!stored)
                end(stored.error());
            else if (m_cursor)
                request();
            else
                end(std::nullopt);
        });
}

void InventorySync::cancel()
{
    end(Error{ErrorId::Cancelled, CoreText::tr("Listing the executions was stopped.")});
}

void InventorySync::end(const std::optional<Error> &error)
{
    if (std::exchange(m_isFinished, true))
        return;
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
    }
    m_outcome.warnings = m_walk.doubts();
    m_outcome.error = error;
    emit finished(m_outcome);
}

} // namespace Gapline
