// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/missedticks.h"

#include <QImage>
#include <QWidget>

namespace Gapline {

class TimelineContent;

/// The whole stream in one line: density, gaps, failures, missed webhooks, and the visible range as a frame that can be dragged
/// and, at its ends, resized. A click elsewhere moves the frame there; the wheel zooms it.
class TimelineStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineStrip(TimelineContent *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Part
    {
        None,
        Left,
        Right,
        Inside
    };
    [[nodiscard]] Part partAt(double x) const;
    [[nodiscard]] QRectF frame() const;
    [[nodiscard]] double positionAt(double x) const;
    void paintOverview();

    TimelineContent *m_content;
    QImage m_overview; ///< Null when it must be painted anew.
    Part m_dragged = Part::None;
    MissedTicks m_missed;
    double m_grip = 0; ///< Position of the pointer relative to what is dragged.
};

} // namespace Gapline
