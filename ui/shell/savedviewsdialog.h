// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedview.h"

#include <QDialog>
#include <QList>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Gapline {

/// Renames and deletes saved views; each change counts at once. Lives on the UI thread.
class SavedViewsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SavedViewsDialog(const QList<SavedView> &views, QWidget *parent = nullptr);

    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QPushButton *deleteButton() const { return m_delete; }

signals:
    void changed(const QList<Gapline::SavedView> &views);

private:
    void addRow(const SavedView &view);
    void rename(QListWidgetItem *item);
    void deleteCurrent();
    void showCurrent();

    QList<SavedView> m_views; ///< In the order of the list.
    QListWidget *m_list;
    QLabel *m_filter;
    QPushButton *m_rename;
    QPushButton *m_delete;
    bool m_isRenaming = false;
};

} // namespace Gapline
