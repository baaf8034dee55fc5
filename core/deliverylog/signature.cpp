// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/signature.h"

#include <array>
#include <initializer_list>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <vector>

namespace Gapline {
namespace {

constexpr qsizetype kMacBytes = 32;
constexpr QByteArrayView kDirectPrefix = "sha256=";
constexpr QByteArrayView kAdvancedPrefix = "v1,";

bool isEqualInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

/// As Buffer.from(text, "hex") reads: pairs of digits of either case, up to the first that is none.
QByteArray lenientHex(QByteArrayView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && std::isxdigit(uchar(text[digits])))
        ++digits;
    return QByteArray::fromHex(text.first(digits - digits % 2).toByteArray());
}

QByteArray advancedKey(const QByteArray &secret)
{
    constexpr QByteArrayView kPrefix = "whsec_";
    const QByteArray encoded = secret.startsWith(kPrefix) ? secret.mid(kPrefix.size()) : secret;
    return QByteArray::fromBase64(encoded);
}

/// HMAC-SHA256 with the two padded key states kept: per body only two copies and the body itself are hashed.
class HmacKey
{
public:
    explicit HmacKey(const QByteArray &secret)
    {
        constexpr qsizetype kBlock = 64;
        QByteArray key = secret;
        if (key.size() > kBlock) {
            std::array<unsigned char, kMacBytes> digest{};
            EVP_Digest(
                key.constData(), size_t(key.size()), digest.data(), nullptr, EVP_sha256(), nullptr);
            key = QByteArray(reinterpret_cast<const char *>(digest.data()), kMacBytes);
        }
        key.append(kBlock - key.size(), '\0');
        start(m_inner, key, 0x36);
        start(m_outer, key, 0x5c);
        OPENSSL_cleanse(key.data(), size_t(key.size()));
    }

    [[nodiscard]] QByteArray mac(std::initializer_list<QByteArrayView> parts) const
    {
        QByteArray digest(kMacBytes, '\0');
        auto *out = reinterpret_cast<unsigned char *>(digest.data());
        EVP_MD_CTX_copy_ex(m_scratch.get(), m_inner.get());
        for (const QByteArrayView part : parts)
            EVP_DigestUpdate(m_scratch.get(), part.data(), size_t(part.size()));
        EVP_DigestFinal_ex(m_scratch.get(), out, nullptr);
        EVP_MD_CTX_copy_ex(m_scratch.get(), m_outer.get());
        EVP_DigestUpdate(m_scratch.get(), digest.constData(), kMacBytes);
        EVP_DigestFinal_ex(m_scratch.get(), out, nullptr);
        return digest;
    }

private:
    struct FreeContext
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

    static void start(const Context &context, QByteArray key, char pad)
    {
        for (char &byte : key)
            byte = char(byte ^ pad);
        EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
        EVP_DigestUpdate(context.get(), key.constData(), size_t(key.size()));
        OPENSSL_cleanse(key.data(), size_t(key.size()));
    }

    Context m_inner{EVP_MD_CTX_new()};
    Context m_outer{EVP_MD_CTX_new()};
    Context m_scratch{EVP_MD_CTX_new()};
};

} // namespace

struct SignatureVerifier::Keys
{
    std::vector<std::unique_ptr<HmacKey>> direct;
    std::vector<std::unique_ptr<HmacKey>> advanced;
};

SignatureVerifier::SignatureVerifier(const QList<Secret> &secrets)
    : m_keys(std::make_unique<Keys>())
{
    for (const Secret &secret : secrets) {
        m_keys->direct.push_back(std::make_unique<HmacKey>(secret.reveal()));
        m_keys->advanced.push_back(std::make_unique<HmacKey>(advancedKey(secret.reveal())));
    }
}

SignatureVerifier::~SignatureVerifier() = default;

SignatureCheck SignatureVerifier::check(const Delivery &row) const
{
    if (m_keys->direct.empty())
        return {};
    if (row.signature.isEmpty() || row.body.isEmpty())
        return {SignatureVerdict::Unverifiable, false};
    SignatureCheck result;
    if (row.signature.contains(kAdvancedPrefix)) {
        // The scheme signs id and time too: without them nothing can be checked.
        if (row.messageId.isEmpty() || row.messageTime.isEmpty())
            return {SignatureVerdict::Unverifiable, false};
        const bool isValid = isAdvancedValid(row);
        result = {isValid ? SignatureVerdict::Valid : SignatureVerdict::Invalid, isValid};
    } else {
        result = checkDirect(row);
    }
    if (result.verdict == SignatureVerdict::Invalid && !row.isRawBody)
        result.verdict = SignatureVerdict::Unverifiable;
    return result;
}

SignatureCheck SignatureVerifier::checkDirect(const Delivery &row) const
{
    const QByteArrayView signature = row.signature;
    const bool hasPrefix = signature.startsWith(kDirectPrefix);
    const QByteArrayView digits = hasPrefix ? signature.sliced(kDirectPrefix.size()) : signature;
    const QByteArray lenient = lenientHex(digits);
    bool isValid = false;
    bool isAccepted = false;
    for (const auto &key : m_keys->direct) {
        const QByteArray mac = key->mac({row.body});
        // No early way out: the time must not tell which secret fits.
        isValid |= isEqualInConstantTime(signature, kDirectPrefix.toByteArray() + mac.toHex());
        isAccepted |= hasPrefix && isEqualInConstantTime(lenient, mac);
    }
    return {isValid ? SignatureVerdict::Valid : SignatureVerdict::Invalid, isAccepted};
}

bool SignatureVerifier::isAdvancedValid(const Delivery &row) const
{
    const QList<QByteArray> signatures = row.signature.split(' ');
    bool isValid = false;
    for (const auto &key : m_keys->advanced) {
        const QByteArray expected = kAdvancedPrefix.toByteArray()
            + key->mac({row.messageId, ".", row.messageTime, ".", row.body}).toBase64();
        for (const QByteArray &signature : signatures)
            isValid |= isEqualInConstantTime(signature, expected);
    }
    return isValid;
}

QByteArray signDirect(const Secret &secret, QByteArrayView body)
{
    return kDirectPrefix.toByteArray() + HmacKey(secret.reveal()).mac({body}).toHex();
}

QByteArray signAdvanced(const Secret &secret,
                        QByteArrayView messageId,
                        QByteArrayView messageTime,
                        QByteArrayView body)
{
    const QByteArray mac =
        HmacKey(advancedKey(secret.reveal())).mac({messageId, ".", messageTime, ".", body});
    return kAdvancedPrefix.toByteArray() + mac.toBase64();
}

} // namespace Gapline
