// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/reconcileview.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Gapline {

class Workspace;

/// Asks where to keep the comparison as a case file, and what to leave out of it.
class CaseDialog : public QDialog
{
    Q_OBJECT

public:
    /// There must be a comparison. `folder`: where the file is suggested.
    CaseDialog(Workspace &workspace, const QString &folder, QWidget *parent = nullptr);

    /// Valid once accepted.
    [[nodiscard]] CaseExport request() const;
    [[nodiscard]] QLineEdit *fileField() const { return m_file; }
    [[nodiscard]] QPlainTextEdit *notesField() const { return m_notes; }
    [[nodiscard]] QCheckBox *maskBox() const { return m_mask; }

private:
    void browse();
    void validate();

    QLineEdit *m_file;
    QPlainTextEdit *m_notes;
    QCheckBox *m_mask;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace Gapline
