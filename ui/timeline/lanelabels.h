// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanegeometry.h"

#include <QWidget>

#include <vector>

namespace Gapline {

class TimelineContent;

/// The names of the lanes at their left, indented by lineage; what does not fit is elided and told by a tooltip. A
/// triangle before a node that fanned out collapses and expands the lanes below it; a bracket joins the lanes of one
/// group.
class LaneLabels : public QWidget
{
    Q_OBJECT

public:
    explicit LaneLabels(TimelineContent *content, QWidget *parent = nullptr);

    void setGeometryOfLanes(const LaneGeometry &lanes);
    /// Wide enough for the longest name, within limits.
    [[nodiscard]] int wantedWidth() const;
    /// "Execution", or the node's id made safe to look at, how many iterations of a loop it ran in ("review ↻3"), and how
    /// many nodes share a collapsed lane.
    [[nodiscard]] QString labelOf(quint32 lane) const;

    /// Every lane with its state, for assistive technology.
    [[nodiscard]] QString spokenLanes() const;

signals:
    void scrolled(int pixels);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int indentOf(quint32 lane) const;
    [[nodiscard]] QString nameOf(quint32 lane) const;
    [[nodiscard]] QString toolTipOf(quint32 lane) const;
    [[nodiscard]] int iterationsOf(quint32 lane) const;
    void countIterations();
    [[nodiscard]] std::optional<quint32> laneAt(int y) const;
    void toggle(quint32 lane);
    void paintTriangle(QPainter &painter, const QRectF &box, bool isCollapsed) const;
    void paintBrackets(QPainter &painter, quint32 first, quint32 end) const;

    TimelineContent *m_content;
    LaneGeometry m_lanes;
    std::vector<int> m_iterations; ///< By lane; empty where no loop came back.
};

} // namespace Gapline
