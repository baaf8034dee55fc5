// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/streamdeliveries.h"
#include "core/timeline/timeindex.h"
#include "ui/timeline/verdictmark.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace Gapline {

class StreamView;
class TimelineContent;

/// The lane below the others: what the receiver's log says of each event, on the same seq axis. Shapes while they
/// have room; below that a line a pixel, in which the worst verdict is on top. Shown only while there is a
/// comparison. A click selects the event.
class ReceiverLane : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverLane(TimelineContent *content, QWidget *parent = nullptr);

    void setView(StreamView *view);
    void setTimeZone(TimeZoneChoice zone) { m_zone = zone; }
    [[nodiscard]] QSize sizeHint() const override;
    /// The event nearest to x within a mark's reach; the worst one where there are several.
    [[nodiscard]] std::optional<Seq> seqAt(double x) const;

signals:
    /// Whether there is anything to show.
    void shownChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] StreamDeliveriesPtr deliveries() const;
    void showDeliveries();
    void paintMarks(QPainter &painter, const StreamDeliveries &deliveries, bool isDark) const;
    void paintDensity(QPainter &painter, const StreamDeliveries &deliveries, bool isDark);
    void paintOutageNames(QPainter &painter, const StreamDeliveries &deliveries, bool isDark) const;
    [[nodiscard]] int laneHeight() const;

    TimelineContent *m_content;
    QPointer<StreamView> m_view;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
    /// The worst rank per pixel of m_densityRange: a million events are looked through once per range, not per paint.
    std::vector<qint8> m_density;
    AxisRange m_densityRange;
    TimeIndexPtr m_densityTimes;
    StreamDeliveriesPtr m_densityOf;
};

/// The bands of outages, across the whole height of `area`; to be painted over lanes.
void paintOutageBands(QPainter &painter,
                      const QRectF &area,
                      const StreamDeliveries &deliveries,
                      const TimelineContent &content,
                      bool isDark);

/// What the marks of the receiver lane stand for: only those that occur.
class ReceiverLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverLegend(QWidget *parent = nullptr);
    void setDeliveries(const StreamDeliveriesPtr &deliveries);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<DeliveryMark> m_marks;
    bool m_hasOutage = false;
};

} // namespace Gapline
