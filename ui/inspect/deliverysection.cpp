// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/deliverysection.h"

#include "core/domain/displaytext.h"
#include "core/reconcile/retryhorizon.h"
#include "core/report/evidence.h"
#include "ui/inspect/flowlayout.h"
#include "ui/models/deliverytext.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/verdictmark.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace Gapline {

namespace {

QString grouped(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

QString timeText(const std::optional<EpochMs> &time, TimeZoneChoice zone)
{
    return time ? isoTime(*time, zone) : DeliverySection::tr("(not known)");
}

/// A verdict at the start of its line, as the other labels are written.
QString verdictLabel(Verdict verdict)
{
    const QString text = verdictText(verdict);
    return QLocale().toUpper(text.left(1)) + text.mid(1);
}

/// What the counts of one execution cover; that of all of them stands on the page of the comparison.
QList<Fact> coverageFacts(const StreamDeliveries &deliveries, TimeZoneChoice zone)
{
    const StreamState &state = deliveries.stream().state();
    const Reconciliation &result = deliveries.comparison().result();
    const ReceiverProfile &receiver = deliveries.comparison().input().receiver;
    const bool hasOwnWebhook = receiver.ownWebhook.contains(deliveries.stream().executionId());
    const QString types = receiver.subscribedTypes.isEmpty() || hasOwnWebhook
        ? DeliverySection::tr("all types")
        : displayText(receiver.subscribedTypes.join(QStringLiteral(", ")));
    return {{DeliverySection::tr("Compared"),
             DeliverySection::tr("to cursor %1 (%2), fetched %3")
                 .arg(grouped(state.cursor.value),
                      state.isComplete ? DeliverySection::tr("complete")
                                       : DeliverySection::tr("not complete"),
                      timeText(state.fetchedAt, zone)),
             {},
             false},
            {DeliverySection::tr("Log span"),
             DeliverySection::tr("%1 to %2, as of %3")
                 .arg(timeText(result.span.from, zone),
                      timeText(result.span.to, zone),
                      timeText(result.asOf, zone)),
             {},
             false},
            {DeliverySection::tr("Assumed"),
             DeliverySection::tr("subscribed to %1; %2")
                 .arg(types, scheduleInWords(result.schedule, Wording::Window)),
             {},
             false}};
}

} // namespace

DeliverySection::DeliverySection(QWidget *parent)
    : DetailSection(parent)
    , m_badge(new QLabel)
    , m_export(new QPushButton)
    , m_curl(new QPushButton(tr("Copy as cURL")))
    , m_replay(new QPushButton)
{
    setTitle(tr("Webhook delivery"));
    setFocusPolicy(Qt::TabFocus);
    m_badge->setTextFormat(Qt::PlainText);
    addHeaderWidget(m_badge);
    m_curl->setToolTip(tr("The API request that returns every missed event of this execution"));
    m_export->setToolTip(tr("Write the missed webhooks of this comparison into a file"));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    row->addWidget(m_export);
    row->addWidget(m_replay);
    row->addWidget(m_curl);
    addWidget(buttons);
    m_replay->setToolTip(
        tr("Send the missed webhooks of this execution to the receiver again: first a dry run"));
    connect(m_replay, &QPushButton::clicked, this, &DeliverySection::replayWanted);
    connect(m_export, &QPushButton::clicked, this, &DeliverySection::exportMissedWanted);
    connect(m_curl, &QPushButton::clicked, this, [this] {
        if (m_since)
            emit curlWanted(*m_since);
    });
    hide();
}

void DeliverySection::setReplayable(bool isReplayable)
{
    m_isReplayable = isReplayable;
    if (!isReplayable)
        m_replay->hide();
}

void DeliverySection::showBadge(const QString &text, std::optional<Verdict> verdict)
{
    m_badge->setText(text);
    m_badge->setVisible(!text.isEmpty());
    QPalette colors = palette();
    if (verdict)
        colors.setColor(QPalette::WindowText,
                        deliveryColor(deliveryMark(*verdict, 0), isDark(palette())));
    m_badge->setPalette(colors);
    QFont bold = font();
    bold.setBold(verdict == Verdict::Missed);
    m_badge->setFont(bold);
}

void DeliverySection::showRecovery(const StreamDeliveries &deliveries, QList<Fact> &facts)
{
    m_since = deliveries.recoverSince();
    const qint64 missed = deliveries.totals().of(Verdict::Missed);
    if (m_since) {
        const QString since = QString::number(m_since->value);
        facts.append({tr("Recover from"), QStringLiteral("sinceSeq = %1").arg(since), since, true});
    }
    m_export->setText(tr("Export %1 missed…").arg(grouped(missed)));
    m_export->setVisible(missed > 0);
    m_replay->setText(tr("Replay %1 missed…").arg(grouped(missed)));
    m_replay->setVisible(missed > 0 && m_isReplayable);
    m_curl->setVisible(m_since.has_value());
}

void DeliverySection::showFor(const StreamDeliveriesPtr &deliveries, Seq seq, TimeZoneChoice zone)
{
    const auto finding = deliveries ? deliveries->findingOf(seq) : std::nullopt;
    if (!finding) {
        // Fetched after the comparison, or never sent: nothing is said rather than guessed.
        hide();
        return;
    }
    const Comparison &comparison = deliveries->comparison();
    showBadge(verdictText(finding->verdict), finding->verdict);
    QList<Fact> facts{{tr("Verdict"), verdictInWords(comparison, *finding, zone), {}, false}};
    for (const Evidence &evidence : evidenceOf(comparison, *finding, zone))
        facts.append({evidence.label, evidence.text, evidence.text, false});
    showRecovery(*deliveries, facts);
    setFacts(facts);
    setSentences({});
    show();
}

void DeliverySection::showForExecution(const StreamDeliveriesPtr &deliveries, TimeZoneChoice zone)
{
    if (!deliveries) {
        hide();
        return;
    }
    const ReconcileTotals &totals = deliveries->totals();
    const qint64 missed = totals.of(Verdict::Missed);
    showBadge(missed > 0 ? tr("%1 missed").arg(grouped(missed)) : QString(),
              missed > 0 ? std::optional(Verdict::Missed) : std::nullopt);
    QList<Fact> facts{{tr("Expected"), grouped(totals.expected()), {}, false}};
    for (const Verdict verdict : kVerdicts) {
        // "0 missed" is said with its coverage alone, and that is below.
        if (totals.of(verdict) > 0)
            facts.append({verdictLabel(verdict), grouped(totals.of(verdict)), {}, false});
    }
    const auto &outages = deliveries->comparison().report().outages;
    for (const OutageBand &band : deliveries->outages()) {
        facts.append({tr("Outage"),
                      outageInWords(outages[band.outage],
                                    deliveries->comparison().result().schedule,
                                    zone,
                                    Wording::Window),
                      {},
                      false});
    }
    showRecovery(*deliveries, facts);
    facts.append(coverageFacts(*deliveries, zone));
    setFacts(facts);
    show();
}

} // namespace Gapline
