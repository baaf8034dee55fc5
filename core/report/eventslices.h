// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

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
};

/// Never reads beyond `raw`, whatever it holds; what lies before the first unreadable place is found.
/// Of a repeated key the first one counts.
[[nodiscard]] EventSlices findEventSlices(QByteArrayView raw);

/// findEventSlices() for many events: a server writes the same keys in the same order again and again, so what stands
/// between the values is compared as a whole. Gives the same for every event. For one thread.
class EventSlicer
{
public:
    EventSlicer();
    ~EventSlicer();
    EventSlicer(const EventSlicer &) = delete;
    EventSlicer &operator=(const EventSlicer &) = delete;

    [[nodiscard]] EventSlices slice(QByteArrayView raw);

private:
    struct Layout;
    std::vector<Layout> m_layouts; ///< The one that fitted last comes first.
};

/// The position right behind the string whose opening quote is at `quote`; `end` when it is not closed.
[[nodiscard]] const char *skipJsonString(const char *quote, const char *end);

[[nodiscard]] constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The text that a JSON string (with its quotes) stands for, as UTF-8; lone surrogates become U+FFFD.
/// Any other value comes back as it is.
[[nodiscard]] QByteArray unescapedJsonString(QByteArrayView value);

} // namespace Gapline
