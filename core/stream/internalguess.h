// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/domain/gap.h"
#include "core/stream/eventstream.h"

#include <optional>
#include <vector>

namespace Gapline {

/// What speaks for an internal type at some place of a stream.
enum class GuessGround
{
    StepStarted, ///< executions/get: the step started between the times of the neighbours.
    FirstEventFollows, ///< The next event is the first one of its step.
    StepWaited, ///< A person was waited for across the gap.
    StepEndedNext, ///< What was waited for ended right behind the gap.
    StepRan, ///< executions/get: an agent, webhook or notification ran across the gap.
    BreachCameBefore, ///< The step had breached its SLA, and went on behind the gap.
    QuorumCameBefore, ///< The last event of the group says that its quorum was met.
    AlwaysPossible, ///< It leaves no other trace: nothing speaks for it or against it.
};

/// One of the eight documented internal types (api-contract.md), and why it may have taken a seq. Inferred: the API
/// never tells which one it was.
struct InternalGuess
{
    QByteArray type;
    GuessGround ground = GuessGround::AlwaysPossible;
    QString node; ///< Or group; empty where the ground names none.
    std::optional<EpochMs> at; ///< When the ground happened, where that is known.

    friend bool operator==(const InternalGuess &, const InternalGuess &) = default;
};

/// The internal types that fit into an internal-only gap, in the order in which the contract lists them; empty for a gap
/// of another kind. With `execution` the facts of executions/get count, else the stream alone. Looks at some thousand
/// events around the gap. Pure.
[[nodiscard]] std::vector<InternalGuess>
guessInternal(const EventStream &stream, const Gap &gap, const std::optional<Execution> &execution);

} // namespace Gapline
