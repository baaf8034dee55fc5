// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagebuilder.h"

namespace Gapline::Test {

constexpr qint64 kFirstTimestamp = 1777374504000;

PageBuilder::PageBuilder(const QString &executionId)
{
    m_page.executionId = ExecutionId(executionId);
}

PageBuilder &
PageBuilder::event(qint64 seq, QByteArrayView type, QByteArrayView stepId, QByteArrayView raw)
{
    QByteArray json = raw.toByteArray();
    if (raw.isEmpty()) {
        json = R"({"eventId":"evt_)" + QByteArray::number(seq) + R"(","seq":)"
            + QByteArray::number(seq) + R"(,"type":")" + type.toByteArray() + R"("})";
    }
    EventColumns columns;
    columns.seq = {seq};
    columns.timestamp = fromEpochMs(kFirstTimestamp + seq % 1'000'000'000 * 1000);
    columns.typeIndex = m_page.types.intern(type);
    columns.stepIndex = stepId.isEmpty() ? kNoStep : m_page.steps.intern(stepId);
    // Something stands between the events, as in a real answer.
    m_page.body += ",\n ";
    columns.rawOffset = quint32(m_page.body.size());
    columns.rawLength = quint32(json.size());
    m_page.body += json;
    m_page.events.push_back(columns);
    return *this;
}

PageBuilder &PageBuilder::events(std::initializer_list<qint64> seqs)
{
    for (const qint64 seq : seqs)
        event(seq);
    return *this;
}

PageBuilder &PageBuilder::scanned(qint64 sinceSeq, qint64 nextCursor)
{
    m_page.sinceSeq = {sinceSeq};
    m_page.nextCursor = {nextCursor};
    return *this;
}

PageBuilder &PageBuilder::hasMore(bool hasMore)
{
    m_page.hasMore = hasMore;
    return *this;
}

} // namespace Gapline::Test
