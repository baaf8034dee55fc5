// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/payloadsource.h"
#include "core/report/reconcilereport.h"

namespace Gapline {

/// What there is to be recovered of one execution.
struct RecoverySince
{
    ExecutionId executionId;
    Seq sinceSeq; ///< getEvents from here on returns every missed event.
    qint64 missed = 0;
};
[[nodiscard]] std::vector<RecoverySince> recoverySince(const ReconcileReport &report);

/// One API event in the shape of a webhook body (api-contract.md, "Webhooks"): event, executionId, definitionId,
/// stepId, seq, timestamp as ISO 8601, correlationId, data; values as the API sent them. `status` is left out: only
/// the sender knows it. Errors: FileMalformed when the event is no JSON object.
[[nodiscard]] Result<QByteArray>
webhookBody(const ReconcileExecution &execution, qsizetype event, QByteArrayView raw);

/// `text` as one word of a POSIX shell, whatever it holds.
[[nodiscard]] QByteArray shellQuoted(QByteArrayView text);

/// The files that writeRecoveryPack() writes, or replaces, in `directory`.
[[nodiscard]] QStringList recoveryPackFiles(const QString &directory);

/// Writes the missed events, in (executionId, seq) order, into `directory`, which is made if needed:
/// missed.ndjson (bodies), replay.ndjson (the same with their event ids, for `gapline replay`), replay.sh (posts them with curl; address and secret come from the environment, and it only
/// counts unless told to send), since-seq.ndjson (where to start reading per execution). Gives the number of
/// events. Each file appears whole or not at all. Errors: FileUnwritable, those of `payloads`.
[[nodiscard]] Result<qint64> writeRecoveryPack(const ReconcileReport &report,
                                               const PayloadSource &payloads,
                                               const QString &directory);

} // namespace Gapline
