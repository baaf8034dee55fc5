// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/execution.h"

namespace Gapline {

bool Execution::isTerminal() const
{
    return status == QLatin1String("completed") || status == QLatin1String("failed")
        || status == QLatin1String("cancelled");
}

std::optional<EpochMs> Execution::endedAt() const
{
    return completedAt ? completedAt : cancelledAt;
}

} // namespace Gapline
