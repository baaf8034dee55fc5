// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gapline {

class TimelineContent;

/// Seq numbers above the lanes. Where each seq has its number, those without an event are faded.
class TimelineRuler : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineRuler(TimelineContent *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Width that the widest number in sight takes.
    [[nodiscard]] static double labelWidth(const TimelineContent &content, const QFont &font);
    [[nodiscard]] static QFont labelFont(const QFont &base);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimelineContent *m_content;
};

} // namespace Gapline
