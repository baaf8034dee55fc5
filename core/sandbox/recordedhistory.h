// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/eventtext.h"

namespace Gapline {

/// A run of ordinary length, held event by event.
class RecordedHistory final : public History
{
public:
    RecordedHistory(const ExecutionIdentity &identity, const Workflow &workflow, Run run);

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
    const RunEvent &at(Seq seq) const { return m_run.events[seq.value - 1]; }

    qint64 m_startedAt;
    const Workflow &m_workflow;
    Run m_run;
    EventText m_text;
    std::vector<quint32> m_externals; ///< Seqs of the external events, ascending.
    qint64 m_end = 0; ///< Seq of the event that ends the execution; 0: never.
};

} // namespace Gapline
