// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/signature.h"

#include "core/domain/sha256lanes.h"

// The low-level SHA-256 keeps its state in a plain struct, so that a padded key state is copied as one; a copy of
// an EVP context allocates, each time, and costs as much as two blocks.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <QThread>
#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <cstring>
#include <initializer_list>
#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <optional>
#include <vector>

namespace Gapline {
namespace {

constexpr qsizetype kMacBytes = SHA256_DIGEST_LENGTH;
constexpr QByteArrayView kDirectPrefix = "sha256=";
constexpr QByteArrayView kAdvancedPrefix = "v1,";
constexpr qsizetype kDirectBytes = kDirectPrefix.size() + 2 * kMacBytes;

using Mac = ShaDigest;

bool isEqualInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// As Buffer.from(text, "hex") reads: pairs of digits of either case, up to the first that is none. Nothing unless
/// that makes the length of a MAC.
std::optional<Mac> lenientHex(QByteArrayView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && digits < 2 * kMacBytes + 2 && hexValue(text[digits]) >= 0)
        ++digits;
    if (digits / 2 != kMacBytes)
        return std::nullopt;
    Mac mac{};
    for (qsizetype i = 0; i < kMacBytes; ++i)
        mac[size_t(i)] = uchar(hexValue(text[2 * i]) << 4 | hexValue(text[2 * i + 1]));
    return mac;
}

std::array<char, kDirectBytes> directSignature(const Mac &mac)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, kDirectBytes> text{};
    char *to = std::ranges::copy(kDirectPrefix, text.begin()).out;
    for (const unsigned char byte : mac) {
        *to++ = kDigits[byte >> 4];
        *to++ = kDigits[byte & 0xf];
    }
    return text;
}

QByteArrayView bytesOf(const Mac &mac)
{
    return {reinterpret_cast<const char *>(mac.data()), kMacBytes};
}

QByteArray base64(const Mac &mac)
{
    return bytesOf(mac).toByteArray().toBase64();
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
        std::array<unsigned char, SHA256_CBLOCK> key{};
        const auto *bytes = reinterpret_cast<const unsigned char *>(secret.constData());
        if (secret.size() > qsizetype(key.size()))
            SHA256(bytes, size_t(secret.size()), key.data());
        else
            std::copy_n(bytes, secret.size(), key.begin());
        start(m_inner, key, 0x36);
        start(m_outer, key, 0x5c);
        OPENSSL_cleanse(key.data(), key.size());
    }
    ~HmacKey()
    {
        OPENSSL_cleanse(&m_inner, sizeof(m_inner));
        OPENSSL_cleanse(&m_outer, sizeof(m_outer));
    }
    HmacKey(const HmacKey &) = delete;
    HmacKey &operator=(const HmacKey &) = delete;

    [[nodiscard]] Mac mac(std::initializer_list<QByteArrayView> parts) const
    {
        Mac digest{};
        SHA256_CTX state = m_inner;
        for (const QByteArrayView part : parts)
            SHA256_Update(&state, part.data(), size_t(part.size()));
        SHA256_Final(digest.data(), &state);
        state = m_outer;
        SHA256_Update(&state, digest.data(), digest.size());
        SHA256_Final(digest.data(), &state);
        return digest;
    }

    /// mac() of each body, into as many places.
    void macs(std::span<const QByteArrayView> bodies, std::span<Mac> to) const
    {
        size_t done = 0;
        while (hasShaLanes() && bodies.size() - done >= kLeastInLanes) {
            const size_t count = std::min(kShaLanes, bodies.size() - done);
            std::array<ShaMessage, kShaLanes> messages{};
            std::array<Mac, kShaLanes> digests{};
            for (size_t i = 0; i < count; ++i)
                messages[i].body = bodies[done + i];
            hashLanes(beginOf(m_inner), messages, digests);
            const std::array<Mac, kShaLanes> inner = digests;
            for (size_t i = 0; i < count; ++i)
                messages[i].body = bytesOf(inner[i]);
            hashLanes(beginOf(m_outer), messages, digests);
            std::ranges::copy(std::span(digests).first(count), to.begin() + qsizetype(done));
            done += count;
        }
        for (; done < bodies.size(); ++done)
            to[done] = mac({bodies[done]});
    }

private:
    /// Of a state that has taken in one whole block.
    static ShaBegin beginOf(const SHA256_CTX &context)
    {
        ShaBegin begin{{}, SHA256_CBLOCK};
        std::ranges::copy(context.h, begin.state.begin());
        return begin;
    }

    static void
    start(SHA256_CTX &state, std::array<unsigned char, SHA256_CBLOCK> key, unsigned char pad)
    {
        for (unsigned char &byte : key)
            byte ^= pad;
        SHA256_Init(&state);
        SHA256_Update(&state, key.data(), key.size());
        OPENSSL_cleanse(key.data(), key.size());
    }

    SHA256_CTX m_inner{};
    SHA256_CTX m_outer{};
};

/// One that does not fit proves nothing against a body that was re-serialised.
SignatureVerdict verdictOf(bool isValid, const Delivery &row)
{
    if (isValid)
        return SignatureVerdict::Valid;
    return row.isRawBody ? SignatureVerdict::Invalid : SignatureVerdict::Unverifiable;
}

