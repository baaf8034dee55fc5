// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/streamdeliveries.h"
#include "ui/timeline/deliverydensity.h"
#include "ui/timeline/verdictmark.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace Gapline {

class StreamView;
class TimelineContent;

/// The lane below the others: what the receiver's log says of each event, on the same seq axis. Shapes while they
/// have room; below that a bar a pixel, parted by verdict, the worst at its foot. Shown only while there is a
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

    [[nodiscard]] TimeZoneChoice timeZone() const { return m_zone; }
    /// Null without a comparison.
    [[nodiscard]] StreamDeliveriesPtr deliveries() const;
    /// Events in sight that a webhook was expected of; of more than `most`, those around the selection.
    [[nodiscard]] std::vector<Seq> seqsInSight(size_t most) const;
    [[nodiscard]] QRectF markOf(Seq seq) const;
    [[nodiscard]] bool isSelected(Seq seq) const;
    void select(Seq seq);

signals:
    /// Whether there is anything to show.
    void shownChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void showDeliveries();
    void paintMarks(QPainter &painter, const StreamDeliveries &deliveries, bool isDark) const;
    void paintDensity(QPainter &painter, const StreamDeliveriesPtr &deliveries, bool isDark);
    void paintOutageNames(QPainter &painter, const StreamDeliveries &deliveries, bool isDark) const;
    [[nodiscard]] int laneHeight() const;

    TimelineContent *m_content;
    QPointer<StreamView> m_view;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
    DeliveryDensity m_density;
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
    /// It gives way where room is scarce: the marks' tool tips say what they are.
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<DeliveryMark> m_marks;
    bool m_hasOutage = false;
};

} // namespace Gapline
