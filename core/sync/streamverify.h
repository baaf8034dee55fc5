// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/streamcomparison.h"
#include "core/sync/syncprogress.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace Gapline {

class ApiClient;
class StreamSync;

/// How a verification ended. Differences cover what was read, also when an error ended it early.
struct VerifyOutcome
{
    /// Of the reading. Its error is the reading's, or else the alarm that the differences raise; its violations name
    /// every difference.
    SyncOutcome sync;
    StreamDifferences differences;
};

/// Reads one execution from 0 again beside the cache, and says what is different. Nothing stored is overwritten:
/// changed content is kept beside the first, what did not come back is marked. Starts when control returns to the
/// event loop. Lives on the client's thread.
class StreamVerify : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    StreamVerify(ApiClient &client,
                 Cache &cache,
                 const Clock &clock,
                 const ExecutionId &executionId,
                 int pageSize = 500,
                 QObject *parent = nullptr);
    ~StreamVerify() override;

    [[nodiscard]] const ExecutionId &executionId() const { return m_executionId; }

public slots:
    /// Asks for nothing more and ends soon, with ErrorId::Cancelled and what was found so far.
    void cancel();

signals:
    void progressed(const Gapline::SyncProgress &progress);
    /// Once.
    void finished(const Gapline::VerifyOutcome &outcome);

private:
    void start();
    void read(const EventStreamPtr &before);
    void end(SyncOutcome outcome);

    ApiClient &m_client;
    Cache &m_cache;
    const Clock &m_clock;
    ExecutionId m_executionId;
    int m_pageSize;
    QPointer<StreamSync> m_sync;
    std::unique_ptr<StreamComparison> m_comparison;
    bool m_isCancelled = false;
    bool m_isFinished = false;
};

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::VerifyOutcome)
