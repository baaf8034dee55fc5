// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cache/cache.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace Gapline {

/// What a stream that was read again shows beside what the cache held before. Covers `scanned` and nothing else.
struct StreamDifferences
{
    ExecutionId executionId;
    EpochMs checkedAt; ///< When the reading began.
    SeqSet scanned; ///< By this reading.
    bool isWhole = false; ///< The reading came to the end of the stream.
    qint64 confirmed = 0; ///< Events that came back as they are stored.
    std::vector<Seq> changed; ///< Came back with other content: both are kept.
    std::vector<Seq> gone; ///< Did not come back: kept and marked.
    std::vector<Seq> late; ///< Came back where an earlier scan had found none: stored and marked.
    qint64 firstSeen =
        0; ///< Events at seqs that had not been scanned before: no difference, only news.
    SeqSet firstScanned; ///< Seqs that had not been scanned before.
    SeqSet notReached; ///< Scanned before, but beyond what the API now says is the end.

    [[nodiscard]] bool isEmpty() const
    {
        return changed.empty() && gone.empty() && late.empty() && notReached.isEmpty();
    }
    /// The gravest: changed, then gone. Late events are documented behaviour and no alarm.
    [[nodiscard]] std::optional<Error> alarm() const;
};

/// One sentence for each kind of difference; empty when there is none.
[[nodiscard]] QStringList differenceSentences(const StreamDifferences &differences);
/// What was compared and how it came out, in one sentence that says what it covers.
[[nodiscard]] QString verificationSummary(const StreamDifferences &differences);

/// Collects the differences while the pages of the reading are stored. `before` is the stream as the cache held it
/// before the first request; the pages may come in any order, and more than once. Pure.
class StreamComparison
{
public:
    StreamComparison(EventStreamPtr before, EpochMs now);

    void take(const PageStored &stored);
    /// `isWhole`: the last answer had hasMore false.
    [[nodiscard]] StreamDifferences result(bool isWhole) const;

private:
    EventStreamPtr m_before;
    StreamDifferences m_found;
};

} // namespace Gapline
