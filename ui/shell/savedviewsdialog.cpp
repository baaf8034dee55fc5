// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/savedviewsdialog.h"

#include "core/domain/displaytext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

SavedViewsDialog::SavedViewsDialog(const QList<SavedView> &views, QWidget *parent)
    : QDialog(parent)
    , m_views(views)
    , m_list(new QListWidget(this))
    , m_filter(new QLabel(this))
    , m_rename(new QPushButton(tr("&Rename"), this))
    , m_delete(new QPushButton(tr("&Delete"), this))
{
    setWindowTitle(tr("Saved Views"));
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    for (const SavedView &view : views)
        addRow(view);
    m_filter->setTextFormat(Qt::PlainText);
    m_filter->setWordWrap(true);
    m_rename->setToolTip(tr("Type another name (F2)"));
    connect(m_list, &QListWidget::itemChanged, this, &SavedViewsDialog::rename);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedViewsDialog::showCurrent);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem())
            m_list->editItem(item);
    });
    connect(m_delete, &QPushButton::clicked, this, &SavedViewsDialog::deleteCurrent);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_rename, QDialogButtonBox::ActionRole);
    buttons->addButton(m_delete, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_filter);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 20);
    m_list->setCurrentRow(0);
    showCurrent();
}

void SavedViewsDialog::addRow(const SavedView &view)
{
    auto *item = new QListWidgetItem(view.name, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void SavedViewsDialog::rename(QListWidgetItem *item)
{
    const int row = m_list->row(item);
    if (m_isRenaming || row < 0)
        return;
    const QScopedValueRollback<bool> guard(m_isRenaming, true);
    SavedView &view = m_views[row];
    const QString name = item->text().trimmed();
    const bool isTaken = std::ranges::any_of(
        m_views, [&](const SavedView &other) { return &other != &view && other.name == name; });
    if (name.isEmpty() || isTaken) {
        item->setText(view.name);
        m_filter->setText(name.isEmpty()
                              ? tr("A view needs a name.")
                              : tr("Another view has the name \"%1\".").arg(displayText(name, 60)));
        return;
    }
    view.name = name;
    item->setText(name);
    emit changed(m_views);
}

void SavedViewsDialog::deleteCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_views.removeAt(row);
    delete m_list->takeItem(row);
    emit changed(m_views);
    showCurrent();
}

void SavedViewsDialog::showCurrent()
{
    const int row = m_list->currentRow();
    m_rename->setEnabled(row >= 0);
    m_delete->setEnabled(row >= 0);
    if (row < 0) {
        m_filter->setText(tr("No view is saved. Ctrl+S saves filter and columns of what is open."));
        return;
    }
    const QString filter = displayText(m_views.at(row).filter);
    m_filter->setText(filter.isEmpty() ? tr("Shows every event.") : filter);
}

} // namespace Gapline
