// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/listrules.h"

#include "core/domain/displaytext.h"
#include "core/domain/wording.h"

#include <algorithm>

namespace Gapline {
namespace {

/// Ties are listed again, so that a page or two may bring nothing; so many in a row lead nowhere, whatever their cursors.
constexpr int kMostPagesWithoutNews = 100;

} // namespace

Result<ListWalk::Step> ListWalk::take(const ExecutionPage &page,
                                      const std::optional<QString> &cursor)
{
    if (cursor)
        m_usedCursors.insert(*cursor);
    Step step;
    for (const Execution &execution : page.items) {
        if (m_seen.contains(execution.executionId))
            continue;
        m_seen.insert(execution.executionId);
        step.fresh.append(execution);
    }
    if (!page.nextCursor)
        return step;
    m_pagesWithoutNews = step.fresh.isEmpty() ? m_pagesWithoutNews + 1 : 0;
    if (m_pagesWithoutNews >= kMostPagesWithoutNews)
        return failure(ErrorId::ContractStuckCursor,
                       CoreText::tr("%1 pages in a row of the list of executions named none that "
                                    "had not been listed before, and more were to follow; %2 "
                                    "executions were listed.")
                           .arg(m_pagesWithoutNews)
                           .arg(count()));

    QString next = cursorBeforeTies(page);
    if (next != *page.nextCursor && m_usedCursors.contains(next))
        next = *page.nextCursor;
    const bool listsTiesAgain = next != *page.nextCursor;
    const auto last = page.items.isEmpty() ? std::nullopt : page.items.last().startedAt;
    const bool isTimeCursor = last && *page.nextCursor == QString::number(toEpochMs(*last));
    if (isTimeCursor && !listsTiesAgain)
        m_doubts << CoreText::tr("All executions of one page started at %1: further ones of that "
                                 "moment cannot be listed.")
                        .arg(*page.nextCursor);
    if (m_usedCursors.contains(next))
        return failure(ErrorId::ContractStuckCursor,
                       CoreText::tr("The list of executions returned the cursor %1 a second "
                                    "time; %2 executions were listed.")
                           .arg(displayText(next, 80))
                           .arg(count()));
    step.nextCursor = next;
    return step;
}

/// The startedAt of the last item that differs from the last one's, as a cursor: everything that shares the last
/// item's moment comes after it.
QString ListWalk::cursorBeforeTies(const ExecutionPage &page) const
{
    const QString given = *page.nextCursor;
    const auto last = page.items.isEmpty() ? std::nullopt : page.items.last().startedAt;
    if (!last || given != QString::number(toEpochMs(*last)))
        return given;
    const auto other = std::find_if(page.items.rbegin(), page.items.rend(), [&](const auto &item) {
        return item.startedAt && *item.startedAt > *last;
    });
    return other == page.items.rend() ? given : QString::number(toEpochMs(*other->startedAt));
}

} // namespace Gapline
