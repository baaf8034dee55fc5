// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestmodel.h"

#include <QDockWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace Gapline {

class RequestDetail;
class Workspace;

/// The HTTP inspector: every request that was made, and one of them in full. Its toggleViewAction() shows and hides
/// it. Lives on the UI thread.
class RequestDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the dock.
    explicit RequestDock(Workspace &workspace, QWidget *parent = nullptr);

    /// Makes its contents when it is shown first: a start does not wait for them.
    void setVisible(bool isVisible) override;

signals:
    /// What a command did, in a few words.
    void noticed(const QString &message);

private:
    void fill();
    void layOut();
    QWidget *makeHeader();
    void makeTable();
    void followEnd();
    void showCounts();
    void showCurrent();

    Workspace &m_workspace;
    RequestModel *m_model = nullptr; ///< Null, as the widgets are, until it is shown first.
    QLineEdit *m_search = nullptr;
    QCheckBox *m_onlyFailed = nullptr;
    QLabel *m_counts = nullptr;
    QToolButton *m_clear = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    RequestDetail *m_detail = nullptr;
    bool m_wasAtEnd = true;
};

} // namespace Gapline
