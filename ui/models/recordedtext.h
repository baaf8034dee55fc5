// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gapline {

/// What caches, case files and journals hold in English, since programs and other people read them too, in the window's
/// language: why a row of a log could not be read, why a replay failed. Any other text stays as it is. Plain text.
[[nodiscard]] QString recordedText(const QString &english);

} // namespace Gapline
