// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// Makes Qt describe each GraphCanvas as a list of nodes, each named such as "human-review, human, completed, leads to
/// agent-publish, the way this run took", which can be pressed. Repeated calls do nothing.
void installGraphAccessible();

} // namespace Gapline
