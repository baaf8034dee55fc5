// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetrun.h"

#include "app/cli/countedword.h"
#include "app/cli/retrylines.h"
#include "core/sync/connection.h"

#include <QEventLoop>

namespace Gapline {

FleetRun::FleetRun(Connection &connection, CliContext &context, const FleetOptions &options)
    : m_connection(connection)
    , m_context(context)
    , m_options(options)
{
    sayRetries(connection, context.console(), true, this);
}

FleetOutcome FleetRun::run(const Report &report)
{
    m_report = report;
    QEventLoop loop;
    FleetOutcome result;
    FleetSync *fleet = m_connection.syncFleet(m_options);
    connect(fleet, &FleetSync::executionEnded, this, &FleetRun::take);
    connect(fleet, &FleetSync::progressed, this, &FleetRun::showProgress);
    connect(fleet, &FleetSync::finished, &loop, [&](const FleetOutcome &outcome) {
        result = outcome;
        loop.quit();
    });
    const Error interrupted{ErrorId::Cancelled,
                            QStringLiteral("Interrupted; what was fetched is kept.")};
    connect(&m_context.interrupt(), &Interrupt::requested, fleet, [fleet, interrupted] {
        fleet->stop(interrupted);
    });
    connect(&m_connection, &Connection::credentialsNeeded, fleet, &FleetSync::stop);
    if (Interrupt::isRequested())
        fleet->stop(interrupted);
    loop.exec();
    m_context.console().endProgress();
    for (const QString &warning : result.warnings)
        m_context.console().warn(warning);
    return result;
}

void FleetRun::take(int index, const SyncOutcome &outcome)
{
    m_waiting.emplace(index, outcome);
    while (!m_waiting.empty() && m_waiting.begin()->first == m_reported) {
        m_report(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        ++m_reported;
    }
}

void FleetRun::showProgress(const FleetProgress &progress)
{
    if (progress.isListing) {
        m_context.console().progress(counted(progress.listed, QLatin1String("execution"))
                                     + QStringLiteral(" listed"));
        return;
    }
    QString text = QStringLiteral("%1 of %2, %3, %4")
                       .arg(QString::number(progress.ended()),
                            counted(progress.toFetch(), QLatin1String("execution")),
                            counted(progress.newEvents, QLatin1String("new event")),
                            counted(progress.requests, QLatin1String("request")));
    if (progress.failed > 0)
        text += QStringLiteral(", %1 failed").arg(progress.failed);
    if (progress.remaining)
        text += QStringLiteral(", about %1 left").arg(roughly(*progress.remaining));
    m_context.console().progress(text);
}

} // namespace Gapline
