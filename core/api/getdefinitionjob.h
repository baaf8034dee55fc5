// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apijob.h"
#include "core/domain/execution.h"

namespace Gapline {

/// definitions/get: one definition, kept raw.
class GetDefinitionJob : public ApiJob
{
    Q_OBJECT

public:
    explicit GetDefinitionJob(const DefinitionId &definitionId);

signals:
    void finished(const Gapline::Result<Gapline::Definition> &definition);

protected:
    std::optional<Error> read(const QByteArray &body) override;
    void report(const std::optional<Error> &error) override;

private:
    Definition m_definition;
};

} // namespace Gapline
