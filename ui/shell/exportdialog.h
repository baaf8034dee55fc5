// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/exportjob.h"
#include "ui/workspace/streamview.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gapline {

/// Asks where to write what is shown, and how.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ExportFormat format,
                 const StreamView &view,
                 const QString &folder,
                 QWidget *parent = nullptr);

    [[nodiscard]] ExportRequest request() const;

private:
    void browse();
    void validate();

    ExportFormat m_format;
    QLineEdit *m_file = nullptr;
    QLabel *m_problem = nullptr;
    QCheckBox *m_gaps = nullptr;
    QCheckBox *m_byteOrderMark = nullptr;
    QCheckBox *m_rawCells = nullptr;
    QPushButton *m_export = nullptr;
};

/// "exec_1777374504255_xzy43k9q.csv"; whatever the id holds, a plain file name.
[[nodiscard]] QString suggestedFileName(const ExecutionId &executionId, ExportFormat format);

} // namespace Gapline
