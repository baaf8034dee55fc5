// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gapline {

/// The text that a JSON string (with its quotes) stands for, as UTF-8; lone surrogates become U+FFFD.
/// Any other value comes back as it is.
[[nodiscard]] QByteArray unescapedJsonString(QByteArrayView value);

} // namespace Gapline
