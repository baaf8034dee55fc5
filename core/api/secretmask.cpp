// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/secretmask.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr qsizetype kShortestSecret = 4;

/// Ends of what was read so far: a text may be read in more than one way, "\\" as one backslash or as two.
using Ends = QVarLengthArray<qsizetype, 8>;

/// Base64 of a text inside a longer one starts at one of three offsets; the characters that depend on the
/// secret alone are the same whatever surrounds it.
QByteArrayList base64Cores(const QByteArray &secret)
{
    QByteArrayList cores;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray encoded = (QByteArray(before, '\0') + secret).toBase64();
        // Six bits a character: the first ones hold bits of what stands before, the last one of what follows.
        const qsizetype first = (before * 8 + 5) / 6;
        const qsizetype last = (before + secret.size()) * 8 / 6;
        const QByteArray core = encoded.mid(first, last - first);
        QByteArray forUrls = core;
        cores << core << forUrls.replace('+', '-').replace('/', '_');
    }
    return cores;
}

QByteArrayList formsOf(const QByteArray &secret)
{
    if (secret.size() < kShortestSecret)
        return {};
    const QByteArray hex = secret.toHex();
    QByteArrayList forms{secret, hex, hex.toUpper()};
    forms += base64Cores(secret);
    // Longest first: a form may be part of another.
    std::ranges::sort(forms,
                      [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return forms;
}

/// The value of `count` hexadecimal digits at `at`, or -1.
int hexAt(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (const char c : text.sliced(at, count)) {
        const bool isDigit = c >= '0' && c <= '9';
        const char letter = char(c | 0x20);
        if (!isDigit && (letter < 'a' || letter > 'f'))
            return -1;
        value = value * 16 + (isDigit ? c - '0' : letter - 'a' + 10);
    }
    return value;
}

void addEnd(Ends &ends, qsizetype end)
{
    if (!ends.contains(end))
        ends.append(end);
}

/// The end of the character reference of HTML or XML at `at`, where it stands for `c`; otherwise -1.
qsizetype referenceEnd(QByteArrayView text, qsizetype at, char c)
{
    constexpr qsizetype kLongest = 10;
    const qsizetype length = text.sliced(at, std::min(kLongest, text.size() - at)).indexOf(';');
    if (length < 0)
        return -1;
    const QByteArray name = text.sliced(at + 1, length - 1).toByteArray().toLower();
    static constexpr std::array kNamed{std::pair{"amp", '&'},
                                       std::pair{"lt", '<'},
                                       std::pair{"gt", '>'},
                                       std::pair{"quot", '"'},
                                       std::pair{"apos", '\''}};
    const bool isNamed = std::ranges::any_of(
        kNamed, [&](const auto &known) { return name == known.first && c == known.second; });
    bool isNumber = false;
    const uint code = name.startsWith("#x") ? name.mid(2).toUInt(&isNumber, 16)
                                            : name.mid(1).toUInt(&isNumber, 10);
    const bool isCode = name.startsWith('#') && isNumber && code == uchar(c);
    return isNamed || isCode ? at + length + 1 : -1;
}

/// Where `c` ends that begins at `at`, in each way in which it may be written: as it is, escaped as in JSON, percent-encoded
/// or as in HTML. Encoders choose for each character: one leaves "<" alone where another writes "\u003c".
void readCharacter(QByteArrayView text, qsizetype at, char c, Ends &ends)
{
    if (at >= text.size())
        return;
    if (text[at] == c)
        addEnd(ends, at + 1);
    if (text[at] == '%' && hexAt(text, at + 1, 2) == uchar(c))
        addEnd(ends, at + 3);
    if (text[at] == '&') {
        if (const qsizetype end = referenceEnd(text, at, c); end >= 0)
            addEnd(ends, end);
    }
    constexpr qsizetype kMostBackslashes = 4; // JSON in JSON
    for (qsizetype i = at; i < text.size() && text[i] == '\\' && i < at + kMostBackslashes;) {
        if (++i == text.size())
            return;
        if (text[i] == c)
            addEnd(ends, i + 1);
        else if (text[i] == 'u' && hexAt(text, i + 1, 4) == uchar(c))
            addEnd(ends, i + 5);
        else if (text[i] == 'x' && hexAt(text, i + 1, 2) == uchar(c))
            addEnd(ends, i + 3);
    }
}

bool beginsEscape(char c)
{
    return c == '\\' || c == '%' || c == '&';
}

/// Tells nearly all places by two bytes: bodies may have 64 MiB.
bool mayBegin(QByteArrayView text, qsizetype at, QByteArrayView form)
{
    if (beginsEscape(text[at]))
        return true;
    return text[at] == form[0]
        && (at + 1 == text.size() || text[at + 1] == form[1] || beginsEscape(text[at + 1]));
}

/// Where `form` ends that begins at `at`; -1 when something else is there.
qsizetype formEnd(QByteArrayView text, qsizetype at, QByteArrayView form)
{
    if (!mayBegin(text, at, form))
        return -1;
    Ends ends{at};
    for (const char c : form) {
        Ends next;
        for (const qsizetype end : std::as_const(ends))
            readCharacter(text, end, c, next);
        if (next.isEmpty())
            return -1;
        ends = next;
    }
    return *std::ranges::max_element(std::as_const(ends));
}

} // namespace

SecretMask::SecretMask(const Credentials &credentials)
    : m_forms(formsOf(credentials.apiKey.reveal()) + formsOf(credentials.authToken.reveal()))
{
    for (const QByteArray &form : std::as_const(m_forms))
        m_isBegin.set(uchar(form.front()));
    for (const char escape : {'\\', '%', '&'}) // See beginsEscape().
        m_isBegin.set(uchar(escape), !m_forms.isEmpty());
}

QByteArray SecretMask::masked(const QByteArray &text) const
{
    QByteArray masked;
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = -1;
        if (m_isBegin.test(uchar(text.at(i)))) {
            for (auto form = m_forms.begin(); end < 0 && form != m_forms.end(); ++form)
                end = formEnd(text, i, *form);
        }
        if (end < 0) {
            ++i;
            continue;
        }
        masked += text.mid(done, i - done) + kMaskedSecret;
        done = i = end;
    }
    // A large body is not copied where there is nothing to replace.
    return done == 0 ? text : masked + text.mid(done);
}

QString SecretMask::maskedText(const QString &text) const
{
    return QString::fromUtf8(masked(text.toUtf8()));
}

ReplyFacts SecretMask::masked(ReplyFacts facts) const
{
    facts.body = masked(facts.body);
    facts.retryAfter = masked(facts.retryAfter);
    facts.location = masked(facts.location);
    facts.transportText = maskedText(facts.transportText);
    return facts;
}

} // namespace Gapline
