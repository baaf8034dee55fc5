// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/compare/executioncomparison.h"

#include <QTest>

#include <array>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace Gapline;
using Gapline::Test::StreamBuilder;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

constexpr auto kDraft = "step_draft_1_x";
constexpr auto kReview = "step_draft_1_x__to__review";
constexpr auto kPublish = "step_draft_1_x__to__review__to__publish";

/// Of ASCII texts.
QStringList listOf(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QLatin1String(text);
    return list;
}

Execution ended(const char *id, const QStringList &stepIds)
{
    Execution execution;
    execution.executionId = ExecutionId(QLatin1String(id));
    execution.status = QStringLiteral("completed");
    for (const QString &stepId : stepIds) {
        StepView step;
        step.stepId = StepId(stepId);
        step.status = QStringLiteral("completed");
        execution.steps << step;
    }
    return execution;
}

/// draft, review in `turns` turns that take `reviewSeconds` each, publish; all scanned and over.
StreamBuilder run(const char *id, int turns, int reviewSeconds)
{
    StreamBuilder builder{QLatin1String(id)};
    qint64 time = 1777374504000;
    qint64 seq = 1;
    builder.event(seq++, "execution.dispatched", {}, time);
    builder.event(seq++, "step.completed", kDraft, time += 1000);
    for (int turn = 1; turn <= turns; ++turn) {
        if (turn > 1)
            builder.event(seq++, "loop.iteration-started", kReview, time += 1000);
        builder.event(seq++, "step.awaiting-approval", kReview, time += 1000);
        builder.event(seq++, "step.completed", kReview, time += reviewSeconds * 1000LL);
    }
    builder.event(seq++, "step.completed", kPublish, time += 1000);
    builder.event(seq++, "execution.completed", {}, time += 1000);
    builder.scanned(0, seq).complete();
    return builder;
}

const QStringList kSteps = listOf({kDraft, kReview, kPublish});

KnownExecution known(StreamBuilder builder, const char *id, const QStringList &steps = kSteps)
{
    return {builder.build(), ended(id, steps)};
}

const ComparedStep *find(const ExecutionComparison &comparison, const QStringList &path, int turn)
{
    for (const ComparedStep &step : comparison.steps) {
        if (comparison.paths[step.path] == path && step.turn == turn)
            return &step;
    }
    return nullptr;
}

// ---- A model that is easy to believe, for the properties --------------------------------------------------------

struct Happening
{
    qint64 seq;
    int type;
    int step; ///< -1: of the execution.
    qint64 time;
};

constexpr std::array kTypes{"step.awaiting-approval",
                            "step.completed",
                            "step.failed",
                            "step.cancelled",
                            "step.breached",
                            "loop.iteration-started",
                            "group.quorum-met"};
constexpr std::array kStepIds{"step_a_1_x",
                              "step_a_1_x__to__b",
                              "step_a_1_x__to__b__to__a",
                              "step_a_1_x__to__b__to__a__to__b",
                              "group_g__to__c"};
/// By step id: a loop that nests its ids comes back to the same places.
const std::array<QStringList, 5> kPaths{
    listOf({"a"}), listOf({"a", "b"}), listOf({"a"}), listOf({"a", "b"}), listOf({"g", "c"})};

struct Run
{
    std::vector<Happening> events;
    qint64 end = 0; ///< Last seq.
    bool isOver = false;
    bool hasSteps = false;
    std::set<qint64> unscanned;

    [[nodiscard]] bool knows(qint64 seq) const { return !unscanned.contains(seq); }
    [[nodiscard]] bool knowsTo(qint64 seq) const
    {
        for (qint64 at = 1; at <= seq; ++at) {
            if (!knows(at))
                return false;
        }
        return true;
    }
};

