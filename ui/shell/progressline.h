// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace Gapline {

class ElidedLabel;

/// One line for whatever takes time, fetches, exports and comparisons, with how far it is and a way to cancel it. Appears only
/// when something has run for a moment, so that quick answers do not flicker.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the line.
    explicit ProgressLine(Workspace &workspace, QWidget *parent = nullptr);

    void showExport(ExportJob *job);

private:
    void refresh();
    void showReconcile();
    void cancel();
    [[nodiscard]] QString fetchText() const;

    Workspace &m_workspace;
    QPointer<ExportJob> m_export;
    qint64 m_exportedRows = 0;
    ElidedLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    QTimer m_appearance;
};

} // namespace Gapline
