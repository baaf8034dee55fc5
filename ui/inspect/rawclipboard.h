// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gapline {

/// Puts evidence on the clipboard: the exact bytes as application/json, and as text for everything else.
void copyRawJson(const QByteArray &raw);

} // namespace Gapline
