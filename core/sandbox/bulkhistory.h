// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/eventtext.h"

namespace Gapline {

/// A completed execution of any number of events, held as its recipe: a few dozen simulated iterations of the
/// localization sweep, and the order in which they repeat. A million events take some hundred kilobytes, and
/// a binary search over iterations finds any of them.
class BulkHistory final : public History
{
public:
    /// Exactly `externals` external events (2 at least), all of them past by `now` (epoch ms). Sets startedAt of
    /// the identity, which must name the definition localization-sweep.
    BulkHistory(ExecutionIdentity &identity, qint64 externals, qint64 now);

    [[nodiscard]] Seq lastSeq(qint64 now) const override;
    [[nodiscard]] qint64 externalUpTo(Seq seq) const override;
    [[nodiscard]] Seq externalAt(qint64 n) const override;
    [[nodiscard]] QByteArrayView typeAt(Seq seq) const override;
    [[nodiscard]] qint64 timeAt(Seq seq) const override;
    void appendEvent(QByteArray &out, Seq seq) const override;
    [[nodiscard]] EventParts partsAt(Seq seq) const override;
    [[nodiscard]] ExecutionState stateAt(qint64 now) const override;
    void appendSteps(QByteArray &out, qint64 now) const override;

private:
    /// A stretch of events that the stream repeats.
    struct Pattern
    {
        std::vector<RunEvent> events; ///< `at` counts from the start of the stretch.
        std::vector<quint32> externals; ///< Indexes of the external ones, ascending.

        void index();
    };
    /// Where a stretch lies in the stream.
    struct Stretch
    {
        qint64 firstSeq;
        qint64 externalsBefore;
        qint64 at; ///< After startedAt.
        quint32 pattern;
    };

    void layOut(qint64 externals, quint64 seed);
    void append(quint32 pattern);
    void spreadInTime();
    [[nodiscard]] const Stretch &stretchOf(Seq seq) const;
    /// The event's tail; that of a loop's start depends on where it stands.
    [[nodiscard]] QByteArray tailAt(const Stretch &stretch, const RunEvent &event) const;
    [[nodiscard]] const RunEvent &eventAt(const Stretch &stretch, Seq seq) const;

    qint64 m_startedAt = 0;
    qint64 m_externals = 0;
    qint64 m_lastSeq = 0;
    std::vector<RunStep> m_steps;
    std::vector<Pattern> m_patterns;
    std::vector<Stretch> m_stretches;
    std::optional<EventText> m_text;
};

} // namespace Gapline
