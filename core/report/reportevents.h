// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/executionreport.h"

#include <QCoreApplication>

namespace Gapline {

/// The table of events in a report of one execution. format() only reads what it shares, as exportRows() asks.
class ReportEvents
{
    Q_DECLARE_TR_FUNCTIONS(ExecutionReport)

public:
    /// Both must outlive it.
    ReportEvents(const ExecutionReport &report, const StreamRows &rows);

    [[nodiscard]] QByteArray begin() const;
    void format(const RowChunk &chunk, QByteArray &html) const;
    [[nodiscard]] static QByteArray end();

private:
    [[nodiscard]] QByteArray gapRow(const Gap &gap) const;
    [[nodiscard]] QByteArray eventRow(qsizetype event, const RowChunk &chunk) const;
    [[nodiscard]] QByteArray verdictCell(Seq seq) const;
    [[nodiscard]] QByteArray remarks(qsizetype event) const;
    [[nodiscard]] int columnCount() const;

    const ExecutionReport &m_report;
    const StreamRows &m_rows;
    const EventStream &m_stream;
};

} // namespace Gapline
