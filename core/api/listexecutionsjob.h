// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apijob.h"
#include "core/domain/execution.h"

namespace Gapline {

/// executions/list: one page of the inventory, newest first.
class ListExecutionsJob : public ApiJob
{
    Q_OBJECT

public:
    /// `cursor` as the page before gave it; absent for the first page.
    explicit ListExecutionsJob(const std::optional<QString> &cursor, int pageSize = 500);

signals:
    void finished(const Gapline::Result<Gapline::ExecutionPage> &page);

protected:
    std::optional<Error> read(const QByteArray &body) override;
    void report(const std::optional<Error> &error) override;

private:
    ExecutionPage m_page;
};

} // namespace Gapline
