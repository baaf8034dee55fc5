// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/eventtype.h"

#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace Gapline {

/// The colour of a category's marks, readable on the palette's window and base.
[[nodiscard]] QColor categoryColor(EventCategory category, const QPalette &palette);

/// Draws the mark of a category, colour and shape, as the timeline does. `rect` is square.
void paintCategoryMark(QPainter &painter,
                       const QRectF &rect,
                       EventCategory category,
                       const QPalette &palette);
/// The same as an icon for menus.
[[nodiscard]] QIcon categoryIcon(EventCategory category, const QPalette &palette, int size);

/// The slanted lines behind gaps. `origin` ties the lines to a fixed place so that neighbours continue them;
/// unknown gaps are drawn in other colours and lean the other way.
void paintHatch(QPainter &painter,
                const QRectF &rect,
                const QPointF &origin,
                bool isUnknown,
                const QPalette &palette);

} // namespace Gapline
