// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/streamverify.h"

#include "core/api/apiclient.h"
#include "core/base/whenfinished.h"
#include "core/domain/wording.h"
#include "core/sync/streamsync.h"

#include <QTimer>

#include <utility>

namespace Gapline {

StreamVerify::StreamVerify(ApiClient &client,
                           Cache &cache,
                           const Clock &clock,
                           const ExecutionId &executionId,
                           int pageSize,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_cache(cache)
    , m_clock(clock)
    , m_executionId(executionId)
    , m_pageSize(pageSize)
{
    QTimer::singleShot(0, this, &StreamVerify::start);
}

StreamVerify::~StreamVerify()
{
    if (m_sync)
        m_sync->disconnect(this);
}

void StreamVerify::start()
{
    whenFinished(m_cache.loadStream(m_executionId))
        .then(this, [this](const Result<EventStreamPtr> &before) {
            if (m_isFinished)
                return;
            if (before && !m_isCancelled)
                return read(*before);
            SyncOutcome outcome;
            if (before) {
                outcome.progress.cursor = (*before)->state().cursor;
                outcome.progress.isComplete = (*before)->state().isComplete;
                outcome.storedEvents = (*before)->count();
                outcome.error =
                    Error{ErrorId::Cancelled,
                          CoreText::tr("The verification was stopped before it began.")};
            } else {
                outcome.error = before.error();
            }
            end(outcome);
        });
}

void StreamVerify::read(const EventStreamPtr &before)
{
    m_comparison = std::make_unique<StreamComparison>(before, m_clock.now());
    StreamSyncOptions options;
    options.pageSize = m_pageSize;
    options.isRescan = true;
    options.raisesAlarms = false;
    m_sync = new StreamSync(m_client, m_cache, m_clock, m_executionId, options, this);
    connect(m_sync, &StreamSync::progressed, this, &StreamVerify::progressed);
    connect(m_sync, &StreamSync::pageStored, this, [this](const PageStored &stored) {
        m_comparison->take(stored);
    });
    connect(m_sync, &StreamSync::finished, this, &StreamVerify::end);
}

void StreamVerify::end(SyncOutcome outcome)
{
    if (std::exchange(m_isFinished, true))
        return;
    VerifyOutcome result;
    outcome.progress.executionId = m_executionId;
    result.differences.executionId = m_executionId;
    if (m_comparison)
        result.differences = m_comparison->result(!outcome.error);
    outcome.violations << differenceSentences(result.differences);
    outcome.verified = verificationSummary(result.differences);
    if (!outcome.error)
        outcome.error = result.differences.alarm();
    result.sync = outcome;
    emit finished(result);
}

void StreamVerify::cancel()
{
    m_isCancelled = true;
    if (m_sync && !m_isFinished)
        m_sync->cancel();
}

} // namespace Gapline
