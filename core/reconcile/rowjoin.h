// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconciler.h"

#include <QHash>

#include <utility>
#include <vector>

namespace Gapline {

/// Where one log row belongs.
struct RowPlace
{
    enum class Kind
    {
        Event, ///< It is a delivery of an expected event.
        Finding, ///< It matches none: see `verdict`.
        BeyondCoverage,
        OtherExecution,
    };
    Kind kind = Kind::Finding;
    RowVerdict verdict = RowVerdict::Foreign;
    quint32 execution =
        0; ///< Index in the input, for an Event and for a Finding that is not foreign.
    quint32 event = 0; ///< Index in the stream, for an Event.
};

/// Finds the event of each log row. Rows come nearly in the order of the events, so a look-up starts where the
/// one before ended. Holds references into `input`: keep it alive.
class RowJoin
{
public:
    explicit RowJoin(const ReconcileInput &input);
    /// Place of one row; rows may be asked in any order.
    [[nodiscard]] RowPlace place(qsizetype row);

private:
    enum Target : qint64
    {
        kForeign = -1,
        kOther = -2,
        kUnnamed = -3,
    };

    [[nodiscard]] RowPlace placeBySeq(qsizetype row, quint32 execution, Seq seq);
    [[nodiscard]] RowPlace placeById(qsizetype row, qint64 target);
    [[nodiscard]] RowPlace unmatched(qsizetype row, quint32 execution) const;
    [[nodiscard]] std::optional<quint32> eventAt(quint32 execution, Seq seq);
    void indexIds();

    struct IdEntry
    {
        size_t hash = 0;
        quint32 execution = 0;
        quint32 event = 0;
    };

    const ReconcileInput &m_input;
    const DeliveryTable &m_rows;
    std::vector<qint64> m_targets; ///< By the table's execution index: input index or a Target.
    std::vector<std::vector<bool>> m_isExpectedType; ///< By execution, by type index.
    std::vector<qsizetype> m_hints; ///< By execution: index after the event found last.
    std::vector<IdEntry> m_ids; ///< By hash; made when the first row needs it.
    bool m_hasIds = false;
};

} // namespace Gapline
