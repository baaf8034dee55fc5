// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyerror.h"
#include "core/domain/profile.h"

#include <QByteArrayList>

#include <bitset>

namespace Gapline {

/// What stands in the place of a secret.
inline constexpr char kMaskedSecret[] = "[secret]";

/// Takes key and token out of texts of a server that echoes what it was sent, before they reach a message, a log or the
/// screen: as they are, base64 (also its URL form, with or without padding) or hexadecimal in either case; and of each
/// of these any characters may be escaped as in JSON or HTML or percent-encoded. Secrets shorter than 4 bytes are left:
/// they would match by chance. Pure.
class SecretMask
{
public:
    SecretMask() = default; ///< Masks nothing.
    explicit SecretMask(const Credentials &credentials);

    /// `text` with every occurrence replaced by kMaskedSecret.
    [[nodiscard]] QByteArray masked(const QByteArray &text) const;
    [[nodiscard]] QString maskedText(const QString &text) const;
    /// The same for all that came from the server.
    [[nodiscard]] ReplyFacts masked(ReplyFacts facts) const;

private:
    QByteArrayList m_forms; ///< Those of one secret after those of the other, the longest first.
    std::bitset<256> m_isBegin; ///< Bytes that one of them may begin with, however it is written.
};

} // namespace Gapline
