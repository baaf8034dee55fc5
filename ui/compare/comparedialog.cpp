// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparedialog.h"

#include "core/domain/displaytext.h"
#include "ui/fleet/executiondelegate.h"
#include "ui/models/executionmodel.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {

CompareDialog::CompareDialog(Workspace &workspace, const ExecutionId &subject, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_subject(subject)
    , m_model(new ExecutionModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setWindowTitle(tr("Compare With"));
    auto *what = new QLabel(this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setText(tr("Which execution is %1 to be compared with? Their steps are aligned by their "
                     "place in the graph, whatever their ids.")
                      .arg(displayText(subject.text(), 80)));
    m_search->setPlaceholderText(tr("id, correlation, definition…"));
    m_search->setAccessibleName(tr("Search executions"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        m_list->setCurrentIndex(m_model->index(0, int(ExecutionModel::Column::Execution)));
        allow();
    });
    m_search->installEventFilter(this);
    m_model->setTimeZone(workspace.timeZone());
    m_list->setModel(m_model);
    m_list->setModelColumn(int(ExecutionModel::Column::Execution));
    m_list->setItemDelegate(new ExecutionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Executions"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_compare = buttons->addButton(tr("&Compare"), QDialogButtonBox::AcceptRole);
    m_compare->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &CompareDialog::allow);
    connect(&workspace, &Workspace::executionsChanged, this, &CompareDialog::fill);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 70, fontMetrics().height() * 32);
    fill();
    m_search->setFocus(Qt::OtherFocusReason);
}

void CompareDialog::fill()
{
    const ExecutionId before = chosen();
    QList<CachedExecution> others = m_workspace.executions();
    others.removeIf(
        [this](const CachedExecution &other) { return other.execution.executionId == m_subject; });
    m_model->setExecutions(others);
    const std::optional<int> row = before.isEmpty() ? std::nullopt : m_model->rowOf(before);
    if (row)
        m_list->setCurrentIndex(m_model->index(*row, int(ExecutionModel::Column::Execution)));
    allow();
}

bool CompareDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<const QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            return QCoreApplication::sendEvent(m_list, event);
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CompareDialog::allow()
{
    m_compare->setEnabled(!chosen().isEmpty());
}

ExecutionId CompareDialog::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    const CachedExecution *execution =
        index.isValid() ? m_model->executionAt(index.row()) : nullptr;
    return execution ? execution->execution.executionId : ExecutionId();
}

} // namespace Gapline
