// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"
#include "core/domain/secret.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace Gapline {

/// When the sender tries. Offsets are those of the attempts after the first one began, as long as each attempt
/// fails at once; every attempt may take up to `timeout` (api-contract.md, "Webhooks").
struct RetrySchedule
{
    QString name; ///< "direct", "advanced" or "custom".
    std::vector<std::chrono::milliseconds> offsets; ///< Ascending, the first is 0; never empty.
    std::chrono::milliseconds timeout{0};

    friend bool operator==(const RetrySchedule &, const RetrySchedule &) = default;
};

/// The time that a log covers; an end that is not stated is taken from the log.
struct LogSpan
{
    std::optional<EpochMs> from;
    std::optional<EpochMs> to;

    friend bool operator==(const LogSpan &, const LogSpan &) = default;
};

inline constexpr std::chrono::milliseconds kDefaultLateThreshold{10'000};

/// What the user says about one receiver: no API call tells any of it (api-contract.md, "Webhooks").
/// `secrets` and `asOf` belong to one comparison and are never persisted with the profile.
struct ReceiverProfile
{
    QString name;
    QStringList subscribedTypes; ///< Empty: all types.
    RetrySchedule schedule;
    LogSpan span;
    std::chrono::milliseconds lateThreshold = kDefaultLateThreshold;
    QSet<ExecutionId>
        ownWebhook; ///< Dispatched with a webhook of their own: the subscription is cleared, all types expected.
    QMap<QString, QString> mapping; ///< Corrections of the row mapping: field → column.
    QList<Secret> secrets; ///< Several while a secret is rotated.
    std::optional<EpochMs> asOf; ///< "Now"; default: the end of the log's span.
};

} // namespace Gapline
