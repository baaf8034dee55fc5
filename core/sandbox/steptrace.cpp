// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/steptrace.h"

#include "core/sandbox/jsontext.h"

namespace Gapline {
namespace {

class Tracer
{
public:
    Tracer(const StepTask &task, Dice &dice)
        : m_task(task)
        , m_dice(dice)
        , m_trace{task.step, task.fate, task.at, task.at, {}, {}, {}}
        , m_now(task.at)
    { }

    StepTrace trace()
    {
        add("step.scheduled");
        pass(2, 40);
        add("step.started");
        switch (m_task.node.type) {
        case NodeType::Human:
            askPeople();
            break;
        case NodeType::Agent:
            pollAgent();
            break;
        case NodeType::MockAgent:
            pass(1, 9);
            complete("{\"agentId\":\"" + QByteArray(m_task.node.config)
                     + R"(","synthetic":true,"decision":")" + decision() + "\"}");
            break;
        case NodeType::Notification:
        case NodeType::Webhook:
            callOut();
            break;
        }
        m_trace.end = m_now;
        return std::move(m_trace);
    }

private:
    void add(const char *type, const QByteArray &data = {})
    {
        m_trace.events.push_back(
            {type, m_task.step, m_now, data.isEmpty() ? QByteArray() : dataTail(data)});
    }
    void pass(qint64 low, qint64 high) { m_now += m_dice.between(low, high); }
    void wait(qint64 low, qint64 high)
    {
        m_now += std::max<qint64>(1, m_dice.between(low, high) * m_task.pacePercent / 100);
    }
    QByteArray decision() const { return m_task.fate == StepFate::Reject ? "reject" : "approve"; }
    void complete(const QByteArray &data)
    {
        add("step.completed", data);
        m_trace.output = data;
    }
    void fail(const QByteArray &data, const char *code, const QByteArray &message)
    {
        add("step.failed", data);
        m_trace.error =
            "{\"code\":\"" + QByteArray(code) + "\",\"message\":" + jsonString(message) + '}';
    }
    void retry(int percent)
    {
        for (int i = 0; i < 3 && m_dice.chance(percent); ++i) {
            wait(1'500, 9'000);
            add("step.retried");
        }
    }

    void askPeople()
    {
        const WorkflowNode &node = m_task.node;
        pass(3, 30);
        const QByteArray resumeKey = "human:" + m_dice.hex(24);
        add("step.awaiting-approval",
            "{\"waitingForReviewers\":" + QByteArray::number(node.reviewers)
                + ",\"mandatoryCount\":" + QByteArray::number(node.mandatory) + ",\"resumeKey\":\""
                + resumeKey + "\"}");
        if (m_task.fate == StepFate::Breach) {
            m_now += std::max<qint64>(1, node.slaMs * m_task.pacePercent / 100);
            pass(20, 900);
            add("step.breached", R"({"reason":"sla-exceeded"})");
            wait(40'000, 200'000);
            add("step.overridden");
        } else {
            for (int i = 0; i < node.reviewers; ++i) {
                wait(30'000 / node.reviewers, 420'000 / node.reviewers);
                add("step.response-recorded");
            }
        }
        if (m_dice.chance(60)) {
            pass(4, 25);
            add("step.resumed");
        }
        pass(5, 60);
        const QByteArray status = m_task.fate == StepFate::Reject ? "rejected" : "resolved";
        add("step.completed",
            "{\"aggregatorStatus\":\"" + status + R"(","nodeType":"human","decision":")"
                + decision() + "\"}");
        const bool isApproved = m_task.fate != StepFate::Reject;
        m_trace.output = "{\"reviewerIds\":[\"u_" + QByteArray(node.id).mid(6)
            + R"(_01"],"commentBody":null,"aggregatorStatus":")" + status
            + "\",\"approveCount\":" + (isApproved ? QByteArray::number(node.reviewers) : "0")
            + ",\"rejectCount\":" + (isApproved ? "0" : "1")
            + ",\"totalResponses\":" + QByteArray::number(isApproved ? node.reviewers : 1)
            + ",\"mandatoryCount\":" + QByteArray::number(node.mandatory) + ",\"decision\":\""
            + decision() + "\",\"approved\":" + (isApproved ? "true" : "false")
            + ",\"resumeKey\":\"" + resumeKey + "\"}";
    }

    void pollAgent()
    {
        const QByteArray agentExecution = "agx_" + m_dice.base36(12);
        pass(5, 60);
        add("step.awaiting-approval",
            "{\"agentId\":\"" + QByteArray(m_task.node.config) + "\",\"agentExecutionId\":\""
                + agentExecution + "\",\"pollIntervalMs\":" + (m_dice.chance(70) ? "5000" : "15000")
                + '}');
        wait(2'000, 60'000);
        retry(25);
        if (m_task.fate == StepFate::Fail) {
            wait(4'000, 30'000);
            return fail(R"({"reason":"agent-runtime-exceeded"})",
                        "AGENT_RUNTIME_EXCEEDED",
                        QByteArray(m_task.node.config) + " did not finish within its time");
        }
        add("step.resumed");
        pass(5, 60);
        complete("{\"agentExecutionId\":\"" + agentExecution
                 + R"(","agentExecutionStatus":"completed","decision":")" + decision()
                 + R"(","source":")" + (m_dice.chance(80) ? "poll" : "callback") + "\"}");
    }

    void callOut()
    {
        const bool isWebhook = m_task.node.type == NodeType::Webhook;
        pass(60, 900);
        retry(m_task.fate == StepFate::Fail ? 90 : 15);
        const QByteArray latency = QByteArray::number(m_dice.between(40, 9'800));
        if (m_task.fate == StepFate::Fail) {
            const QByteArray data = isWebhook
                ? R"({"httpStatus":503,"latencyMs":)" + latency + R"(,"retryClass":"transient"})"
                : "{\"channel\":\"" + QByteArray(m_task.node.config)
                    + R"(","retryClass":"permanent"})";
            return fail(data,
                        isWebhook ? "WEBHOOK_FAILED" : "NOTIFICATION_FAILED",
                        isWebhook
                            ? QByteArray("The endpoint answered 503 until the retries ran out")
                            : QByteArray("The channel refused the message"));
        }
        complete(isWebhook
                     ? R"({"nodeType":"webhook","httpStatus":200,"latencyMs":)" + latency + '}'
                     : R"({"nodeType":"notification","channel":")" + QByteArray(m_task.node.config)
                         + "\"}");
    }

    const StepTask &m_task;
    Dice &m_dice;
    StepTrace m_trace;
    qint64 m_now;
};

} // namespace

StepTrace traceStep(const StepTask &task, Dice &dice)
{
    return Tracer(task, dice).trace();
}

void cancelTrace(StepTrace &trace, qint64 at, const QByteArray &actor, const QByteArray &reason)
{
    std::erase_if(trace.events, [at](const RunEvent &event) { return event.at > at; });
    trace.events.push_back({"step.cancelled",
                            trace.step,
                            at,
                            dataTail("{\"actorId\":" + jsonString(actor)
                                     + ",\"reason\":" + jsonString(reason) + '}')});
    trace.end = at;
    trace.output.clear();
    trace.error.clear();
}

} // namespace Gapline
