// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestdock.h"

#include "ui/requests/requestdetail.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gapline {

RequestDock::RequestDock(Workspace &workspace, QWidget *parent)
    : QDockWidget(tr("Requests"), parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("requests"));
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    toggleViewAction()->setText(tr("Show HTTP &Requests"));
    toggleViewAction()->setShortcut(Qt::Key_F12);
    toggleViewAction()->setIconVisibleInMenu(false);
}

void RequestDock::setVisible(bool isVisible)
{
    if (isVisible && !m_model)
        fill();
    QDockWidget::setVisible(isVisible);
}

void RequestDock::fill()
{
    m_model = new RequestModel(m_workspace.requests(), this);
    layOut();
    connect(m_model, &RequestModel::updated, this, &RequestDock::showCounts);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        m_wasAtEnd =
            m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->maximum();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RequestDock::followEnd);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_wasAtEnd = true;
        followEnd();
        showCurrent();
    });
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &RequestDock::showCurrent);
    const auto showZone = [this] {
        m_model->setTimeZone(m_workspace.timeZone());
        showCurrent();
    };
    connect(&m_workspace, &Workspace::timeZoneChanged, this, showZone);
    showZone();
    showCounts();
}

void RequestDock::layOut()
{
    makeTable();
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);

    m_detail = new RequestDetail(this);
    connect(m_detail, &RequestDetail::noticed, this, &RequestDock::noticed);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->addWidget(list);
    sides->addWidget(m_detail);
    sides->setStretchFactor(0, 5);
    sides->setStretchFactor(1, 2);
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(1);
    const int letter = fontMetrics().averageCharWidth();
    list->setMinimumWidth(letter * 40);
    m_detail->setMinimumWidth(letter * 30);
    sides->setSizes({letter * 130, letter * 55});
    setWidget(sides);
}

QWidget *RequestDock::makeHeader()
{
    auto *header = new QFrame(this);
    header->setObjectName(QStringLiteral("panelHeader"));
    m_search = new QLineEdit(header);
    m_search->setPlaceholderText(tr("Filter: endpoint, execution, status, error"));
    m_search->setAccessibleName(tr("Filter the requests"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 50);
    connect(m_search, &QLineEdit::textChanged, m_model, &RequestModel::setSearch);
    m_onlyFailed = new QCheckBox(tr("Failed o&nly"), header);
    connect(m_onlyFailed, &QCheckBox::toggled, m_model, &RequestModel::setOnlyFailed);
    m_counts = new QLabel(header);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_clear = new QToolButton(header);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget the requests listed, and the answers kept of them"));
    m_clear->setAccessibleName(tr("Clear the list of requests"));
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_workspace.requests().clear();
        m_model->update();
    });
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(10);
    row->addWidget(m_search, 1);
    row->addWidget(m_onlyFailed);
    row->addStretch();
    row->addWidget(m_counts);
    row->addWidget(m_clear);
    return header;
}

void RequestDock::makeTable()
{
    using Column = RequestModel::Column;
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("HTTP requests"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setProperty("look", QStringLiteral("roomy")); // See app/look.
    m_table->horizontalHeader()->setHighlightSections(false);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : {std::pair(Column::Time, 16),
                                          std::pair(Column::Endpoint, 22),
                                          std::pair(Column::SinceSeq, 11),
                                          std::pair(Column::Attempt, 10),
                                          std::pair(Column::Status, 8),
                                          std::pair(Column::Duration, 11),
                                          std::pair(Column::Size, 12),
                                          std::pair(Column::Outcome, 25)})
        m_table->setColumnWidth(int(column), letter * letters);
    m_table->horizontalHeader()->setMinimumSectionSize(letter * 5);
    m_table->horizontalHeader()->setSectionResizeMode(int(Column::Execution), QHeaderView::Stretch);
    m_empty = new QLabel(this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(20);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void RequestDock::followEnd()
{
    if (m_wasAtEnd)
        m_table->scrollToBottom();
}

void RequestDock::showCounts()
{
    const QLocale locale;
    const qsizetype total = m_model->totalCount();
    const qsizetype failed = m_model->failedCount();
    m_counts->setText(
        tr("%1 kept, %2 failed")
            .arg(locale.toString(qlonglong(total)), locale.toString(qlonglong(failed))));
    m_clear->setEnabled(total > 0);
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setText(total > 0 ? tr("None of the requests kept match the filter.")
                               : tr("No request has been made yet."));
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
}

void RequestDock::showCurrent()
{
    const HttpLogEntry *entry = m_model->entryAt(m_table->currentIndex().row());
    m_detail->show(entry ? std::optional(*entry) : std::nullopt, m_workspace.timeZone());
}

} // namespace Gapline
