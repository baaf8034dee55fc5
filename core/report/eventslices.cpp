// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/eventslices.h"

#include <QString>

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

/// Behind the object or array that opens at p. Brackets are only counted: the text was checked when it was parsed,
/// and of a malformed one nothing more is asked than that the walk ends.
const char *skipNested(const char *p, const char *end)
{
    qsizetype depth = 0;
    while (p < end) {
        switch (*p) {
        case '"':
            p = skipJsonString(p, end);
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth == 0)
                return p + 1;
            break;
        default:
            break;
        }
        ++p;
    }
    return end;
}

const char *skipValue(const char *p, const char *end)
{
    if (p == end)
        return end;
    if (*p == '"')
        return skipJsonString(p, end);
    if (*p == '{' || *p == '[')
        return skipNested(p, end);
    while (p < end && *p != ',' && *p != '}' && !isJsonSpace(*p))
        ++p;
    return p;
}

void assign(EventSlices &slices, QByteArrayView key, QByteArrayView value)
{
    QByteArrayView *slot = nullptr;
    if (key == "\"eventId\"")
        slot = &slices.eventId;
    else if (key == "\"correlationId\"")
        slot = &slices.correlationId;
    else if (key == "\"data\"")
        slot = &slices.data;
    // A slot that was assigned holds a view with an address, even for null: so the first one stands.
    if (slot && !slot->data())
        *slot = value == "null" ? value.first(0) : value;
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
    const char *const end = raw.data() + raw.size();
    const char *p = skipSpace(raw.data(), end);
    if (p == end || *p != '{')
        return slices;
    ++p;
    while (true) {
        p = skipSpace(p, end);
        if (p == end || *p != '"')
            return slices;
        const char *const keyBegin = p;
        p = skipJsonString(p, end);
        const QByteArrayView key(keyBegin, p - keyBegin);
        p = skipSpace(p, end);
        if (p == end || *p != ':')
            return slices;
        p = skipSpace(p + 1, end);
        const char *const valueBegin = p;
        p = skipValue(p, end);
        const QByteArrayView value(valueBegin, p - valueBegin);
        if (key.contains('\\'))
            assign(slices, '"' + unescapedJsonString(key) + '"', value);
        else
            assign(slices, key, value);
        p = skipSpace(p, end);
        if (p == end || *p != ',')
            return slices;
        ++p;
    }
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
