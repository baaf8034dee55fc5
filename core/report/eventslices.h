// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/quotebits.h"

#include <vector>

namespace Gapline {

/// Where three fields lie inside an event's raw JSON (api-contract.md, "Event"): the text of each value with its
/// quotes, empty when null, absent or unreadable. For exports of millions of events: nothing is copied.
struct EventSlices
{
    QByteArrayView eventId;
    QByteArrayView correlationId;
    QByteArrayView data;
    bool isDataCompact = false; ///< No white space stands between its tokens.
    /// Known to be a string without an escape, a comma or a line break. False says nothing.
    bool isEventIdPlain = false;
    bool isCorrelationIdPlain = false;
    const QuoteBits *quotes = nullptr; ///< Of the whole event, where they are known.
};

/// Never reads beyond `raw`, whatever it holds; what lies before the first unreadable place is found.
/// Of a repeated key the first one counts.
[[nodiscard]] EventSlices findEventSlices(QByteArrayView raw);

/// findEventSlices() for many events: a server writes the same keys in the same order again and again, so what stands
/// between the values is compared as a whole. Gives the same for every event, and tells what is plain. For one thread.
class EventSlicer
{
public:
    EventSlicer();
    ~EventSlicer();
    EventSlicer(const EventSlicer &) = delete;
    EventSlicer &operator=(const EventSlicer &) = delete;

    /// Up to `readableEnd`, beyond the event, memory may be read: the more there is, the more events are sliced fast.
    /// The slices' quotes stand until the next call.
    [[nodiscard]] EventSlices slice(QByteArrayView raw, const char *readableEnd);

private:
    class Literal;
    struct Layout;

    /// Keeps how this event is laid out, for those that follow.
    void learn(QByteArrayView raw);

    std::vector<Layout> m_layouts;
    QuoteBits m_quotes; ///< Of the event at hand.
    size_t m_last = 0; ///< Of them, which was the last that fitted or was made.
};

/// The position right behind the string whose opening quote is at `quote`; `end` when it is not closed.
[[nodiscard]] const char *skipJsonString(const char *quote, const char *end);

[[nodiscard]] constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace Gapline
