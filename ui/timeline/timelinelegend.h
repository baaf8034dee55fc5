// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gapline {

class TimelineContent;

/// Says what the shapes and hatches stand for, only those that occur in the stream: on one line, or on a few where text is
/// large or room is narrow.
class TimelineLegend : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(TimelineContent *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Where room is scarce it gives way, line by line: the filter's chips have the same marks and names.
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;

    TimelineContent *m_content;
    int m_lines = 1; ///< As painted last.
};

} // namespace Gapline
