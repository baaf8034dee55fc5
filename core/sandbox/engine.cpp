// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/engine.h"

#include "core/sandbox/jsontext.h"
#include "core/sandbox/steptrace.h"

#include <algorithm>

namespace Gapline {
namespace {

enum class StageEnd
{
    GoesOn,
    Rejected,
    Stopped, ///< The execution failed or was cancelled here.
};

class Engine
{
public:
    Engine(const RunPlan &plan, quint64 seed)
        : m_plan(plan)
        , m_workflow(plan.workflow)
        , m_dice(seed)
        , m_parents(plan.workflow.stages.size() + 1)
    { }

    Run run()
    {
        choosePlaceOfTrouble();
        dispatch();
        StageEnd end = StageEnd::GoesOn;
        const int stages = int(m_workflow.stages.size());
        for (int stage = 0; stage < stages && end != StageEnd::Stopped;) {
            end = runStage(stage);
            if (end == StageEnd::Rejected)
                stage = sendBack(end);
            else
                ++stage;
        }
        if (end != StageEnd::Stopped) {
            m_now += m_dice.between(3, 60);
            add("execution.completed", -1, dataTail("null"));
        }
        addInternalTail();
        // Steps side by side were traced one after the other; the stream is in order of time.
        std::ranges::stable_sort(m_run.events, {}, &RunEvent::at);
        return std::move(m_run);
    }

private:
    void add(const char *type, int step, const QByteArray &tail = {})
    {
        m_run.events.push_back({type, step, m_now, tail});
    }

    int stepOf(const QByteArray &id, int node, int group)
    {
        const auto found = std::ranges::find(m_run.steps, id, &RunStep::id);
        if (found != m_run.steps.end())
            return int(found - m_run.steps.begin());
        m_run.steps.push_back({id, node, group});
        return int(m_run.steps.size()) - 1;
    }

    void choosePlaceOfTrouble()
    {
        std::vector<int> places;
        for (int i = 0; i < int(m_workflow.stages.size()); ++i) {
            const int node = m_workflow.stages[i].node;
            const bool isMachine = node >= 0 && m_workflow.nodes[node].type != NodeType::Human
                && m_workflow.nodes[node].type != NodeType::MockAgent;
            if (m_plan.outcome == RunOutcome::Cancelled ? i > 0 : isMachine)
                places.push_back(i);
        }
        if (m_plan.outcome == RunOutcome::Cancelled || m_plan.outcome == RunOutcome::Failed)
            m_troubleStage = places.at(m_dice.between(0, qint64(places.size()) - 1));
    }

    void dispatch()
    {
        const QByteArray root = "step_" + QByteArray(m_workflow.nodes[m_workflow.stages[0].node].id)
            + '_' + QByteArray::number(m_plan.startedAt) + '_' + m_dice.base36(6);
        m_parents[0] = {root};
        add("execution.dispatched",
            -1,
            dataTail("{\"definitionId\":\"" + QByteArray(m_workflow.id)
                     + "\",\"definitionVersion\":" + QByteArray::number(m_plan.definitionVersion)
                     + ",\"rootStepIds\":[\"" + root + "\"]}"));
        if (m_dice.chance(15)) {
            m_now += m_dice.between(1, 400);
            add("idempotency.suppressed", -1);
        }
        m_now += m_dice.between(4, 120);
    }

    StageEnd runStage(int index)
    {
        const WorkflowStage &stage = m_workflow.stages[index];
        const bool isRejected =
            m_workflow.loop && m_workflow.loop->judge == index && m_rejections < m_plan.rejections;
        std::vector<StepTrace> traces =
            stage.group >= 0 ? traceGroup(index, isRejected) : traceNode(index, isRejected);
        StageEnd end = StageEnd::GoesOn;
        if (m_troubleStage == index)
            end = stop(traces);
        else if (isRejected)
            end = reject(traces, stage);
        else if (stage.group >= 0)
            m_parents[index + 1] = settleGroup(traces, m_workflow.groups[stage.group]);
        else
            m_parents[index + 1] = settleNode(traces);
        for (StepTrace &trace : traces) {
            std::ranges::move(trace.events, std::back_inserter(m_run.events));
            m_run.steps[trace.step].output = trace.output;
            m_run.steps[trace.step].error = trace.error;
        }
        return end;
    }

