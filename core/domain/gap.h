// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QString>

namespace Gapline {

enum class GapKind : quint8
{
    InternalOnly, ///< Scanned, and no event came back: internal events took these seqs. Nothing is missing.
    Unknown, ///< Not scanned yet: nothing can be said.
};

enum class GapPlace : quint8
{
    Leading, ///< Before the first event.
    Inner, ///< Between two events.
    Trailing, ///< After the last event.
};

/// A maximal run of seqs of one kind without a visible event.
struct Gap
{
    SeqRange range;
    GapKind kind = GapKind::Unknown;
    GapPlace place = GapPlace::Inner;

    friend bool operator==(const Gap &, const Gap &) = default;
};

/// "internal" or "unknown", as in `gaps --format json` (command-line.md).
[[nodiscard]] QString gapKindName(GapKind kind);

} // namespace Gapline
