// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/execution.h"
#include "core/sync/listrules.h"
#include "core/sync/syncprogress.h"

#include <QObject>
#include <QPointer>

namespace Gapline {

class ApiClient;
class Cache;
class Clock;
class ListExecutionsJob;

/// executions/list from its first page to its last, each page into the cache as it comes; the ways in which the list
/// can deceive are listrules'. Starts when control returns to the event loop. Lives on the client's thread.
class InventorySync : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    InventorySync(ApiClient &client, Cache &cache, const Clock &clock, QObject *parent = nullptr);
    ~InventorySync() override;

    /// Ends at once with ErrorId::Cancelled.
    void cancel();

signals:
    /// `items` different executions have been listed so far.
    void progressed(int items);
    /// Once, after the last page was stored.
    void finished(const Gapline::InventoryOutcome &outcome);

private:
    void request();
    void take(const Result<ExecutionPage> &page);
    void end(const std::optional<Error> &error);

    ApiClient &m_client;
    Cache &m_cache;
    const Clock &m_clock;
    ListWalk m_walk;
    std::optional<QString> m_cursor;
    QPointer<ListExecutionsJob> m_job;
    InventoryOutcome m_outcome;
    bool m_isFinished = false;
};

} // namespace Gapline
