// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/eventslices.h"

#include "core/report/jsonspan.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <optional>

#if defined(__SSE2__)
#    include <bit>
#    include <emmintrin.h>
#endif

namespace Gapline {
namespace {

/// The next quote or backslash at or after p.
const char *findQuoteOrBackslash(const char *p, const char *end)
{
#if defined(__SSE2__)
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    while (end - p >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        const __m128i hits =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes));
        const auto mask = unsigned(_mm_movemask_epi8(hits));
        if (mask != 0)
            return p + std::countr_zero(mask);
        p += 16;
    }
#endif
    while (p < end && *p != '"' && *p != '\\')
        ++p;
    return p;
}

const char *skipSpace(const char *p, const char *end)
{
    while (p < end && isJsonSpace(*p))
        ++p;
    return p;
}

struct Value
{
    QByteArrayView text;
    bool isCompact = true;
};

/// The value at p; empty where there is none.
Value valueAt(const char *p, const char *end)
{
    const char *const begin = p;
    if (p == end)
        return {{begin, qsizetype(0)}, true};
    if (*p == '"')
        return {{begin, skipJsonString(p, end) - begin}, true};
    if (*p == '{' || *p == '[') {
        const JsonSpan span = spanOfNested(p, end);
        return {{begin, span.end - begin}, !span.hasSpace};
    }
    while (p < end && *p != ',' && *p != '}' && !isJsonSpace(*p))
        ++p;
    return {{begin, p - begin}, true};
}

const char *endOf(QByteArrayView view)
{
    return view.data() + view.size();
}

enum class Slot
{
    None,
    EventId,
    CorrelationId,
    Data,
};

Slot slotOf(QByteArrayView key)
{
    QByteArray plain;
    if (key.contains('\\')) {
        plain = '"' + unescapedJsonString(key) + '"';
        key = plain;
    }
    if (key == "\"eventId\"")
        return Slot::EventId;
    if (key == "\"correlationId\"")
        return Slot::CorrelationId;
    return key == "\"data\"" ? Slot::Data : Slot::None;
}

void assign(EventSlices &slices, Slot slot, const Value &value)
{
    QByteArrayView *view = nullptr;
    if (slot == Slot::EventId)
        view = &slices.eventId;
    else if (slot == Slot::CorrelationId)
        view = &slices.correlationId;
    else if (slot == Slot::Data)
        view = &slices.data;
    // A view that was assigned has an address, even for null: so the first one stands.
    if (!view || view->data())
        return;
    *view = value.text == "null" ? value.text.first(0) : value.text;
    if (slot == Slot::Data)
        slices.isDataCompact = value.isCompact;
}

/// Calls visit(slot, value) for each member; true when the object was read to its end.
template<typename Visit>
bool visitMembers(QByteArrayView raw, Visit visit)
{
    const char *const end = endOf(raw);
    const char *p = skipSpace(raw.data(), end);
    if (p == end || *p != '{')
        return false;
    ++p;
    while (true) {
        p = skipSpace(p, end);
        if (p == end || *p != '"')
            return false;
        const char *const keyBegin = p;
        p = skipJsonString(p, end);
        const QByteArrayView key(keyBegin, p - keyBegin);
        p = skipSpace(p, end);
        if (p == end || *p != ':')
            return false;
        const Value value = valueAt(skipSpace(p + 1, end), end);
        visit(slotOf(key), value);
        p = skipSpace(endOf(value.text), end);
        if (p == end || *p != ',')
            return p != end && *p == '}';
        ++p;
    }
}

quint32 hexAt(QByteArrayView text, qsizetype at)
{
    bool isHex = false;
    const uint code =
        at + 4 <= text.size() ? text.sliced(at, 4).toByteArray().toUInt(&isHex, 16) : 0;
    return isHex ? code : 0xFFFD;
}

char16_t simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return char16_t(uchar(c)); // \" \\ \/
    }
}

