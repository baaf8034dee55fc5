// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/getexecutionjob.h"

#include "core/api/replyparser.h"
#include "core/domain/displaytext.h"

namespace Gapline {

GetExecutionJob::GetExecutionJob(const ExecutionId &executionId)
    : ApiJob(QStringLiteral("workflow/executions/get"),
             {{QStringLiteral("executionId"), executionId.text()}},
             displayText(executionId.text(), 80))
{ }

std::optional<Error> GetExecutionJob::read(const QByteArray &body)
{
    Result<Execution> execution = parseExecution(body);
    if (!execution)
        return execution.error();
    m_execution = std::move(*execution);
    return std::nullopt;
}

void GetExecutionJob::report(const std::optional<Error> &error)
{
    if (error)
        emit finished(Failure(*error));
    else
        emit finished(m_execution);
}

} // namespace Gapline
