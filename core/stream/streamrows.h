// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/gap.h"
#include "core/stream/filtermatch.h"
#include "core/stream/rowkinds.h"

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

/// The gaps of one stream, shared by everything that shows them: at 10^6 events they are 10 MB.
using GapsPtr = std::shared_ptr<const std::vector<Gap>>;

/// Which gaps become rows beside the events that a filter lets through.
enum class GapRows
{
    None,
    Adjacent, ///< Only gaps that touch a shown event: the default under a filter.
    All, ///< Every gap within the filter's seq range, clipped to it: exports with gaps.
};

/// The rows of a table or export: events and gaps merged in seq order. Immutable and shared; 4 bytes a
/// row, or a fifth of one where nothing is filtered.
class StreamRows
{
public:
    struct Row
    {
        bool isGap = false;
        quint32 index = 0; ///< Into the stream's events, or into gaps().
    };

    StreamRows();
    /// `indexes` are the events that pass `filter`, from matchColumns() and matchesText(). Pure; any thread.
    StreamRows(EventStreamPtr stream,
               const EventIndexes &indexes,
               const EventFilter &filter,
               GapRows gapRows);
    /// The same, with the gaps of the whole stream already at hand; not copied where all of them are shown.
    StreamRows(EventStreamPtr stream,
               const GapsPtr &gapsOfStream,
               const EventIndexes &indexes,
               const EventFilter &filter,
               GapRows gapRows);

    /// Every event, without a filter: no indexes are needed. `gapRows` other than None: every gap.
    StreamRows(EventStreamPtr stream, GapRows gapRows);
    StreamRows(EventStreamPtr stream, const GapsPtr &gapsOfStream, GapRows gapRows);

    [[nodiscard]] const EventStreamPtr &stream() const { return m_stream; }
    [[nodiscard]] qsizetype count() const
    {
        return isWhole() ? qsizetype(m_whole.count()) : qsizetype(m_rows.size());
    }
    [[nodiscard]] qsizetype eventCount() const { return m_eventCount; }
    /// The shown ones.
    [[nodiscard]] const std::vector<Gap> &gaps() const { return *m_gaps; }
    [[nodiscard]] Row at(qsizetype row) const;
    /// At least so many rows, from one that is an event on, are events whose indexes follow each other.
    [[nodiscard]] qsizetype eventsInARow(qsizetype row) const
    {
        return isWhole() && m_gaps->empty() ? count() - row : 1;
    }
    /// The shown events, ascending.
    [[nodiscard]] EventIndexes eventIndexes() const;
    /// The seqs that the row covers: the event's one, or the gap's.
    [[nodiscard]] SeqRange seqsAt(qsizetype row) const;
    /// The row that covers seq, or else the first row after it; nothing when all rows lie before.
    [[nodiscard]] std::optional<qsizetype> rowAtOrAfter(Seq seq) const;
    /// The row that covers exactly this seq.
    [[nodiscard]] std::optional<qsizetype> rowOf(Seq seq) const;

private:
    template<typename TakeEvent, typename TakeGap>
    void merge(const std::vector<Gap> &gaps,
               const EventIndexes &indexes,
               bool wantsAll,
               TakeEvent takeEvent,
               TakeGap takeGap);
    /// Whether m_whole tells the rows.
    [[nodiscard]] bool isWhole() const { return m_whole.count() > 0; }

    EventStreamPtr m_stream;
    GapsPtr m_gaps; ///< Never null.
    RowKinds m_whole; ///< Where every event is shown, and every gap or none.
    std::vector<quint32> m_rows; ///< Otherwise. Highest bit set: gap.
    qsizetype m_eventCount = 0;
};

using StreamRowsPtr = std::shared_ptr<const StreamRows>;

} // namespace Gapline
