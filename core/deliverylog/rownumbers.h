// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Gapline {

// What a cell or field of a log means as a number. Pure; thread: any.

/// "7", and "7.0" too: a column with an empty cell comes out of many a spreadsheet as fractions, and a 500.0 that is
/// not understood would count as an acknowledgement.
[[nodiscard]] std::optional<qint64> wholeNumber(const QByteArray &text);

/// 200, "200", "200 OK", "HTTP/1.1 200 OK"; nothing for a word such as "completed".
[[nodiscard]] std::optional<int> statusNumber(const QByteArray &text);

/// Whether a status that is no HTTP status says that nothing was acknowledged: a number that no server answers with (-1
/// of a client that gave up), or words such as "timeout". The API's own `status` of a run or a step says nothing of the
/// webhook, though it may be "failed": that word counts only where the status can be no other than the delivery's.
[[nodiscard]] bool tellsOfFailure(const QByteArray &status, bool isOfDelivery);

} // namespace Gapline
