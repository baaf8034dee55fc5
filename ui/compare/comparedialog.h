// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QPushButton;

namespace Gapline {

class ExecutionModel;
class Workspace;

/// Asks with which execution another one is to be compared.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// `workspace` must outlive the dialog.
    CompareDialog(Workspace &workspace, const ExecutionId &subject, QWidget *parent = nullptr);

    /// Empty while none is chosen.
    [[nodiscard]] ExecutionId chosen() const;

protected:
    /// The arrow keys of the search field move the list's selection.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void allow();

    Workspace &m_workspace;
    ExecutionId m_subject;
    ExecutionModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QPushButton *m_compare = nullptr;
};

} // namespace Gapline
