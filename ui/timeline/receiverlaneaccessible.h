// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gapline {

/// Makes Qt describe each ReceiverLane as a list of the events in sight that a webhook was expected of, each named such as
/// "seq 17, step.awaiting-approval, webhook missed" and described by the verdict in words. Of very many, those around the
/// selection. Repeated calls do nothing.
void installReceiverLaneAccessible();

} // namespace Gapline
