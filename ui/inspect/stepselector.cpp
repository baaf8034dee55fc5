// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/stepselector.h"

#include "core/domain/displaytext.h"
#include "core/domain/steplineage.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kStepIdRole = Qt::UserRole;
/// Beyond this a tree helps nobody; the text field finds steps by name.
constexpr quint32 kMostSteps = 5000;

} // namespace

StepSelector::StepSelector(QWidget *parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Show only some steps, or hide some"));
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setProperty("look", QStringLiteral("field")); // See app/look.
    // The style's own indicator is a speck in the corner.
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        tree()->setFocus();
        const int width = fontMetrics().horizontalAdvance(u'M') * 36;
        m_popup->setMinimumSize(width, fontMetrics().height() * 20);
    });
    showFilter({});
}

/// When it is opened first: a start does not wait for it.
void StepSelector::makePopup()
{
    m_popup = new QWidget;
    m_tree = new QTreeWidget(m_popup);
    m_withDescendants = new QCheckBox(tr("With &descendants"), m_popup);
    m_cutNote = new QLabel(m_popup);
    m_tree->setColumnCount(4);
    m_tree->setHeaderLabels({tr("Step"), tr("Only"), tr("Hide"), tr("Events")});
    m_tree->setAccessibleName(tr("Steps by lineage"));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_tree, &QTreeWidget::itemChanged, this, &StepSelector::chosen);

    m_withDescendants->setChecked(true);
    m_withDescendants->setToolTip(tr("A choice also counts for every step that follows from it"));
    m_cutNote->setTextFormat(Qt::PlainText);
    m_cutNote->setWordWrap(true);
    m_cutNote->hide();
    auto *clear = new QPushButton(tr("&All steps"), m_popup);
    clear->setToolTip(tr("Drop every choice of steps"));
    connect(clear, &QPushButton::clicked, this, [this] {
        EventFilter filter = m_filter;
        filter.steps.clear();
        emit filterAsked(filter);
    });

    auto *layout = new QVBoxLayout(m_popup);
    layout->addWidget(m_tree);
    layout->addWidget(m_cutNote);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_withDescendants);
    bottom->addStretch();
    bottom->addWidget(clear);
    layout->addLayout(bottom);

    auto *content = new QWidgetAction(menu());
    content->setDefaultWidget(m_popup);
    menu()->addAction(content);
}

void StepSelector::setStream(const EventStreamPtr &stream, const QList<StepView> &steps)
{
    m_stream = stream;
    m_nodes.clear();
    for (const StepView &step : steps) {
        if (!step.nodeId.isEmpty())
            m_nodes.insert(step.stepId.text().toUtf8(), step.nodeId.text());
    }
    m_isStale = true;
    setEnabled(stream && stream->steps().size() > 0);
    if (menu()->isVisible())
        buildTree();
}

void StepSelector::showFilter(const EventFilter &filter)
{
    m_filter = filter;
    const qsizetype choices = filter.steps.size();
    // The number says at a glance that something is set.
    setText(choices == 0 ? tr("Step ▾") : tr("Step: %1 ▾").arg(choices));
    setAccessibleName(choices == 0 ? tr("Steps: all shown") : tr("Steps: %1 choices").arg(choices));
    if (!m_isStale)
        showChoices();
}

QTreeWidget *StepSelector::tree()
{
    if (!m_popup)
        makePopup();
    if (m_isStale)
        buildTree();
    return m_tree;
}

void StepSelector::buildTree()
{
    const QScopedValueRollback<bool> guard(m_isShowing, true);
    m_isStale = false;
    m_tree->clear();
    if (!m_stream)
        return;
    const quint32 stepCount = m_stream->steps().size();
    std::vector<qint64> events(stepCount, 0);
    for (const quint32 step : m_stream->stepIndexes()) {
        if (step != kNoStep)
            ++events[step];
    }
    QHash<QByteArray, QTreeWidgetItem *> items;
    for (quint32 i = 0; i < std::min(stepCount, kMostSteps); ++i) {
        QTreeWidgetItem *item = itemFor(m_stream->steps().at(i), items);
        item->setText(EventsColumn, QLocale().toString(qlonglong(events[i])));
    }
    m_cutNote->setVisible(stepCount > kMostSteps);
    m_cutNote->setText(tr("%1 of %2 steps. The text field finds the others.")
                           .arg(std::min(stepCount, kMostSteps))
                           .arg(stepCount));
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(StepColumn, QHeaderView::Stretch);
    for (const TreeColumn column : {OnlyColumn, HideColumn, EventsColumn})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    showChoices();
}

QTreeWidgetItem *StepSelector::itemFor(const QByteArray &stepId,
                                       QHash<QByteArray, QTreeWidgetItem *> &items)
{
    // From the step up to a known ancestor, then down again: lineages may be deep, and recursion is not free.
    QByteArrayList missing;
    QTreeWidgetItem *item = nullptr;
    for (std::optional<QByteArrayView> id = stepId; id && !item; id = parentOfStep(*id)) {
        item = items.value(id->toByteArray());
        if (!item)
            missing.prepend(id->toByteArray());
    }
    for (const QByteArray &id : missing) {
        item = item ? new QTreeWidgetItem(item) : new QTreeWidgetItem(m_tree);
        items.insert(id, item);
        const QString full = displayText(QString::fromUtf8(id));
        item->setText(StepColumn,
                      displayText(m_nodes.value(id, QString::fromUtf8(nodeOfStep(id)))));
        item->setToolTip(StepColumn, QStringLiteral("<p>%1</p>").arg(full.toHtmlEscaped()));
        item->setData(StepColumn, kStepIdRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setTextAlignment(EventsColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(OnlyColumn, Qt::AccessibleTextRole, tr("Only %1").arg(full));
        item->setData(HideColumn, Qt::AccessibleTextRole, tr("Hide %1").arg(full));
    }
    return item;
}

void StepSelector::showChoices()
{
    const QScopedValueRollback<bool> guard(m_isShowing, true);
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const StepChoice choice =
            stepChoice(m_filter, (*it)->data(StepColumn, kStepIdRole).toByteArray());
        (*it)->setCheckState(OnlyColumn, choice == StepChoice::Only ? Qt::Checked : Qt::Unchecked);
        (*it)->setCheckState(HideColumn,
                             choice == StepChoice::Hidden ? Qt::Checked : Qt::Unchecked);
    }
}

void StepSelector::chosen(QTreeWidgetItem *item, int column)
{
    if (m_isShowing || (column != OnlyColumn && column != HideColumn))
        return;
    StepChoice choice = StepChoice::Any;
    if (item->checkState(column) == Qt::Checked)
        choice = column == OnlyColumn ? StepChoice::Only : StepChoice::Hidden;
    emit filterAsked(withStepChoice(m_filter,
                                    item->data(StepColumn, kStepIdRole).toByteArray(),
                                    choice,
                                    m_withDescendants->isChecked()));
}

} // namespace Gapline
