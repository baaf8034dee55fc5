// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/secretmask.h"

#include <QByteArrayList>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kShortestSecret = 4;

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
    QByteArray inJson = secret;
    inJson.replace('\\', "\\\\").replace('"', "\\\"");
    QByteArray withSlash = inJson;
    withSlash.replace('/', "\\/");
    const QByteArray hex = secret.toHex();
    QByteArrayList forms{secret, inJson, withSlash, secret.toPercentEncoding(), hex, hex.toUpper()};
    forms += base64Cores(secret);
    // Longest first: a form may be part of another.
    std::ranges::sort(forms,
                      [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return forms;
}

} // namespace

QByteArray withoutSecrets(const QByteArray &text, const Credentials &credentials)
{
    QByteArray masked = text;
    for (const Secret *secret : {&credentials.apiKey, &credentials.authToken}) {
        for (const QByteArray &form : formsOf(secret->reveal())) {
            if (masked.contains(
                    form)) // replace() would copy a large body even where there is nothing to replace.
                masked.replace(form, kMaskedSecret);
        }
    }
    return masked;
}

ReplyFacts withoutSecrets(ReplyFacts facts, const Credentials &credentials)
{
    facts.body = withoutSecrets(facts.body, credentials);
    facts.retryAfter = withoutSecrets(facts.retryAfter, credentials);
    facts.location = withoutSecrets(facts.location, credentials);
    facts.transportText =
        QString::fromUtf8(withoutSecrets(facts.transportText.toUtf8(), credentials));
    return facts;
}

} // namespace Gapline