Run makeRun()
{
    Run run;
    qint64 seq = 0;
    qint64 time = 1777374504000;
    const int count = *rc::gen::inRange(0, 16);
    for (int i = 0; i < count; ++i) {
        seq += *rc::gen::inRange(1, 3);
        time += *rc::gen::inRange(0, 4) * 700;
        run.events.push_back({seq,
                              *rc::gen::inRange(0, int(kTypes.size())),
                              *rc::gen::inRange(0, int(kStepIds.size())),
                              time});
    }
    run.isOver = *rc::gen::inRange(0, 4) > 0;
    run.hasSteps = *rc::gen::inRange(0, 4) > 0;
    run.end = seq + 2;
    return run;
}

Run withHoles(Run run)
{
    const auto holes = *rc::gen::container<std::set<qint64>>(rc::gen::inRange<qint64>(1, 40));
    for (const qint64 seq : holes) {
        if (seq < run.end)
            run.unscanned.insert(seq);
    }
    return run;
}

KnownExecution knownOf(const Run &run, const char *id)
{
    StreamBuilder builder{QLatin1String(id)};
    QStringList steps;
    for (const Happening &event : run.events) {
        if (run.knows(event.seq))
            builder.event(
                event.seq, kTypes[size_t(event.type)], kStepIds[size_t(event.step)], event.time);
        // Loops and groups are told under a step's id, and are no visit of it.
        if (run.hasSteps && event.type < 5)
            steps << QLatin1String(kStepIds[size_t(event.step)]);
    }
    if (run.hasSteps)
        steps << QStringLiteral("step_told_1_x");
    steps.removeDuplicates();
    if (run.isOver && run.knows(run.end - 1))
        builder.event(run.end - 1, "execution.completed", {}, 1777374604000);
    for (qint64 seq = 1; seq <= run.end; ++seq) {
        if (run.knows(seq))
            builder.scanned(seq - 1, seq);
    }
    const bool isComplete = run.unscanned.empty();
    builder.complete(isComplete);
    return {builder.build(), ended(id, steps)};
}

struct Visit
{
    int outcome = 0; ///< 0 open, else the type that ended it.
    bool isBreached = false;
    bool isProved = false;
    qint64 first = 0;
    qint64 last = 0;
    std::optional<qint64> awaitedAt = {};
    std::optional<qint64> awaitedSeq = {};
    std::optional<qint64> waited = {};
    int endedInTurn = -1;
};

/// By the book, one step id after the other.
std::map<QStringList, std::vector<Visit>> visitsByTheBook(const Run &run)
{
    std::map<QStringList, std::vector<Visit>> byPath;
    for (size_t step = 0; step < kStepIds.size(); ++step) {
        std::vector<Visit> visits;
        int turn = 0;
        for (const Happening &event : run.events) {
            if (!run.knows(event.seq))
                continue;
            if (event.type == 5)
                ++turn;
            if (event.type >= 5 || event.step != int(step))
                continue;
            const bool isClosed = !visits.empty() && visits.back().outcome != 0;
            if (visits.empty()
                || (isClosed && (event.type == 0 || turn > visits.back().endedInTurn)))
                visits.push_back({.first = event.seq});
            else if (isClosed)
                continue;
            Visit &visit = visits.back();
            visit.last = event.seq;
            if (event.type == 0 && !visit.awaitedAt) {
                visit.awaitedAt = event.time;
                visit.awaitedSeq = event.seq;
            }
            if (event.type == 4)
                visit.isBreached = true;
            if (event.type == 0 || event.type == 4)
                continue;
            visit.outcome = event.type;
            visit.endedInTurn = turn;
            bool isSeen = visit.awaitedSeq.has_value();
            for (qint64 seq = visit.awaitedSeq.value_or(0); isSeen && seq <= event.seq; ++seq)
                isSeen = run.knows(seq);
            if (isSeen)
                visit.waited = event.time - *visit.awaitedAt;
        }
        for (Visit &visit : visits)
            visit.isProved = run.knowsTo(visit.outcome == 0 ? run.end : visit.last);
        std::vector<Visit> &all = byPath[kPaths[step]];
        all.insert(all.end(), visits.begin(), visits.end());
        std::ranges::stable_sort(all, {}, &Visit::first);
    }
    return byPath;
}

