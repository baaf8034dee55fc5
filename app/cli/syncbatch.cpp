// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/syncbatch.h"

#include "app/cli/countedword.h"
#include "app/cli/retrylines.h"
#include "core/domain/displaytext.h"
#include "core/sync/streamsync.h"
#include "core/sync/streamverify.h"

#include <QEventLoop>

namespace Gapline {
namespace {

/// As many as one connection carries requests at once; more would only wait for each other.
constexpr qsizetype kAtATime = 6;

} // namespace

SyncBatch::SyncBatch(Connection &connection, CliContext &context, SyncRequest request)
    : m_connection(connection)
    , m_context(context)
    , m_request(std::move(request))
{
    connect(&context.interrupt(), &Interrupt::requested, this, [this] {
        stopAll({ErrorId::Cancelled, QStringLiteral("Interrupted; what was fetched is kept.")});
    });
    connect(&connection, &Connection::credentialsNeeded, this, &SyncBatch::stopAll);
    sayRetries(connection, context.console(), m_request.executionIds.size() > 1, this);
}

void SyncBatch::run(const Report &report)
{
    m_report = report;
    QEventLoop loop;
    connect(this, &SyncBatch::allEnded, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    if (Interrupt::isRequested())
        m_stop = Error{ErrorId::Cancelled, QStringLiteral("Interrupted.")};
    startMore();
    if (m_reported < m_request.executionIds.size())
        loop.exec();
    m_context.console().endProgress();
}

void SyncBatch::startMore()
{
    while (m_next < m_request.executionIds.size() && (m_stop || m_running < kAtATime)) {
        const qsizetype index = m_next++;
        if (m_stop)
            start(index)->cancel(); // Asks for nothing, and says what the cache holds.
        else if (m_request.verifies)
            startVerify(index);
        else
            start(index);
    }
}

StreamSync *SyncBatch::start(qsizetype index)
{
    ++m_running;
    StreamSync *sync = m_connection.syncStream(
        m_request.executionIds.at(index), m_request.pageSize, m_request.since);
    connect(sync, &StreamSync::progressed, this, &SyncBatch::showProgress);
    connect(this, &SyncBatch::stopRequested, sync, &StreamSync::cancel);
    connect(sync, &StreamSync::finished, this, [this, index](const SyncOutcome &outcome) {
        end(index, outcome);
    });
    return sync;
}

void SyncBatch::startVerify(qsizetype index)
{
    ++m_running;
    StreamVerify *verify =
        m_connection.verifyStream(m_request.executionIds.at(index), m_request.pageSize);
    connect(verify, &StreamVerify::progressed, this, &SyncBatch::showProgress);
    connect(this, &SyncBatch::stopRequested, verify, &StreamVerify::cancel);
    connect(verify, &StreamVerify::finished, this, [this, index](const VerifyOutcome &outcome) {
        end(index, outcome.sync);
    });
}

void SyncBatch::end(qsizetype index, SyncOutcome outcome)
{
    outcome.progress.executionId = m_request.executionIds.at(index);
    // Stopped by us: the reason says more than "cancelled".
    if (outcome.error && outcome.error->isCancelled() && m_stop)
        outcome.error = m_stop;
    const std::optional<Error> error = outcome.error;
    take(index, std::move(outcome));
    if (error && error->exitStatus() == ExitStatus::Credentials)
        stopAll(*error);
    startMore();
}

void SyncBatch::stopAll(const Error &why)
{
    if (m_stop)
        return;
    m_stop = why;
    emit stopRequested();
    startMore();
}

void SyncBatch::take(qsizetype index, SyncOutcome outcome)
{
    --m_running;
    m_waiting.emplace(index, std::move(outcome));
    while (!m_waiting.empty() && m_waiting.begin()->first == m_reported) {
        m_report(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        ++m_reported;
    }
    if (m_reported == m_request.executionIds.size())
        emit allEnded();
}

QString nameAmong(qsizetype executions, const ExecutionId &executionId)
{
    return executions > 1 ? executionId.text() + QStringLiteral(": ") : QString();
}

void warnOf(Console &console, const SyncOutcome &outcome, const QString &name)
{
    for (const QString &violation : outcome.violations) {
        if (!outcome.error || outcome.error->message != violation)
            console.warn(name + violation);
    }
}

void SyncBatch::showProgress(const SyncProgress &progress)
{
    const qsizetype total = m_request.executionIds.size();
    const QString which =
        total == 1 ? QString() : QStringLiteral("[%1/%2] ").arg(m_reported + 1).arg(total);
    m_context.console().progress(QStringLiteral("%1%2: %3, cursor %4")
                                     .arg(which, displayText(progress.executionId.text(), 60))
                                     .arg(counted(progress.received, QLatin1String("event")))
                                     .arg(progress.cursor.value));
}

} // namespace Gapline
