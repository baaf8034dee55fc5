// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyerror.h"
#include "core/domain/profile.h"

namespace Gapline {

/// What stands in the place of a secret.
inline constexpr char kMaskedSecret[] = "[secret]";

/// `text` with every occurrence of key or token replaced by kMaskedSecret: as it is, escaped in JSON, percent-encoded, base64 (also
/// its URL form, with or without padding) or hexadecimal in either case. For texts of a server that echoes what it
/// was sent, before they reach a message, a log or the screen. Secrets shorter than 4 bytes are left: they would
/// match by chance. Pure.
[[nodiscard]] QByteArray withoutSecrets(const QByteArray &text, const Credentials &credentials);
/// The same for all that came from the server.
[[nodiscard]] ReplyFacts withoutSecrets(ReplyFacts facts, const Credentials &credentials);

} // namespace Gapline
