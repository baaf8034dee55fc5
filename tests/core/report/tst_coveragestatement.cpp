// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/retryhorizon.h"
#include "core/report/reconcilereport.h"

#include <QTest>

#include <memory>

using namespace Gapline;

class tst_CoverageStatement : public QObject
{
    Q_OBJECT

private slots:
    void aSingleRowOrSeqIsNoneOfMany()
    {
        const QStringList one = linesWith(1);
        QCOMPARE(one.at(2), QStringLiteral("a.log (NDJSON): 1 row, 0 not readable, 0 repeated."));
        QCOMPARE(one.at(3),
                 QStringLiteral("Not scanned: 1 seq; 1 log row belongs there. Sync first."));
        QCOMPARE(one.at(4),
                 QStringLiteral("1 log row belongs to a cached execution that was not compared."));
        const QStringList many = linesWith(1200);
        QCOMPARE(many.at(2),
                 QStringLiteral("a.log (NDJSON): 1200 rows, 0 not readable, 0 repeated."));
        QCOMPARE(many.at(3),
                 QStringLiteral("Not scanned: 1200 seqs; 1200 log rows belong there. Sync first."));
        QCOMPARE(
            many.at(4),
            QStringLiteral("1200 log rows belong to cached executions that were not compared."));
    }

private:
    static QStringList linesWith(qint64 count)
    {
        const auto table = std::make_shared<DeliveryTable>();
        DeliveryFile &file = table->file(table->beginFile(QStringLiteral("a.log")));
        file.format = QStringLiteral("NDJSON");
        file.rows = count;
        ReconcileInput input;
        input.deliveries = table;
        Reconciliation result;
        result.schedule = directSchedule();
        result.unknownSeqs = count;
        result.rowsBeyondCoverage = count;
        result.rowsOfOtherExecutions = count;
        const ReconcileReport report = makeReport(input, result);
        return coverageStatement(report, TimeZoneChoice::Utc);
    }
};

QTEST_GUILESS_MAIN(tst_CoverageStatement)
#include "tst_coveragestatement.moc"
