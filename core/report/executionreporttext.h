// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/executionreport.h"

#include <QCoreApplication>

namespace Gapline {

/// All of a report of one execution but its events, as HTML.
class ExecutionReportText
{
    Q_DECLARE_TR_FUNCTIONS(ExecutionReport)

public:
    /// `report` must outlive it.
    explicit ExecutionReportText(const ExecutionReport &report);

    [[nodiscard]] QByteArray beforeEvents() const;
    [[nodiscard]] QByteArray afterEvents() const;

private:
    [[nodiscard]] QByteArray head() const;
    [[nodiscard]] QByteArray facts() const;
    [[nodiscard]] QByteArray coverage() const;
    [[nodiscard]] QByteArray timeline() const;
    [[nodiscard]] QByteArray webhooks() const;
    [[nodiscard]] QByteArray steps() const;
    [[nodiscard]] QByteArray gaps() const;
    [[nodiscard]] QString shownTime(const std::optional<EpochMs> &time) const;

    const ExecutionReport &m_report;
    const EventStream &m_stream;
    std::vector<Gap> m_gaps;
};

} // namespace Gapline
