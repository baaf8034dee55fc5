// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/filteredit.h"
#include "ui/workspace/streamview.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Gapline {

class FilterChip;
class FilterLine;
class FlowLayout;
class StepSelector;
class VerdictChip;

/// Shows the filter of a StreamView and changes it: types by category, steps, seq range, gap rows, and all of it as
/// a line of text. Says how much is shown. Wraps where the window is narrow. Lives on the UI thread.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    /// Null disables the bar. The view may be deleted before the bar.
    void setView(StreamView *view);

    [[nodiscard]] FilterChip *chip(EventCategory category) const;
    [[nodiscard]] VerdictChip *verdictChip() const { return m_verdicts; }
    [[nodiscard]] StepSelector *stepSelector() const { return m_steps; }
    [[nodiscard]] FilterLine *filterLine() const { return m_line; }
    [[nodiscard]] QLineEdit *seqField() const { return m_seqs; }
    [[nodiscard]] QLabel *shownLabel() const { return m_shown; }
    /// What is wrong with the line, or worth a remark; hidden while nothing is.
    [[nodiscard]] QLabel *problemLabel() const { return m_problem; }
    [[nodiscard]] QToolButton *repairButton() const { return m_repair; }
    [[nodiscard]] QToolButton *clearButton() const { return m_clear; }
    /// Shown while a range of seqs with events is selected that is not what the filter shows.
    [[nodiscard]] QToolButton *onlySelectionButton() const { return m_onlySelection; }
    [[nodiscard]] QCheckBox *gapRowsBox() const { return m_gapRows; }

public slots:
    void focusLine();
    void clearAll();
    /// Limits the filter to the selected seqs; does nothing without a selection.
    void showOnlySelection();

signals:
    void left(); ///< Escape in the line.

private:
    [[nodiscard]] QWidget *flowing(const QList<QWidget *> &widgets);
    void makeChips();
    void makeFields();
    [[nodiscard]] QLayout *makeProblemRow();
    void showStream();
    void showSteps();
    void showFilter();
    void showClear();
    void showCounts();
    void showSelection();
    void showDeliveries();
    void showProblem();
    void applySeqs();
    void applySizes();
    void changeEvent(QEvent *event) override;
    void setTypesShown(const QByteArrayList &types, bool isShown);

    QPointer<StreamView> m_view;
    std::vector<TypeCount> m_types;
    QList<FlowLayout *> m_flows;
    QWidget *m_lastInTabOrder = nullptr;
    QList<FilterChip *> m_chips;
    StepSelector *m_steps;
    VerdictChip *m_verdicts;
    QLineEdit *m_seqs;
    QToolButton *m_onlySelection;
    FilterLine *m_line;
    QCheckBox *m_gapRows;
    QLabel *m_shown;
    QToolButton *m_clear;
    QLabel *m_problem;
    QToolButton *m_repair;
    QAction *m_seqsProblem;
};

} // namespace Gapline
