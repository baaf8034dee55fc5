// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/models/executionmodel.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QToolButton;

namespace Gapline {

class Workspace;

/// The left column: every execution that the API or the cache knows, with search, status filter and order, and
/// how many of them are cached. Says why it is empty when it is.
class ExecutionList : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the list.
    explicit ExecutionList(Workspace &workspace, QWidget *parent = nullptr);

    /// Those of the header's menu; the first is what its button does.
    void setHeaderActions(QAction *syncAll, QAction *refresh);
    [[nodiscard]] ExecutionModel &model() { return *m_model; }
    void focusSearch();
    /// "newest", "oldest"...: stable, for the settings; empty while none was chosen.
    [[nodiscard]] const QString &order() const { return m_order; }
    /// Texts that are not known change nothing.
    void setOrder(const QString &order);
    /// Opens the execution `by` rows away from the open one.
    void openNeighbour(int by);
    /// Of the rows that are selected, from the top; often the open one alone.
    [[nodiscard]] QList<ExecutionId> selectedIds() const;

signals:
    void compareWanted(const Gapline::ExecutionId &a, const Gapline::ExecutionId &b);

protected:
    /// A click with the middle button opens a new tab; Down leads from the search field into the list.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFilters();
    void makeList();
    void showExecutions();
    void showCounts();
    void fillStatusMenu();
    void showStatusCount(qsizetype chosen);
    void fillOrderMenu(QMenu *menu);
    void selectOpenOne();
    void selectAgain(const QList<ExecutionId> &ids);
    void showMenu(const QPoint &position);
    [[nodiscard]] QString whyEmpty() const;

    Workspace &m_workspace;
    ExecutionModel *m_model = nullptr;
    QToolButton *m_sync = nullptr;
    QLineEdit *m_search = nullptr;
    QToolButton *m_statuses = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QString m_order;
    std::optional<Error> m_refusal; ///< Of the credentials, while they are wanting.
};

} // namespace Gapline
