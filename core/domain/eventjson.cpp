// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/eventjson.h"

#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"

namespace Gapline {
namespace {

constexpr qsizetype kIndent = 2;
/// Deeper text is not indented: the spaces alone would grow with the square of the depth.
constexpr qsizetype kDeepestIndented = 200;

bool isNull(QByteArrayView value)
{
    return value == "null";
}

QString textOf(QByteArrayView value)
{
    return value.startsWith('"') ? decodeJsonString(value) : QString();
}

/// Well-formed, with every bare word one that JSON knows, and not nested too deep to be indented.
bool isIndentable(QByteArrayView json)
{
    JsonTokens tokens(json);
    JsonGrammar grammar;
    while (!grammar.isComplete()) {
        const JsonToken token = tokens.next();
        if (!grammar.accept(token.kind) || grammar.depth() > kDeepestIndented)
            return false;
        if (token.kind == JsonTokenKind::Scalar && !isJsonScalar(token.text))
            return false;
    }
    return tokens.next().kind == JsonTokenKind::End;
}

void beginLine(QByteArray &text, qsizetype depth)
{
    text.append('\n');
    text.append(depth * kIndent, ' ');
}

} // namespace

Result<EventFields> readEventFields(QByteArrayView raw)
{
    EventFields fields;
    const auto take = [&fields](QByteArrayView key, QByteArrayView value) {
        if (key == "\"eventId\"")
            fields.eventId = EventId(textOf(value));
        else if (key == "\"correlationId\"")
            fields.correlationId = textOf(value);
        else if (key == "\"data\"")
            fields.data = isNull(value) ? QByteArray() : value.toByteArray();
    };
    const bool isObject = visitJsonMembers(raw, take);
    // A body that breaks off later has still shown these fields.
    if (!isObject && fields.eventId.isEmpty() && fields.correlationId.isEmpty())
        return failure(ErrorId::FileMalformed,
                       CoreText::tr("The event's %1 bytes are no JSON object.").arg(raw.size()));
    return fields;
}

QByteArray compactJson(QByteArrayView json)
{
    JsonTokens tokens(json);
    JsonGrammar grammar;
    QByteArray text;
    text.reserve(json.size());
    while (!grammar.isComplete()) {
        const JsonToken token = tokens.next();
        if (!grammar.accept(token.kind))
            return json.toByteArray();
        text.append(token.text);
    }
    return tokens.next().kind == JsonTokenKind::End ? text : json.toByteArray();
}

QByteArray prettyJson(QByteArrayView json)
{
    using enum JsonTokenKind;
    if (!isIndentable(json))
        return json.toByteArray();
    QByteArray text;
    text.reserve(json.size() * 2);
    qsizetype depth = 0;
    bool isFirst = false; // The next token is the first inside a container.
    JsonTokens tokens(json);
    for (JsonToken token = tokens.next(); token.kind != End; token = tokens.next()) {
        const bool closes = token.kind == ObjectEnd || token.kind == ArrayEnd;
        if (closes)
            --depth;
        if (closes != isFirst && (closes || isFirst)) // "{}" and "[]" stay on one line.
            beginLine(text, depth);
        isFirst = token.kind == ObjectBegin || token.kind == ArrayBegin;
        text.append(token.text);
        if (isFirst)
            ++depth;
        else if (token.kind == Comma)
            beginLine(text, depth);
        else if (token.kind == Colon)
            text.append(' ');
    }
    return text;
}

} // namespace Gapline
