// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/fleetplan.h"

#include "core/sandbox/bulkhistory.h"
#include "core/sandbox/dice.h"
#include "core/sandbox/recordedhistory.h"
#include "core/sandbox/scriptedruns.h"

#include <algorithm>

namespace Gapline {
namespace {

using Course = PlannedExecution::Course;

constexpr qint64 kMinute = 60'000;
/// The newest ordinary execution began this long ago: long enough for the showcase, and for the outage that
/// hits its deliveries, to be over.
constexpr qint64 kYoungest = 80 * kMinute;
/// Executions around the end of a default page of executions/list that share their startedAt, so that the cursor
/// shows its documented weakness.
constexpr int kFirstTie = 48;
constexpr int kLastTie = 51;

/// The first places of the list are fixed, so that even a small fleet shows every status and shape.
struct FixedPlace
{
    const char *workflow;
    Course course;
    RunOutcome outcome;
    int rejections;
    int pacePercent;
};

constexpr FixedPlace kFixedPlaces[] = {
    {"marketing-copy-approval", Course::Showcase, RunOutcome::Completed, 1, 100},
    {"localization-sweep", Course::Running, RunOutcome::Completed, 19, 40},
    {"doc-signoff", Course::Odd, RunOutcome::Completed, 0, 100},
    {"contract-review", Course::Past, RunOutcome::Failed, 0, 100},
    {"doc-signoff", Course::Pending, RunOutcome::Completed, 0, 30},
    {"vercel-deploy-scan", Course::Past, RunOutcome::Cancelled, 0, 100},
    {"marketing-copy-approval", Course::Past, RunOutcome::Exhausted, 3, 100},
    {"press-release", Course::Past, RunOutcome::Completed, 1, 100},
    {"vercel-deploy-scan", Course::Past, RunOutcome::Completed, 0, 100},
    {"contract-review", Course::Running, RunOutcome::Completed, 0, 60},
};

void planFixed(PlannedExecution &planned, const FixedPlace &place)
{
    planned.workflow = findWorkflow(place.workflow);
    planned.course = place.course;
    planned.outcome = place.outcome;
    planned.rejections = place.rejections;
    planned.pacePercent = place.pacePercent;
}

void planAtRandom(PlannedExecution &planned, Dice &dice)
{
    planned.workflow = &workflows()[dice.between(0, qint64(workflows().size()) - 1)];
    planned.pacePercent = int(dice.between(30, 160));
    const bool loops = planned.workflow->loop.has_value();
    planned.rejections = loops && dice.chance(40) ? int(dice.between(1, 2)) : 0;
    const qint64 lot = dice.between(1, 100);
    if (lot <= 62) {
        planned.outcome = RunOutcome::Completed;
    } else if (lot <= 74) {
        planned.outcome = RunOutcome::Failed;
    } else if (lot <= 82) {
        planned.outcome = RunOutcome::Cancelled;
    } else if (lot <= 88 && loops) {
        planned.outcome = RunOutcome::Exhausted;
        planned.rejections = planned.workflow->loop->maxIterations;
    } else if (lot <= 96) {
        planned.course = Course::Running;
    } else {
        planned.course = Course::Pending;
    }
}

QByteArray subjectOf(const Workflow &workflow)
{
    const QByteArray id(workflow.id);
    return id.startsWith("marketing") ? QByteArray("campaign") : id.left(id.indexOf('-'));
}

void nameExecution(PlannedExecution &planned, Dice &dice)
{
    ExecutionIdentity &identity = planned.identity;
    const QByteArray stamp = QByteArray::number(identity.startedAt - dice.between(40, 190));
    identity.executionId = "exec_" + stamp + '_' + dice.base36(8);
    identity.definitionId = planned.workflow->id;
    const QByteArray subject = subjectOf(*planned.workflow);
    const QByteArray number = QByteArray::number(dice.between(10, 9'999));
    identity.correlationId = "corr_" + subject + '_' + number;
    identity.idempotencyKey = subject + '-' + number + "-dispatch";
    identity.key = dice.next();
    planned.seed = dice.next();
    if (planned.course == Course::Showcase) {
        identity.executionId = "exec_" + stamp + "_xzy43k9q";
        identity.correlationId = "corr_campaign_42";
        identity.idempotencyKey = "campaign-42-dispatch";
    } else if (planned.course == Course::Odd) {
        identity.executionId += '_' + dice.base36(120);
        identity.correlationId =
            "corr_\xF0\x9F\xA6\x84_\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \"quoted\"\ttab";
        identity.idempotencyKey = "=1+1";
    }
}

void scale(Run &run, qint64 span, qint64 wanted)
{
    for (RunEvent &event : run.events)
        event.at = event.at * wanted / std::max<qint64>(1, span);
}

/// Moves a run's middle to `age` after its start, the rest behind it at its own pace.
void putNowInTheMiddle(Run &run, qint64 age, Dice &dice)
{
    const std::size_t size = run.events.size();
    const std::size_t past = std::size_t(dice.between(qint64(size) / 5, qint64(size) * 3 / 5));
    const qint64 middle = run.events[past].at;
    const qint64 last = age - dice.between(500, 20'000);
    for (std::size_t i = 0; i < size; ++i) {
        qint64 &at = run.events[i].at;
        at = i <= past ? at * last / std::max<qint64>(1, middle) : age + 1'000 + at - middle;
    }
}

} // namespace

std::vector<PlannedExecution> planFleet(const SandboxOptions &options, qint64 now)
{
    std::vector<PlannedExecution> fleet;
    Dice dice(options.seed);
    qint64 startedAt = now - kYoungest - dice.between(0, kMinute);
    if (options.events > 0) {
        PlannedExecution bulk;
        bulk.workflow = findWorkflow("localization-sweep");
        bulk.course = Course::Bulk;
        bulk.identity.definitionVersion = bulk.workflow->latestVersion;
        bulk.identity.key = dice.next();
        bulk.identity.startedAt = 0;
        bulk.identity.definitionId = bulk.workflow->id;
        bulk.identity.correlationId = "corr_localization_sweep_" + dice.base36(8);
        bulk.identity.idempotencyKey = "sweep-dispatch";
        bulk.history = std::make_unique<BulkHistory>(bulk.identity, options.events, now);
        bulk.identity.executionId =
            "exec_" + QByteArray::number(bulk.identity.startedAt - 87) + '_' + dice.base36(8);
        startedAt = std::min(startedAt, bulk.identity.startedAt - kMinute);
        fleet.push_back(std::move(bulk));
    }
    for (int i = 0; i < options.executions; ++i) {
        PlannedExecution planned;
        if (i < int(std::size(kFixedPlaces)))
            planFixed(planned, kFixedPlaces[i]);
        else
            planAtRandom(planned, dice);
        const bool isTied = (i > kFirstTie && i <= kLastTie) || (i > 0 && dice.chance(6));
        const qint64 distance = dice.between(20'000, 7 * kMinute);
        if (i > 0 && !isTied)
            startedAt -= distance;
        planned.identity.startedAt = startedAt;
        // Newer versions took over as time went by.
        const int latest = planned.workflow->latestVersion;
        planned.identity.definitionVersion = latest - int(qint64(i) * latest / options.executions);
        nameExecution(planned, dice);
        fleet.push_back(std::move(planned));
    }
    return fleet;
}

std::unique_ptr<History> workOut(const PlannedExecution &planned, qint64 now)
{
    const ExecutionIdentity &identity = planned.identity;
    const qint64 age = now - identity.startedAt;
    Run run;
    if (planned.course == Course::Showcase) {
        run = showcaseRun(identity.startedAt);
    } else if (planned.course == Course::Odd) {
        run = oddRun(identity.startedAt);
    } else {
        run = simulate({*planned.workflow,
                        planned.outcome,
                        identity.definitionVersion,
                        planned.rejections,
                        planned.pacePercent,
                        identity.startedAt},
                       planned.seed);
    }
    Dice dice(planned.seed);
    if (planned.course == Course::Running) {
        putNowInTheMiddle(run, age, dice);
    } else if (planned.course == Course::Pending) {
        const qint64 wait = age + dice.between(3 * kMinute, 60 * kMinute);
        for (RunEvent &event : run.events)
            event.at += wait;
    } else if (const qint64 span = run.events.back().at; span >= age) {
        scale(run, span, age - 1);
    }
    return std::make_unique<RecordedHistory>(identity, *planned.workflow, std::move(run));
}

} // namespace Gapline
