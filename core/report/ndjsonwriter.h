// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rowexport.h"

namespace Gapline {

/// The event rows as NDJSON: one API event object per line, byte for byte as the server sent it
/// (command-line.md, "Outputs that scripts may rely on"). Gap rows are left out. Only an event that holds a line
/// break is changed: white space between its tokens is dropped, and a break inside a (then malformed) string is
/// written as \n or \r, so that a line stays an event. Same contract as exportRows().
[[nodiscard]] Result<qint64> writeNdjson(const StreamRows &rows,
                                         const PayloadSource &payloads,
                                         QIODevice &out,
                                         const KeepGoing &keepGoing = {});

/// The same events as one JSON array, an event a line.
[[nodiscard]] Result<qint64> writeJsonArray(const StreamRows &rows,
                                            const PayloadSource &payloads,
                                            QIODevice &out,
                                            const KeepGoing &keepGoing = {});

/// One event as writeNdjson() writes it, without a line break at its end.
[[nodiscard]] QByteArray ndjsonLine(QByteArrayView raw);

} // namespace Gapline