    StepTrace trace(int node, const QByteArray &stepId, int group, StepFate fate)
    {
        const StepTask task{m_workflow.nodes[node],
                            stepOf(stepId, node, group),
                            m_now + m_dice.between(0, 25),
                            fate,
                            m_plan.pacePercent};
        return traceStep(task, m_dice);
    }

    StepFate usualFate(const WorkflowNode &node)
    {
        return node.slaMs > 0 && m_dice.chance(20) ? StepFate::Breach : StepFate::Approve;
    }

    /// One step for each parent: a group that does not join fans out once for each of its members.
    std::vector<StepTrace> traceNode(int index, bool isRejected)
    {
        const int node = m_workflow.stages[index].node;
        std::vector<StepTrace> traces;
        for (const QByteArray &parent : m_parents[index]) {
            StepFate fate = isRejected ? StepFate::Reject : usualFate(m_workflow.nodes[node]);
            if (index == m_troubleStage && m_plan.outcome == RunOutcome::Failed)
                fate = StepFate::Fail;
            const QByteArray id =
                index == 0 ? parent : parent + "__to__" + m_workflow.nodes[node].id;
            traces.push_back(trace(node, id, -1, fate));
        }
        return traces;
    }

    std::vector<StepTrace> traceGroup(int index, bool isRejected)
    {
        const int groupIndex = m_workflow.stages[index].group;
        const std::vector<int> &members = m_workflow.groups[groupIndex].members;
        const int rejector = members[m_dice.between(0, qint64(members.size()) - 1)];
        std::vector<StepTrace> traces;
        for (const int node : members) {
            const StepFate fate = isRejected && node == rejector
                ? StepFate::Reject
                : usualFate(m_workflow.nodes[node]);
            const QByteArray id = m_parents[index].front() + "__to__" + m_workflow.nodes[node].id;
            traces.push_back(trace(node, id, groupIndex, fate));
        }
        return traces;
    }

    /// The execution ends in this stage: a step fails for good, or somebody calls everything off.
    StageEnd stop(std::vector<StepTrace> &traces)
    {
        if (m_plan.outcome == RunOutcome::Cancelled) {
            const auto last = std::ranges::max_element(traces, {}, &StepTrace::end);
            m_now = m_dice.between(last->start + 1, std::max(last->start + 1, last->end - 1));
            for (StepTrace &trace : traces) {
                if (trace.end > m_now)
                    cancelTrace(
                        trace, m_now, "user_" + m_dice.base36(6), "Superseded by a newer request");
            }
            m_now += m_dice.between(1, 30);
            add("execution.cancelled",
                -1,
                dataTail(m_dice.chance(50) ? R"({"reason":"Superseded by a newer request"})"
                                           : "{}"));
            return StageEnd::Stopped;
        }
        m_now = std::ranges::max_element(traces, {}, &StepTrace::end)->end + m_dice.between(2, 40);
        m_run.failureReason = "{\"code\":\"STEP_FAILED\",\"message\":"
            + jsonString("Step " + m_run.steps[traces.front().step].id
                         + " failed and no edge recovers it")
            + '}';
        // An older form of the event carried the reason itself.
        add("execution.failed",
            -1,
            dataTail(m_dice.chance(30) ? "{\"failureReason\":" + m_run.failureReason + '}'
                                       : QByteArray("null")));
        return StageEnd::Stopped;
    }

    /// One rejection ends the iteration: whoever still waits is called off, and the loop starts again.
    StageEnd reject(std::vector<StepTrace> &traces, const WorkflowStage &stage)
    {
        const auto rejection = std::ranges::find(traces, StepFate::Reject, &StepTrace::fate);
        m_now = rejection->end + m_dice.between(2, 30);
        for (StepTrace &trace : traces) {
            if (trace.end > m_now)
                cancelTrace(trace, m_now + 1, "system:loop-restart", "loop-restart");
        }
        m_judge = stage.group >= 0
            ? stepOf("group_" + QByteArray(m_workflow.groups[stage.group].id), -1, stage.group)
            : rejection->step;
        m_rejector = m_workflow.nodes[m_run.steps[rejection->step].node].id;
        ++m_rejections;
        return StageEnd::Rejected;
    }

