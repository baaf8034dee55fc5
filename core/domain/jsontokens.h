// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QVarLengthArray>

#include <optional>

namespace Gapline {

// Reading JSON without touching its bytes, and without giving up where a strict parser must: the structure
// (brackets, commas, colons, quotes) has to be right, while what stands inside a string or a number may be
// anything (a lone surrogate, bad UTF-8, a number beyond 64 bits). Memory is bounded by the depth of the
// text; nothing here recurses. Thread: any.

enum class JsonTokenKind : quint8
{
    ObjectBegin,
    ObjectEnd,
    ArrayBegin,
    ArrayEnd,
    Colon,
    Comma,
    String, ///< With its quotes.
    Scalar, ///< A number, true, false, null, or another bare word.
    End, ///< Of the text.
    Broken, ///< A byte that begins no token, or a string without its end.
};

struct JsonToken
{
    JsonTokenKind kind = JsonTokenKind::End;
    QByteArrayView text;
};

/// Cuts a text into tokens. The text must outlive it.
class JsonTokens
{
public:
    explicit JsonTokens(QByteArrayView text, qsizetype position = 0)
        : m_text(text)
        , m_position(position)
    { }

    JsonToken next();
    [[nodiscard]] qsizetype position() const { return m_position; }

private:
    JsonToken take(JsonTokenKind kind, qsizetype length);
    JsonToken takeString();
    JsonToken takeScalar();

    QByteArrayView m_text;
    qsizetype m_position = 0;
};

/// Says whether a sequence of tokens is one JSON value.
class JsonGrammar
{
public:
    /// False when the token may not stand here.
    [[nodiscard]] bool accept(JsonTokenKind kind);
    /// The value has been read to its end.
    [[nodiscard]] bool isComplete() const { return m_expected == Expected::Nothing; }
    [[nodiscard]] qsizetype depth() const { return m_open.size(); }
    /// The token just accepted was an object's key.
    [[nodiscard]] bool wasKey() const { return m_expected == Expected::Colon; }

private:
    enum class Expected : quint8
    {
        Value,
        ValueOrEnd,
        KeyOrEnd,
        Key,
        Colon,
        CommaOrEnd,
        Nothing,
    };
    [[nodiscard]] bool open(JsonTokenKind kind);
    [[nodiscard]] bool close(JsonTokenKind kind);
    void endValue();

    Expected m_expected = Expected::Value;
    QVarLengthArray<JsonTokenKind, 64> m_open;
};

/// The value that begins at or after `position`, with all that it holds; `position` moves behind it. Nothing
/// when there is no well-formed value.
[[nodiscard]] std::optional<QByteArrayView> takeJsonValue(QByteArrayView text, qsizetype &position);

/// The text is one value and nothing but white space besides.
[[nodiscard]] bool isJsonStructure(QByteArrayView text);

/// A string token as text; anything that is no text in it becomes U+FFFD.
[[nodiscard]] QString decodeJsonString(QByteArrayView token);

/// The same as UTF-8. A string without escapes is returned as it stands.
[[nodiscard]] QByteArray decodeJsonUtf8(QByteArrayView token);

/// A number token written as a plain integer of at most ±(2^53 − 1). Nothing for 1.5, 1e3, 007 or "7".
[[nodiscard]] std::optional<qint64> jsonInteger(QByteArrayView token);

/// A number, true, false or null as JSON spells them.
[[nodiscard]] bool isJsonScalar(QByteArrayView token);

/// Calls visit(key token, value) for each member of an object. False when the bytes are no object; members before
/// the break have been visited then.
template<typename Visit>
bool visitJsonMembers(QByteArrayView object, Visit visit)
{
    using enum JsonTokenKind;
    JsonTokens tokens(object);
    if (tokens.next().kind != ObjectBegin)
        return false;
    JsonToken token = tokens.next();
    if (token.kind == ObjectEnd)
        return true;
    while (true) {
        if (token.kind != String || tokens.next().kind != Colon)
            return false;
        qsizetype position = tokens.position();
        const std::optional<QByteArrayView> value = takeJsonValue(object, position);
        if (!value)
            return false;
        visit(token.text, *value);
        tokens = JsonTokens(object, position);
        const JsonTokenKind separator = tokens.next().kind;
        if (separator == ObjectEnd)
            return true;
        if (separator != Comma)
            return false;
        token = tokens.next();
    }
}

/// Calls visit(value) for each element of an array; as visitJsonMembers().
template<typename Visit>
bool visitJsonElements(QByteArrayView array, Visit visit)
{
    using enum JsonTokenKind;
    JsonTokens tokens(array);
    if (tokens.next().kind != ArrayBegin)
        return false;
    qsizetype position = tokens.position();
    if (tokens.next().kind == ArrayEnd)
        return true;
    while (true) {
        const std::optional<QByteArrayView> value = takeJsonValue(array, position);
        if (!value)
            return false;
        visit(*value);
        tokens = JsonTokens(array, position);
        const JsonTokenKind separator = tokens.next().kind;
        if (separator == ArrayEnd)
            return true;
        if (separator != Comma)
            return false;
        position = tokens.position();
    }
}

} // namespace Gapline
