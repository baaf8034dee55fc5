// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <QList>
#include <QString>

namespace Gapline {

// The answer to "why?", for every verdict: pure functions from a comparison to plain text (reconcile.md).

/// One thing that a verdict rests on.
struct Evidence
{
    QString label; ///< "Log row", "Horizon"...
    QString text;
};

/// A sentence: "Never reached the receiver. Its last retry ended by 11:27:44.114Z: dead-lettered."
[[nodiscard]] QString
verdictInWords(const Comparison &comparison, const EventFinding &finding, TimeZoneChoice zone);
/// The log rows with file, line, time, attempt, status and signature; the horizon's arithmetic; the log's span; the
/// subscription that applies; the outage around it.
[[nodiscard]] QList<Evidence>
evidenceOf(const Comparison &comparison, const EventFinding &finding, TimeZoneChoice zone);

/// Of a log row that matches no expected event.
[[nodiscard]] QString rowVerdictInWords(const Comparison &comparison, const RowFinding &finding);
[[nodiscard]] QList<Evidence>
evidenceOf(const Comparison &comparison, const RowFinding &finding, TimeZoneChoice zone);

/// "receiver.ndjson, line 123": where a row of the table was read.
[[nodiscard]] QString placeOfRow(const DeliveryTable &rows, qsizetype row);

} // namespace Gapline
