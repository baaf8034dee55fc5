// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// Tells the system that from now on the calling thread, and those that it starts, want to get much done rather than to
/// be woken soon: threads that hand work to each other then interrupt each other less. Costs other programs nothing.
/// Does nothing on other systems than Linux.
void workInBatch();

} // namespace Gapline
