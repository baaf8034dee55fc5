// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/progressrow.h"
#include "ui/workspace/workspace.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace Gapline {

/// One row for each thing that takes time (fetches, exports, comparisons), with how far it is and a way to cancel it
/// alone. Takes no room while nothing runs.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the line.
    explicit ProgressLine(Workspace &workspace, QWidget *parent = nullptr);

    void showExport(ExportJob *job);

private:
    struct CancellableTask
    {
        RunningTask task;
        std::function<void()> cancel;
    };
    [[nodiscard]] QList<CancellableTask> running() const;
    [[nodiscard]] RunningTask exportTask() const;
    [[nodiscard]] static RunningTask fleetTask(const FleetProgress &progress);
    [[nodiscard]] RunningTask reconcileTask() const;
    void refresh();
    void showOrHide();

    Workspace &m_workspace;
    QPointer<ExportJob> m_export;
    qint64 m_exportedRows = 0;
    QMap<QString, ProgressRow *> m_rows; ///< By the task's key.
};

} // namespace Gapline
