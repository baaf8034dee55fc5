// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/internalguess.h"

#include "core/domain/eventtype.h"
#include "core/domain/steplineage.h"

#include <QHash>

#include <algorithm>

namespace Gapline {
namespace {

/// Events to both sides that are looked at: enough for what is open there, and never a pause.
constexpr qsizetype kReach = 4000;
/// Grounds of one type: more would tell nothing more.
constexpr size_t kMostGrounds = 4;

class Guessing
{
public:
    Guessing(const EventStream &stream, const Gap &gap, const std::optional<Execution> &execution)
        : m_stream(stream)
        , m_execution(execution)
        , m_next(stream.lowerBound(gap.range.first))
    {
        for (qsizetype event = m_next - 1; event >= 0 && !m_before; --event)
            m_before = stream.timeAt(event);
        for (qsizetype event = m_next; event < stream.count() && !m_after; ++event)
            m_after = stream.timeAt(event);
        if (execution) {
            for (const StepView &step : execution->steps)
                m_views.insert(step.stepId.text().toUtf8(), &step);
        }
    }

    std::vector<InternalGuess> run()
    {
        findOpenSteps();
        findStarts();
        findRunning();
        findWaiting();
        findGroup();
        add({"idempotency.suppressed", GuessGround::AlwaysPossible, {}, {}});
        const auto placeOf = [](const InternalGuess &guess) {
            const auto types = internalEventTypes();
            return std::ranges::find_if(
                       types, [&](const EventType &type) { return guess.type == type.name; })
                - types.begin();
        };
        std::ranges::stable_sort(m_guesses, {}, placeOf);
        return std::move(m_guesses);
    }

private:
    struct OpenStep
    {
        quint32 step = 0;
        bool isBreached = false;
    };

    void add(const InternalGuess &guess)
    {
        const auto known = std::ranges::count(m_guesses, guess.type, &InternalGuess::type);
        if (size_t(known) < kMostGrounds)
            m_guesses.push_back(guess);
    }

    [[nodiscard]] const StepView *viewOf(quint32 step) const
    {
        return m_views.value(m_stream.steps().at(step));
    }
    [[nodiscard]] QString nodeOf(quint32 step) const
    {
        const StepView *view = viewOf(step);
        return view && !view->nodeId.isEmpty()
            ? view->nodeId.text()
            : QString::fromUtf8(nodeOfStep(m_stream.steps().at(step)));
    }
    [[nodiscard]] EventCategory categoryAt(qsizetype event) const
    {
        return categoryOf(m_stream.typeAt(event));
    }

    /// Steps that were waited for when the gap began, the one that began last first.
    void findOpenSteps()
    {
        QHash<quint32, bool> isSeen;
        for (qsizetype event = m_next - 1; event >= std::max<qsizetype>(m_next - kReach, 0);
             --event) {
            const quint32 step = m_stream.stepIndexAt(event);
            if (step == kNoStep || isSeen.contains(step))
                continue;
            const EventCategory category = categoryAt(event);
            if (category == EventCategory::Group || category == EventCategory::Loop)
                continue;
            isSeen.insert(step, true);
            const bool hasBreach = category == EventCategory::Breached;
            if (category == EventCategory::Awaiting || hasBreach)
                m_open.push_back({step, hasBreach});
        }
    }

    void findStarts()
    {
        if (m_execution && m_before && m_after) {
            for (const StepView &step : m_execution->steps) {
                if (!step.startedAt || *step.startedAt < *m_before || *step.startedAt > *m_after)
                    continue;
                for (const char *type : {"step.scheduled", "step.started"})
                    add({type, GuessGround::StepStarted, step.nodeId.text(), step.startedAt});
            }
        }
        if (!m_guesses.empty() || m_next >= m_stream.count())
            return;
        const quint32 step = m_stream.stepIndexAt(m_next);
        const std::span<const quint32> earlier = m_stream.stepIndexes().first(size_t(m_next));
        if (step == kNoStep || categoryAt(m_next) == EventCategory::Group
            || categoryAt(m_next) == EventCategory::Loop
            || std::ranges::find(earlier, step) != earlier.end())
            return;
        for (const char *type : {"step.scheduled", "step.started"})
            add({type, GuessGround::FirstEventFollows, nodeOf(step), m_stream.timeAt(m_next)});
    }

    /// Agents, webhooks and notifications may have been tried again.
    void findRunning()
    {
        if (!m_execution || !m_before || !m_after)
            return;
        for (const StepView &step : m_execution->steps) {
            const bool isWork = !step.nodeType.isEmpty() && step.nodeType != QLatin1String("human");
            const bool ran = step.startedAt && *step.startedAt <= *m_after
                && (!step.completedAt || *step.completedAt >= *m_before);
            if (isWork && ran)
                add({"step.retried", GuessGround::StepRan, step.nodeId.text(), step.startedAt});
        }
    }

    void findWaiting()
    {
        for (const OpenStep &open : m_open) {
            const std::optional<qsizetype> end = endOf(open.step);
            const StepView *view = viewOf(open.step);
            const bool isHuman =
                !view || view->nodeType.isEmpty() || view->nodeType == QLatin1String("human");
            const QString node = nodeOf(open.step);
            if (open.isBreached) {
                if (end && categoryAt(*end) == EventCategory::Completed)
                    add({"step.overridden", GuessGround::BreachCameBefore, node, {}});
                continue;
            }
            if (isHuman)
                add({"step.response-recorded", GuessGround::StepWaited, node, {}});
            if (end && *end == m_next)
                add({"step.resumed", GuessGround::StepEndedNext, node, m_stream.timeAt(*end)});
        }
    }

    /// The next event of a step behind the gap.
    [[nodiscard]] std::optional<qsizetype> endOf(quint32 step) const
    {
        const qsizetype last = std::min(m_next + kReach, m_stream.count());
        for (qsizetype event = m_next; event < last; ++event) {
            if (m_stream.stepIndexAt(event) == step)
                return event;
        }
        return std::nullopt;
    }

    void findGroup()
    {
        for (qsizetype event = m_next - 1; event >= std::max<qsizetype>(m_next - kReach, 0);
             --event) {
            if (categoryAt(event) != EventCategory::Group)
                continue;
            const quint32 step = m_stream.stepIndexAt(event);
            add({"parallel-group.completed",
                 GuessGround::QuorumCameBefore,
                 step == kNoStep ? QString() : nodeOf(step),
                 m_stream.timeAt(event)});
            return;
        }
    }

    const EventStream &m_stream;
    const std::optional<Execution> &m_execution;
    qsizetype m_next; ///< The first event behind the gap.
    std::optional<EpochMs> m_before; ///< Of the nearest events that have a time.
    std::optional<EpochMs> m_after;
    QHash<QByteArray, const StepView *> m_views;
    std::vector<OpenStep> m_open;
    std::vector<InternalGuess> m_guesses;
};

} // namespace

std::vector<InternalGuess>
guessInternal(const EventStream &stream, const Gap &gap, const std::optional<Execution> &execution)
{
    if (gap.kind != GapKind::InternalOnly)
        return {};
    return Guessing(stream, gap, execution).run();
}

} // namespace Gapline
