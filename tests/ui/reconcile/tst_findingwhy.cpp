// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "ui/reconcile/findingwhy.h"

#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

QString costOf(Scene &scene)
{
    ReconcileSet set;
    set.executions = scene.input().executions;
    const Comparison comparison(
        std::move(set), scene.input().deliveries, scene.receiver(), std::vector<UnreadableRow>());
    if (comparison.report().outages.size() != 1)
        return QStringLiteral("%1 outages").arg(comparison.report().outages.size());
    for (const auto &[label, text] : whyOutage(comparison, 0, TimeZoneChoice::Utc).facts) {
        if (label == QStringLiteral("Cost"))
            return text;
    }
    return {};
}

} // namespace

class tst_FindingWhy : public QObject
{
    Q_OBJECT

private slots:
    void whatAnOutageCostCountsEachEventOfIt()
    {
        Scene known = outageScene(40, 1800, 4000);
        known.span(0, 4000);
        QCOMPARE(costOf(known),
                 QStringLiteral("20 missed, 0 rejected, 0 only when sent again, 10 late, 0 "
                                "pending"));
        // Half of what was lost has been replayed since: it cost 30 events all the same.
        Scene replayed = outageScene(40, 1800, 4000);
        replayed.span(0, 20'000);
        for (int event = 0; event < 10; ++event)
            replayed.add(Scene::row(event + 1, 15'000 + event, 0, 200));
        QCOMPARE(costOf(replayed),
                 QStringLiteral("10 missed, 0 rejected, 10 only when sent again, 10 late, 0 "
                                "pending"));
    }
};

QTEST_GUILESS_MAIN(tst_FindingWhy)
#include "tst_findingwhy.moc"