/// They have no UTF-8.
void replaceLoneSurrogates(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
}

} // namespace

const char *skipJsonString(const char *quote, const char *end)
{
    const char *p = quote + 1;
    while ((p = findQuoteOrBackslash(p, end)) < end) {
        if (*p == '"')
            return p + 1;
        p += 2;
        if (p >= end)
            break;
    }
    return end;
}

EventSlices findEventSlices(QByteArrayView raw)
{
    EventSlices slices;
    visitMembers(raw, [&slices](Slot slot, const Value &value) { assign(slices, slot, value); });
    return slices;
}

/// The bytes around the values of one event; with the same ones around them, another event's values are its members'.
struct EventSlicer::Layout
{
    struct Member
    {
        QByteArray before; ///< From the value before it, or the begin.
        Slot slot = Slot::None;
    };
    std::vector<Member> members;
    QByteArray after;

    static std::optional<Layout> of(QByteArrayView raw)
    {
        Layout layout;
        const char *from = raw.data();
        const bool isWhole = visitMembers(raw, [&](Slot slot, const Value &value) {
            layout.members.push_back({QByteArray(from, value.text.data() - from), slot});
            from = endOf(value.text);
        });
        if (!isWhole)
            return std::nullopt;
        layout.after = QByteArray(from, endOf(raw) - from);
        return layout;
    }

    [[nodiscard]] std::optional<EventSlices> fit(QByteArrayView raw) const
    {
        EventSlices slices;
        const char *p = raw.data();
        const char *const end = endOf(raw);
        const auto passes = [&p, end](const QByteArray &bytes) {
            const bool isThere = end - p >= bytes.size()
                && std::memcmp(p, bytes.constData(), size_t(bytes.size())) == 0;
            p += isThere ? bytes.size() : 0;
            return isThere;
        };
        for (const Member &member : members) {
            if (!passes(member.before))
                return std::nullopt;
            const Value value = valueAt(p, end);
            if (member.slot != Slot::None)
                assign(slices, member.slot, value);
            p = endOf(value.text);
        }
        if (!passes(after) || p != end)
            return std::nullopt;
        return slices;
    }
};

EventSlicer::EventSlicer() = default;
EventSlicer::~EventSlicer() = default;

EventSlices EventSlicer::slice(QByteArrayView raw)
{
    constexpr size_t kMostLayouts = 4;
    for (auto layout = m_layouts.begin(); layout != m_layouts.end(); ++layout) {
        if (const std::optional<EventSlices> slices = layout->fit(raw)) {
            std::rotate(m_layouts.begin(), layout, layout + 1);
            return *slices;
        }
    }
    if (std::optional<Layout> layout = Layout::of(raw)) {
        m_layouts.insert(m_layouts.begin(), std::move(*layout));
        if (m_layouts.size() > kMostLayouts)
            m_layouts.pop_back();
    }
    return findEventSlices(raw);
}

QByteArray unescapedJsonString(QByteArrayView value)
{
    if (!value.startsWith('"'))
        return value.toByteArray();
    value = value.sliced(1);
    if (value.endsWith('"'))
        value.chop(1);
    QString text;
    qsizetype from = 0;
    for (qsizetype at = value.indexOf('\\'); at >= 0; at = value.indexOf('\\', from)) {
        text += QString::fromUtf8(value.sliced(from, at - from));
        const bool isCut = at + 1 >= value.size();
        if (!isCut && value[at + 1] == 'u') {
            text += QChar(char16_t(hexAt(value, at + 2)));
            from = std::min(at + 6, value.size());
        } else if (!isCut) {
            text += QChar(simpleEscape(value[at + 1]));
            from = at + 2;
        } else {
            from = value.size();
        }
    }
    text += QString::fromUtf8(value.sliced(from));
    replaceLoneSurrogates(text);
    return text.toUtf8();
}

} // namespace Gapline
