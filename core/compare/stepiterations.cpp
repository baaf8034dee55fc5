// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/stepiterations.h"

#include "core/compare/stepplaces.h"
#include "core/compare/visitrule.h"

#include <algorithm>
#include <numeric>

namespace Gapline {
namespace {

constexpr auto kTurn = "loop.iteration-started";
constexpr size_t kNowhere = size_t(-1);

bool hasLoop(const EventStream &stream)
{
    return std::ranges::any_of(stream.types().texts(),
                               [](const QByteArray &type) { return type == kTurn; });
}

} // namespace

/// What is being counted of one step id.
struct StepIterations::Counting
{
    VisitRule rule;
    size_t place = kNowhere;
    Step found;
};

void StepIterations::Step::add(Seq seq, int number)
{
    if (numbers.empty() && number != int(begins.size()) + 1) {
        numbers.resize(begins.size());
        std::iota(numbers.begin(), numbers.end(), 1);
        numbers.push_back(number);
    } else if (!numbers.empty()) {
        numbers.push_back(number);
    }
    begins.push_back(seq.value);
}

StepIterationsPtr StepIterations::find(const KnownExecution &known)
{
    auto found = std::make_shared<StepIterations>();
    if (!hasLoop(*known.stream))
        return found;
    const EventStream &stream = *known.stream;
    StepPlaces places(known.execution);
    std::vector<Counting> steps(stream.steps().size());
    std::vector<int> counts; // By place.
    std::vector<EventCategory> categories;
    std::vector<bool> isTurn;
    for (const QByteArray &type : stream.types().texts()) {
        categories.push_back(categoryOf(type));
        isTurn.push_back(type == kTurn);
    }
    quint32 turns = 0;
    for (qsizetype event = 0; event < stream.count(); ++event) {
        const quint32 type = stream.typeIndexAt(event);
        const quint32 index = stream.stepIndexAt(event);
        turns += isTurn[type];
        if (!VisitRule::isOfStep(categories[type]) || index == kNoStep)
            continue;
        Counting &step = steps[index];
        (void)step.rule.take(categories[type], turns);
        if (!step.rule.wasBegun())
            continue;
        if (step.place == kNowhere) {
            step.place = places.placeOf(stream.steps().at(index));
            counts.resize(places.paths().size());
        }
        step.found.add(stream.seqAt(event), ++counts[step.place]);
    }
    for (quint32 index = 0; index < steps.size(); ++index) {
        Counting &step = steps[index];
        if (step.place == kNowhere || counts[step.place] < 2)
            continue;
        step.found.count = counts[step.place];
        step.found.begins.shrink_to_fit();
        found->m_steps.insert(stream.steps().at(index), std::move(step.found));
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
    const auto next = std::ranges::upper_bound(step->begins, stream.seqAt(event).value);
    const auto begun = size_t(next - step->begins.begin());
    if (begun == 0)
        return std::nullopt;
    return StepIteration{step->numbers.empty() ? int(begun) : step->numbers[begun - 1],
                         step->count};
}

int StepIterations::countOf(const QByteArray &stepId) const
{
    const auto known = m_steps.constFind(stepId);
    return known == m_steps.cend() ? 1 : known->count;
}

} // namespace Gapline
