// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/webhook.h"

#include <chrono>
#include <optional>

namespace Gapline {

/// Where a replay goes, and how fast.
struct ReplayTarget
{
    QUrl url; ///< From checkedReceiverUrl().
    double perSecond = 5; ///< At most so many are begun in a second.
    std::chrono::milliseconds timeout{10'000}; ///< For one answer, as the sender has it.

    friend bool operator==(const ReplayTarget &, const ReplayTarget &) = default;
};

/// How a replay ended.
struct ReplayOutcome
{
    qint64 acknowledged = 0;
    qint64 failed = 0; ///< The second one stops the replay.
    qint64 left = 0; ///< Not tried.
    bool isCancelled = false;
    QString lastProblem; ///< In words.
    std::optional<Error> error; ///< The journal could not be written: nothing was sent after that.
};

} // namespace Gapline
