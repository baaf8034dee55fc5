// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"

#include <QWidget>

namespace Gapline {

class TimelineContent;
struct TimelinePalette;

/// Seq numbers or moments above the lanes. Where each seq has its number, those without an event are faded; breaks of a
/// time axis say how long they last.
class TimelineRuler : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineRuler(TimelineContent *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    void setTimeZone(TimeZoneChoice zone);
    /// Width that the widest number in sight takes.
    [[nodiscard]] static double labelWidth(const TimelineContent &content, const QFont &font);
    [[nodiscard]] static QFont labelFont(const QFont &base);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSeqs(QPainter &painter, const TimelinePalette &colors);
    void paintFlags(QPainter &painter, const TimelinePalette &colors);
    void paintTimes(QPainter &painter, const TimelinePalette &colors);

    TimelineContent *m_content;
    TimeZoneChoice m_zone = TimeZoneChoice::Utc;
};

} // namespace Gapline
