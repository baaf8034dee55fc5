// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/retrylines.h"

#include "core/domain/displaytext.h"
#include "core/domain/httplog.h"

#include <memory>

namespace Gapline {

void sayRetries(const Connection &connection,
                Console &console,
                bool namesExecution,
                QObject *lifetime)
{
    // An attempt is logged when it has failed, and right after that its retry is announced.
    const auto subject = std::make_shared<ExecutionId>();
    if (namesExecution) {
        QObject::connect(
            &connection,
            &Connection::attemptLogged,
            lifetime,
            [subject](const HttpLogEntry &attempt) { *subject = attempt.executionId; });
    }
    QObject::connect(&connection,
                     &Connection::retryScheduled,
                     lifetime,
                     [subject, &console](const Error &why, std::chrono::milliseconds delay) {
                         const QString name = subject->isEmpty()
                             ? QString()
                             : displayText(subject->text(), 60) + QStringLiteral(": ");
                         console.progress(QStringLiteral("%1%2 Trying again in %3 s.")
                                              .arg(name, why.message)
                                              .arg(double(delay.count()) / 1000, 0, 'f', 1),
                                          true);
                     });
}

} // namespace Gapline
