// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"

#include <QStringList>

namespace Gapline {

/// What a page that keeps the contract means for the sync that asked for it.
struct PageVerdict
{
    QStringList warnings; ///< Odd, but no reason to stop; in words.
};

/// Checks one answer of executions/getEvents against what was asked (api-contract.md, "What follows", 2): the
/// execution as asked; seqs with since < s1 < s2 < … ≤ nextCursor; hasMore only with a cursor beyond sinceSeq.
/// Errors: ContractWrongExecution, ContractWrongType, ContractNotAscending, ContractRepeatedSeq,
/// ContractEventBelowSince, ContractEventAboveCursor, ContractStuckCursor; the message names both numbers. Pure.
[[nodiscard]] Result<PageVerdict>
checkPage(const EventPage &page, const ExecutionId &executionId, Seq sinceSeq, int pageSize);

} // namespace Gapline
