// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/executionlist.h"

#include "core/domain/displaytext.h"
#include "ui/fleet/executiondelegate.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

struct Order
{
    const char *name;
    const char *text;
    ExecutionModel::Column column;
    Qt::SortOrder direction;
};

constexpr std::array<Order, 7> kOrders{{
    {"newest",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Newest first"),
     ExecutionModel::Column::Started,
     Qt::DescendingOrder},
    {"oldest",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Oldest first"),
     ExecutionModel::Column::Started,
     Qt::AscendingOrder},
    {"status",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Status"),
     ExecutionModel::Column::Status,
     Qt::AscendingOrder},
    {"definition",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Definition"),
     ExecutionModel::Column::Definition,
     Qt::AscendingOrder},
    {"events",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Most events"),
     ExecutionModel::Column::Events,
     Qt::DescendingOrder},
    {"internal",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Most internal seqs"),
     ExecutionModel::Column::Internal,
     Qt::DescendingOrder},
    {"id",
     QT_TRANSLATE_NOOP("Gapline::ExecutionList", "Execution id"),
     ExecutionModel::Column::Execution,
     Qt::AscendingOrder},
}};

/// What happened, why, and what to do next.
QString inWords(const ErrorClass &kind)
{
    QStringList parts;
    for (const char *sentence : {kind.title, kind.cause, kind.nextStep})
        parts << QCoreApplication::translate("ErrorClass", sentence);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

ExecutionList::ExecutionList(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ExecutionModel(this))
{
    m_model->setStateOf([this](const ExecutionId &id) { return m_workspace.fleetStateOf(id); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeFilters());
    makeList();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);

    connect(&m_workspace, &Workspace::executionsChanged, this, &ExecutionList::showExecutions);
    connect(&m_workspace, &Workspace::fetchesChanged, this, &ExecutionList::showCounts);
    connect(&m_workspace, &Workspace::connectionStateChanged, this, &ExecutionList::showCounts);
    const auto takeRefusal = [this](const Error &why) {
        if (why.kind().exitStatus == ExitStatus::Credentials)
            m_refusal = why;
        showCounts();
    };
    connect(&m_workspace, &Workspace::credentialsNeeded, this, takeRefusal);
    connect(&m_workspace, &Workspace::failed, this, takeRefusal);
    connect(&m_workspace, &Workspace::errorCleared, this, [this] { m_refusal.reset(); });
    connect(
        &m_workspace, &Workspace::fleetChanged, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&m_workspace, &Workspace::currentViewChanged, this, &ExecutionList::selectOpenOne);
    connect(&m_workspace, &Workspace::timeZoneChanged, this, [this] {
        m_model->setTimeZone(m_workspace.timeZone());
    });
    m_model->setTimeZone(m_workspace.timeZone());
    connect(&m_workspace.reconcile(), &ReconcileView::comparisonChanged, this, [this] {
        m_model->setComparison(m_workspace.reconcile().comparison());
    });
    showExecutions();
}

QWidget *ExecutionList::makeHeader()
{
    auto *header = new QFrame(this);
    header->setObjectName(QStringLiteral("panelHeader"));
    auto *title = new QLabel(tr("Executions"), header);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_sync = new QToolButton(header);
    m_sync->setAutoRaise(true);
    m_sync->setPopupMode(QToolButton::MenuButtonPopup);
    m_sync->setAccessibleName(tr("Sync all executions"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addWidget(title);
    layout->addStretch();
    layout->addWidget(m_sync);
    return header;
}

QWidget *ExecutionList::makeFilters()
{
    auto *row = new QWidget(this);
    m_search = new QLineEdit(row);
    m_search->setPlaceholderText(tr("id, correlation, definition…"));
    m_search->setAccessibleName(tr("Search executions"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        showCounts();
        selectOpenOne();
    });
    m_statuses = new QToolButton(row);
    m_statuses->setProperty("look", QStringLiteral("field")); // See app/look.
    showStatusCount(0);
    m_statuses->setPopupMode(QToolButton::InstantPopup);
    m_statuses->setAccessibleName(tr("Filter by status, and order"));
    auto *menu = new QMenu(m_statuses);
    connect(menu, &QMenu::aboutToShow, this, &ExecutionList::fillStatusMenu);
    m_statuses->setMenu(menu);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_statuses);
    return row;
}

void ExecutionList::makeList()
{
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setModelColumn(int(ExecutionModel::Column::Execution));
    m_list->setItemDelegate(new ExecutionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Executions"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, &ExecutionList::showMenu);
    const auto open = [this](const QModelIndex &index) {
        // With Ctrl or Shift rows are chosen: to be compared, or copied.
        const bool isChoosing = QGuiApplication::keyboardModifiers().testAnyFlags(
            Qt::ControlModifier | Qt::ShiftModifier);
        const CachedExecution *execution = m_model->executionAt(index.row());
        if (execution && !isChoosing)
            m_workspace.open(execution->execution.executionId);
    };
    connect(m_list, &QListView::clicked, this, open);
    // Enter alone: a double click has opened the execution with its first click.
    connect(m_list, &QListView::activated, this, [this, open](const QModelIndex &index) {
        const CachedExecution *execution = m_model->executionAt(index.row());
        if (execution && QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
            m_workspace.openInNewTab(execution->execution.executionId);
            return;
        }
        const StreamView *view = m_workspace.currentView();
        if (execution && (!view || view->executionId() != execution->execution.executionId))
            open(index);
    });
    m_list->viewport()->installEventFilter(this);
    m_empty = new QLabel(this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setMargin(20);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void ExecutionList::setHeaderActions(QAction *syncAll, QAction *refresh)
{
    auto *menu = new QMenu(m_sync);
    menu->addActions({syncAll, refresh});
    m_sync->setMenu(menu);
    connect(m_sync, &QToolButton::clicked, syncAll, &QAction::trigger);
    connect(syncAll, &QAction::triggered, &m_workspace, &Workspace::syncAll);
    const auto allow = [this, syncAll] { syncAll->setEnabled(m_workspace.hasConnection()); };
    connect(&m_workspace, &Workspace::connectionStateChanged, syncAll, allow);
    allow();
}

void ExecutionList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ExecutionList::openNeighbour(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const StreamView *view = m_workspace.currentView();
    const std::optional<int> open = view ? m_model->rowOf(view->executionId()) : std::nullopt;
    const int row = open ? std::clamp(*open + by, 0, count - 1) : 0;
    if (open != row)
        m_workspace.open(m_model->executionAt(row)->execution.executionId);
}

void ExecutionList::showExecutions()
{
    const int scrolled = m_list->verticalScrollBar()->value();
    const QList<ExecutionId> selected = selectedIds();
    m_model->setExecutions(m_workspace.executions());
    m_list->verticalScrollBar()->setValue(scrolled);
    selectOpenOne();
    if (selected.size() > 1)
        selectAgain(selected);
    showCounts();
}

void ExecutionList::showCounts()
{
    const QList<CachedExecution> &executions = m_workspace.executions();
    const auto synced = std::ranges::count_if(
        executions, [](const CachedExecution &execution) { return execution.stream.isComplete; });
    const QLocale locale;
    m_sync->setText(m_workspace.areExecutionsUnreadable()
                        ? tr("⟳ Sync all")
                        : tr("⟳ %1 of %2 synced")
                              .arg(locale.toString(qlonglong(synced)),
                                   locale.toString(qlonglong(executions.size()))));
    m_sync->setToolTip(tr("Sync all: fetches every execution that is new, running or changed. "
                          "Synced means that the API has said that nothing follows what is "
                          "stored."));
    m_sync->setEnabled(m_workspace.hasConnection());
    const QString why = whyEmpty();
    m_empty->setText(why);
    m_empty->setVisible(!why.isEmpty());
    m_list->setVisible(why.isEmpty());
}

QString ExecutionList::whyEmpty() const
{
    if (m_model->rowCount() > 0)
        return {};
    if (m_model->totalCount() > 0)
        return tr("None of the %n executions match the search and status filter.",
                  nullptr,
                  m_model->totalCount());
    if (m_workspace.areExecutionsUnreadable())
        return tr("The cache could not be read: nothing can be said of its executions.");
    switch (m_workspace.connectionState()) {
    case ConnectionState::Fetching:
    case ConnectionState::Waiting:
        return tr("Asking the API for its executions…");
    case ConnectionState::Offline:
        return tr("The cache holds no executions yet. Connect to the API, or open the sandbox.");
    case ConnectionState::NeedsCredentials:
        return m_refusal ? inWords(m_refusal->kind())
                         : tr("The API did not accept the credentials. Enter others to see its "
                              "executions.");
    case ConnectionState::Failed:
        return m_refusal ? inWords(m_refusal->kind())
                         : tr("The list of executions could not be fetched.");
    case ConnectionState::Idle:
        break;
    }
    return tr("The API knows of no executions for these credentials.");
}

void ExecutionList::showStatusCount(qsizetype chosen)
{
    // The style's own indicator lies over the text's end.
    m_statuses->setText(chosen == 0 ? tr("Status ▾") : tr("Status (%1) ▾").arg(chosen));
}

void ExecutionList::fillStatusMenu()
{
    QMenu *menu = m_statuses->menu();
    menu->clear();
    const QSet<QString> chosen = m_model->statuses();
    const auto choose = [this](const QSet<QString> &statuses) {
        m_model->setStatuses(statuses);
        showStatusCount(statuses.size());
        showCounts();
        selectOpenOne();
    };
    QAction *all = menu->addAction(tr("Every status"));
    all->setCheckable(true);
    all->setChecked(chosen.isEmpty());
    connect(all, &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    for (const QString &status : m_model->knownStatuses()) {
        QString text = displayText(status, 60);
        QAction *action = menu->addAction(text.replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(chosen.contains(status));
        connect(action, &QAction::toggled, this, [choose, chosen, status](bool isChecked) {
            QSet<QString> statuses = chosen;
            if (isChecked)
                statuses.insert(status);
            else
                statuses.remove(status);
            choose(statuses);
        });
    }
    menu->addSeparator();
    fillOrderMenu(menu->addMenu(tr("Order by")));
}

void ExecutionList::fillOrderMenu(QMenu *menu)
{
    for (const Order &order : kOrders) {
        QAction *action = menu->addAction(tr(order.text));
        action->setCheckable(true);
        action->setChecked(m_order == QLatin1String(order.name));
        connect(action, &QAction::triggered, this, [this, name = order.name] {
            setOrder(QLatin1String(name));
        });
    }
}

void ExecutionList::setOrder(const QString &order)
{
    const auto known = std::ranges::find_if(
        kOrders, [&order](const Order &other) { return order == QLatin1String(other.name); });
    if (known == kOrders.end())
        return;
    m_order = order;
    m_model->sort(int(known->column), known->direction);
    selectOpenOne();
}

void ExecutionList::selectOpenOne()
{
    const StreamView *view = m_workspace.currentView();
    const std::optional<int> row = view ? m_model->rowOf(view->executionId()) : std::nullopt;
    if (!row) {
        m_list->selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model->index(*row, int(ExecutionModel::Column::Execution));
    if (m_list->currentIndex() != index)
        m_list->setCurrentIndex(index);
}

} // namespace Gapline
