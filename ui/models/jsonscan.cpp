// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonscan.h"

#include <optional>

namespace Gapline {
namespace {

class Scan
{
public:
    explicit Scan(QByteArrayView text)
        : m_text(text)
    { }

    [[nodiscard]] char peek()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'
                   || m_text[m_at] == '\t'))
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    bool take(char expected)
    {
        if (peek() != expected)
            return false;
        ++m_at;
        return true;
    }

    /// The next value as a slice; empty at the end or before a character that starts no value.
    QByteArrayView takeValue()
    {
        const char first = peek();
        const qsizetype begin = m_at;
        if (first == '"')
            skipString();
        else if (first == '{' || first == '[')
            skipNested();
        else
            skipWord();
        return m_text.sliced(begin, m_at - begin);
    }

private:
    void skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\') {
                ++m_at;
            } else if (m_text[m_at] == '"') {
                ++m_at;
                return;
            }
        }
        m_at = m_text.size();
    }

    void skipNested()
    {
        // Counting, not recursion: payloads may nest as deep as they like.
        qsizetype depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                skipString();
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return;
        }
    }

    void skipWord()
    {
        while (m_at < m_text.size() && !QByteArrayView(",:{}[]\" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::optional<char16_t> hexUnit(QByteArrayView digits)
{
    bool isHex = false;
    const uint unit = digits.toByteArray().toUInt(&isHex, 16);
    if (!isHex || digits.size() != 4)
        return std::nullopt;
    return char16_t(unit);
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
        return char16_t(uchar(c));
    }
}

} // namespace

std::vector<JsonMember> jsonMembers(QByteArrayView object, qsizetype limit)
{
    std::vector<JsonMember> members;
    Scan scan(object);
    if (!scan.take('{'))
        return members;
    while (qsizetype(members.size()) < limit && scan.peek() == '"') {
        const QByteArrayView key = scan.takeValue();
        if (!scan.take(':'))
            break;
        const QByteArrayView value = scan.takeValue();
        if (value.isEmpty())
            break;
        members.push_back({jsonText(key), value});
        if (!scan.take(','))
            break;
    }
    return members;
}

QString jsonText(QByteArrayView value)
{
    if (!value.startsWith('"'))
        return QString::fromUtf8(value);
    value = value.sliced(1);
    if (value.endsWith('"'))
        value.chop(1);
    QString text;
    while (!value.isEmpty()) {
        const qsizetype escape = value.indexOf('\\');
        text += QString::fromUtf8(escape < 0 ? value : value.first(escape));
        if (escape < 0 || escape + 1 >= value.size())
            break;
        const char kind = value[escape + 1];
        value = value.sliced(escape + 2);
        const std::optional<char16_t> unit =
            kind == 'u' && value.size() >= 4 ? hexUnit(value.first(4)) : std::nullopt;
        text += QChar(unit.value_or(simpleEscape(kind)));
        if (unit)
            value = value.sliced(4);
    }
    return text;
}

} // namespace Gapline
