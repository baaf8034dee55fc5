// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/jsonmask.h"

#include "core/domain/jsontokens.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

bool maySecretStandBehind(QByteArrayView keyToken)
{
    static constexpr std::array kParts{
        "resumekey", "token", "signature", "secret", "password", "apikey", "authorization"};
    QByteArray name = decodeJsonUtf8(keyToken).toLower();
    name.removeIf([](char c) { return c == '-' || c == '_'; });
    return std::ranges::any_of(kParts, [&name](const char *part) { return name.contains(part); });
}

} // namespace

QByteArray maskedJson(QByteArrayView json)
{
    QByteArray masked;
    qsizetype copied = 0; // Up to here the bytes are in `masked`.
    JsonTokens tokens(json);
    for (JsonToken token = tokens.next();
         token.kind != JsonTokenKind::End && token.kind != JsonTokenKind::Broken;
         token = tokens.next()) {
        if (token.kind != JsonTokenKind::String)
            continue;
        JsonTokens ahead = tokens;
        if (ahead.next().kind != JsonTokenKind::Colon || !maySecretStandBehind(token.text))
            continue;
        qsizetype position = ahead.position();
        const auto value = takeJsonValue(json, position);
        if (!value)
            break;
        if (*value != QByteArrayView("null")) {
            const qsizetype begin = value->data() - json.data();
            masked += json.sliced(copied, begin - copied);
            masked += "\"[masked]\"";
            copied = begin + value->size();
        }
        tokens = JsonTokens(json, position);
    }
    masked += json.sliced(copied);
    return masked;
}

} // namespace Gapline
