// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/streamfilter.h"
#include "ui/models/streammodel.h"

namespace Gapline {

enum class CellChoice
{
    Only, ///< Show only what has the cell's value.
    Not, ///< Hide what has it.
};

/// A filter made from one cell, and what it would do in words ("Only type step.failed").
struct CellFilter
{
    QString text; ///< Plain, safe to show.
    StreamFilter filter;
};

/// What `now` becomes by the value of a cell; nothing where the cell has none (a gap, an event without a step), or the
/// choice makes no sense (a seq cannot be left out). Pure.
[[nodiscard]] std::optional<CellFilter> filterFromCell(const StreamModel &model,
                                                       const QModelIndex &cell,
                                                       const StreamFilter &now,
                                                       CellChoice choice);

} // namespace Gapline
