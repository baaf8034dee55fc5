// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Gapline {

/// Turns a flood of change notices into reloads that are at least 100 ms apart, and further apart when a reload
/// takes long: reading a growing stream again must not take more than about a third of the time. One reload at a
/// time; the last notice is never dropped. Lives on its owner's thread.
class ReloadPacer : public QObject
{
    Q_OBJECT

public:
    explicit ReloadPacer(QObject *parent = nullptr);

    /// Something changed. The first request after a rest is due at once.
    void request();
    /// The same, but a request after a rest is due before this returns: no event loop has to turn first.
    void requestAtOnce();
    /// The reload that due() asked for has ended.
    void finished();
    /// Forgets what is pending.
    void reset();

signals:
    void due();

private:
    void fire();

    QTimer m_timer;
    QElapsedTimer m_sinceStart; ///< Of the latest reload.
    qint64 m_pauseMs = 0; ///< From the start of one reload to the next.
    bool m_isRunning = false;
    bool m_isRequested = false;
};

} // namespace Gapline
