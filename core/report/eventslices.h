// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Gapline {

/// Where three fields lie inside an event's raw JSON (api-contract.md, "Event"): the text of each value with its
/// quotes, empty when null, absent or unreadable. For exports of millions of events: nothing is copied.
struct EventSlices
{
    QByteArrayView eventId;
    QByteArrayView correlationId;
    QByteArrayView data;
};

/// Never reads beyond `raw`, whatever it holds; what lies before the first unreadable place is found.
/// Of a repeated key the first one counts.
[[nodiscard]] EventSlices findEventSlices(QByteArrayView raw);

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
