// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Gapline {

/// SIGINT and SIGTERM as a signal of the event loop, so that a command can stop in good order: what was fetched
/// is kept, and the program exits with 130. A second one ends the program at once. One per process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// Also without an event loop; any thread.
    [[nodiscard]] static bool isRequested();

signals:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Gapline
