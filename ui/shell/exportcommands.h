// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/exportjob.h"

#include <QObject>

class QWidget;

namespace Gapline {

class Actions;
class ProgressLine;
class Workspace;

/// The exports of what is shown: asks for a file, starts the job, says how it ended. Lives on the UI thread.
class ExportCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ExportCommands(Workspace &workspace, Actions &actions, ProgressLine &progress, QWidget &window);

signals:
    void noticed(const QString &message);
    void failed(const Gapline::Error &error);

private:
    void exportRows(ExportFormat format);
    void reportExport(const ExportRequest &request, const Result<qint64> &rows);

    Workspace &m_workspace;
    ProgressLine &m_progress;
    QWidget &m_window;
    QString m_exportFolder; ///< Where the last one went.
};

} // namespace Gapline
