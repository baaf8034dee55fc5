// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QModelIndex;
class QTableView;

namespace Gapline {

class CompareModel;
class CompareView;
class WrappedText;

/// Two executions side by side: what differs in words, what that covers, and a table of their steps. Lives on the UI
/// thread.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    /// `view` must outlive the page.
    explicit ComparePage(CompareView &view, QWidget *parent = nullptr);

    /// A button of the header does what `action` does.
    void addCommand(QAction *action);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] CompareModel *model() const { return m_model; }
    [[nodiscard]] QCheckBox *onlyDifferences() const { return m_onlyDifferences; }
    [[nodiscard]] QComboBox *tolerance() const { return m_tolerance; }
    [[nodiscard]] WrappedText *summary() const { return m_summary; }
    [[nodiscard]] QLabel *emptyText() const { return m_empty; }
    [[nodiscard]] QLabel *countText() const { return m_count; }

public slots:
    /// Goes to the step of the row in the execution that the column stands for, else in A, else in B.
    void showStep(const QModelIndex &index);
    void copyRows(bool asCsv);

signals:
    void stepWanted(const Gapline::ExecutionId &executionId, Gapline::SeqRange seqs);
    void executionWanted(const Gapline::ExecutionId &executionId);
    void closeWanted();
    void noticed(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeSides();
    QWidget *makeFilters();
    void makeTable();
    void makeTableActions();
    void showStepOf(int row, bool inA);
    void showResult();
    void showCount();
    [[nodiscard]] QString whyEmpty() const;

    CompareView &m_view;
    CompareModel *m_model;
    QHBoxLayout *m_commands;
    WrappedText *m_sideA;
    WrappedText *m_sideB;
    WrappedText *m_summary;
    QCheckBox *m_onlyDifferences;
    QComboBox *m_tolerance;
    QLabel *m_count;
    QTableView *m_table;
    QLabel *m_empty;
};

} // namespace Gapline
