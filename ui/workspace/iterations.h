// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepiterations.h"

#include <QObject>
#include <QTimer>

namespace Gapline {

class StreamView;

/// Which iterations of its loops the stream of a view holds, counted anew when it grows; on the pool where it is long,
/// and meanwhile as they were. Belongs to the view; lives on the UI thread.
class Iterations : public QObject
{
    Q_OBJECT

public:
    explicit Iterations(StreamView &view);

    /// Never null.
    [[nodiscard]] const StepIterationsPtr &all() const { return m_all; }

signals:
    void changed();

private:
    void schedule();
    void count();
    void take(const StepIterationsPtr &found);

    StreamView &m_view;
    StepIterationsPtr m_all;
    QTimer m_rest; ///< Before a long stream is counted.
    bool m_isCounting = false;
    bool m_countsAgain = false; ///< It grew meanwhile.
};

} // namespace Gapline
