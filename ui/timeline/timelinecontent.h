// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/timeline/timelayout.h"
#include "ui/workspace/streamview.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Gapline {

class Bookmarks;

/// From left to right, in logical pixels.
struct PixelSpan
{
    double left = 0;
    double right = 0;

    [[nodiscard]] double width() const { return right - left; }
};

/// What the parts of one timeline widget share: the stream view that they show, the index over its rows (built
/// on the pool when the stream is large), the axis, and the scene of the visible range, laid out once per range, size
/// and rows. Positions and ranges are seqs or, on a time axis, positions of a TimeAxis; the view's visible seqs follow
/// in both cases. Lives on the UI thread.
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
    /// Null on a seq axis. Belongs to index().
    [[nodiscard]] const TimeIndexPtr &times() const { return m_times; }
    /// What was asked for; until a large stream is sorted, what is shown is older.
    [[nodiscard]] AxisKind axis() const { return m_axis; }
    [[nodiscard]] IdleTime idleTime() const { return m_idleTime; }
    [[nodiscard]] LaneOrder laneOrder() const { return m_laneOrder; }
    /// Nodes whose descendants share their lane, by definition; kept for those that are not shown, too.
    using Collapsed = QHash<QString, QSet<QString>>;
    [[nodiscard]] const Collapsed &collapsed() const { return m_collapsed; }
    [[nodiscard]] AxisRange visibleRange() const;
    [[nodiscard]] AxisRange wholeRange() const;
    [[nodiscard]] std::optional<SeqRange> selection() const;
    [[nodiscard]] TimelineScale scale(double width) const { return {visibleRange(), width}; }
    [[nodiscard]] const TimelineScene &scene(double width, const TimelineLayoutOptions &options);

    /// Of the execution; null without one.
    [[nodiscard]] const Bookmarks *bookmarks() const;
    /// Where an event's mark stands; nothing when it has no time on a time axis.
    [[nodiscard]] std::optional<double> xOf(qsizetype event, double width) const;
    /// The same for an event of another snapshot of the stream.
    [[nodiscard]] std::optional<double>
    xOf(const EventStream &stream, qsizetype event, double width) const;
    /// What seqs take on the axis; on a time axis from their first to their last event, at least a pixel.
    [[nodiscard]] PixelSpan columnOf(SeqRange seqs, double width) const;
    /// The seqs that lie between two pixels; nothing where there is none.
    [[nodiscard]] std::optional<SeqRange>
    seqsBetween(double left, double right, double width) const;
    /// What lies under a point of scene().
    [[nodiscard]] TimelineHit
    hitAt(const TimelineScene &scene, double x, std::optional<quint32> lane) const;

    /// Fewest seqs or milliseconds that the widget may show: more would only stretch cells.
    [[nodiscard]] double minimumRange() const { return m_minimumRange; }
    void setMinimumRange(double seqs) { m_minimumRange = seqs; }

public slots:
    void setAxis(Gapline::AxisKind axis, Gapline::IdleTime idleTime);
    void setLaneOrder(Gapline::LaneOrder order);
    void setCollapsed(const Gapline::TimelineContent::Collapsed &collapsed);
    /// Of the definition that is shown: one node, or every node that has some below it.
    void setNodeCollapsed(const QString &node, bool isCollapsed);
    void setAllCollapsed(bool areCollapsed);
    void show(Gapline::AxisRange range);
    void zoomAt(double position, double factor);
    void panBy(double distance);
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
    void payloadsLoaded();
    void bookmarksChanged();
    void iterationsChanged(); ///< Of the view's loops.
    void lookChanged(); ///< Axis, idle time, order of lanes, what is collapsed.

private:
    /// What an index is made of: when none of it differs, the index is still right.
    struct Subject
    {
        EventStreamPtr stream;
        StreamRowsPtr filtered; ///< Null when every event is shown.
        quint64 execution = 0; ///< Counts what executionChanged() told.
        quint64 lanes = 0; ///< Counts changes of their order and of what is collapsed.
        AxisKind axis = AxisKind::Seq;
        IdleTime idleTime = IdleTime::Shortened;

        /// Only filter and axis may differ.
        [[nodiscard]] bool hasSameStream(const Subject &other) const
        {
            return stream == other.stream && execution == other.execution && lanes == other.lanes;
        }
        friend bool operator==(const Subject &, const Subject &) = default;
    };
    struct Built
    {
        TimelineIndexPtr index;
        TimeIndexPtr times;
    };
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] QString definitionKey() const;
    void rebuildAtOnce();
    void scheduleIndex();
    void buildIndex();
    void showIndex(const Built &built);
    void adoptTimes(const TimeIndexPtr &times);
    void followSeqs();
    void revealSelection();
    [[nodiscard]] AxisRange rangeOfSeqs() const;
    bool setTimeRange(AxisRange range);

    QPointer<StreamView> m_view;
    TimelineIndexPtr m_index;
    Subject m_subject; ///< Of m_index, or of the one that is being built.
    quint64 m_executionVersion = 0;
    AxisKind m_axis = AxisKind::Seq;
    IdleTime m_idleTime = IdleTime::Shortened;
    LaneOrder m_laneOrder = LaneOrder::FirstActivity;
    Collapsed m_collapsed;
    quint64 m_lanesVersion = 0;
    TimeIndexPtr m_times;
    AxisRange m_timeRange; ///< What is in sight of m_times.
    bool m_isTellingSeqs =
        false; ///< The view's seqs follow the axis just now, not the axis the seqs.
    bool m_followsSeqs =
        false; ///< They changed while the times of their stream were not known yet.
    double m_minimumRange = 1;
    bool m_isBuilding = false;
    Generation m_builds;
    QTimer m_indexTimer;
    QElapsedTimer m_sinceIndex;

    TimelineScene m_scene;
    TimelineIndexPtr m_sceneIndex;
    TimeIndexPtr m_sceneTimes;
    TimelineLayoutOptions m_sceneOptions;
};

} // namespace Gapline
