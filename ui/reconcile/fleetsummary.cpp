// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/fleetsummary.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/reconcile/findingwhy.h"

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Gapline {

FleetSummary::FleetSummary(QWidget *parent)
    : QWidget(parent)
    , m_commands(new QHBoxLayout)
    , m_totals(new QLabel(this))
    , m_origin(new WrappedText(this))
    , m_coverage(new WrappedText(this))
{
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = m_totals->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_totals->setFont(large);
    m_origin->hide();
    m_coverage->setColorRole(QPalette::PlaceholderText);
    auto *coverage = new QScrollArea(this);
    coverage->setWidget(m_coverage);
    coverage->setWidgetResizable(true);
    coverage->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    coverage->setFrameShape(QFrame::NoFrame);
    coverage->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_commands->addWidget(m_totals, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(m_commands);
    layout->addWidget(m_origin);
    layout->addWidget(coverage);
}

void FleetSummary::addCommands(QAction *import, QMenu *exports, QAction *replay)
{
    auto *change = new QPushButton(tr("&Logs and Receiver…"), this);
    change->setToolTip(import->toolTip());
    connect(change, &QPushButton::clicked, import, &QAction::trigger);
    auto *again = new QPushButton(tr("Replay &Missed…"), this);
    connect(again, &QPushButton::clicked, replay, &QAction::trigger);
    const auto follow = [again, replay] {
        again->setEnabled(replay->isEnabled());
        again->setToolTip(replay->toolTip());
    };
    connect(replay, &QAction::changed, again, follow);
    follow();
    auto *out = new QPushButton(tr("Expor&t"), this);
    out->setMenu(exports);
    out->setAccessibleName(tr("Export what was found"));
    m_commands->addWidget(change, 0, Qt::AlignTop);
    m_commands->addWidget(again, 0, Qt::AlignTop);
    m_commands->addWidget(out, 0, Qt::AlignTop);
}

void FleetSummary::setOrigin(const std::optional<LogOrigin> &origin, TimeZoneChoice zone)
{
    m_origin->setVisible(origin.has_value());
    if (!origin)
        return;
    QStringList lines;
    if (origin->isCase) {
        lines << tr("Case file %1, written %2: as it was then. Nothing is fetched or changed.")
                     .arg(displayText(QDir::toNativeSeparators(origin->files.constFirst().name),
                                      300),
                          isoTime(origin->importedAt, zone));
        for (const QString &note : origin->notes)
            lines << tr("Note: %1").arg(displayText(note, 2000));
        m_origin->setText(lines.join(QChar(QChar::LineSeparator)));
        return;
    }
    for (const LogOrigin::File &file : origin->files) {
        QString line = tr("%1, imported %2")
                           .arg(displayText(QDir::toNativeSeparators(file.name), 300),
                                isoTime(origin->importedAt, zone));
        if (origin->isKept)
            line += tr(", kept in the cache");
        if (file.standing == LogFileStanding::Gone)
            line += tr(". The file is no longer there");
        else if (file.standing == LogFileStanding::Changed)
            line += tr(". The file has changed since: read the logs again to compare all of it");
        lines.append(line + u'.');
    }
    m_origin->setText(lines.join(QChar(QChar::LineSeparator)));
}

void FleetSummary::setComparison(const ComparisonPtr &comparison, TimeZoneChoice zone)
{
    if (!comparison) {
        m_totals->setText(tr("Nothing is compared yet"));
        m_coverage->setText(tr("Import a receiver's log to see which webhooks it missed."));
        return;
    }
    m_totals->setText(totalsInWords(comparison->result().totals));
    QStringList lines = coverageStatement(comparison->report(), zone, Wording::Window);
    for (QString &line : lines)
        line = displayText(line, line.size());
    m_coverage->setText(lines.join(QChar(QChar::LineSeparator)));
}

} // namespace Gapline
