// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/budgettext.h"

#include "core/sync/fleetrules.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Gapline::BudgetText", source);
}

} // namespace

QString budgetText(const RequestBudget &budget)
{
    const QLocale locale;
    QStringList parts;
    if (budget.perSecond)
        parts << text("%1 requests/s").arg(locale.toString(*budget.perSecond, 'f', 1));
    parts << text("%1 of %2 at once").arg(budget.inFlight).arg(budget.atOnce);
    if (budget.waiting > 0)
        parts << text("%1 waiting").arg(locale.toString(qlonglong(budget.waiting)));
    if (budget.isLimiting)
        parts << text("slowed down by the API");
    return parts.join(QStringLiteral(" · "));
}

QString fleetText(const FleetProgress &progress)
{
    const QLocale locale;
    if (progress.isListing)
        return text("listing executions, %1 so far").arg(locale.toString(progress.listed));
    QStringList parts{
        text("%1 of %2 executions")
            .arg(locale.toString(progress.ended()), locale.toString(progress.toFetch()))};
    if (progress.notNeeded > 0)
        parts << text("%1 need none").arg(locale.toString(progress.notNeeded));
    if (progress.failed > 0)
        parts << text("%1 failed").arg(locale.toString(progress.failed));
    parts << text("%1 new events").arg(locale.toString(qlonglong(progress.newEvents)));
    parts << text("%1 requests").arg(locale.toString(qlonglong(progress.requests)));
    if (progress.remaining)
        parts << text("about %1 left").arg(roughly(*progress.remaining));
    return parts.join(QStringLiteral(" · "));
}

} // namespace Gapline
