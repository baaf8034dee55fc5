// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/getdefinitionjob.h"

#include "core/api/replyparser.h"
#include "core/domain/displaytext.h"

namespace Gapline {

GetDefinitionJob::GetDefinitionJob(const DefinitionId &definitionId)
    : ApiJob(QStringLiteral("workflow/definitions/get"),
             {{QStringLiteral("definitionId"), definitionId.text()}},
             displayText(definitionId.text(), 80))
{ }

std::optional<Error> GetDefinitionJob::read(const QByteArray &body)
{
    Result<Definition> definition = parseDefinition(body);
    if (!definition)
        return definition.error();
    m_definition = std::move(*definition);
    return std::nullopt;
}

void GetDefinitionJob::report(const std::optional<Error> &error)
{
    if (error)
        emit finished(Failure(*error));
    else
        emit finished(m_definition);
}

} // namespace Gapline
