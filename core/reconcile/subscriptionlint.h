// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/wording.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Gapline {

/// A name in a subscription that subscribes to nothing (api-contract.md, "Webhooks": eventTypes are free texts).
struct SubscriptionProblem
{
    QString name;
    bool isInternal = false; ///< A documented type, but one that is never sent.
    QString nearest; ///< The documented external type that looks most like it; may be empty.

    friend bool operator==(const SubscriptionProblem &, const SubscriptionProblem &) = default;
};

[[nodiscard]] QList<SubscriptionProblem> lintSubscription(const QStringList &types);
/// "step.waiting" is no documented type and subscribes to nothing; did you mean "step.awaiting-approval"?
[[nodiscard]] QString problemInWords(const SubscriptionProblem &problem,
                                     Wording wording = Wording::English);

} // namespace Gapline
