// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/executioncomparison.h"

#include "core/domain/eventtype.h"

#include <QHash>

#include <algorithm>

namespace Gapline {
namespace {

using std::chrono::milliseconds;

std::optional<qsizetype> findFirst(const EventStream &stream, bool (*isWanted)(QByteArrayView))
{
    std::vector<bool> wanted;
    for (const QByteArray &type : stream.types().texts())
        wanted.push_back(isWanted(type));
    const auto types = stream.typeIndexes();
    const auto found = std::ranges::find_if(types, [&](quint16 type) { return wanted[type]; });
    if (found == types.end())
        return std::nullopt;
    return found - types.begin();
}

qsizetype countOf(const EventStream &stream, QByteArrayView type)
{
    const std::vector<QByteArray> &types = stream.types().texts();
    const auto wanted =
        std::ranges::find(types, type, [](const QByteArray &text) { return QByteArrayView(text); });
    return wanted == types.end()
        ? 0
        : std::ranges::count(stream.typeIndexes(), quint16(wanted - types.begin()));
}

/// "completed" of execution.completed.
QString statusOfEnd(const QByteArray &type)
{
    return QString::fromUtf8(type.mid(type.indexOf('.') + 1));
}

ComparedRun runOf(const KnownExecution &known, const std::vector<PathVisits> &paths)
{
    const EventStream &stream = *known.stream;
    ComparedRun run;
    run.executionId = stream.executionId();
    run.events = stream.count();
    run.isComplete = stream.state().isComplete;
    run.scannedSeqs = stream.state().coverage.count();
    const Seq highest =
        std::max(stream.highestKnownSeq(), stream.state().knownEnd.value_or(Seq{0}));
    run.unknownSeqs = highest.value - run.scannedSeqs;
    run.turns = int(countOf(stream, "loop.iteration-started"));
    for (const PathVisits &path : paths) {
        run.visits += qint64(path.visits.size());
        run.breaches += std::ranges::count(path.visits, true, &StepVisit::isBreached);
    }
    if (const auto end = findFirst(stream, endsExecution))
        run.status = statusOfEnd(stream.typeAt(*end));
    if (const std::optional<Execution> &execution = known.execution) {
        run.definitionId = execution->definitionId;
        run.definitionVersion = execution->definitionVersion;
        if (run.status.isEmpty())
            run.status = execution->status;
    }
    run.lack = proofLackOf(known);
    return run;
}

std::optional<milliseconds> durationBy(RunDuration::Basis basis, const KnownExecution &known)
{
    if (basis == RunDuration::Basis::Events) {
        const EventStream &stream = *known.stream;
        const auto start =
            findFirst(stream, [](QByteArrayView type) { return type == "execution.dispatched"; });
        const auto end = findFirst(stream, endsExecution);
        return start && end ? stream.timeBetween(*start, *end) : std::nullopt;
    }
    if (!known.execution)
        return std::nullopt;
    const auto ended = known.execution->endedAt();
    const auto started = known.execution->startedAt;
    return started && ended && *ended >= *started ? std::optional(*ended - *started) : std::nullopt;
}

/// Two lengths are compared only when both are of the same.
void measure(ComparedRun &a, const KnownExecution &inA, ComparedRun &b, const KnownExecution &inB)
{
    for (const auto basis : {RunDuration::Basis::Api, RunDuration::Basis::Events}) {
        const auto ofA = durationBy(basis, inA);
        const auto ofB = durationBy(basis, inB);
        if (ofA && ofB) {
            a.duration = RunDuration{*ofA, basis};
            b.duration = RunDuration{*ofB, basis};
            return;
        }
        if (ofA && !a.duration)
            a.duration = RunDuration{*ofA, basis};
        if (ofB && !b.duration)
            b.duration = RunDuration{*ofB, basis};
    }
}

/// A's paths in their order; what B alone has stands after what it follows in B.
std::vector<QStringList> mergedPaths(const std::vector<PathVisits> &a,
                                     const std::vector<PathVisits> &b)
{
    QHash<QStringList, size_t> inA;
    for (size_t i = 0; i < a.size(); ++i)
        inA.insert(a[i].path, i);
    std::vector<std::vector<QStringList>> after(a.size() + 1); // 0: before A's first.
    size_t place = 0;
    for (const PathVisits &path : b) {
        const auto known = inA.constFind(path.path);
        if (known != inA.cend())
            place = *known + 1;
        else
            after[place].push_back(path.path);
    }
    std::vector<QStringList> merged = std::move(after.front());
    for (size_t i = 0; i < a.size(); ++i) {
        merged.push_back(a[i].path);
        std::ranges::move(after[i + 1], std::back_inserter(merged));
    }
    return merged;
}

void judge(ComparedStep &step, const ComparedRun &a, const ComparedRun &b, milliseconds tolerance)
{
    if (!step.a || !step.b) {
        const ProofLack lack = step.a ? b.lack : a.lack;
        step.isUnproved = lack != ProofLack::Nothing;
        if (!step.isUnproved)
            step.differences = step.a ? StepDifference::OnlyInA : StepDifference::OnlyInB;
        return;
    }
    step.isUnproved = !step.a->isProved || !step.b->isProved;
    if (step.isUnproved)
        return;
    if (step.a->outcome != step.b->outcome || step.a->told != step.b->told)
        step.differences |= StepDifference::Outcome;
    if (step.a->isBreached != step.b->isBreached)
        step.differences |= StepDifference::Breach;
    const auto longer = step.waitedLonger();
    if (longer && std::chrono::abs(*longer) >= std::max(tolerance, milliseconds(1)))
        step.differences |= StepDifference::Waited;
}

void count(ComparisonCounts &counts, const ComparedStep &step)
{
    const auto add = [&step](qint64 &number, StepDifference difference) {
        number += step.differences.testFlag(difference) ? 1 : 0;
    };
    add(counts.onlyInA, StepDifference::OnlyInA);
    add(counts.onlyInB, StepDifference::OnlyInB);
    add(counts.outcome, StepDifference::Outcome);
    add(counts.breach, StepDifference::Breach);
    add(counts.waited, StepDifference::Waited);
    if (step.isUnproved)
        ++counts.unproved;
    else if (!step.differences)
        ++counts.same;
}

} // namespace

std::optional<milliseconds> ComparedStep::waitedLonger() const
{
    if (!a || !b || !a->waited || !b->waited)
        return std::nullopt;
    return *b->waited - *a->waited;
}

ExecutionComparison
compareExecutions(const KnownExecution &a, const KnownExecution &b, milliseconds tolerance)
{
    const std::vector<PathVisits> inA = findVisits(a);
    const std::vector<PathVisits> inB = findVisits(b);
    ExecutionComparison comparison;
    comparison.tolerance = tolerance;
    comparison.a = runOf(a, inA);
    comparison.b = runOf(b, inB);
    measure(comparison.a, a, comparison.b, b);
    comparison.paths = mergedPaths(inA, inB);

    const auto byPath = [](const std::vector<PathVisits> &paths) {
        QHash<QStringList, const std::vector<StepVisit> *> visits;
        for (const PathVisits &path : paths)
            visits.insert(path.path, &path.visits);
        return visits;
    };
    const auto visitsInA = byPath(inA);
    const auto visitsInB = byPath(inB);
    for (size_t path = 0; path < comparison.paths.size(); ++path) {
        const std::vector<StepVisit> *ofA = visitsInA.value(comparison.paths[path]);
        const std::vector<StepVisit> *ofB = visitsInB.value(comparison.paths[path]);
        const size_t turns = std::max(ofA ? ofA->size() : 0, ofB ? ofB->size() : 0);
        for (size_t turn = 0; turn < turns; ++turn) {
            ComparedStep step;
            step.path = path;
            step.turn = int(turn) + 1;
            if (ofA && turn < ofA->size())
                step.a = (*ofA)[turn];
            if (ofB && turn < ofB->size())
                step.b = (*ofB)[turn];
            judge(step, comparison.a, comparison.b, tolerance);
            count(comparison.counts, step);
            comparison.steps.push_back(std::move(step));
        }
    }
    return comparison;
}

} // namespace Gapline
