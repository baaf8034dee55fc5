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
/// the visits of findVisits(), so that the comparison of executions counts the same. Immutable; any thread.
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
    struct Begin
    {
        qint64 seq = 0; ///< Of the first event.
        int number = 0;
    };
    struct Step
    {
        int count = 0;
        std::vector<Begin> begins; ///< Ascending.
    };

    QHash<QByteArray, Step> m_steps; ///< By id.
};

using StepIterationsPtr = std::shared_ptr<const StepIterations>;

} // namespace Gapline
