// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Gapline {

/// A splitter of two, one of which keeps its room in a small window: the other gives way down to its own minimum. What
/// the user leaves to it by the handle is enough, too. Lives on the UI thread.
class RoomSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit RoomSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// The child at `index` wants this many pixels at least.
    void keep(int index, int pixels);
    /// The least that it gets now, in pixels.
    [[nodiscard]] int kept() const;
    /// Takes what is missing from the other child, unless that one is folded away.
    void giveRoom();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_index = 0;
    int m_wanted = 0;
    int m_leftByUser = QWIDGETSIZE_MAX;
};

} // namespace Gapline
