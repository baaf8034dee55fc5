// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/report/comparison.h"

#include <QList>
#include <QString>

#include <utility>

namespace Gapline {

struct Cause;

/// What a finding rests on, as labelled plain text; texts of the server are made safe to show.
struct Why
{
    QString title;
    QList<std::pair<QString, QString>> facts;
};

/// Pure. The numbers index what the comparison holds and must exist in it.
[[nodiscard]] Why
whyExecution(const Comparison &comparison, quint32 execution, TimeZoneChoice zone);
[[nodiscard]] Why whyOutage(const Comparison &comparison, size_t outage, TimeZoneChoice zone);
[[nodiscard]] Why whyCause(const Comparison &comparison, size_t cause, TimeZoneChoice zone);
[[nodiscard]] Why whySubscription(const Comparison &comparison, qsizetype problem);

[[nodiscard]] QString causeTitle(const Cause &cause);
/// "12 missed, 3 late…" of a comparison, worst first; `coverage` goes with it wherever it is shown.
[[nodiscard]] QString totalsInWords(const ReconcileTotals &totals);

} // namespace Gapline
