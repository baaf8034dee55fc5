// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/timeline/timelinelayout.h"
#include "ui/workspace/streamview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Gapline {

/// What the parts of one timeline widget share: the stream view that they show, the index over its rows (built
/// on the pool when the stream is large), and the scene of the visible range, laid out once per range, size and
/// rows. Lives on the UI thread.
class TimelineContent : public QObject
{
    Q_OBJECT

public:
    explicit TimelineContent(QObject *parent = nullptr);

    /// The view is not owned and may go away; null shows an empty timeline.
    void setView(StreamView *view);
    [[nodiscard]] StreamView *view() const { return m_view; }
    /// Never null.
    [[nodiscard]] const TimelineIndexPtr &index() const { return m_index; }
    /// A stream is being laid out on the pool: what index() shows is older.
    [[nodiscard]] bool isBuilding() const { return m_isBuilding; }
    /// index() shows what the view shows, and nothing is under way.
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] AxisRange visibleRange() const;
    [[nodiscard]] AxisRange wholeRange() const;
    [[nodiscard]] std::optional<SeqRange> selection() const;
    [[nodiscard]] TimelineScale scale(double width) const { return {visibleRange(), width}; }
    [[nodiscard]] const TimelineScene &scene(double width, const TimelineLayoutOptions &options);

    /// Fewest seqs that the widget may show: more would only stretch cells.
    [[nodiscard]] double minimumRange() const { return m_minimumRange; }
    void setMinimumRange(double seqs) { m_minimumRange = seqs; }

public slots:
    void show(Gapline::AxisRange range);
    void zoomAt(double position, double factor);
    void panBy(double seqs);
    void zoomTo(Gapline::SeqRange seqs);
    void zoomToWhole();
    void select(std::optional<Gapline::SeqRange> range);
    /// Selects, and scrolls so far that the selection can be seen.
    void selectAndReveal(Gapline::SeqRange range);

signals:
    void viewChanged();
    /// Another index: lanes, events or gaps differ. At most 30 times a second.
    void indexChanged();
    void rangeChanged();
    void selectionChanged();

private:
    /// What an index is made of: when none of it differs, the index is still right.
    struct Subject
    {
        EventStreamPtr stream;
        StreamRowsPtr filtered; ///< Null when every event is shown.
        quint64 execution = 0; ///< Counts what executionChanged() told.

        friend bool operator==(const Subject &, const Subject &) = default;
    };
    [[nodiscard]] Subject subject() const;
    void scheduleIndex();
    void buildIndex();
    void showIndex(const TimelineIndexPtr &index);

    QPointer<StreamView> m_view;
    TimelineIndexPtr m_index;
    Subject m_subject; ///< Of m_index, or of the one that is being built.
    quint64 m_executionVersion = 0;
    double m_minimumRange = 1;
    bool m_isBuilding = false;
    Generation m_builds;
    QTimer m_indexTimer;
    QElapsedTimer m_sinceIndex;

    TimelineScene m_scene;
    TimelineIndexPtr m_sceneIndex;
    TimelineLayoutOptions m_sceneOptions;
};

} // namespace Gapline
