// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apijob.h"
#include "core/domain/page.h"

namespace Gapline {

/// executions/getEvents: one page after a seq.
class FetchEventsJob : public ApiJob
{
    Q_OBJECT

public:
    FetchEventsJob(const ExecutionId &executionId, Seq sinceSeq, int pageSize);

    /// The answer as it came, also when it could not be read; for keeping a refused page.
    [[nodiscard]] const QByteArray &answer() const { return m_answer; }

signals:
    void finished(const Gapline::Result<Gapline::EventPage> &page);

protected:
    std::optional<Error> read(const QByteArray &body) override;
    void report(const std::optional<Error> &error) override;

private:
    Seq m_sinceSeq;
    QByteArray m_answer;
    EventPage m_page;
};

} // namespace Gapline
