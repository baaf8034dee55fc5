// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/report/timelinepicture.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Gapline {

class Actions;
class InspectPage;
class ProgressLine;
class Workspace;
struct ExecutionReport;
struct PictureRequest;

/// Pictures of the timeline, printing, and the report of the open execution. What takes long runs on the pool. Lives on
/// the UI thread.
class ReportCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ReportCommands(Workspace &workspace,
                   Actions &actions,
                   InspectPage &page,
                   ProgressLine &progress,
                   QWidget &window);

signals:
    void noticed(const QString &message);
    void failed(const Gapline::Error &error);

private:
    void exportTimeline();
    void exportReport();
    void print();
    void writeTimeline(const TimelinePicture &picture, const PictureRequest &request);
    void
    writeReport(const TimelinePicture &picture, const ExecutionReport &report, const QString &file);
    /// Calls with a picture of what is open, as soon as the timeline is laid out.
    void withPicture(PictureRange range, const std::function<void(const TimelinePicture &)> &use);
    [[nodiscard]] bool hasSomething();

    Workspace &m_workspace;
    InspectPage &m_page;
    ProgressLine &m_progress;
    QWidget &m_window;
    QString m_folder; ///< Where the last file went.
};

} // namespace Gapline
