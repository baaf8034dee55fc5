// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/quotebits.h"

namespace Gapline {

/// A JSON object or array inside a larger text.
struct JsonSpan
{
    const char *end = nullptr; ///< Behind its last bracket; the text's end when it is not closed.
    bool hasSpace = false; ///< White space stands between its tokens.
};

/// The span of the object or array that opens at p. Brackets are only counted: the text was checked when it was
/// parsed, and of a malformed one nothing more is asked than that the walk ends. Reads nothing at or beyond `end`.
[[nodiscard]] JsonSpan spanOfNested(const char *p, const char *end);
/// The same for the one that opens at `at` of a text whose quotes are known, at a part of the cost.
[[nodiscard]] JsonSpan spanOfNested(QByteArrayView text, qsizetype at, const QuoteBits &quotes);

} // namespace Gapline
