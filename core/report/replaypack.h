// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/webhook.h"
#include "core/report/payloadsource.h"
#include "core/report/reconcilereport.h"

#include <optional>
#include <vector>

namespace Gapline {

/// The file of a recovery pack that a replay reads.
inline constexpr auto kReplayFile = "replay.ndjson";

/// Calls `visit` for each missed event as the webhook that the receiver should have had, in (executionId, seq) order.
/// `only`: of this execution alone. Errors: FileMalformed for an event that is no JSON object; those of `payloads` and
/// `visit`.
[[nodiscard]] Result<void>
forEachMissed(const ReconcileReport &report,
              const PayloadSource &payloads,
              const std::optional<ExecutionId> &only,
              const std::function<Result<void>(const Webhook &webhook)> &visit);

/// One line of kReplayFile, without its line feed: executionId, seq, eventId, body as a text.
[[nodiscard]] QByteArray replayLine(const Webhook &webhook);
/// Reads kReplayFile of a pack's directory, or the file itself. A pack with a line that cannot be read is refused
/// whole. Errors: FileUnreadable, FileMalformed.
[[nodiscard]] Result<std::vector<Webhook>> readReplayPack(const QString &path);

} // namespace Gapline
