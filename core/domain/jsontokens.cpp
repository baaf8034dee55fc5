// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/jsontokens.h"

#include "core/domain/ids.h"

#include <charconv>
#include <cstring>

namespace Gapline {
namespace {

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isBareWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
        || c == '+' || c == '.' || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<char16_t> fourHexDigits(QByteArrayView text)
{
    if (text.size() < 4)
        return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 4, value, 16);
    if (error != std::errc() || end != text.data() + 4)
        return std::nullopt;
    return char16_t(value);
}

/// What stands between the quotes of a string token.
QByteArrayView withoutQuotes(QByteArrayView token)
{
    return token.size() >= 2 ? token.sliced(1, token.size() - 2) : QByteArrayView();
}

char32_t simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return U'\b';
    case 'f':
        return U'\f';
    case 'n':
        return U'\n';
    case 'r':
        return U'\r';
    case 't':
        return U'\t';
    case '"':
    case '\\':
    case '/':
        return char32_t(c);
    default:
        return QChar::ReplacementCharacter;
    }
}

/// Reads the escape that `text` begins with (a backslash) and says how many bytes it took.
char32_t readEscape(QByteArrayView text, qsizetype &length)
{
    length = qMin<qsizetype>(2, text.size());
    if (text.size() < 2 || text[1] != 'u')
        return text.size() < 2 ? char32_t(QChar::ReplacementCharacter) : simpleEscape(text[1]);
    const std::optional<char16_t> unit = fourHexDigits(text.sliced(2));
    if (!unit)
        return QChar::ReplacementCharacter;
    length = 6;
    if (!QChar::isSurrogate(*unit))
        return *unit;
    if (QChar::isHighSurrogate(*unit) && text.size() >= 12 && text[6] == '\\' && text[7] == 'u') {
        const std::optional<char16_t> low = fourHexDigits(text.sliced(8));
        if (low && QChar::isLowSurrogate(*low)) {
            length = 12;
            return QChar::surrogateToUcs4(*unit, *low);
        }
    }
    return QChar::ReplacementCharacter;
}

} // namespace

JsonToken JsonTokens::next()
{
    while (m_position < m_text.size() && isWhiteSpace(m_text[m_position]))
        ++m_position;
    if (m_position >= m_text.size())
        return {JsonTokenKind::End, {}};
    switch (m_text[m_position]) {
    case '{':
        return take(JsonTokenKind::ObjectBegin, 1);
    case '}':
        return take(JsonTokenKind::ObjectEnd, 1);
    case '[':
        return take(JsonTokenKind::ArrayBegin, 1);
    case ']':
        return take(JsonTokenKind::ArrayEnd, 1);
    case ':':
        return take(JsonTokenKind::Colon, 1);
    case ',':
        return take(JsonTokenKind::Comma, 1);
    case '"':
        return takeString();
    default:
        return takeScalar();
    }
}

JsonToken JsonTokens::take(JsonTokenKind kind, qsizetype length)
{
    const JsonToken token{kind, m_text.sliced(m_position, length)};
    m_position += length;
    return token;
}

JsonToken JsonTokens::takeString()
{
    const char *const begin = m_text.data() + m_position;
    const char *const end = m_text.data() + m_text.size();
    const char *from = begin + 1;
    while (from < end) {
        const auto *quote = static_cast<const char *>(std::memchr(from, '"', size_t(end - from)));
        if (!quote)
            break;
        const char *backslash = quote;
        while (backslash > begin + 1 && backslash[-1] == '\\')
            --backslash;
        if ((quote - backslash) % 2 == 0)
            return take(JsonTokenKind::String, quote + 1 - begin);
        from = quote + 1;
    }
    return take(JsonTokenKind::Broken, end - begin);
}

JsonToken JsonTokens::takeScalar()
{
    qsizetype end = m_position;
    while (end < m_text.size() && isBareWord(m_text[end]))
        ++end;
    return end == m_position ? take(JsonTokenKind::Broken, 1)
                             : take(JsonTokenKind::Scalar, end - m_position);
}

