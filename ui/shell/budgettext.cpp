// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/budgettext.h"

#include "core/sync/fleetrules.h"
#include "ui/models/countedtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BudgetText)
};

} // namespace

QString budgetText(const RequestBudget &budget)
{
    const QLocale locale;
    QStringList parts;
    if (budget.perSecond)
        parts << Text::tr("%1 requests/s").arg(locale.toString(*budget.perSecond, 'f', 1));
    parts << Text::tr("%1 of %2 at once").arg(budget.inFlight).arg(budget.atOnce);
    if (budget.waiting > 0)
        parts << Text::tr("%1 waiting").arg(locale.toString(qlonglong(budget.waiting)));
    if (budget.isLimiting)
        parts << Text::tr("slowed down by the API");
    return parts.join(QStringLiteral(" · "));
}

QString fleetText(const FleetProgress &progress)
{
    const QLocale locale;
    if (progress.isListing)
        return Text::tr("listing executions, %1 so far").arg(locale.toString(progress.listed));
    QStringList parts{
        Text::tr("%1 of %2")
            .arg(locale.toString(progress.ended()), CountedText::executions(progress.toFetch()))};
    if (progress.notNeeded > 0)
        parts << Text::tr("%1 need none").arg(locale.toString(progress.notNeeded));
    if (progress.failed > 0)
        parts << Text::tr("%1 failed").arg(locale.toString(progress.failed));
    parts << (progress.newEvents == 1
                  ? Text::tr("1 new event")
                  : Text::tr("%1 new events").arg(locale.toString(qlonglong(progress.newEvents))));
    parts << CountedText::requests(progress.requests);
    if (progress.remaining)
        parts << Text::tr("about %1 left").arg(roughly(*progress.remaining));
    return parts.join(QStringLiteral(" · "));
}

} // namespace Gapline
