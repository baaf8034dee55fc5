// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/streamfilter.h"
#include "ui/workspace/visibleseqs.h"

#include <QString>

#include <optional>

namespace Gapline {

class StreamView;

/// What one looks at in a stream: filter, gap rows, zoom and selection. What undo goes back to, a link carries, and the
/// next start restores. Value type.
struct ViewState
{
    StreamFilter filter;
    bool showsGapRows = true;
    std::optional<VisibleSeqs> visible; ///< Nothing: the whole stream, however long it has become.
    std::optional<SeqRange> selection;

    friend bool operator==(const ViewState &, const ViewState &) = default;
};

[[nodiscard]] ViewState viewStateOf(const StreamView &view);
/// Everything that differs from what `view` shows.
void applyViewState(StreamView &view, const ViewState &state);

/// One word or two for what changed, such as "Filter: only step.failed", "Zoom", "Select seq 19". Plain text.
[[nodiscard]] QString viewChangeText(const ViewState &before, const ViewState &after);

} // namespace Gapline
