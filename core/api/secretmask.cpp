// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/secretmask.h"

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

SecretMask::SecretMask(const Credentials &credentials)
    : m_forms(formsOf(credentials.apiKey.reveal()) + formsOf(credentials.authToken.reveal()))
{ }

QByteArray SecretMask::masked(const QByteArray &text) const
{
    QByteArray masked = text;
    for (const QByteArray &form : m_forms) {
        // replace() would copy a large body even where there is nothing to replace.
        if (masked.contains(form))
            masked.replace(form, kMaskedSecret);
    }
    return masked;
}

ReplyFacts SecretMask::masked(ReplyFacts facts) const
{
    facts.body = masked(facts.body);
    facts.retryAfter = masked(facts.retryAfter);
    facts.location = masked(facts.location);
    facts.transportText = QString::fromUtf8(masked(facts.transportText.toUtf8()));
    return facts;
}

} // namespace Gapline
