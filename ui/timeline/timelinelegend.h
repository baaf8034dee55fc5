// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gapline {

class TimelineContent;

/// One line that says what the shapes and hatches stand for; only those that occur in the stream.
class TimelineLegend : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(TimelineContent *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimelineContent *m_content;
};

} // namespace Gapline
