// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload.h"

#include <algorithm>
#include <random>

namespace Gapline::Bench {
namespace {

struct Kind
{
    const char *type;
    const char *data;
};

constexpr Kind kKinds[] = {
    {"step.awaiting-approval",
     R"({"waitingForReviewers":1,"mandatoryCount":1,"resumeKey":"human:)"
     R"(3f9b2c7d1e"})"},
    {"step.completed",
     R"({"aggregatorStatus":"approved","nodeType":"human","decision":"approve"})"},
    {"step.failed", R"({"httpStatus":503,"latencyMs":1240,"retryClass":"transient"})"},
    {"step.breached", R"({"reason":"sla-exceeded"})"},
    {"group.quorum-met",
     R"({"groupId":"parallel-review","total":3,"quorum":2,"completedTotal":2,"expectedSteps":3})"},
    {"loop.iteration-started", R"({"loopId":"rework","iteration":2,"triggeredBy":"human-legal"})"},
};

constexpr const char *kNodes[] = {
    "agent-draft", "human-legal", "human-brand", "parallel-review", "agent-publish", "human-final"};

} // namespace

std::vector<PageBytes> makePages(qint64 events)
{
    std::mt19937_64 random(20260823);
    std::vector<PageBytes> pages;
    pages.reserve(size_t(events / kPageSize + 1));
    qint64 seq = 0;
    qint64 since = 0;
    qint64 time = 1777374504255;
    for (qint64 done = 0; done < events;) {
        const qint64 count = std::min<qint64>(kPageSize, events - done);
        QByteArray body;
        body.reserve(count * 360);
        body += R"({"result":{"executionId":")" + QByteArray(kExecutionId) + R"(","events":[)";
        for (qint64 i = 0; i < count; ++i) {
            // Two internal seqs for three events on average make the 40 %.
            seq += 1 + (random() % 3 == 0 ? 2 : 0);
            time += qint64(random() % 4000);
            const Kind &kind = kKinds[random() % std::size(kKinds)];
            const char *node = kNodes[random() % std::size(kNodes)];
            if (i > 0)
                body += ',';
            body += R"({"eventId":"evt_)" + QByteArray::number(random(), 16).rightJustified(16, '0')
                + R"(","seq":)" + QByteArray::number(seq) + R"(,"type":")" + kind.type
                + R"(","stepId":"step_agent-draft_1777374504364_lwofay__to__parallel-review__to__)"
                + node + R"(","timestamp":)" + QByteArray::number(time)
                + R"(,"correlationId":"corr_campaign_42_)" + QByteArray::number(random() % 10)
                + R"(","data":)" + kind.data + '}';
        }
        done += count;
        const bool hasMore = done < events;
        const qint64 cursor = hasMore ? seq : seq + 3;
        body += R"(],"nextCursor":)" + QByteArray::number(cursor) + R"(,"hasMore":)"
            + (hasMore ? "true" : "false") + "}}";
        pages.push_back({since, body});
        since = cursor;
    }
    return pages;
}

} // namespace Gapline::Bench
