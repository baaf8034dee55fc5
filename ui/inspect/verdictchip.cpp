// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/verdictchip.h"

#include "ui/models/deliverytext.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/verdictmark.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include <memory>

namespace Gapline {
namespace {

int padding(const QFontMetrics &metrics)
{
    return metrics.height() * 5 / 8;
}

} // namespace

VerdictChip::VerdictChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this] {
        const bool wasOn = !m_verdicts.isEmpty();
        setChecked(wasOn); // The filter decides, not the click.
        emit verdictsAsked(wasOn ? QSet<Verdict>() : QSet<Verdict>{Verdict::Missed});
    });
    setDeliveries(nullptr);
}

void VerdictChip::setDeliveries(const StreamDeliveriesPtr &deliveries)
{
    m_deliveries = deliveries;
    setVisible(deliveries != nullptr);
    describe();
}

void VerdictChip::showVerdicts(const QSet<Verdict> &verdicts)
{
    m_verdicts = verdicts;
    setChecked(!verdicts.isEmpty());
    describe();
}

void VerdictChip::describe()
{
    QStringList names;
    qint64 events = 0;
    for (const Verdict verdict : kVerdicts) {
        const bool isMeant =
            m_verdicts.isEmpty() ? verdict == Verdict::Missed : m_verdicts.contains(verdict);
        if (!isMeant)
            continue;
        names << verdictText(verdict);
        events += m_deliveries ? m_deliveries->totals().of(verdict) : 0;
    }
    // "0" alone would claim more than is known: what is covered stands in the detail and the status bar.
    const QString name = tr("%1 only").arg(names.join(QStringLiteral(", ")));
    const QString number = QLocale().toString(qlonglong(events));
    setText(events > 0 ? QStringLiteral("%1  %2").arg(name, number) : name);
    setAccessibleName(m_verdicts.isEmpty()
                          ? tr("Show only webhooks that were missed, %1 of them").arg(number)
                          : tr("Only %1 webhooks are shown, %2 of them")
                                .arg(names.join(QStringLiteral(", ")), number));
    setToolTip(
        tr("Click to show only these, and everything again; right-click for other verdicts"));
    updateGeometry();
    update();
}

QMenu *VerdictChip::makeMenu()
{
    auto *menu = new QMenu(this);
    QAction *all = menu->addAction(tr("&Every verdict"), this, [this] { emit verdictsAsked({}); });
    all->setCheckable(true);
    all->setChecked(m_verdicts.isEmpty());
    menu->addSeparator();
    for (const Verdict verdict : kVerdicts) {
        const qint64 events = m_deliveries ? m_deliveries->totals().of(verdict) : 0;
        if (events == 0 && !m_verdicts.contains(verdict))
            continue;
        QAction *action =
            menu->addAction(QStringLiteral("%1  (%2)")
                                .arg(verdictText(verdict), QLocale().toString(qlonglong(events))));
        action->setCheckable(true);
        action->setChecked(m_verdicts.contains(verdict));
        connect(action, &QAction::toggled, this, [this, verdict](bool isShown) {
            QSet<Verdict> verdicts = m_verdicts;
            if (isShown)
                verdicts.insert(verdict);
            else
                verdicts.remove(verdict);
            emit verdictsAsked(verdicts);
        });
    }
    return menu;
}

QSize VerdictChip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int mark = metrics.height() * 3 / 4;
    return {metrics.horizontalAdvance(text()) + mark + padding(metrics) * 5 / 2,
            metrics.height() + padding(metrics)};
}

void VerdictChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    const bool isDarkTheme = isDark(palette());
    const DeliveryMark mark =
        m_verdicts.size() == 1 ? deliveryMark(*m_verdicts.cbegin(), 0) : DeliveryMark::Missed;
    const QColor color = deliveryColor(mark, isDarkTheme);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPen pen(hasFocus() ? palette().color(QPalette::Highlight) : color, hasFocus() ? 2 : 1);
    painter.setPen(pen);
    QColor ground = color;
    ground.setAlphaF(isDarkTheme ? 0.35F : 0.18F);
    painter.setBrush(isChecked() ? QBrush(ground) : palette().brush(QPalette::Base));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const int size = metrics.height() * 3 / 4;
    const QRectF box(padding(metrics), (height() - size) / 2.0, size, size);
    paintDeliveryMark(painter, box, mark, isDarkTheme);
    QFont shown = font();
    shown.setBold(isChecked());
    painter.setFont(shown);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(int(box.right()) + padding(metrics) / 2, 0, 0, 0),
                     int(Qt::AlignLeft | Qt::AlignVCenter),
                     text());
}

void VerdictChip::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(makeMenu());
    menu->exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().bottomLeft())
                                                              : event->globalPos());
}

} // namespace Gapline
