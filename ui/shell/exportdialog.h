// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/exportjob.h"
#include "ui/workspace/streamview.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gapline {

/// Asks where to write what is shown, and how. Waits for the rows of a filter that is still being applied.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ExportFormat format,
                 const StreamView &view,
                 const QString &folder,
                 QWidget *parent = nullptr);

    [[nodiscard]] ExportRequest request() const;

    void accept() override;

private:
    [[nodiscard]] QString whatIsExported() const;
    void browse();
    void validate();

    ExportFormat m_format;
    QPointer<const StreamView> m_view;
    QLabel *m_what = nullptr;
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
