// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/stepiterations.h"
#include "core/domain/bookmark.h"
#include "core/domain/gap.h"
#include "core/stream/eventstream.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Gapline {

// What rows of a stream say in words, the same in table, timeline, detail and status bar. Pure.

/// "seq 20–23 · 4 internal-only", "seq 8–12 · 5 unknown: not scanned yet".
[[nodiscard]] QString gapText(const Gap &gap);
/// What the audit has to say about the event, one short phrase each; empty for most.
[[nodiscard]] QStringList eventRemarks(const EventStream &stream, qsizetype event);
/// Outside the years 2000 to 2100.
[[nodiscard]] bool hasImplausibleTime(const EventStream &stream, qsizetype event);
/// Time since the previous event of the stream; nothing for the first.
[[nodiscard]] std::optional<std::chrono::milliseconds> sincePrevious(const EventStream &stream,
                                                                     qsizetype event);

/// "↻2": beside a node's name.
[[nodiscard]] QString iterationMark(int number);
/// "iteration 2 of 3".
[[nodiscard]] QString iterationText(const StepIteration &iteration);

/// "Bookmark of seq 19: ask legal".
[[nodiscard]] QString bookmarkText(const Bookmark &bookmark);

} // namespace Gapline
