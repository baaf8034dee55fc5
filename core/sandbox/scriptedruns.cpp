// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scriptedruns.h"

#include "core/sandbox/jsontext.h"

namespace Gapline {
namespace {

/// Longer than the engine looks ahead in one call, so that a page comes back empty with more to follow.
constexpr int kLongInternalRun = 12'000;

enum ShowcaseStep
{
    None = -1,
    Draft,
    Legal,
    Brand,
    Review,
    Publish,
};

struct ShowcaseLine
{
    qint64 at;
    const char *type;
    ShowcaseStep step;
    const char *data = nullptr; ///< Raw JSON; nullptr: none.
};

constexpr char kAskLegal[] =
    R"({"waitingForReviewers":1,"mandatoryCount":1,"resumeKey":"human:6f0c2a91d7b84e35"})";
constexpr char kAskBrand[] =
    R"({"waitingForReviewers":1,"mandatoryCount":1,"resumeKey":"human:b1e94c7702fa4d18"})";
constexpr char kApproved[] =
    R"({"aggregatorStatus":"resolved","nodeType":"human","decision":"approve"})";

constexpr ShowcaseLine kShowcase[] = {
    {109, "execution.dispatched", None},
    {121, "step.scheduled", Draft},
    {140, "step.started", Draft},
    {212,
     "step.awaiting-approval",
     Draft,
     R"({"agentId":"copy-agent-v1","agentExecutionId":"agx_7k2m9x4q1d0s","pollIntervalMs":5000})"},
    {41'870, "step.resumed", Draft},
    {41'902,
     "step.completed",
     Draft,
     R"({"agentExecutionId":"agx_7k2m9x4q1d0s","agentExecutionStatus":"completed","decision":"approve","source":"poll"})"},
    {41'960, "step.scheduled", Legal},
    {41'961, "step.scheduled", Brand},
    {42'004, "step.awaiting-approval", Legal, kAskLegal},
    {42'018, "step.awaiting-approval", Brand, kAskBrand},
    {274'100, "step.response-recorded", Legal},
    {274'122, "step.resumed", Legal},
    {274'190,
     "step.completed",
     Legal,
     R"({"aggregatorStatus":"rejected","nodeType":"human","decision":"reject"})"},
    {274'720,
     "loop.iteration-started",
     Review,
     R"({"loopId":"copy-revision","iteration":2,"triggeredBy":"rejection"})"},
    {274'924,
     "step.cancelled",
     Brand,
     R"({"actorId":"system:loop-restart","reason":"loop-restart"})"},
    {283'980, "step.scheduled", Legal},
    {284'024, "step.awaiting-approval", Legal, kAskLegal},
    {284'036, "step.awaiting-approval", Brand, kAskBrand},
    {476'038, "step.breached", Brand, R"({"reason":"sla-exceeded"})"},
    {476'050, "step.overridden", Brand},
    {476'061, "step.scheduled", Brand},
    {781'590, "step.response-recorded", Legal},
    {781'611, "step.resumed", Legal},
    {781'654, "step.completed", Legal, kApproved},
    {933'943, "step.awaiting-approval", Brand, kAskBrand},
    {1'386'700, "step.response-recorded", Brand},
    {1'386'790, "step.resumed", Brand},
    {1'386'825, "step.completed", Brand, kApproved},
    {1'386'864,
     "group.quorum-met",
     Review,
     R"({"groupId":"parallel-review","total":2,"quorum":2,"completedTotal":2,"expectedSteps":2})"},
    {1'386'880, "parallel-group.completed", Review},
    {1'387'011, "step.scheduled", Publish},
    {1'387'050, "step.started", Publish},
    {1'388'146,
     "step.awaiting-approval",
     Publish,
     R"({"agentId":"publish-agent-v1","agentExecutionId":"agx_t5w8z0c3v6b9","pollIntervalMs":5000})"},
    {1'393'400, "step.retried", Publish},
    {1'399'020, "step.resumed", Publish},
    {1'399'071,
     "step.completed",
     Publish,
     R"({"agentExecutionId":"agx_t5w8z0c3v6b9","agentExecutionStatus":"completed","decision":"approve","source":"callback"})"},
    {1'399'100, "idempotency.suppressed", None},
    {1'399'133, "execution.completed", None},
    {1'399'140, "idempotency.suppressed", None},
    {1'399'410, "idempotency.suppressed", None},
    {1'400'020, "idempotency.suppressed", None},
    {1'401'300, "idempotency.suppressed", None},
    {1'403'900, "idempotency.suppressed", None},
    {1'409'050, "idempotency.suppressed", None},
    {1'419'200, "idempotency.suppressed", None},
    {1'439'500, "idempotency.suppressed", None},
};

/// What comes between dispatch and end.
const RunEvent kOddities[] = {
    {"step.awaiting-approval",
     0,
     300,
     dataTail(
         "{\"waitingForReviewers\":1,\"mandatoryCount\":1,\"resumeKey\":\"human:\xF0\x9F\x94\x91\","
         "\"title\":\"Launch \xF0\x9F\x9A\x80 \xE2\x80\x94 "
         "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\"}")},
    {"step.response-recorded", 0, 5'000},
    {"step.completed",
     0,
     5'100,
     dataTail(
         R"({"aggregatorStatus":"resolved","nodeType":"human","decision":"approve","note":"Line\nbreak, \"quote\", back\\slash, \u0000 and \u2028, \ud83d\ude80"})")},
    {"step.awaiting-approval",
     1,
     5'100,
     dataTail("{\"waitingForReviewers\":2,\"mandatoryCount\":1,\"resumeKey\":\"human:rtl\","
              "\"title\":\"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
              "\xE2\x80\xAE"
              "fdp.exe\"}")},
    {"step.escalated",
     1,
     9'000,
     dataTail(
         R"({"level":2,"to":["u_on_call"],"since":1777374842347,"ratio":0.1000000000000000055})")},
    {"step.breached",
     1,
     9'001,
     R"(,"data":{"reason":"sla-exceeded"},"severity":"high","links":{"runbook":"https://example.test/?a=1&b=<2>"})"},
    {"step.completed", 1, 60'000, QByteArray()},
    {"step.awaiting-approval",
     2,
     60'000,
     R"json( , "data" : { "waitingForReviewers" : 1 , "mandatoryCount" : 1.0 , "resumeKey" : "=HYPERLINK(\"http://example.test\")" } )json"},
    {"step.completed",
     2,
     61'500,
     dataTail(
         R"({"b":1,"a":2,"big":9007199254740991,"bigger":9007199254740993,"decision":"approve"})")},
    {"group.quorum-met", 3, 61'900, dataTail("null")},
    {"step.failed", 3, 62'000, dataTail(R"({"reason":"<img src=x onerror=alert(1)>"})")},
    {"step.cancelled",
     3,
     62'500,
     dataTail(R"({"actorId":"user_1","reason":"+1 from me\tand\r\n-1 from legal"})")},
};

} // namespace

Run showcaseRun(qint64 startedAt)
{
    const QByteArray root = "step_agent-draft_" + QByteArray::number(startedAt) + "_lwofay";
    Run run;
    run.steps = {
        {root,
         0,
         -1,
         R"({"agentExecutionStatus":"completed","agentResultsSummary":"Draft of 412 words","agentDurationMs":41658,"decision":"approve"})"},
        {root + "__to__human-legal",
         1,
         0,
         R"({"reviewerIds":["u_legal_01"],"commentBody":null,"aggregatorStatus":"resolved","approveCount":1,"rejectCount":0,"totalResponses":1,"mandatoryCount":1,"decision":"approve","approved":true})"},
        {root + "__to__human-brand",
         2,
         0,
         R"({"reviewerIds":["u_brand_01"],"commentBody":"Logo fixed","aggregatorStatus":"resolved","approveCount":1,"rejectCount":0,"totalResponses":1,"mandatoryCount":1,"decision":"approve","approved":true})"},
        {"group_parallel-review", -1, 0},
        {"group_parallel-review__to__agent-publish",
         3,
         -1,
         R"({"agentId":"publish-agent-v1","summary":"Published to 3 channels","decision":"approve"})"},
    };
    const QByteArray dispatched =
        R"({"definitionId":"marketing-copy-approval","definitionVersion":1,"rootStepIds":[")" + root
        + "\"]}";
    for (const ShowcaseLine &line : kShowcase) {
        const QByteArray data = line.data ? QByteArray(line.data) : "null";
        run.events.push_back(
            {line.type, line.step, line.at, dataTail(run.events.empty() ? dispatched : data)});
    }
    return run;
}

Run oddRun(qint64 startedAt)
{
    const QByteArray root = "step_human-author_" + QByteArray::number(startedAt) + "_0dd001";
    const QByteArray longId = root + "__to__human-manager"
        + QByteArray("__to__human-manager").repeated(13) + "__to__notify-requester";
    Run run;
    run.steps = {
        {root, 0, -1},
        {root + "__to__human-manager", 1, -1},
        {longId, 2, -1},
        {"\xD7\xA6\xD7\xA2\xD7\x93-\"\xF0\x9F\xA6\x84\"\\\t=1+1", 2, -1},
    };
    run.events.push_back(
        {"execution.dispatched",
         -1,
         80,
         dataTail(R"({"definitionId":"doc-signoff","definitionVersion":2,"rootStepIds":[")" + root
                  + "\"]}")});
    run.events.push_back({"step.scheduled", 0, 100});
    for (const RunEvent &odd : kOddities) {
        run.events.push_back(odd);
        if (odd.step == 1)
            run.events.push_back({"step.retried", 1, odd.at});
    }
    for (int i = 0; i < kLongInternalRun; ++i)
        run.events.push_back({"idempotency.suppressed", -1, 62'500 + i * 5});
    run.events.push_back({"execution.completed", -1, 125'000});
    run.events.push_back({"idempotency.suppressed", -1, 125'100});
    return run;
}

} // namespace Gapline
