// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/execution.h"
#include "core/domain/page.h"

namespace Gapline {

/// The largest event that is taken in, in bytes (trust.md, "Network").
inline constexpr qsizetype kMaxEventBytes = qsizetype(4) << 20;

// Bodies of HTTP 200 answers to values; pure, any thread (api-contract.md). Every parser reads the whole document
// to its end. Errors, for all: NetworkBadAnswer when the body is no JSON envelope, the error that an error envelope
// stands for, ContractWrongType when a field is not what the API documents. Unknown fields are ignored, and
// survive in the raw bytes.

/// executions/getEvents. Checks types alone; order and ranges are checkPage()'s (core/sync/pagingrules.h). The
/// page keeps `body`, and each event's bytes as a slice of it.
/// An event whose payload a strict parser refuses is kept raw with EventFlag::MalformedPayload, as long as the
/// structure around it and its seq can be read; the same flag marks an event that lacks eventId, type, timestamp or
/// correlationId (a timestamp that is absent or unreadable stands as 0 then). Errors beside those above: NetworkTooLarge.
[[nodiscard]] Result<EventPage> parseEventPage(const QByteArray &body, Seq sinceSeq);

/// executions/get
[[nodiscard]] Result<Execution> parseExecution(const QByteArray &body);

/// executions/list
[[nodiscard]] Result<ExecutionPage> parseExecutionPage(const QByteArray &body);

/// definitions/get
[[nodiscard]] Result<Definition> parseDefinition(const QByteArray &body);

} // namespace Gapline
