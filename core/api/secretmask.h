// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyerror.h"
#include "core/domain/profile.h"

#include <QByteArrayList>

namespace Gapline {

/// What stands in the place of a secret.
inline constexpr char kMaskedSecret[] = "[secret]";

/// Takes key and token out of texts of a server that echoes what it was sent, before they reach a message, a log or the
/// screen: as they are, escaped in JSON, percent-encoded, base64 (also its URL form, with or without padding) or
/// hexadecimal in either case. Secrets shorter than 4 bytes are left: they would match by chance. Pure.
class SecretMask
{
public:
    SecretMask() = default; ///< Masks nothing.
    explicit SecretMask(const Credentials &credentials);

    /// `text` with every occurrence replaced by kMaskedSecret.
    [[nodiscard]] QByteArray masked(const QByteArray &text) const;
    /// The same for all that came from the server.
    [[nodiscard]] ReplyFacts masked(ReplyFacts facts) const;

private:
    QByteArrayList m_forms; ///< Those of one secret after those of the other, the longest first.
};

} // namespace Gapline
