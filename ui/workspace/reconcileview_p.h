// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/reconcileview.h"

#include <QMutex>

#include <atomic>

namespace Gapline {

/// What the files of ReconcileView share: reconcileview.cpp (what is shown, and what is asked for), reconcilework.cpp
/// (the reading and comparing, on the pool).
struct ReconcileView::Logs
{
    DeliveryTablePtr table;
    std::vector<UnreadableRow> unreadable;
    EpochMs importedAt;
    std::vector<LogFileState> files; ///< As they were when they were read.
    bool isKept = false;
};

struct ReconcileView::Outcome
{
    std::shared_ptr<const Logs> logs;
    ComparisonPtr comparison;
    std::shared_ptr<const CaseFacts> caseFacts{};
};

/// What the pool thread shares with this object.
struct ReconcileView::Shared
{
    std::atomic<bool> isCancelled{false};
    QMutex mutex;
    ReconcileProgress progress;

    /// False once cancelled.
    bool tell(ReconcileProgress::Stage stage, qint64 done, qint64 total, const QString &file = {})
    {
        const QMutexLocker lock(&mutex);
        progress = {stage, file, done, total};
        return !isCancelled;
    }
};

[[nodiscard]] Failure comparisonStopped();
/// Size and time of change, as they are now.
[[nodiscard]] LogFileState logFileState(const QString &file);

} // namespace Gapline
