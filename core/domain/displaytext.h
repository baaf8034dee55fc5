// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gapline {

/// How much of a text a cell shows (trust.md, "What people see").
inline constexpr qsizetype kCellCharacters = 512;

/// Text from outside made safe to look at: control, bidi and zero-width characters become visible tokens such as
/// "[U+202E]", and what is longer than `limit` characters ends in "…". For showing only: copies and exports
/// take the text itself.
[[nodiscard]] QString displayText(QStringView text, qsizetype limit = kCellCharacters);

/// displayText() that keeps line feeds and tabs, without a limit; for multi-line views.
[[nodiscard]] QString displayBlock(QStringView text);

/// `id` as part of a file name: only [A-Za-z0-9._-], at most 100 bytes, no leading dot or dash.
[[nodiscard]] QString fileNameFrom(QStringView id);

} // namespace Gapline
