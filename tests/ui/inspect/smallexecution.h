// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Gapline::Test {

/// The pages of one small execution: events at 1, 4, 7, 8, 12; internal-only 2–3, 5–6, 9–11, 13–15. The second
/// event carries naughty text and a field that is not documented.
inline QList<QByteArray> smallExecutionPages()
{
    // Single quotes stand for double ones.
    QByteArray page =
        "{'result':{'executionId':'exec_small','events':["
        "{'eventId':'evt_1','seq':1,'type':'execution.dispatched','stepId':null,"
        "'timestamp':1777374504255,'correlationId':'corr_42',"
        "'data':{'definitionId':'doc-signoff','definitionVersion':3}},"
        "{'eventId':'evt_4','seq':4,'type':'step.awaiting-approval','stepId':'step_draft_1_x',"
        "'timestamp':1777374505255,'correlationId':'<b>bold</b>',"
        "'data':{'waitingForReviewers':1,'mandatoryCount':1,'note':'<img src=file:///x>'},"
        "'shard':9007199254740993},"
        "{'eventId':'evt_7','seq':7,'type':'step.breached','stepId':'step_draft_1_x__to__human-"
        "brand',"
        "'timestamp':1777374697257,'correlationId':'corr_42','data':{'reason':'sla-exceeded'}},"
        "{'eventId':'evt_8','seq':8,'type':'step.teleported','stepId':'step_draft_1_x__to__human-"
        "brand',"
        "'timestamp':1777374697000,'correlationId':'corr_42','data':null},"
        "{'eventId':'evt_12','seq':12,'type':'execution.completed','stepId':null,"
        "'timestamp':1777374704255,'correlationId':'corr_42','data':null}"
        "],'nextCursor':15,'hasMore':false}}";
    return {page.replace('\'', '"')};
}

inline QByteArray smallExecution()
{
    QByteArray body =
        "{'result':{'executionId':'exec_small','status':'failed','startedAt':1777374504255,"
        "'completedAt':1777374704255,'cancelledAt':null,'definitionId':'doc-signoff',"
        "'definitionVersion':3,'correlationId':'corr_42','idempotencyKey':'key-1',"
        "'failureReason':{'code':'E_SLA','message':'too late'},'steps':["
        "{'stepId':'step_draft_1_x__to__human-brand','nodeId':'human-brand','nodeType':'human',"
        "'status':'breached','groupId':null,'startedAt':1777374505255,'completedAt':1777374697257,"
        "'output':{'decision':'none'},'error':{'code':'E1','message':'sla'}}]}}";
    return body.replace('\'', '"');
}

} // namespace Gapline::Test
