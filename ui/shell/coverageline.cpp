// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/coverageline.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"
#include "ui/shell/budgettext.h"
#include "ui/shell/elidedlabel.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/verdictmark.h"

#include <QHBoxLayout>
#include <QLocale>

namespace Gapline {
namespace {

/// By what the connection differs from a plain one: who else is trusted, who stands between.
QString badges(const Workspace &workspace)
{
    QString text;
    if (!workspace.profile().caFile.isEmpty())
        text += CoverageLine::tr(" · own CA");
    const QList<HttpLogEntry> &requests = workspace.requests().log().entries();
    if (workspace.hasConnection() && !requests.isEmpty() && !requests.constLast().proxy.isEmpty())
        text += CoverageLine::tr(" · by proxy %1").arg(displayText(requests.constLast().proxy, 60));
    return text;
}

QString connectionText(const Workspace &workspace)
{
    const QString name = workspace.isSandbox()
        ? CoverageLine::tr("Sandbox")
        : displayText(workspace.profile().name, 40) + badges(workspace);
    switch (workspace.connectionState()) {
    case ConnectionState::Offline:
        return workspace.isOffline() || name.isEmpty()
            ? CoverageLine::tr("○ Offline: answers come from the cache")
            : CoverageLine::tr("○ %1 · not connected").arg(name);
    case ConnectionState::Idle:
        return CoverageLine::tr("● %1").arg(name);
    case ConnectionState::Fetching:
        return CoverageLine::tr("● %1 · fetching").arg(name);
    case ConnectionState::Waiting:
        return CoverageLine::tr("◐ %1 · waiting to try again").arg(name);
    case ConnectionState::NeedsCredentials:
        return CoverageLine::tr("○ %1 · needs credentials").arg(name);
    case ConnectionState::Failed:
        return CoverageLine::tr("✕ %1 · last fetch failed").arg(name);
    }
    return name;
}

/// What is asked for at present, and how much may be.
QString requestText(const Workspace &workspace)
{
    const ConnectionState state = workspace.connectionState();
    const std::optional<RequestBudget> budget = workspace.budget();
    const bool isBusy = state == ConnectionState::Fetching || state == ConnectionState::Waiting;
    return isBusy && budget ? QStringLiteral(" · ") + budgetText(*budget) : QString();
}

} // namespace

CoverageLine::CoverageLine(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_connection(new ElidedLabel(this))
    , m_coverage(new ElidedLabel(this))
    , m_webhooks(new ElidedLabel(this))
    , m_fetched(new ElidedLabel(this, Qt::AlignRight))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(20);
    layout->addWidget(m_connection);
    layout->addWidget(m_webhooks);
    layout->addWidget(m_coverage, 1);
    layout->addWidget(m_fetched);
    connect(&workspace, &Workspace::connectionStateChanged, this, &CoverageLine::showConnection);
    connect(&workspace, &Workspace::profileChanged, this, &CoverageLine::showConnection);
    connect(&workspace, &Workspace::budgetChanged, this, &CoverageLine::showConnection);
    connect(&workspace, &Workspace::timeZoneChanged, this, &CoverageLine::showCoverage);
    connect(&workspace, &Workspace::currentViewChanged, this, &CoverageLine::followView);
    showConnection();
    followView();
}

QString CoverageLine::coverageText(const StreamView &view)
{
    const QLocale locale;
    const auto number = [&locale](qint64 value) { return locale.toString(qlonglong(value)); };
    const EventStream &stream = *view.stream();
    const StreamState &state = stream.state();
    QStringList parts{tr("%1 scanned").arg(CountedText::seqs(state.coverage.count())),
                      CountedText::events(stream.count()),
                      tr("▨ %1 internal-only").arg(number(view.totals().internalSeqs))};
    if (const qint64 unknown = view.totals().unknownSeqs; unknown > 0)
        parts << tr("? %1 unknown").arg(number(unknown));
    if (state.lateCount > 0)
        parts << tr("%1 appeared late").arg(number(state.lateCount));
    if (state.conflictCount > 0)
        parts << tr("! %1 with changed content").arg(number(state.conflictCount));
    if (state.goneCount > 0)
        parts << tr("! %1 gone").arg(number(state.goneCount));
    parts << tr("cursor %1").arg(number(state.cursor.value));
    if (!state.coverage.isEmpty() && !state.isComplete)
        parts << tr("more to fetch");
    return parts.join(QStringLiteral("    "));
}

QString CoverageLine::webhooksText(const ReconcileTotals &totals)
{
    const QLocale locale;
    if (const qint64 missed = totals.of(Verdict::Missed); missed > 0)
        return missed == 1 ? tr("✕ 1 webhook missed")
                           : tr("✕ %1 webhooks missed").arg(locale.toString(qlonglong(missed)));
    const QString expected = locale.toString(qlonglong(totals.expected()));
    const qint64 late = totals.of(Verdict::Late);
    const qint64 arrived = totals.of(Verdict::Delivered) + late;
    if (late > 0)
        return tr("webhooks: %1 of %2 arrived (%3 late)")
            .arg(locale.toString(qlonglong(arrived)), expected, locale.toString(qlonglong(late)));
    return tr("webhooks: %1 of %2 delivered").arg(locale.toString(qlonglong(arrived)), expected);
}

void CoverageLine::showWebhooks()
{
    const StreamDeliveriesPtr deliveries =
        m_tellsOfExecution && m_view ? m_view->deliveries() : nullptr;
    m_webhooks->setVisible(deliveries != nullptr);
    if (!deliveries)
        return;
    m_webhooks->setText(webhooksText(deliveries->totals()));
    QString coverage = coverageStatement(deliveries->comparison().report(),
                                         m_workspace.timeZone(),
                                         Wording::Window)
                           .join(QLatin1Char('\n'));
    m_webhooks->setAccessibleDescription(coverage);
    coverage = coverage.toHtmlEscaped();
    m_webhooks->setToolTip(QStringLiteral("<p>%1</p>")
                               .arg(coverage.replace(QLatin1Char('\n'), QLatin1String("<br>"))));
    QPalette colors = palette();
    QFont bold = font();
    const bool isMissed = deliveries->totals().of(Verdict::Missed) > 0;
    if (isMissed)
        colors.setColor(QPalette::WindowText,
                        deliveryColor(DeliveryMark::Missed, isDark(palette())));
    bold.setBold(isMissed);
    m_webhooks->setPalette(colors);
    m_webhooks->setFont(bold);
}

void CoverageLine::setTellsOfExecution(bool tells)
{
    m_tellsOfExecution = tells;
    showCoverage();
    showWebhooks();
}

void CoverageLine::followView()
{
    if (m_view)
        m_view->disconnect(this);
    m_view = m_workspace.currentView();
    if (m_view) {
        connect(m_view, &StreamView::streamChanged, this, &CoverageLine::showCoverage);
        connect(m_view, &StreamView::deliveriesChanged, this, &CoverageLine::showWebhooks);
    }
    showCoverage();
    showWebhooks();
}

void CoverageLine::showConnection()
{
    m_connection->setText(connectionText(m_workspace) + requestText(m_workspace));
}

void CoverageLine::showCoverage()
{
    const bool hasStream = m_tellsOfExecution && m_view && m_view->isLoaded();
    m_coverage->setText(hasStream ? coverageText(*m_view) : QString());
    const std::optional<EpochMs> fetchedAt =
        hasStream ? m_view->stream()->state().fetchedAt : std::nullopt;
    m_fetched->setText(fetchedAt
                           ? tr("fetched %1").arg(shortDateTime(*fetchedAt, m_workspace.timeZone()))
                           : QString());
}

} // namespace Gapline