bool provesAbsence(const Run &run)
{
    return run.unscanned.empty() && run.isOver && run.hasSteps;
}

using Claim = std::tuple<QStringList, int, int, bool>; ///< Path, turn, differences, unproved.

/// Steps that have events; what executions/get alone tells of is held apart.
std::vector<Claim> claimsByTheBook(const Run &a, const Run &b, qint64 tolerance)
{
    std::vector<Claim> claims;
    auto inA = visitsByTheBook(a);
    auto inB = visitsByTheBook(b);
    for (const QStringList &path : {kPaths[0], kPaths[1], kPaths[4]}) {
        const std::vector<Visit> &ofA = inA[path];
        const std::vector<Visit> &ofB = inB[path];
        for (size_t turn = 0; turn < std::max(ofA.size(), ofB.size()); ++turn) {
            StepDifferences differences;
            bool isUnproved = false;
            if (turn >= ofA.size() || turn >= ofB.size()) {
                const bool inFirst = turn < ofA.size();
                isUnproved = !provesAbsence(inFirst ? b : a);
                if (!isUnproved)
                    differences = inFirst ? StepDifference::OnlyInA : StepDifference::OnlyInB;
            } else if (!ofA[turn].isProved || !ofB[turn].isProved) {
                isUnproved = true;
            } else {
                const Visit &x = ofA[turn];
                const Visit &y = ofB[turn];
                differences.setFlag(StepDifference::Outcome, x.outcome != y.outcome);
                differences.setFlag(StepDifference::Breach, x.isBreached != y.isBreached);
                differences.setFlag(StepDifference::Waited,
                                    x.waited && y.waited
                                        && std::abs(*x.waited - *y.waited) >= tolerance);
            }
            claims.emplace_back(path, int(turn) + 1, int(differences), isUnproved);
        }
    }
    std::ranges::sort(claims);
    return claims;
}

bool isTold(const ComparedStep &step)
{
    const auto told = [](const std::optional<StepVisit> &visit) {
        return visit && visit->outcome == VisitOutcome::Told;
    };
    return told(step.a) || told(step.b);
}

} // namespace

