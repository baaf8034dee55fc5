// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/execution.h"

#include <QSet>
#include <QStringList>

namespace Gapline {

/// Walks executions/list so that no execution is lost or counted twice. The documented cursor is the last item's
/// startedAt, so that others of the same moment may lie on either side of a page's end and be skipped
/// (api-contract.md, "executions/get and executions/list"). Where the cursor is of that form, the walk goes on from
/// the nearest later moment of the same page instead, lists the ties again, and de-duplicates by id. Other cursors are
/// opaque and passed back unchanged. Pure; single-threaded.
class ListWalk
{
public:
    /// What one page brought.
    struct Step
    {
        QList<Execution> fresh; ///< Not seen before.
        std::optional<QString> nextCursor; ///< Absent: the walk is over.
    };

    /// `cursor` is the one that the page was asked with. Errors: ContractStuckCursor when the list leads nowhere.
    [[nodiscard]] Result<Step> take(const ExecutionPage &page,
                                    const std::optional<QString> &cursor);

    [[nodiscard]] int count() const { return int(m_seen.size()); }
    /// Why the list cannot be known to be complete, in words; empty when it can.
    [[nodiscard]] const QStringList &doubts() const { return m_doubts; }

private:
    [[nodiscard]] QString cursorBeforeTies(const ExecutionPage &page) const;

    QSet<ExecutionId> m_seen;
    QSet<QString> m_usedCursors;
    int m_pagesWithoutNews = 0; ///< In a row.
    QStringList m_doubts;
};

} // namespace Gapline
