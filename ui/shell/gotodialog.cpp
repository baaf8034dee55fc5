// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gotodialog.h"

#include "ui/workspace/streamjumps.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {

GoToDialog::GoToDialog(StreamView &view, TimeZoneChoice zone, QWidget *parent)
    : QDialog(parent)
    , m_view(&view)
    , m_zone(zone)
    , m_place(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Go to Seq or Time"));
    const QString zoneName = zone == TimeZoneChoice::Utc ? tr("UTC") : tr("local time");
    auto *what = new QLabel(
        tr("A seq up to %1, or a time such as 11:16:02 or "
           "2026-04-28T11:16:02Z. Times without a zone are %2.")
            .arg(QLocale().toString(qlonglong(view.stream()->highestKnownSeq().value)), zoneName),
        this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_place->setAccessibleName(tr("Seq or time"));
    m_place->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    connect(m_place, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    connect(&view, &QObject::destroyed, this, &QDialog::reject);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addWidget(m_place);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void GoToDialog::accept()
{
    if (!m_view)
        return;
    const std::optional<SeqRange> place = placeFrom(*m_view, m_place->text(), m_zone);
    if (!place) {
        m_problem->setText(
            tr("Nothing of this stream is there: its seqs go up to %1, and times "
               "must not lie after its last event.")
                .arg(QLocale().toString(qlonglong(m_view->stream()->highestKnownSeq().value))));
        m_place->selectAll();
        return;
    }
    selectAndReveal(*m_view, *place);
    QDialog::accept();
}

} // namespace Gapline
