// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apijob.h"
#include "core/domain/execution.h"

namespace Gapline {

/// executions/get: one execution with its steps.
class GetExecutionJob : public ApiJob
{
    Q_OBJECT

public:
    explicit GetExecutionJob(const ExecutionId &executionId);

signals:
    void finished(const Gapline::Result<Gapline::Execution> &execution);

protected:
    std::optional<Error> read(const QByteArray &body) override;
    void report(const std::optional<Error> &error) override;

private:
    Execution m_execution;
};

} // namespace Gapline
