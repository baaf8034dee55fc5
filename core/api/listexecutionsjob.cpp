// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/listexecutionsjob.h"

#include "core/api/replyparser.h"
#include "core/domain/displaytext.h"
#include "core/domain/wording.h"

namespace Gapline {

namespace {

QJsonObject dataOf(const std::optional<QString> &cursor, int pageSize)
{
    QJsonObject data{{QStringLiteral("pageSize"), pageSize}};
    if (cursor)
        data.insert(QStringLiteral("cursor"), *cursor);
    return data;
}

} // namespace

ListExecutionsJob::ListExecutionsJob(const std::optional<QString> &cursor, int pageSize)
    : ApiJob(QStringLiteral("workflow/executions/list"),
             dataOf(cursor, pageSize),
             cursor ? CoreText::tr("after %1").arg(displayText(*cursor, 80))
                    : CoreText::tr("first page"))
{ }

std::optional<Error> ListExecutionsJob::read(const QByteArray &body)
{
    Result<ExecutionPage> page = parseExecutionPage(body);
    if (!page)
        return page.error();
    m_page = std::move(*page);
    return std::nullopt;
}

void ListExecutionsJob::report(const std::optional<Error> &error)
{
    if (error)
        emit finished(Failure(*error));
    else
        emit finished(m_page);
}

} // namespace Gapline
