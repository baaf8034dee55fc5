// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "ui/compare/comparemodel.h"
#include "ui/compare/comparetext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;
using Column = CompareModel::Column;
using namespace std::chrono_literals;

namespace {

constexpr auto kDraft = "step_draft_1_x";
constexpr auto kReview = "step_draft_1_x__to__review";

KnownExecution ended(StreamBuilder &builder, const QString &id)
{
    Execution execution;
    execution.executionId = ExecutionId(id);
    execution.status = QStringLiteral("completed");
    StepView step;
    step.stepId = StepId(QLatin1String(kDraft));
    step.status = execution.status;
    execution.steps << step;
    return {builder.build(), execution};
}

/// A goes through review twice, 60 s and 5 s; B once, 72 s, and its SLA runs out.
ExecutionComparisonPtr comparison(bool isWhole = true)
{
    StreamBuilder a(QStringLiteral("exec_a"));
    a.event(1, "execution.dispatched", {}, 0)
        .event(2, "step.completed", kDraft, 1000)
        .event(4, "step.awaiting-approval", kReview, 2000)
        .event(5, "step.completed", kReview, 62'000)
        .event(6, "loop.iteration-started", kReview, 62'100)
        .event(7, "step.awaiting-approval", kReview, 63'000)
        .event(8, "step.completed", kReview, 68'000)
        .event(9, "execution.completed", {}, 69'000)
        .scanned(0, 9)
        .complete();
    StreamBuilder b(QStringLiteral("exec_b"));
    b.event(1, "execution.dispatched", {}, 0)
        .event(2, "step.completed", kDraft, 1000)
        .event(4, "step.awaiting-approval", kReview, 2000)
        .event(5, "step.breached", kReview, 70'000)
        .event(6, "step.completed", kReview, 74'000)
        .event(7, "execution.completed", {}, 80'000)
        .scanned(0, isWhole ? 7 : 6)
        .complete(isWhole);
    return std::make_shared<const ExecutionComparison>(compareExecutions(
        ended(a, QStringLiteral("exec_a")), ended(b, QStringLiteral("exec_b")), 1s));
}

} // namespace

class tst_CompareModel : public QObject
{
    Q_OBJECT

private slots:
    void eachTurnOfAPathIsARow()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setComparison(comparison());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 1, Column::Step), QStringLiteral("draft › review"));
        QCOMPARE(cell(model, 1, Column::InA), QStringLiteral("completed"));
        QCOMPARE(cell(model, 1, Column::WaitedInA), QStringLiteral("1 m 0.000 s"));
        QCOMPARE(cell(model, 1, Column::InB), QStringLiteral("completed · SLA breached"));
        QCOMPARE(cell(model, 1, Column::Difference),
                 QStringLiteral("SLA breached only in B, waited longer in B"));
        QCOMPARE(model.index(1, int(Column::Longer)).data(CompareModel::SortRole).toLongLong(),
                 12'000);
        QCOMPARE(cell(model, 2, Column::Turn), QStringLiteral("2"));
        QCOMPARE(cell(model, 2, Column::InB), QStringLiteral("none"));
        QCOMPARE(cell(model, 2, Column::Difference), QStringLiteral("turn only in A"));
        QCOMPARE(cell(model, 0, Column::Difference), QStringLiteral("same"));
    }

    void onlyDifferencesHidesWhatIsTheSame()
    {
        CompareModel model;
        model.setComparison(comparison());
        model.setShowsOnlyDifferences(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.stepAt(0)->turn, 1);
        QCOMPARE(model.stepAt(1)->turn, 2);
        QVERIFY(!model.stepAt(2));
    }

    void whatHasNoValueStandsBelowWhicheverWayItIsSorted()
    {
        CompareModel model;
        model.setComparison(comparison());
        model.sort(int(Column::WaitedInA), Qt::DescendingOrder);
        QCOMPARE(model.stepAt(0)->a->waited, std::optional<std::chrono::milliseconds>(60s));
        QVERIFY(!model.stepAt(2)->a->waited);
        model.sort(int(Column::WaitedInA), Qt::AscendingOrder);
        QCOMPARE(model.stepAt(0)->a->waited, std::optional<std::chrono::milliseconds>(5s));
        QVERIFY(!model.stepAt(2)->a->waited);
        model.sort(int(Column::Step), Qt::AscendingOrder);
        QCOMPARE(model.stepAt(2)->turn, 2);
    }

    void whatIsNotProvedIsNotCalledMissing()
    {
        CompareModel model;
        model.setComparison(comparison(false));
        QCOMPARE(cell(model, 2, Column::InB), QStringLiteral("not seen"));
        QCOMPARE(cell(model, 2, Column::Difference),
                 QStringLiteral("not seen in B: not all of its seqs are scanned"));
        const QString summary = CompareText::summary(*comparison(false)).join(u'\n');
        QVERIFY(summary.contains(QStringLiteral("A step that is not seen in B is not said to be "
                                                "missing: not all of its seqs are scanned.")));
        QVERIFY(!CompareText::summary(*comparison())
                     .join(u'\n')
                     .contains(QStringLiteral("not said to be missing")));
    }

    void theSummarySaysWhatItCovers()
    {
        const QStringList summary = CompareText::summary(*comparison());
        QVERIFY(summary.contains(QStringLiteral(
            "In all (dispatch to end, by the events): A took 1 m 9.000 s, B 1 m 20.000 s: B took "
            "11.000 s longer.")));
        QVERIFY(summary.contains(
            QStringLiteral("3 steps, by node path and turn: 1 only in A · 1 breached their SLA in "
                           "one of the two · "
                           "1 waited differently by 1.000 s or more · 1 the same.")));
        QVERIFY(summary.contains(QStringLiteral("Loop iterations begun anew: A 1, B 0.")));
        QVERIFY(summary.contains(
            QStringLiteral("A: all 9 seqs are scanned, to the end of the stream.")));
    }

    void howLongARunTookSaysFromWhatToWhat()
    {
        ExecutionComparison both = *comparison();
        QVERIFY(CompareText::run(both.a).contains(
            QStringLiteral("1 m 9.000 s (dispatch to end, by the events)")));
        both.a.duration->basis = RunDuration::Basis::Api;
        QCOMPARE(CompareText::summary(both).first(),
                 QStringLiteral("In all: A took 1 m 9.000 s (start to end, by the API), B 1 m "
                                "20.000 s (dispatch to end, by the events). These are not measured "
                                "alike."));
        both.b.duration.reset();
        QCOMPARE(CompareText::summary(both).first(),
                 QStringLiteral("In all (start to end, by the API): A took 1 m 9.000 s; how long B "
                                "took is not known."));
    }

    void rowsAreCopiedForSheetsAndTickets()
    {
        CompareModel model;
        model.setComparison(comparison());
        const QStringList lines = model.textOf({1, 2}, false).split(u'\n');
        QCOMPARE(lines.size(), 4); // With the header, and the end of the last line.
        QCOMPARE(lines[0].split(u'\t').size(), CompareModel::kColumnCount);
        QVERIFY(lines[1].startsWith(QStringLiteral("draft › review\t1\tcompleted\t")));
        // A spreadsheet must not run "+12.0 s" as a formula.
        const QStringList csv = model.textOf({1}, true).split(u'\n');
        QVERIFY(csv[1].contains(QStringLiteral(",'+12")));
        QVERIFY(csv[1].endsWith(QStringLiteral("\"SLA breached only in B, waited longer in B\"")));
    }

private:
    static QString cell(const CompareModel &model, int row, Column column)
    {
        return model.index(row, int(column)).data().toString();
    }

    void anExecutionWithoutAnEventIsNotSaidToBeUnfetched()
    {
        const auto coverageOf = [](StreamBuilder builder) {
            const KnownExecution empty{builder.build(), std::nullopt};
            return CompareText::summary(compareExecutions(empty, empty, 1s)).last();
        };
        QVERIFY(coverageOf(StreamBuilder()).startsWith(QStringLiteral("B: nothing is fetched")));
        QCOMPARE(coverageOf(StreamBuilder().complete()),
                 QStringLiteral("B: read to the end of its stream, which has no event yet. A step "
                                "that is not seen in B is not said to be missing: it is still "
                                "running."));
    }
};

QTEST_MAIN(tst_CompareModel)
#include "tst_comparemodel.moc"
