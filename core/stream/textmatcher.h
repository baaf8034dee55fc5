// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/eventfilter.h"
#include "core/stream/filtermatch.h"
#include "core/stream/segmentbody.h"

#include <QByteArray>

#include <vector>

namespace Gapline {

/// The words of a filter's text, prepared once for a search through many events: an event passes when its JSON
/// holds each of them, as written or as its escapes (\u0041, \/) stand for, case ignored. Immutable; any thread.
class TextMatcher
{
public:
    explicit TextMatcher(const EventFilter &filter);

    [[nodiscard]] bool matches(QByteArrayView raw) const;

private:
    struct Word
    {
        QString text; ///< Case folded.
        QByteArray ascii; ///< In lower case; empty when the word needs Unicode case folding.
    };

    [[nodiscard]] bool matchesUnescaped(QByteArrayView raw) const;

    std::vector<Word> m_words;
};

/// Those of `candidates` whose JSON lies in `body` and passes, ascending as they came: the unit of work that a pool
/// takes, one for each body. Events of other bodies are skipped. Pure; any thread.
[[nodiscard]] EventIndexes matchText(const EventStream &stream,
                                     const EventIndexes &candidates,
                                     const TextMatcher &matcher,
                                     const SegmentBody &body);

} // namespace Gapline
