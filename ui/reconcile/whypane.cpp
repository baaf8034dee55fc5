// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/whypane.h"

#include "ui/inspect/detailsection.h"
#include "ui/reconcile/findingwhy.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Gapline {

WhyPane::WhyPane(QWidget *parent)
    : QWidget(parent)
    , m_section(new DetailSection(this))
    , m_open(new QPushButton(tr("&Open This Execution"), this))
    , m_replay(new QPushButton(this))
    , m_fetch(new QPushButton(tr("Fet&ch This Execution"), this))
{
    auto *scroll = new QScrollArea(this);
    auto *content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_section);
    column->addStretch();
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 8);
    for (QPushButton *button : {m_open, m_replay, m_fetch})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, [this] { emit executionWanted(m_execution); });
    connect(m_fetch, &QPushButton::clicked, this, [this] { emit executionWanted(m_execution); });
    connect(m_replay, &QPushButton::clicked, this, [this] { emit replayWanted(m_execution); });
}

void WhyPane::showWhy(const Why &why)
{
    fill(why);
    for (QPushButton *button : {m_open, m_replay, m_fetch})
        button->hide();
}

void WhyPane::showExecution(const Why &why, const ExecutionId &id, qint64 missed, bool canReplay)
{
    fill(why);
    m_execution = id;
    m_open->show();
    m_replay->setText(tr("Re&play Its %1 Missed…").arg(QLocale().toString(qlonglong(missed))));
    m_replay->setVisible(missed > 0 && canReplay);
    m_fetch->hide();
}

void WhyPane::showForeign(const Why &why, const ExecutionId &id, bool canFetch)
{
    showWhy(why);
    m_execution = id;
    m_fetch->setEnabled(canFetch);
    m_fetch->setToolTip(canFetch ? tr("Fetch it and compare it too")
                                 : tr("There is no connection to fetch it with"));
    m_fetch->show();
}

void WhyPane::showHint(const QString &sentence)
{
    showWhy({tr("Why?"), {}});
    m_section->setSentences({sentence});
}

void WhyPane::fill(const Why &why)
{
    QList<Fact> shown;
    for (const auto &[label, text] : why.facts)
        shown.append({label, text, text, false});
    m_section->setTitle(why.title);
    m_section->setFacts(shown);
    m_section->setSentences({});
}

} // namespace Gapline
