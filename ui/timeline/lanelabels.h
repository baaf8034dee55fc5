// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanegeometry.h"

#include <QWidget>

namespace Gapline {

class TimelineContent;

/// The names of the lanes at their left, indented by lineage; what does not fit is elided and told by a tooltip.
class LaneLabels : public QWidget
{
    Q_OBJECT

public:
    explicit LaneLabels(TimelineContent *content, QWidget *parent = nullptr);

    void setGeometryOfLanes(const LaneGeometry &lanes);
    /// Wide enough for the longest name, within limits.
    [[nodiscard]] int wantedWidth() const;
    /// "Execution", or the node's id made safe to look at.
    [[nodiscard]] QString labelOf(quint32 lane) const;

signals:
    void scrolled(int pixels);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int indentOf(quint32 lane) const;

    TimelineContent *m_content;
    LaneGeometry m_lanes;
};

} // namespace Gapline
