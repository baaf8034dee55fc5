// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Gapline {

/// An event's `data` as one line for a table cell, such as "waitingForReviewers 1 · mandatory 1": the keys that
/// tell most about the type first, every other key as "key value", nested values shortened. `data` is raw JSON,
/// empty for null or absent. The text is safe to show (displayText()). Source: api-contract.md, "data by type".
[[nodiscard]] QString dataSummary(QByteArrayView type, QByteArrayView data);

/// The same from the event's whole JSON object.
[[nodiscard]] QString eventSummary(QByteArrayView type, QByteArrayView rawEvent);

} // namespace Gapline
