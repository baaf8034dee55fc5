// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pagingrules.h"

#include "core/domain/displaytext.h"
#include "core/domain/wording.h"

namespace Gapline {
namespace {

Failure violation(ErrorId id, const QString &message)
{
    return failure(id, message);
}

std::optional<Failure> checkOrder(const EventPage &page, Seq sinceSeq)
{
    Seq previous = sinceSeq;
    bool isFirst = true;
    for (const EventColumns &event : page.events) {
        if (event.seq <= sinceSeq)
            return violation(ErrorId::ContractEventBelowSince,
                             CoreText::tr("Event seq %1 lies at or below sinceSeq %2.")
                                 .arg(event.seq.value)
                                 .arg(sinceSeq.value));
        if (!isFirst && event.seq == previous)
            return violation(ErrorId::ContractRepeatedSeq,
                             CoreText::tr("Seq %1 appears twice in the page after seq %2.")
                                 .arg(event.seq.value)
                                 .arg(sinceSeq.value));
        if (event.seq < previous)
            return violation(ErrorId::ContractNotAscending,
                             CoreText::tr("Seq %1 follows seq %2 in one page.")
                                 .arg(event.seq.value)
                                 .arg(previous.value));
        if (event.seq > page.nextCursor)
            return violation(ErrorId::ContractEventAboveCursor,
                             CoreText::tr("Event seq %1 lies above nextCursor %2.")
                                 .arg(event.seq.value)
                                 .arg(page.nextCursor.value));
        previous = event.seq;
        isFirst = false;
    }
    return std::nullopt;
}

} // namespace

Result<PageVerdict>
checkPage(const EventPage &page, const ExecutionId &executionId, Seq sinceSeq, int pageSize)
{
    const bool namesNone = page.executionId.isEmpty();
    if (namesNone && !page.isLegacy)
        return violation(
            ErrorId::ContractWrongType,
            CoreText::tr("executionId is missing in the page after seq %1.").arg(sinceSeq.value));
    if (!namesNone && page.executionId != executionId)
        return violation(
            ErrorId::ContractWrongExecution,
            CoreText::tr("Asked for execution %1, the page is of %2.")
                .arg(displayText(executionId.text()), displayText(page.executionId.text())));
    if (const std::optional<Failure> wrong = checkOrder(page, sinceSeq))
        return *wrong;
    if (page.nextCursor < sinceSeq)
        return violation(ErrorId::ContractStuckCursor,
                         CoreText::tr("nextCursor %1 lies before sinceSeq %2.")
                             .arg(page.nextCursor.value)
                             .arg(sinceSeq.value));
    if (page.hasMore && page.nextCursor == sinceSeq)
        return violation(ErrorId::ContractStuckCursor,
                         CoreText::tr("hasMore is true, but nextCursor %1 is no further than "
                                      "sinceSeq %2.")
                             .arg(page.nextCursor.value)
                             .arg(sinceSeq.value));
    PageVerdict verdict;
    if (qsizetype(page.events.size()) > pageSize)
        verdict.warnings << CoreText::tr("The page after seq %1 holds %2 events; %3 were asked "
                                         "for.")
                                .arg(sinceSeq.value)
                                .arg(page.events.size())
                                .arg(pageSize);
    return verdict;
}

} // namespace Gapline
