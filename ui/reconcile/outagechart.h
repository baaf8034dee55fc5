// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"

#include <QWidget>

namespace Gapline {

/// Inferred outages as bands over the time that the log covers: width is length, the words below say what each cost.
/// The list beside it holds the same for keyboards and screen readers.
class OutageChart : public QWidget
{
    Q_OBJECT

public:
    /// Left and right of the bands.
    static constexpr int kMargin = 12;

    explicit OutageChart(QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    void setTimeZone(TimeZoneChoice zone);
    void setCurrent(int outage);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void outagePressed(int outage);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double xOf(EpochMs time) const;
    [[nodiscard]] QRectF bandOf(size_t outage) const;
    [[nodiscard]] int outageAt(QPointF point) const;
    void findBounds();
    void paintAxis(QPainter &painter) const;

    ComparisonPtr m_comparison;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
    EpochMs m_from;
    EpochMs m_to;
    int m_current = -1;
};

} // namespace Gapline
