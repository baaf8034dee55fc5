// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepvisits.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

/// One of several runs of a node that a loop came back to.
struct StepIteration
{
    int number = 0; ///< From 1.
    int count = 0; ///< Of the node at this place of the graph, as far as it is known.

    friend bool operator==(const StepIteration &, const StepIteration &) = default;
};

/// Tells the iterations of a loop apart: which run of its node an event belongs to, where the node ran several times. By
/// VisitRule and StepPlaces as findVisits(), so that the comparison of executions counts the same, but with a sixth of its
/// memory. Immutable; any thread.
class StepIterations
{
public:
    /// Pure; cost grows with the number of events where a loop began anew, else nothing is looked at.
    [[nodiscard]] static std::shared_ptr<const StepIterations> find(const KnownExecution &known);

    [[nodiscard]] bool isEmpty() const { return m_steps.isEmpty(); }
    /// Nothing where the node ran once, and for an event that is of no step. Another snapshot of the stream will do.
    [[nodiscard]] std::optional<StepIteration> of(const EventStream &stream, qsizetype event) const;
    /// How often the node of a step ran; 1 unless a loop came back to it.
    [[nodiscard]] int countOf(const QByteArray &stepId) const;

private:
    struct Step
    {
        int count = 0;
        std::vector<qint64> begins; ///< The seqs of first events, ascending.
        std::vector<int>
            numbers; ///< Of each; empty where they are 1, 2, 3 and so on: nearly always.

        void add(Seq seq, int number);
    };
    struct Counting;

    QHash<QByteArray, Step> m_steps; ///< By id.
};

using StepIterationsPtr = std::shared_ptr<const StepIterations>;

} // namespace Gapline
