// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/timeline/timeaxis.h"
#include "core/timeline/timelinelanes.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QScrollBar;
QT_END_NAMESPACE

namespace Gapline {

class LaneLabels;
class ReceiverLane;
class ReceiverLegend;
class TimelineLegend;
class SideLabel;
class StreamView;
class TimelineCanvas;
class TimelineContent;
class TimelineRuler;
class TimelineStrip;

/// The timeline of one open execution: overview strip, ruler, lanes with their names, the
/// receiver's lane once its log was compared, legends. Everything that
/// other views share (visible range, selection, filter) is the StreamView's; this widget only shows and changes
/// it. Lives on the UI thread.
class TimelineWidget : public QWidget
{
    Q_OBJECT

public:
    /// `view` is not owned, may be null, and may go away before the widget.
    explicit TimelineWidget(StreamView *view, QWidget *parent = nullptr);

    void setView(StreamView *view);
    [[nodiscard]] StreamView *view() const;
    /// Of the ruler and of what is said of events.
    void setTimeZone(TimeZoneChoice zone);
    [[nodiscard]] TimelineCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] TimelineStrip *strip() const { return m_strip; }
    [[nodiscard]] ReceiverLane *receiver() const { return m_receiver; }
    /// As high as its lanes ask for, up to eight of them.
    [[nodiscard]] QSize sizeHint() const override;
    /// It shows what the view shows: nothing is still being laid out.
    [[nodiscard]] bool isDrawn() const;
    [[nodiscard]] AxisKind axis() const;
    [[nodiscard]] IdleTime idleTime() const;
    [[nodiscard]] LaneOrder laneOrder() const;

    /// Axis and the like, for the settings.
    [[nodiscard]] QByteArray saveState() const;
    /// False, and nothing changed, when the bytes are not from saveState().
    bool restoreState(const QByteArray &state);

public slots:
    void setAxis(Gapline::AxisKind axis, Gapline::IdleTime idleTime);
    void setLaneOrder(Gapline::LaneOrder order);
    /// Collapses the lanes below the node of the selected event, or below its parent; expands them when they are
    /// collapsed. False, and nothing changed, where there is nothing to collapse.
    bool toggleSelectedLane();
    void setAllCollapsed(bool areCollapsed);
    void zoomToWhole();
    /// A card about the selection; nothing without one.
    void showCard();
    /// An event, a gap, or a range of seqs; nothing without a selection.
    void zoomToSelection();

signals:
    /// Other lanes, events or gaps are shown; sizeHint() may differ.
    void drawn();
    /// What saveState() keeps.
    void stateChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOutLanes();
    [[nodiscard]] int header() const;
    void revealLane(quint32 lane);
    void revealSelectedLane();
    void showWhole();
    void showReceiver();
    void showAxis();

    TimelineContent *m_content;
    SideLabel *m_stripLabel;
    TimelineStrip *m_strip;
    SideLabel *m_corner; ///< What the ruler counts.
    TimelineRuler *m_ruler;
    LaneLabels *m_labels;
    TimelineCanvas *m_canvas;
    QScrollBar *m_scrollBar;
    SideLabel *m_receiverLabel;
    ReceiverLane *m_receiver;
    TimelineLegend *m_legend;
    ReceiverLegend *m_receiverLegend;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
};

} // namespace Gapline
