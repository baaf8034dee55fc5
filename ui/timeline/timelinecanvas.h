// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/timeline/timelinepainter.h"

#include <QTimer>
#include <QWidget>

namespace Gapline {

class TimelineContent;

/// The lanes themselves: shows the scene, and turns pointer and keys into changes of range and selection.
///
/// Wheel zooms at the pointer; Shift+wheel and the horizontal wheel pan. Drag pans, Shift+drag selects a range of
/// seqs, a click selects an event or gap, a double click zooms to it. Left/Right go to the previous/next event,
/// Up/Down to the nearest one of the lane above/below, G, F and S to the next gap, failure and event of the same
/// step (with Shift back), Home/End to the first and last event, +/-/0 zoom and fit, Page Up/Down pan, Return
/// zooms to the selection, Escape clears it. What is under the pointer, or was reached with the keyboard, is said on a
/// card.
class TimelineCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineCanvas(TimelineContent *content, QWidget *parent = nullptr);
    /// Four lanes; what is above that is a gift, what is below is shared with the legends.
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] TimelineContent *content() const { return m_content; }
    [[nodiscard]] const LaneGeometry &lanes() const { return m_lanes; }
    void setGeometryOfLanes(const LaneGeometry &lanes);
    void setTimeZone(TimeZoneChoice zone) { m_zone = zone; }
    [[nodiscard]] TimeZoneChoice timeZone() const { return m_zone; }
    [[nodiscard]] const TimelineScene &scene() const;
    /// Centre of the event's mark in widget coordinates; nothing outside the visible range.
    [[nodiscard]] std::optional<QPointF> centreOf(Seq seq) const;

public slots:
    /// What the selection is, as a card beside it.
    void showCardOfSelection();

signals:
    /// The pointer was dragged vertically.
    void scrolled(int pixels);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag
    {
        None,
        Pressed, ///< Not far enough yet to be more than a click.
        Pan,
        Range
    };
    [[nodiscard]] TimelineHit hitAt(QPointF point) const;
    [[nodiscard]] std::optional<SeqRange> draggedRange(double x) const;
    void placeOverlay();
    void placeTurns();
    void paintRemark(QPainter &painter, const TimelinePalette &colors) const;
    void showCard(QPoint globalPosition, const TimelineHit &hit);
    void completeCard();
    void hover(QPointF point);
    bool pressZoomKey(int key);
    bool pressJumpKey(int key, bool isShift);
    void selectSeq(std::optional<Seq> seq);
    void moveToLane(int step);

    TimelineContent *m_content;
    LaneGeometry m_lanes;
    TimelinePainter m_painter;
    TimelineOverlay m_overlay;
    std::optional<quint32> m_hoveredEvent;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;

    QTimer m_cardTimer;
    TimelineHit m_card; ///< That was shown last.
    QPoint m_cardAt;

    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    QPointF m_lastPosition;
    AxisRange m_pressedRange;
};

} // namespace Gapline
