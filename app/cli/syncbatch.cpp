// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/syncbatch.h"

#include "core/domain/displaytext.h"
#include "core/sync/streamsync.h"

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
    connect(&connection,
            &Connection::retryScheduled,
            this,
            [this](const Error &why, std::chrono::milliseconds delay) {
                m_context.console().progress(QStringLiteral("%1 Trying again in %2 s.")
                                                 .arg(why.message)
                                                 .arg(double(delay.count()) / 1000, 0, 'f', 1),
                                             true);
            });
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
        if (m_stop) {
            SyncOutcome outcome;
            outcome.progress.executionId = m_request.executionIds.at(index);
            outcome.error = m_stop;
            ++m_running;
            take(index, std::move(outcome));
        } else {
            start(index);
        }
    }
}

void SyncBatch::start(qsizetype index)
{
    ++m_running;
    StreamSync *sync = m_connection.syncStream(
        m_request.executionIds.at(index), m_request.pageSize, m_request.since);
    connect(sync, &StreamSync::progressed, this, &SyncBatch::showProgress);
    connect(this, &SyncBatch::stopRequested, sync, &StreamSync::cancel);
    connect(sync, &StreamSync::finished, this, [this, index](const SyncOutcome &outcome) {
        SyncOutcome told = outcome;
        told.progress.executionId = m_request.executionIds.at(index);
        // Stopped by us: the reason says more than "cancelled".
        if (told.error && told.error->isCancelled() && m_stop)
            told.error = m_stop;
        const bool isRefused = told.error && told.error->exitStatus() == ExitStatus::Credentials;
        const std::optional<Error> refusal = told.error;
        take(index, std::move(told));
        if (isRefused)
            stopAll(*refusal);
        startMore();
    });
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

void SyncBatch::showProgress(const SyncProgress &progress)
{
    const qsizetype total = m_request.executionIds.size();
    const QString which =
        total == 1 ? QString() : QStringLiteral("[%1/%2] ").arg(m_reported + 1).arg(total);
    m_context.console().progress(QStringLiteral("%1%2: %3 events, cursor %4")
                                     .arg(which, displayText(progress.executionId.text(), 60))
                                     .arg(progress.received)
                                     .arg(progress.cursor.value));
}

} // namespace Gapline
