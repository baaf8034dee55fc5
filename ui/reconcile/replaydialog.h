// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replay.h"
#include "core/report/comparison.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Gapline {

class ReplayForm;
class ReplayModel;
class Workspace;

/// Sends what a receiver missed to it again. First a dry run that lists what would be sent, to whom and how fast;
/// nothing is sent before the user has ticked that, and the tick is gone as soon as anything of it changes. Closing
/// the dialog stops what runs. Lives on the UI thread.
class ReplayDialog : public QDialog
{
    Q_OBJECT

public:
    /// `only`: the execution to begin with; nothing: all of them. There must be a comparison. `workspace` must outlive
    /// the dialog.
    ReplayDialog(Workspace &workspace,
                 const std::optional<ExecutionId> &only,
                 QWidget *parent = nullptr);

    [[nodiscard]] ReplayForm *form() const { return m_form; }
    [[nodiscard]] QComboBox *whichBox() const { return m_which; }
    [[nodiscard]] QTableView *list() const { return m_list; }
    [[nodiscard]] QCheckBox *confirmation() const { return m_confirm; }
    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    [[nodiscard]] QPushButton *closeButton() const { return m_close; }
    [[nodiscard]] QPushButton *compareButton() const { return m_compare; }
    [[nodiscard]] QString planText() const;
    [[nodiscard]] QString outcomeText() const;

private:
    void layOut();
    void connectParts();
    void fillWhich(const std::optional<ExecutionId> &only);
    void prepare();
    void showPlan();
    void showConfirmation();
    void showProgress();
    void showOutcome(const ReplayOutcome &outcome);
    void send();
    void stopOrClose();
    [[nodiscard]] bool canSend() const;

    Workspace &m_workspace;
    ComparisonPtr m_comparison; ///< The one that is replayed, also when the log is compared again.
    ReplayForm *m_form;
    ReplayModel *m_model;
    QComboBox *m_which;
    QLabel *m_planText;
    QTableView *m_list;
    QCheckBox *m_confirm;
    QProgressBar *m_bar;
    QLabel *m_outcome;
    QPushButton *m_send = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Gapline
