// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/eventtext.h"

#include "core/sandbox/dice.h"
#include "core/sandbox/jsontext.h"

namespace Gapline {

EventText::EventText(const ExecutionIdentity &identity, const std::vector<RunStep> &steps)
    : m_key(identity.key)
    , m_correlation(",\"correlationId\":" + jsonString(identity.correlationId))
{
    for (const RunStep &step : steps)
        m_steps.push_back(jsonString(step.id));
    m_steps.push_back("null");
}

QByteArray EventText::eventId(Seq seq) const
{
    QByteArray id = "evt_";
    appendHex(id, mixed(m_key, quint64(seq.value)));
    return id;
}

QByteArrayView EventText::stepId(const RunEvent &event) const
{
    return event.step < 0 ? m_steps.back() : m_steps[event.step];
}

void EventText::append(
    QByteArray &out, Seq seq, const RunEvent &event, qint64 time, QByteArrayView tail) const
{
    out += "{\"eventId\":\"evt_";
    appendHex(out, mixed(m_key, quint64(seq.value)));
    out += "\",\"seq\":";
    appendNumber(out, seq.value);
    out += ",\"type\":\"";
    out += event.type;
    out += "\",\"stepId\":";
    out += stepId(event);
    out += ",\"timestamp\":";
    appendNumber(out, time);
    out += m_correlation;
    out += tail;
    out += '}';
}

void StepState::follow(QByteArrayView type, qint64 time)
{
    if (type == "step.scheduled") {
        *this = {"pending", {}, {}};
    } else if (type == "step.started" || type == "step.resumed") {
        status = "running";
        startedAt = startedAt.value_or(time);
    } else if (type == "step.awaiting-approval") {
        status = "waiting";
    } else if (type == "step.completed") {
        status = "completed";
        completedAt = time;
    } else if (type == "step.failed") {
        status = "failed";
        completedAt = time;
    } else if (type == "step.breached") {
        status = "breached";
        completedAt = time;
    } else if (type == "step.cancelled") {
        status = "cancelled";
        completedAt = time;
    }
}

void appendStepView(QByteArray &out,
                    const Workflow &workflow,
                    const RunStep &step,
                    const StepState &state)
{
    const WorkflowNode &node = workflow.nodes[step.node];
    const bool isCompleted = qstrcmp(state.status, "completed") == 0;
    const bool isFailed = qstrcmp(state.status, "failed") == 0;
    out += "{\"stepId\":";
    appendJsonString(out, step.id);
    out += ",\"nodeId\":";
    appendJsonString(out, node.id);
    out += ",\"nodeType\":\"" + QByteArray(nodeTypeName(node.type)) + "\",\"status\":\""
        + state.status + "\",\"groupId\":";
    if (step.group < 0)
        out += "null";
    else
        appendJsonString(out, workflow.groups[step.group].id);
    out += ",\"startedAt\":";
    appendNumberOrNull(out, state.startedAt);
    out += ",\"completedAt\":";
    appendNumberOrNull(out, state.completedAt);
    out += ",\"output\":";
    out += isCompleted && !step.output.isEmpty() ? step.output : "null";
    out += ",\"error\":";
    out += isFailed && !step.error.isEmpty() ? step.error : "null";
    out += '}';
}

} // namespace Gapline