    /// The stage to go on with after a rejection, or past the end when the loop is exhausted.
    int sendBack(StageEnd &end)
    {
        const WorkflowLoop &loop = *m_workflow.loop;
        const QByteArray about = "{\"loopId\":\"" + QByteArray(loop.id) + "\",\"iteration\":";
        if (m_rejections < loop.maxIterations) {
            add("loop.iteration-started",
                m_judge,
                dataTail(about + QByteArray::number(m_rejections + 1)
                         + R"(,"triggeredBy":"rejection"})"));
            m_now += m_dice.between(3, 900);
            return loop.entry;
        }
        add("loop.exhausted",
            m_judge,
            dataTail(about + QByteArray::number(m_rejections) + R"(,"lastRejectedBy":"u_)"
                     + m_rejector.mid(6)
                     + R"(_01","lastRejectionReason":"Tone of voice still off"})"));
        m_now += m_dice.between(3, 60);
        m_run.failureReason = R"({"code":"LOOP_EXHAUSTED","message":"Loop )" + QByteArray(loop.id)
            + " reached its cap of " + QByteArray::number(loop.maxIterations) + " iterations\"}";
        add("execution.failed", -1, dataTail("null"));
        end = StageEnd::Stopped;
        return int(m_workflow.stages.size());
    }

    std::vector<QByteArray> settleNode(const std::vector<StepTrace> &traces)
    {
        std::vector<QByteArray> parents;
        for (const StepTrace &trace : traces) {
            parents.push_back(m_run.steps[trace.step].id);
            m_now = std::max(m_now, trace.end);
        }
        m_now += m_dice.between(3, 80);
        return parents;
    }

    /// When enough members have approved, and every required one.
    static qint64
    quorumTime(const std::vector<StepTrace> &byEnd, const WorkflowGroup &group, const Run &run)
    {
        qint64 met = byEnd[group.quorum - 1].end;
        for (const StepTrace &trace : byEnd) {
            if (std::ranges::find(group.required, run.steps[trace.step].node)
                != group.required.end())
                met = std::max(met, trace.end);
        }
        return met;
    }

    std::vector<QByteArray> settleGroup(std::vector<StepTrace> &traces, const WorkflowGroup &group)
    {
        std::ranges::stable_sort(traces, {}, &StepTrace::end);
        const qint64 met = quorumTime(traces, group, m_run) + m_dice.between(5, 45);
        const QByteArray total = QByteArray::number(qint64(traces.size()));
        const auto completed =
            std::ranges::count_if(traces, [met](const StepTrace &t) { return t.end <= met; });
        std::vector<QByteArray> parents;
        for (StepTrace &trace : traces) {
            if (trace.end > met && group.policy != QuorumPolicy::WaitAll)
                cancelTrace(trace, met + 1, "system:group-quorum", "group-quorum-met");
            else
                parents.push_back(m_run.steps[trace.step].id);
        }
        const QByteArray groupId = "group_" + QByteArray(group.id);
        const int groupStep = stepOf(groupId, -1, m_run.steps[traces.front().step].group);
        m_now = met;
        add("group.quorum-met",
            groupStep,
            dataTail("{\"groupId\":\"" + QByteArray(group.id) + "\",\"total\":" + total
                     + ",\"quorum\":" + QByteArray::number(group.quorum)
                     + ",\"completedTotal\":" + QByteArray::number(qint64(completed))
                     + ",\"expectedSteps\":" + total + '}'));
        m_now = std::max(met + 2, std::ranges::max(traces, {}, &StepTrace::end).end)
            + m_dice.between(1, 20);
        add("parallel-group.completed", groupStep);
        m_now += m_dice.between(2, 50);
        return group.policy == QuorumPolicy::JoinOnQuorum ? std::vector{groupId} : parents;
    }

    /// Bookkeeping after the end: seqs that no event of the API ever shows.
    void addInternalTail()
    {
        const qint64 length = m_dice.between(0, 5);
        for (qint64 i = 0; i < length; ++i) {
            m_now += m_dice.between(1, 250);
            add("idempotency.suppressed", -1);
        }
    }

    const RunPlan &m_plan;
    const Workflow &m_workflow;
    Dice m_dice;
    Run m_run;
    qint64 m_now = 0;
    /// For each stage the steps that it follows; a loop comes back to the same ones.
    std::vector<std::vector<QByteArray>> m_parents;
    int m_troubleStage = -1;
    int m_rejections = 0;
    int m_judge = -1; ///< Step that the loop's events name.
    QByteArray m_rejector;
};

} // namespace

Run simulate(const RunPlan &plan, quint64 seed)
{
    return Engine(plan, seed).run();
}

} // namespace Gapline
