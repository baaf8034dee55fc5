// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "ui/models/deliverymodel.h"
#include "ui/models/findingmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

/// One execution in an outage (20 missed, 10 late), one that lost nothing, a foreign row, a row that is unreadable.
ComparisonPtr comparison()
{
    Scene scene = outageScene(30, 1800, 2442);
    Delivery foreign = Scene::row(4, 100, 0, 200);
    foreign.executionId = "exec_elsewhere";
    scene.add(foreign);
    scene.execution(StreamBuilder(QStringLiteral("exec_empty")).scanned(1, 3).build(),
                    QStringLiteral("doc-signoff"));
    (void)scene.run();
    ReconcileSet set;
    set.executions = scene.input().executions;
    return std::make_shared<const Comparison>(
        std::move(set),
        scene.input().deliveries,
        scene.receiver(),
        std::vector<UnreadableRow>{{QStringLiteral("/logs/a.ndjson"), 7, QStringLiteral("torn")}});
}

} // namespace

class tst_FindingModel : public QObject
{
    Q_OBJECT

private slots:
    void theWorstExecutionComesFirst()
    {
        using Column = FindingModel::Column;
        FindingModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setComparison(comparison());
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&model](int row, Column column, int role = Qt::DisplayRole) {
            return model.index(row, int(column)).data(role);
        };
        QCOMPARE(cell(0, Column::Missed).toString(), QStringLiteral("✕ 20"));
        QCOMPARE(cell(0, Column::Missed, FindingModel::SortRole).toLongLong(), 20);
        QCOMPARE(cell(0, Column::Late, FindingModel::SortRole).toLongLong(), 10);
        QVERIFY(cell(0, Column::RecoverFrom, FindingModel::SortRole).isValid());
        QCOMPARE(cell(1, Column::Execution, FindingModel::IdRole).toString(),
                 QStringLiteral("exec_empty"));
        QVERIFY(!cell(1, Column::RecoverFrom, FindingModel::SortRole).isValid());
        model.sort(int(Column::Missed), Qt::AscendingOrder);
        QCOMPARE(cell(0, Column::Execution, FindingModel::IdRole).toString(),
                 QStringLiteral("exec_empty"));
        model.setComparison(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsThatMatchNothingSayWhy()
    {
        using Column = DeliveryModel::Column;
        DeliveryModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(comparison());
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&model](int row, Column column) {
            return model.index(row, int(column)).data().toString();
        };
        QCOMPARE(text(0, Column::Verdict), QStringLiteral("foreign"));
        QCOMPARE(text(0, Column::Execution), QStringLiteral("exec_elsewhere"));
        QVERIFY(model.index(0, 0).data(DeliveryModel::IsForeignRole).toBool());
        QCOMPARE(text(1, Column::Verdict), QStringLiteral("unreadable"));
        QCOMPARE(text(1, Column::File), QStringLiteral("a.ndjson"));
        QCOMPARE(text(1, Column::Line), QStringLiteral("7"));
        QCOMPARE(text(1, Column::Why), QStringLiteral("torn"));
        QVERIFY(!model.findingAt(1));
    }

    void aHeadingStandsWhereItsCellsDo()
    {
        FindingModel findings;
        DeliveryModel rows;
        findings.setComparison(comparison());
        rows.setComparison(comparison());
        for (const QAbstractItemModel *model :
             std::initializer_list<const QAbstractItemModel *>{&findings, &rows}) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const auto role = Qt::TextAlignmentRole;
                QCOMPARE(model->headerData(column, Qt::Horizontal, role).toInt(),
                         model->index(0, column).data(role).toInt());
            }
        }
    }
};

QTEST_MAIN(tst_FindingModel)
#include "tst_findingmodel.moc"
