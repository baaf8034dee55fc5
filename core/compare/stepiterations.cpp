// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/stepiterations.h"

#include "core/compare/visitrule.h"

#include <algorithm>

namespace Gapline {
namespace {

bool isSeen(const StepVisit &visit)
{
    return visit.seqs.has_value();
}

bool hasLoop(const EventStream &stream)
{
    return std::ranges::find(stream.types().texts(), QByteArray("loop.iteration-started"))
        != stream.types().texts().end();
}

} // namespace

StepIterationsPtr StepIterations::find(const KnownExecution &known)
{
    auto found = std::make_shared<StepIterations>();
    if (!hasLoop(*known.stream))
        return found;
    for (const PathVisits &path : findVisits(known)) {
        const auto count = int(std::ranges::count_if(path.visits, isSeen));
        if (count < 2)
            continue;
        int number = 0;
        for (const StepVisit &visit : path.visits) {
            if (!isSeen(visit))
                continue;
            Step &step = found->m_steps[visit.stepId];
            step.count = count;
            step.begins.push_back({visit.seqs->first.value, ++number});
        }
    }
    return found;
}

std::optional<StepIteration> StepIterations::of(const EventStream &stream, qsizetype event) const
{
    const std::optional<QByteArray> stepId = isEmpty() ? std::nullopt : stream.stepIdAt(event);
    if (!stepId)
        return std::nullopt;
    const auto step = m_steps.constFind(*stepId);
    if (step == m_steps.cend() || !VisitRule::isOfStep(categoryOf(stream.typeAt(event))))
        return std::nullopt;
    const auto next =
        std::ranges::upper_bound(step->begins, stream.seqAt(event).value, {}, &Begin::seq);
    if (next == step->begins.begin())
        return std::nullopt;
    return StepIteration{std::prev(next)->number, step->count};
}

int StepIterations::countOf(const QByteArray &stepId) const
{
    const auto known = m_steps.constFind(stepId);
    return known == m_steps.cend() ? 1 : known->count;
}

} // namespace Gapline
