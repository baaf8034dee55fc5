// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Gapline {

/// A word at the left of the timeline, on the ground of the lanes' names. Takes its colours when it paints, as the rest
/// of the timeline does: a palette of its own would outlive a change of the theme. Plain text.
class SideLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SideLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Gapline
