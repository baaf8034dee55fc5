// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/fetcheventsjob.h"

#include "core/api/replyparser.h"
#include "core/domain/displaytext.h"
#include "core/domain/wording.h"

#include <utility>

namespace Gapline {

FetchEventsJob::FetchEventsJob(const ExecutionId &executionId, Seq sinceSeq, int pageSize)
    : ApiJob(QStringLiteral("workflow/executions/getEvents"),
             {{QStringLiteral("executionId"), executionId.text()},
              {QStringLiteral("sinceSeq"), sinceSeq.value},
              {QStringLiteral("pageSize"), pageSize}},
             CoreText::tr("%1 after seq %2")
                 .arg(displayText(executionId.text(), 80))
                 .arg(sinceSeq.value))
    , m_sinceSeq(sinceSeq)
{ }

std::optional<Error> FetchEventsJob::read(const QByteArray &body)
{
    m_answer = body;
    Result<EventPage> page = parseEventPage(body, m_sinceSeq);
    if (!page)
        return page.error();
    m_page = std::move(*page);
    return std::nullopt;
}

void FetchEventsJob::report(const std::optional<Error> &error)
{
    if (error)
        emit finished(Failure(*error));
    else
        emit finished(std::exchange(m_page, {}));
}

} // namespace Gapline
