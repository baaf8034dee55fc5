// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/eventslices.h"

#include "core/report/jsonspan.h"
#include "core/report/jsonstring.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#if defined(__SSE2__)
#    include <bit>
#    include <emmintrin.h>
#endif

namespace Gapline {
namespace {

/// The first place at or after p that holds one of `chars`; `end` when there is none.
template<char... chars>
const char *findAny(const char *p, const char *end)
{
#if defined(__SSE2__)
    while (end - p >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        __m128i hits = _mm_setzero_si128();
        ((hits = _mm_or_si128(hits, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(chars)))), ...);
        const auto mask = unsigned(_mm_movemask_epi8(hits));
        if (mask != 0)
            return p + std::countr_zero(mask);
        p += 16;
    }
#endif
    while (p < end && !((*p == chars) || ...))
        ++p;
    return p;
}

const char *findQuoteOrBackslash(const char *p, const char *end)
{
    return findAny<'"', '\\'>(p, end);
}

/// What makes more of a string than a plain cell.
const char *findAnySpecial(const char *p, const char *end)
{
    return findAny<',', '\n', '\r'>(p, end);
}

/// A number, true, false or null; or whatever stands there up to what may follow one.
const char *endOfWord(const char *p, const char *end)
{
    return findAny<',', '}', ' ', '\n', '\r', '\t'>(p, end);
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
    return {{begin, endOfWord(p, end) - begin}, true};
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

/// Bytes that are looked for at one place again and again.
class EventSlicer::Literal
{
public:
    explicit Literal(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        std::memcpy(
            m_head.data(), bytes.constData(), std::min(m_head.size(), size_t(bytes.size())));
        m_mask = bytes.size() >= kHead ? ~0U : (1U << bytes.size()) - 1;
    }

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// Whether they stand at p, from which on at least as many can be read, and a block besides.
    [[nodiscard]] bool isAt(const char *p) const
    {
#if defined(__SSE2__)
        if (size() <= kHead) {
            const auto equal = [this, p](size_t at) {
                const auto *here = reinterpret_cast<const __m128i *>(p + at);
                const auto *there = reinterpret_cast<const __m128i *>(m_head.data() + at);
                return unsigned(_mm_movemask_epi8(
                    _mm_cmpeq_epi8(_mm_loadu_si128(here), _mm_loadu_si128(there))));
            };
            return ((equal(0) | equal(16) << 16) & m_mask) == m_mask;
        }
#endif
        return std::memcmp(p, m_bytes.constData(), size_t(size())) == 0;
    }

private:
    static constexpr qsizetype kHead = 32;

    QByteArray m_bytes;
    std::array<char, kHead> m_head = {};
    unsigned m_mask = 0; ///< A bit for each byte of m_head that counts.
};

/// The bytes around the values of one event; with the same ones around them, another event's values are its members'.
struct EventSlicer::Layout
{
    struct Member
    {
        Literal before; ///< From the value before it, or the begin.
        Slot slot = Slot::None;
    };
    std::vector<Member> members;
    Literal after{QByteArray()};

    static std::optional<Layout> of(QByteArrayView raw)
    {
        Layout layout;
        const char *from = raw.data();
        unsigned seen = 0;
        const bool isWhole = visitMembers(raw, [&](Slot slot, const Value &value) {
            // Of a repeated key the first one counts.
            if ((seen >> unsigned(slot) & 1) != 0)
                slot = Slot::None;
            seen |= 1U << unsigned(slot);
            layout.members.push_back({Literal(QByteArray(from, value.text.data() - from)), slot});
            from = endOf(value.text);
        });
        if (!isWhole)
            return std::nullopt;
        layout.after = Literal(QByteArray(from, endOf(raw) - from));
        return layout;
    }

    [[nodiscard]] bool fit(QByteArrayView raw, const QuoteBits &quotes, EventSlices &slices) const
    {
        const char *const text = raw.data();
        qsizetype at = 0;
        for (const Member &member : members) {
            const qsizetype begin = at + member.before.size();
            if (begin >= raw.size() || !member.before.isAt(text + at))
                return false;
            const char first = text[begin];
            bool hasSpace = false;
            if (first == '"') {
                at = quotes.next(begin + 1) + 1;
                if (at > raw.size())
                    return false;
            } else if (first == '{' || first == '[') {
                const JsonSpan span = spanOfNested(raw, begin, quotes);
                at = span.end - text;
                hasSpace = span.hasSpace;
            } else {
                at = endOfWord(text + begin, endOf(raw)) - text;
            }
            if (member.slot != Slot::None)
                take(slices, member.slot, {text + begin, at - begin}, hasSpace);
        }
        return at + after.size() == raw.size() && after.isAt(text + at);
    }

private:
    /// Each slot is taken once, or never.
    static void take(EventSlices &slices, Slot slot, QByteArrayView value, bool hasSpace)
    {
        const bool isString = value.startsWith('"');
        if (!isString && value == "null")
            value.truncate(0);
        if (slot == Slot::Data) {
            slices.data = value;
            slices.isDataCompact = !hasSpace;
            return;
        }
        const bool isPlain = isString && findAnySpecial(value.data(), endOf(value)) == endOf(value);
        if (slot == Slot::EventId) {
            slices.eventId = value;
            slices.isEventIdPlain = isPlain;
        } else {
            slices.correlationId = value;
            slices.isCorrelationIdPlain = isPlain;
        }
    }
};

EventSlicer::EventSlicer() = default;
EventSlicer::~EventSlicer() = default;

EventSlices EventSlicer::slice(QByteArrayView raw, const char *readableEnd)
{
    EventSlices slices;
    if (!m_quotes.find(raw, readableEnd)) {
        slices = findEventSlices(raw);
        return slices;
    }
    for (size_t i = 0; i < m_layouts.size(); ++i) {
        const size_t layout = (m_last + i) % m_layouts.size();
        if (m_layouts[layout].fit(raw, m_quotes, slices)) {
            m_last = layout;
            slices.quotes = &m_quotes;
            return slices;
        }
        slices = {};
    }
    learn(raw);
    slices = findEventSlices(raw);
    return slices;
}

void EventSlicer::learn(QByteArrayView raw)
{
    constexpr size_t kMostLayouts = 4;
    std::optional<Layout> layout = Layout::of(raw);
    if (!layout)
        return;
    if (m_layouts.size() < kMostLayouts) {
        m_last = m_layouts.size();
        m_layouts.push_back(std::move(*layout));
    } else {
        m_last = (m_last + 1) % kMostLayouts;
        m_layouts[m_last] = std::move(*layout);
    }
}

} // namespace Gapline
