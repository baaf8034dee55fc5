// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// From now on the calling thread leaves the processor to the others of the program where there is more to do than
/// processors: its nice value, which is each thread's own on Linux, rises. It cannot be taken back without privileges.
/// Does nothing on other systems.
void giveWay();

} // namespace Gapline
