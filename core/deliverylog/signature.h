// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/secret.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <memory>
#include <span>

namespace Gapline {

/// "sha256=<hex HMAC-SHA256 of the raw body>"; the secret is used verbatim, even when it begins with "whsec_"
/// (api-contract.md, "Webhooks").
[[nodiscard]] QByteArray signDirect(const Secret &secret, QByteArrayView body);
/// "v1,<base64 HMAC-SHA256 of id.timestamp.body>"; the secret is the Base64 after "whsec_".
[[nodiscard]] QByteArray signAdvanced(const Secret &secret,
                                      QByteArrayView messageId,
                                      QByteArrayView messageTime,
                                      QByteArrayView body);

struct SignatureCheck
{
    SignatureVerdict verdict = SignatureVerdict::NotChecked;
    /// The documented receiver's code would have taken it: beside every valid one also hex in upper case, and
    /// anything behind the 64 digits that is no hex digit. Valid says the strict thing, this the lenient.
    bool documentedReceiverAccepts = false;

    friend bool operator==(const SignatureCheck &, const SignatureCheck &) = default;
};

/// Checks rows against any of several secrets, in constant time per secret; the scheme shows in the signature
/// itself. Without a body or a signature a row is unverifiable; so is one whose body was re-serialised, unless
/// it verifies all the same. Keeps the hash states of its secrets; thread: any, several at once.
class SignatureVerifier
{
public:
    explicit SignatureVerifier(const QList<Secret> &secrets);
    ~SignatureVerifier();
    SignatureVerifier(const SignatureVerifier &) = delete;
    SignatureVerifier &operator=(const SignatureVerifier &) = delete;

    [[nodiscard]] SignatureCheck check(const Delivery &row) const;
    /// Puts the verdict of each row into it, as check() says it, on all of the machine's cores and several rows at a time;
    /// waits for them.
    void checkAll(std::span<Delivery> rows) const;

private:
    struct Keys;
    [[nodiscard]] bool isDirect(const Delivery &row) const;
    [[nodiscard]] SignatureCheck checkOther(const Delivery &row) const;
    [[nodiscard]] SignatureCheck
    checkDirect(const Delivery &row, const std::array<unsigned char, 32> *macs, size_t step) const;
    void checkSome(std::span<Delivery> rows) const;
    [[nodiscard]] bool isAdvancedValid(const Delivery &row) const;

    std::unique_ptr<Keys> m_keys;
};

} // namespace Gapline