bool JsonGrammar::accept(JsonTokenKind kind)
{
    using enum JsonTokenKind;
    const bool takesValue = m_expected == Expected::Value || m_expected == Expected::ValueOrEnd;
    switch (kind) {
    case ObjectBegin:
    case ArrayBegin:
        return takesValue && open(kind);
    case ObjectEnd:
    case ArrayEnd:
        return close(kind);
    case String:
        if (m_expected == Expected::Key || m_expected == Expected::KeyOrEnd) {
            m_expected = Expected::Colon;
            return true;
        }
        [[fallthrough]];
    case Scalar:
        if (takesValue)
            endValue();
        return takesValue;
    case Colon:
        if (m_expected != Expected::Colon)
            return false;
        m_expected = Expected::Value;
        return true;
    case Comma:
        if (m_expected != Expected::CommaOrEnd)
            return false;
        m_expected = m_open.last() == ObjectBegin ? Expected::Key : Expected::Value;
        return true;
    case End:
    case Broken:
        return false;
    }
    return false;
}

bool JsonGrammar::open(JsonTokenKind kind)
{
    m_open.push_back(kind);
    m_expected = kind == JsonTokenKind::ObjectBegin ? Expected::KeyOrEnd : Expected::ValueOrEnd;
    return true;
}

bool JsonGrammar::close(JsonTokenKind kind)
{
    const bool isObject = kind == JsonTokenKind::ObjectEnd;
    const auto opened = isObject ? JsonTokenKind::ObjectBegin : JsonTokenKind::ArrayBegin;
    const auto empty = isObject ? Expected::KeyOrEnd : Expected::ValueOrEnd;
    if (m_open.isEmpty() || m_open.last() != opened
        || (m_expected != Expected::CommaOrEnd && m_expected != empty))
        return false;
    m_open.pop_back();
    endValue();
    return true;
}

void JsonGrammar::endValue()
{
    m_expected = m_open.isEmpty() ? Expected::Nothing : Expected::CommaOrEnd;
}

std::optional<QByteArrayView> takeJsonValue(QByteArrayView text, qsizetype &position)
{
    JsonTokens tokens(text, position);
    JsonGrammar grammar;
    const char *begin = nullptr;
    while (!grammar.isComplete()) {
        const JsonToken token = tokens.next();
        if (!grammar.accept(token.kind))
            return std::nullopt;
        if (!begin)
            begin = token.text.data();
    }
    position = tokens.position();
    return QByteArrayView(begin, text.data() + position - begin);
}

bool isJsonStructure(QByteArrayView text)
{
    qsizetype position = 0;
    return takeJsonValue(text, position)
        && JsonTokens(text, position).next().kind == JsonTokenKind::End;
}

QByteArray decodeJsonUtf8(QByteArrayView token)
{
    const QByteArrayView inner = withoutQuotes(token);
    if (!inner.contains('\\'))
        return inner.toByteArray();
    QByteArray decoded;
    decoded.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size();) {
        if (inner[i] != '\\') {
            decoded.append(inner[i++]);
            continue;
        }
        qsizetype length = 0;
        const char32_t character = readEscape(inner.sliced(i), length);
        decoded.append(QString::fromUcs4(&character, 1).toUtf8());
        i += length;
    }
    return decoded;
}

QString decodeJsonString(QByteArrayView token)
{
    return QString::fromUtf8(decodeJsonUtf8(token));
}

std::optional<qint64> jsonInteger(QByteArrayView token)
{
    const qsizetype sign = token.startsWith('-') ? 1 : 0;
    const QByteArrayView digits = token.sliced(sign);
    // 2^53 − 1 has 16 digits; more can be no safe integer, however many zeros a server may write.
    if (digits.isEmpty() || digits.size() > 16 || (digits.size() > 1 && digits[0] == '0'))
        return std::nullopt;
    qint64 value = 0;
    for (const char c : digits) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (value > kMaxSafeInteger)
        return std::nullopt;
    return sign ? -value : value;
}

bool isJsonScalar(QByteArrayView token)
{
    if (token == "true" || token == "false" || token == "null")
        return true;
    qsizetype i = token.startsWith('-') ? 1 : 0;
    const auto skipDigits = [&token, &i] {
        const qsizetype from = i;
        while (i < token.size() && isDigit(token[i]))
            ++i;
        return i - from;
    };
    const bool hasLeadingZero = i < token.size() && token[i] == '0';
    const qsizetype whole = skipDigits();
    if (whole == 0 || (hasLeadingZero && whole > 1))
        return false;
    if (i < token.size() && token[i] == '.') {
        ++i;
        if (skipDigits() == 0)
            return false;
    }
    if (i < token.size() && (token[i] == 'e' || token[i] == 'E')) {
        ++i;
        if (i < token.size() && (token[i] == '+' || token[i] == '-'))
            ++i;
        if (skipDigits() == 0)
            return false;
    }
    return i == token.size();
}

} // namespace Gapline
