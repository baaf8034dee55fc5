// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>

namespace Gapline {

/// Tells the log (gapline.ui, debug) of every round of this thread's event loop that computed for kNoticed or longer:
/// so long the window could not answer. Counts the time that the thread computed, which does not depend on what else
/// the machine does. Costs two clock readings a round.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kNoticed{20};

    /// Watches the thread that makes it, which has an event loop, until it is deleted.
    explicit StallWatch(QObject *parent = nullptr);

private:
    void look();

    std::chrono::nanoseconds m_computed; ///< By the thread, at the last look.
};

} // namespace Gapline