void take(Delivery &row, const SignatureCheck &result)
{
    row.signatureVerdict = result.verdict;
    row.documentedReceiverAccepts = result.documentedReceiverAccepts;
}

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
    if (!isDirect(row))
        return checkOther(row);
    std::vector<Mac> macs;
    for (const auto &key : m_keys->direct)
        macs.push_back(key->mac({row.body}));
    return checkDirect(row, macs.data(), 1);
}

/// Signed by the direct scheme, and to be checked.
bool SignatureVerifier::isDirect(const Delivery &row) const
{
    return !m_keys->direct.empty() && !row.signature.isEmpty() && !row.body.isEmpty()
        && !row.signature.contains(kAdvancedPrefix);
}

SignatureCheck SignatureVerifier::checkOther(const Delivery &row) const
{
    if (m_keys->direct.empty())
        return {};
    // The advanced scheme signs id and time too: without them nothing can be checked.
    if (row.signature.isEmpty() || row.body.isEmpty() || row.messageId.isEmpty()
        || row.messageTime.isEmpty())
        return {SignatureVerdict::Unverifiable, false};
    const bool isValid = isAdvancedValid(row);
    return {verdictOf(isValid, row), isValid};
}

void SignatureVerifier::checkSome(std::span<Delivery> rows) const
{
    std::vector<Delivery *> direct;
    std::vector<QByteArrayView> bodies;
    for (Delivery &row : rows) {
        if (!isDirect(row)) {
            take(row, checkOther(row));
            continue;
        }
        direct.push_back(&row);
        bodies.push_back(row.body);
    }
    // For each secret those of all rows.
    std::vector<Mac> macs(m_keys->direct.size() * direct.size());
    for (size_t key = 0; key < m_keys->direct.size(); ++key)
        m_keys->direct[key]->macs(bodies,
                                  std::span(macs).subspan(key * direct.size(), direct.size()));
    for (size_t i = 0; i < direct.size(); ++i)
        take(*direct[i], checkDirect(*direct[i], macs.data() + i, direct.size()));
}

void SignatureVerifier::checkAll(std::span<Delivery> rows) const
{
    // So few that the threads end together, so many that taking them costs nothing.
    constexpr size_t kRowsAtOnce = 64;
    std::atomic<size_t> next{0};
    const auto work = [&] {
        for (size_t from = next.fetch_add(kRowsAtOnce); from < rows.size();
             from = next.fetch_add(kRowsAtOnce))
            checkSome(rows.subspan(from, std::min(kRowsAtOnce, rows.size() - from)));
    };
    const bool isWorthHelp = !m_keys->direct.empty() && rows.size() > kRowsAtOnce;
    std::vector<QFuture<void>> helpers;
    for (int i = 1; isWorthHelp && i < QThread::idealThreadCount(); ++i)
        helpers.push_back(QtConcurrent::run(work));
    work();
    for (QFuture<void> &helper : helpers)
        helper.waitForFinished();
}

/// `macs`: of the row's body, by the first secret, the second and so on, `step` apart.
SignatureCheck
SignatureVerifier::checkDirect(const Delivery &row, const ShaDigest *macs, size_t step) const
{
    const QByteArrayView signature = row.signature;
    bool isValid = false;
    // No early way out: the time must not tell which secret fits.
    for (size_t key = 0; key < m_keys->direct.size(); ++key)
        isValid |= isEqualInConstantTime(signature, directSignature(macs[key * step]));
    if (isValid)
        return {SignatureVerdict::Valid, true};
    // Nearly none comes here; the documented receiver may have taken it all the same.
    const std::optional<Mac> lenient = signature.startsWith(kDirectPrefix)
        ? lenientHex(signature.sliced(kDirectPrefix.size()))
        : std::nullopt;
    bool isAccepted = false;
    for (size_t key = 0; lenient && key < m_keys->direct.size(); ++key)
        isAccepted |= isEqualInConstantTime(bytesOf(*lenient), bytesOf(macs[key * step]));
    return {verdictOf(false, row), isAccepted};
}

bool SignatureVerifier::isAdvancedValid(const Delivery &row) const
{
    const QList<QByteArray> signatures = row.signature.split(' ');
    bool isValid = false;
    for (const auto &key : m_keys->advanced) {
        const QByteArray expected = kAdvancedPrefix.toByteArray()
            + base64(key->mac({row.messageId, ".", row.messageTime, ".", row.body}));
        for (const QByteArray &signature : signatures)
            isValid |= isEqualInConstantTime(signature, expected);
    }
    return isValid;
}

QByteArray signDirect(const Secret &secret, QByteArrayView body)
{
    const auto signature = directSignature(HmacKey(secret.reveal()).mac({body}));
    return {signature.data(), qsizetype(signature.size())};
}

QByteArray signAdvanced(const Secret &secret,
                        QByteArrayView messageId,
                        QByteArrayView messageTime,
                        QByteArrayView body)
{
    const Mac mac =
        HmacKey(advancedKey(secret.reveal())).mac({messageId, ".", messageTime, ".", body});
    return kAdvancedPrefix.toByteArray() + base64(mac);
}

} // namespace Gapline
