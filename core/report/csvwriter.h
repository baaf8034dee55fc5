// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/report/csvcell.h"
#include "core/report/rowexport.h"

#include <QHash>

namespace Gapline {

struct CsvOptions
{
    bool hasByteOrderMark = false;
    CellSafety safety = CellSafety::Neutralised;
    /// Step id → node id where executions/get has answered; other nodes are read from the step id.
    QHash<QByteArray, QByteArray> nodeIds;
};

/// The rows as CSV: RFC 4180, CRLF, UTF-8, columns executionId, seq, type, stepId, nodeId, timestamp (epoch ms), time
/// (ISO 8601 UTC with ms), correlationId, eventId, data (compact JSON or empty)
/// (command-line.md, "Outputs that scripts may rely on"). A gap row has the type "(internal-only)" or "(unknown)", the
/// seq "from-to", and else only the execution id. Bytes of a malformed payload that are no UTF-8 become U+FFFD.
/// Same contract as exportRows().
[[nodiscard]] Result<qint64> writeCsv(const StreamRows &rows,
                                      const PayloadSource &payloads,
                                      const CsvOptions &options,
                                      QIODevice &out,
                                      const KeepGoing &keepGoing = {});

/// For CsvOptions: the steps of which `execution` names the node.
[[nodiscard]] QHash<QByteArray, QByteArray> nodeIdsOf(const Execution &execution);

/// "(internal-only)" or "(unknown)".
[[nodiscard]] QByteArray gapTypeCell(GapKind kind);

} // namespace Gapline
