// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"

#include <QString>

namespace Gapline::Test {

/// Writes down a page of executions/getEvents as a test would say it:
///   PageBuilder().events({1, 4, 7}).scanned(0, 9).hasMore().build()
/// Timestamps are one second apart from 1777374504000; each event's JSON names its seq and type.
class PageBuilder
{
public:
    explicit PageBuilder(const QString &executionId = QStringLiteral("exec_test"));

    PageBuilder &event(qint64 seq,
                       QByteArrayView type = "step.completed",
                       QByteArrayView stepId = {},
                       QByteArrayView raw = {});
    PageBuilder &events(std::initializer_list<qint64> seqs);
    PageBuilder &scanned(qint64 sinceSeq, qint64 nextCursor);
    PageBuilder &hasMore(bool hasMore = true);
    [[nodiscard]] EventPage build() const { return m_page; }

private:
    EventPage m_page;
};

} // namespace Gapline::Test
