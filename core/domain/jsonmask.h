// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Gapline {

/// JSON in which the value of every member that may be a secret is the text "[masked]", wherever it stands: members
/// whose name holds resumeKey, token, signature, secret, password, apiKey or authorization, whatever its case and its
/// "-" and "_" (trust.md, "Secrets"). null stays null; every other byte stays as it was, also of text that is no JSON.
[[nodiscard]] QByteArray maskedJson(QByteArrayView json);

} // namespace Gapline
