// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphscene.h"

#include <QPalette>

class QPainter;

namespace Gapline {

/// Which nodes are pointed out.
struct GraphLook
{
    int selected = -1; ///< Of the event that is selected.
    int focused = -1; ///< Where the keyboard is.
};

/// Draws a scene in its own coordinates. What the run went through has solid lines and its mark; the rest is dashed and
/// faded, so that nothing rests on colour alone.
void paintGraph(QPainter &painter,
                const GraphScene &scene,
                const GraphLook &look,
                const QPalette &palette);

} // namespace Gapline