class tst_ExecutionComparison : public QObject
{
    Q_OBJECT

private slots:
    void twoEqualRunsAreTheSameWhateverTheirStepIds()
    {
        const KnownExecution a = known(run("exec_a", 1, 60), "exec_a");
        StreamBuilder other(QStringLiteral("exec_b"));
        other.event(1, "execution.dispatched", {}, 1000)
            .event(2, "step.completed", "step_draft_77_other", 2000)
            .event(5, "step.awaiting-approval", "step_draft_77_other__to__review", 4000)
            .event(9, "step.completed", "step_draft_77_other__to__review", 64'000)
            .event(11, "step.completed", "step_draft_77_other__to__review__to__publish", 65'000)
            .event(12, "execution.completed", {}, 66'000)
            .scanned(0, 14)
            .complete();
        const KnownExecution b = known(other,
                                       "exec_b",
                                       listOf({"step_draft_77_other",
                                               "step_draft_77_other__to__review",
                                               "step_draft_77_other__to__review__to__publish"}));
        const ExecutionComparison comparison = compareExecutions(a, b, 1s);
        QCOMPARE(comparison.paths.size(), 3U);
        QCOMPARE(comparison.counts.same, 3);
        QCOMPARE(comparison.counts.unproved, 0);
        QCOMPARE(find(comparison, listOf({"draft", "review"}), 1)->waitedLonger(),
                 std::optional(0ms));
    }

    void anExtraTurnOfALoopIsOnlyInTheOneThatMadeIt()
    {
        const ExecutionComparison comparison = compareExecutions(
            known(run("exec_a", 3, 60), "exec_a"), known(run("exec_b", 1, 60), "exec_b"), 1s);
        QCOMPARE(comparison.a.turns, 2);
        QCOMPARE(comparison.b.turns, 0);
        QCOMPARE(comparison.counts.onlyInA, 2);
        QCOMPARE(find(comparison, listOf({"draft", "review"}), 3)->differences,
                 StepDifferences(StepDifference::OnlyInA));
        QCOMPARE(comparison.a.duration->length - comparison.b.duration->length,
                 milliseconds(2 * 62'000));
    }

    void howLongBothTookIsMeasuredAlike()
    {
        using Basis = RunDuration::Basis;
        KnownExecution a = known(run("exec_a", 1, 60), "exec_a"); // 64 s by its events
        KnownExecution b = known(run("exec_b", 1, 60), "exec_b");
        const auto durations = [&a, &b] {
            const ExecutionComparison comparison = compareExecutions(a, b, 1s);
            return std::pair(comparison.a.duration, comparison.b.duration);
        };
        const auto is =
            [](const std::optional<RunDuration> &duration, milliseconds length, Basis basis) {
                return duration && duration->length == length && duration->basis == basis;
            };
        // Only A has the API's times: both are measured by their events.
        a.execution->startedAt = fromEpochMs(1777374500000);
        a.execution->completedAt = fromEpochMs(1777374570000);
        QVERIFY(is(durations().first, 64s, Basis::Events));
        QVERIFY(is(durations().second, 64s, Basis::Events));
        // The same numbers as in the detail, once both have them.
        b.execution->startedAt = a.execution->startedAt;
        b.execution->cancelledAt = fromEpochMs(1777374565000);
        QVERIFY(is(durations().first, 70s, Basis::Api));
        QVERIFY(is(durations().second, 65s, Basis::Api));
        // Nothing in common: each says what it is.
        a.stream = StreamBuilder(QStringLiteral("exec_a")).build();
        b.execution->cancelledAt.reset();
        QVERIFY(is(durations().first, 70s, Basis::Api));
        QVERIFY(is(durations().second, 64s, Basis::Events));
    }

    void aLongerWaitIsOneFromTheToleranceOn()
    {
        const KnownExecution a = known(run("exec_a", 1, 60), "exec_a");
        const KnownExecution b = known(run("exec_b", 1, 70), "exec_b");
        const auto of = [&](milliseconds tolerance) {
            return find(compareExecutions(a, b, tolerance), listOf({"draft", "review"}), 1)
                ->differences;
        };
        QCOMPARE(of(10s), StepDifferences(StepDifference::Waited));
        QCOMPARE(of(10'001ms), StepDifferences());
        // No tolerance at all still takes a difference.
        const KnownExecution again = known(run("exec_c", 1, 60), "exec_c");
        QCOMPARE(compareExecutions(a, again, 0ms).counts.waited, 0);
    }

    void aStepThatIsNotSeenIsNotSaidToBeMissingWhileSeqsAreUnknown()
    {
        const KnownExecution a = known(run("exec_a", 1, 60), "exec_a");
        StreamBuilder partly(QStringLiteral("exec_b"));
        partly.event(1, "execution.dispatched").event(2, "step.completed", kDraft).scanned(0, 2);
        const ExecutionComparison comparison =
            compareExecutions(a, known(partly, "exec_b", listOf({kDraft})), 1s);
        QCOMPARE(comparison.b.lack, ProofLack::UnknownSeqs);
        QCOMPARE(comparison.counts.onlyInA, 0);
        QCOMPARE(comparison.counts.unproved, 2);
        QVERIFY(find(comparison, listOf({"draft", "review"}), 1)->isUnproved);
    }

    void aRunThatGoesOnMayStillComeToTheStep()
    {
        StreamBuilder running(QStringLiteral("exec_b"));
        running.event(1, "execution.dispatched")
            .event(2, "step.completed", kDraft)
            .scanned(0, 2)
            .complete();
        KnownExecution b = known(running, "exec_b", listOf({kDraft}));
        b.execution->status = QStringLiteral("running");
        const ExecutionComparison comparison =
            compareExecutions(known(run("exec_a", 1, 60), "exec_a"), b, 1s);
        QCOMPARE(comparison.b.lack, ProofLack::StillRunning);
        QCOMPARE(comparison.counts.onlyInA, 0);
        QCOMPARE(comparison.counts.unproved, 2);
    }

    void whatWasReadToItsEndAndHasNoEventIsFetched()
    {
        const auto lackOf = [](StreamBuilder builder) {
            return proofLackOf({builder.build(), std::nullopt});
        };
        QCOMPARE(lackOf(StreamBuilder()), ProofLack::NotFetched);
        QCOMPARE(lackOf(StreamBuilder().complete()), ProofLack::StillRunning);
        QCOMPARE(lackOf(StreamBuilder().scanned(0, 3)), ProofLack::UnknownSeqs);
        QCOMPARE(lackOf(StreamBuilder().scanned(0, 3).complete()), ProofLack::StillRunning);
    }

    void withoutTheStepsOfExecutionsGetOneMayHideInInternalSeqs()
    {
        KnownExecution b = known(run("exec_b", 1, 60), "exec_b");
        b.execution->steps.clear();
        const ExecutionComparison comparison =
            compareExecutions(known(run("exec_a", 2, 60), "exec_a"), b, 1s);
        QCOMPARE(comparison.b.lack, ProofLack::NoSteps);
        QVERIFY(find(comparison, listOf({"draft", "review"}), 2)->isUnproved);
    }

    void aStepWithoutAnEventIsToldByExecutionsGet()
    {
        KnownExecution b = known(run("exec_b", 1, 60), "exec_b");
        StepView skipped;
        skipped.stepId = StepId(QStringLiteral("step_draft_1_x__to__extra"));
        skipped.status = QStringLiteral("skipped");
        b.execution->steps << skipped;
        const ExecutionComparison comparison =
            compareExecutions(known(run("exec_a", 1, 60), "exec_a"), b, 1s);
        const ComparedStep *extra = find(comparison, listOf({"draft", "extra"}), 1);
        QVERIFY(extra && extra->b && !extra->a);
        QCOMPARE(extra->b->outcome, VisitOutcome::Told);
        QCOMPARE(extra->b->told, QStringLiteral("skipped"));
        QCOMPARE(extra->differences, StepDifferences(StepDifference::OnlyInB));
    }

    void aBreachInOneOfThemIsADifference()
    {
        StreamBuilder breached(QStringLiteral("exec_b"));
        breached.event(1, "execution.dispatched")
            .event(2, "step.completed", kDraft)
            .event(3, "step.awaiting-approval", kReview, 1777374507000)
            .event(4, "step.breached", kReview)
            .event(5, "step.failed", kReview, 1777374567000)
            .event(6, "step.completed", kPublish)
            .event(7, "execution.completed")
            .scanned(0, 8)
            .complete();
        const ExecutionComparison comparison =
            compareExecutions(known(run("exec_a", 1, 60), "exec_a"), known(breached, "exec_b"), 1s);
        QCOMPARE(comparison.b.breaches, 1);
        QCOMPARE(find(comparison, listOf({"draft", "review"}), 1)->differences,
                 StepDifference::Breach | StepDifference::Outcome);
    }

    void whatBAloneHasStandsAfterWhatItFollows()
    {
        StreamBuilder longer(QStringLiteral("exec_b"));
        longer.event(1, "step.completed", kDraft)
            .event(2, "step.completed", "step_draft_1_x__to__legal")
            .event(3, "step.completed", kReview)
            .scanned(0, 3)
            .complete();
        const ExecutionComparison comparison =
            compareExecutions(known(run("exec_a", 1, 60), "exec_a"), known(longer, "exec_b"), 1s);
        const std::vector<QStringList> expected{listOf({"draft"}),
                                                listOf({"draft", "legal"}),
                                                listOf({"draft", "review"}),
                                                listOf({"draft", "review", "publish"})};
        QVERIFY(comparison.paths == expected);
    }

    void everyClaimAgreesWithTheBook()
    {
        QVERIFY(rc::check("claims of random runs, with and without holes", [] {
            const Run a = withHoles(makeRun());
            const Run b = withHoles(makeRun());
            const ExecutionComparison comparison =
                compareExecutions(knownOf(a, "exec_a"), knownOf(b, "exec_b"), 1s);
            std::vector<Claim> claims;
            for (const ComparedStep &step : comparison.steps) {
                if (!isTold(step))
                    claims.emplace_back(comparison.paths[step.path],
                                        step.turn,
                                        int(step.differences),
                                        step.isUnproved);
            }
            std::ranges::sort(claims);
            std::vector<Claim> expected = claimsByTheBook(a, b, 1000);
            // Where one side is told of by executions/get alone, the book says nothing.
            std::erase_if(expected, [&](const Claim &claim) {
                const ComparedStep *step = find(comparison, std::get<0>(claim), std::get<1>(claim));
                return step && isTold(*step);
            });
            RC_ASSERT(claims == expected);
        }));
    }

    void whatIsClaimedOfAPartIsTrueOfTheWhole()
    {
        QVERIFY(rc::check("less knowledge never makes a claim that more takes back", [] {
            const Run a = makeRun();
            const Run b = makeRun();
            const ExecutionComparison whole =
                compareExecutions(knownOf(a, "exec_a"), knownOf(b, "exec_b"), 1s);
            const ExecutionComparison part = compareExecutions(
                knownOf(withHoles(a), "exec_a"), knownOf(withHoles(b), "exec_b"), 1s);
            for (const ComparedStep &step : part.steps) {
                if (step.isUnproved)
                    continue;
                const ComparedStep *same = find(whole, part.paths[step.path], step.turn);
                RC_ASSERT(same != nullptr);
                RC_ASSERT(int(same->differences) == int(step.differences));
            }
        }));
    }

    void theOtherWayRoundSaysTheSameMirrored()
    {
        QVERIFY(rc::check("swapping the sides swaps the claims", [] {
            const KnownExecution a = knownOf(withHoles(makeRun()), "exec_a");
            const KnownExecution b = knownOf(withHoles(makeRun()), "exec_b");
            const ExecutionComparison there = compareExecutions(a, b, 1s);
            const ExecutionComparison back = compareExecutions(b, a, 1s);
            RC_ASSERT(there.steps.size() == back.steps.size());
            RC_ASSERT(there.counts.onlyInA == back.counts.onlyInB);
            RC_ASSERT(there.counts.onlyInB == back.counts.onlyInA);
            RC_ASSERT(there.counts.outcome == back.counts.outcome);
            RC_ASSERT(there.counts.unproved == back.counts.unproved);
            for (const ComparedStep &step : there.steps) {
                const ComparedStep *mirrored = find(back, there.paths[step.path], step.turn);
                RC_ASSERT(mirrored != nullptr);
                RC_ASSERT(mirrored->a == step.b);
                RC_ASSERT(mirrored->b == step.a);
            }
        }));
    }

    void anExecutionDiffersFromItselfInNothing()
    {
        QVERIFY(rc::check("compared with itself", [] {
            const KnownExecution a = knownOf(withHoles(makeRun()), "exec_a");
            const ExecutionComparison comparison = compareExecutions(a, a, 1ms);
            for (const ComparedStep &step : comparison.steps)
                RC_ASSERT(!step.differences);
            RC_ASSERT(comparison.counts.same + comparison.counts.unproved
                      == qint64(comparison.steps.size()));
        }));
    }
};

QTEST_GUILESS_MAIN(tst_ExecutionComparison)
#include "tst_executioncomparison.moc"
