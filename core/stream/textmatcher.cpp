// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/textmatcher.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstring>

namespace Gapline {
namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c & ~0x20) : c;
}

bool startsWithIgnoringCase(const char *at, QByteArrayView word)
{
    return std::equal(word.begin(), word.end(), at, [](char w, char c) { return w == lower(c); });
}

/// How often bytes occur in JSON of this kind, roughly; the rarest byte of a word is the one to look for.
int frequency(char c)
{
    if (std::strchr("\"e:t,", c))
        return 4;
    if (std::strchr("aionsrdl_-0123456789", c))
        return 3;
    return c >= 'a' && c <= 'z' ? 2 : 1;
}

/// `word` is in lower case. memchr looks at dozens of bytes at once, which no loop over characters can.
bool containsAscii(QByteArrayView raw, QByteArrayView word)
{
    if (word.size() > raw.size())
        return false;
    const auto rarest = std::ranges::min_element(word, {}, frequency);
    const qsizetype offset = rarest - word.begin();
    const char *const last = raw.end() - word.size() + offset + 1;
    std::array<char, 2> cases{lower(*rarest), upper(*rarest)};
    const int count = cases[0] == cases[1] ? 1 : 2;
    for (int i = 0; i < count; ++i) {
        const char *at = raw.begin() + offset;
        while (at < last) {
            at = static_cast<const char *>(std::memchr(at, cases[size_t(i)], size_t(last - at)));
            if (!at)
                break;
            if (startsWithIgnoringCase(at - offset, word))
                return true;
            ++at;
        }
    }
    return false;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char l = lower(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

/// The code unit of "\uXXXX" at `at`, or -1.
int unicodeEscape(QByteArrayView raw, qsizetype at)
{
    if (at + 6 > raw.size() || raw[at + 1] != 'u')
        return -1;
    int unit = 0;
    for (qsizetype i = at + 2; i < at + 6; ++i) {
        const int digit = hexValue(raw[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

QChar simpleEscape(char c)
{
    switch (c) {
    case 'n':
        return u'\n';
    case 't':
        return u'\t';
    case 'r':
        return u'\r';
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    default:
        return QLatin1Char(c);
    }
}

/// JSON text with its escapes resolved; what is no escape stays. For searching only.
QString unescaped(QByteArrayView raw)
{
    QString text;
    text.reserve(raw.size());
    qsizetype from = 0;
    for (qsizetype at = raw.indexOf('\\'); at >= 0 && at + 1 < raw.size();
         at = raw.indexOf('\\', from)) {
        text += QString::fromUtf8(raw.sliced(from, at - from));
        const int unit = unicodeEscape(raw, at);
        if (unit >= 0)
            text += QChar(char16_t(unit));
        else
            text += simpleEscape(raw[at + 1]);
        from = at + (unit >= 0 ? 6 : 2);
    }
    return text + QString::fromUtf8(raw.sliced(from));
}

bool isAscii(QByteArrayView bytes)
{
    // No early end: without branches the compiler looks at dozens of bytes at once.
    char bits = 0;
    for (const char c : bytes)
        bits = char(bits | c);
    return (bits & 0x80) == 0;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

TextMatcher::TextMatcher(const EventFilter &filter)
{
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString folded = word.toCaseFolded();
        m_words.push_back({folded, isAscii(folded) ? folded.toLatin1() : QByteArray()});
    }
}

bool TextMatcher::matches(QByteArrayView raw) const
{
    const bool holdsAll = std::ranges::all_of(m_words, [raw](const Word &word) {
        return !word.ascii.isEmpty() && containsAscii(raw, word.ascii);
    });
    if (holdsAll)
        return true;
    // Only characters beyond ASCII, or escapes, let the slow way find more.
    const bool isPlain = !raw.contains('\\') && isAscii(raw);
    return !isPlain && matchesUnescaped(raw);
}

bool TextMatcher::matchesUnescaped(QByteArrayView raw) const
{
    // Both forms, so that a pasted piece of the JSON itself is found as well.
    const QString plain = QString::fromUtf8(raw).toCaseFolded();
    const QString text = unescaped(raw).toCaseFolded();
    return std::ranges::all_of(m_words, [&](const Word &word) {
        return text.contains(word.text) || plain.contains(word.text);
    });
}

EventIndexes matchText(const EventStream &stream,
                       const EventIndexes &candidates,
                       const TextMatcher &matcher,
                       const SegmentBody &body)
{
    EventIndexes matches;
    for (const quint32 index : candidates) {
        const RawLocation location = stream.rawLocationAt(index);
        if (location.bodyId == body.id && matcher.matches(body.raw(location)))
            matches.push_back(index);
    }
    return matches;
}

} // namespace Gapline
