// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Gapline {

/// A splitter of two, one of which keeps its room in a small window: the other gives way down to its own minimum, unless
/// it is folded away, and gets back what it gave once there is room. What the user leaves to the first by the handle is
/// enough, too. Lives on the UI thread.
class RoomSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit RoomSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// The child at `index` wants this many pixels at least.
    void keep(int index, int pixels);
    /// The least that it gets now, in pixels.
    [[nodiscard]] int kept() const;
    /// The sizes are new ones, as after setSizes() and restoreState(): nothing of them is owed.
    void settle();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveRoom();

    int m_index = 0;
    int m_wanted = 0;
    int m_leftByUser = QWIDGETSIZE_MAX;
    int m_taken = 0; ///< From the other child, in pixels.
};

} // namespace Gapline
