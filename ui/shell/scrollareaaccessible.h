// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// Keeps assistive technology from ending the program: Qt 6.4 looks up a scroll area's children without asking how
/// many there are, and a scroll bar that has just gone leaves a reader one child short. Once is enough; before a
/// scroll area is asked for its interface.
void installScrollAreaAccessible();

} // namespace Gapline
