// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/domain/eventtype.h"
#include "ui/models/streammodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

constexpr qint64 kNoon = 1777377600000;

StreamRowsPtr rowsOf(const EventStreamPtr &stream, const EventFilter &filter = {})
{
    return std::make_shared<const StreamRows>(
        stream, matchColumns(*stream, filter), filter, GapRows::Adjacent);
}

QString
cell(const StreamModel &model, int row, StreamModel::Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role).toString();
}

} // namespace

class tst_StreamModel : public QObject
{
    Q_OBJECT

    using Column = StreamModel::Column;

private slots:
    void anEmptyModelIsSound()
    {
        StreamModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 7);
        model.setTimeZone(TimeZoneChoice::Local);
        model.setSteps({});
    }

    void iterationsOfALoopAreToldApartBesideTheStep()
    {
        constexpr auto kReview = "step_draft_1_x__to__review";
        const EventStreamPtr stream = StreamBuilder()
                                          .event(1, "step.completed", "step_draft_1_x")
                                          .event(2, "step.completed", kReview)
                                          .event(3, "loop.iteration-started", kReview)
                                          .event(4, "step.completed", kReview)
                                          .scanned(0, 4)
                                          .build();
        StreamModel model;
        model.setRows(rowsOf(stream));
        model.setIterations(StepIterations::find({stream, {}}));
        const auto mark = [&](int row) {
            return cell(model, row, Column::Step, StreamModel::IterationRole);
        };
        QCOMPARE(mark(0), QString());
        QCOMPARE(mark(1), QStringLiteral("\u21BB1"));
        QCOMPARE(mark(2), QString());
        QCOMPARE(mark(3), QStringLiteral("\u21BB2"));
        QCOMPARE(cell(model, 3, Column::Step, Qt::AccessibleTextRole),
                 QStringLiteral("review, iteration 2 of 2"));
        // What is copied and filtered by stays the node.
        QCOMPARE(cell(model, 3, Column::Step), QStringLiteral("review"));
    }

    void aTimeThatWasNotSentIsBlankNot1970()
    {
        StreamModel model;
        model.setRows(rowsOf(StreamBuilder()
                                 .event(1, "t", {}, 1777374504000)
                                 .event(2, "t", {}, 0, EventFlag::NoTimestamp)
                                 .event(3, "t", {}, 1777374505000)
                                 .build()));
        QCOMPARE(cell(model, 1, Column::Time), QString());
        QVERIFY(!model.index(1, int(Column::Time)).data(StreamModel::SortRole).isValid());
        QCOMPARE(cell(model, 1, Column::Delta), QString());
        QCOMPARE(cell(model, 2, Column::Delta), QString());
        QVERIFY(cell(model, 1, Column::Data).contains(QStringLiteral("no timestamp")));
        QVERIFY(!cell(model, 1, Column::Data).contains(QStringLiteral("implausible")));
        QVERIFY(!cell(model, 1, Column::Data).contains(QStringLiteral("backwards")));
    }

    void gapsStandInPlaceWithTheirKindInWords()
    {
        StreamModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(
            rowsOf(StreamBuilder().events({7, 13}).scanned(5, 7).scanned(12, 15).build()));

        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(cell(model, 0, Column::Seq),
                 QStringLiteral("seq 1–5 · 5 unknown: not scanned yet"));
        QCOMPARE(cell(model, 1, Column::Seq), QStringLiteral("seq 6 · 1 internal-only"));
        QCOMPARE(cell(model, 2, Column::Seq), QStringLiteral("7"));
        QCOMPARE(cell(model, 3, Column::Seq),
                 QStringLiteral("seq 8–12 · 5 unknown: not scanned yet"));
        QCOMPARE(cell(model, 5, Column::Seq), QStringLiteral("seq 14–15 · 2 internal-only"));
        // Every column can draw its part of the text, whatever the order of the columns.
        QCOMPARE(cell(model, 5, Column::Data, StreamModel::GapTextRole),
                 QStringLiteral("seq 14–15 · 2 internal-only"));
        QCOMPARE(cell(model, 5, Column::Data), QString());
        QVERIFY(model.gapAt(3));
        QVERIFY(!model.eventAt(3));
        QCOMPARE(model.rowOf({10}), std::optional<int>(3));
    }

    void anEventShowsItsColumns()
    {
        StreamModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRawSource([](const RawLocation &) {
            return std::optional<QByteArray>(R"({"seq":2,"data":{"reason":"sla-exceeded"}})");
        });
        model.setRows(rowsOf(
            StreamBuilder()
                .event(1, "execution.dispatched", {}, 1777374950000)
                .event(2, "step.breached", "step_agent-draft_1_x__to__human-brand", 1777375142002)
                .scanned(0, 2)
                .build()));

        QCOMPARE(cell(model, 1, Column::Seq), QStringLiteral("2"));
        QCOMPARE(cell(model, 1, Column::Time), QStringLiteral("11:19:02.002Z"));
        QCOMPARE(cell(model, 1, Column::Delta), QStringLiteral("+3 m 12 s"));
        QCOMPARE(cell(model, 1, Column::Type), QStringLiteral("step.breached"));
        QCOMPARE(cell(model, 1, Column::Step), QStringLiteral("human-brand"));
        QCOMPARE(cell(model, 1, Column::Data), QStringLiteral("reason sla-exceeded"));
        QCOMPARE(model.index(1, 0).data(StreamModel::CategoryRole).toInt(),
                 int(EventCategory::Breached));
        QCOMPARE(cell(model, 0, Column::Delta), QString());
        QCOMPARE(cell(model, 0, Column::Step), QString());
        QCOMPARE(cell(model, 1, Column::Step, StreamModel::SortRole),
                 QStringLiteral("step_agent-draft_1_x__to__human-brand"));
    }

    void theTimeSinceThePreviousEventCountsHiddenEventsToo()
    {
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.failed")};
        StreamModel model;
        model.setRows(rowsOf(StreamBuilder()
                                 .event(1, "step.failed", "a", 1000)
                                 .event(2, "step.completed", "a", 5000)
                                 .event(3, "step.failed", "a", 5250)
                                 .scanned(0, 3)
                                 .build(),
                             filter));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 1, Column::Delta), QStringLiteral("+250 ms"));
    }

    void theHeaderNamesTheZone()
    {
        StreamModel model;
        const auto header = [&model] {
            return model.headerData(int(Column::Time), Qt::Horizontal).toString();
        };
        QCOMPARE(header(), QStringLiteral("Time (UTC)"));
        QSignalSpy headerChanged(&model, &QAbstractItemModel::headerDataChanged);
        model.setTimeZone(TimeZoneChoice::Local);
        QCOMPARE(header(), QStringLiteral("Time (local)"));
        QCOMPARE(headerChanged.count(), 1);
    }

    void theLargestSeqKeepsEveryDigit()
    {
        StreamModel model;
        model.setRows(rowsOf(StreamBuilder()
                                 .event(kMaxSafeInteger, "step.completed", "a", kMaxSafeInteger)
                                 .scanned(kMaxSafeInteger - 2, kMaxSafeInteger)
                                 .build()));
        const int row = model.rowCount() - 1;
        QCOMPARE(cell(model, row, Column::Seq), QStringLiteral("9007199254740991"));
        QCOMPARE(model.index(row, 0).data(StreamModel::SortRole).toLongLong(), kMaxSafeInteger);
        // Beyond the year 9999 the raw number is shown.
        QCOMPARE(cell(model, row, Column::Time), QStringLiteral("9007199254740991"));
        QCOMPARE(cell(model, 0, Column::Seq),
                 QStringLiteral(
                     "seq 1–9007199254740989 · 9,007,199,254,740,989 unknown: not scanned yet"));
    }

    void unknownTypesStandUnderTheirOwnName()
    {
        StreamModel model;
        model.setRows(rowsOf(StreamBuilder()
                                 .event(1, "step.teleported", "step_a_1_x")
                                 .event(2, "<b>step\u202Ex</b>", "a")
                                 .scanned(0, 2)
                                 .build()));
        QCOMPARE(cell(model, 0, Column::Type), QStringLiteral("step.teleported"));
        QCOMPARE(model.index(0, 0).data(StreamModel::CategoryRole).toInt(),
                 int(EventCategory::Unknown));
        QCOMPARE(cell(model, 1, Column::Type), QStringLiteral("<b>step[U+202E]x</b>"));
        QVERIFY(
            cell(model, 1, Column::Type, Qt::ToolTipRole).contains(QStringLiteral("&lt;b&gt;")));
    }

    void remarksAreToldInWords()
    {
        StreamModel model;
        model.setRawSource(
            [](const RawLocation &) { return std::optional<QByteArray>(R"({"data":null})"); });
        model.setRows(
            rowsOf(StreamBuilder()
                       .event(1, "step.completed", "a", kNoon + 5000)
                       .event(2, "step.completed", "a", kNoon + 4000, EventFlag::AppearedLate)
                       .event(3, "step.completed", "a", kNoon + 6000, EventFlag::MalformedPayload)
                       .event(4,
                              "step.completed",
                              "a",
                              kNoon + 7000,
                              EventFlag::Conflict | EventFlag::Damaged)
                       .event(5, "step.completed", "a", kMaxSafeInteger)
                       .scanned(0, 5)
                       .build()));
        QCOMPARE(cell(model, 0, Column::Data), QString());
        QCOMPARE(cell(model, 1, Column::Data),
                 QStringLiteral("⚠ appeared late · clock ran backwards"));
        QCOMPARE(cell(model, 1, Column::Delta), QStringLiteral("−1.0 s"));
        QCOMPARE(cell(model, 2, Column::Data), QStringLiteral("⚠ malformed payload"));
        QCOMPARE(cell(model, 4, Column::Data), QStringLiteral("⚠ implausible time"));
        QCOMPARE(cell(model, 3, Column::Data),
                 QStringLiteral("⚠ damaged in the cache · conflict: two versions"));
    }

    void payloadsAreAskedForOnceAndShownWhenTheyArrive()
    {
        int asked = 0;
        std::optional<QByteArray> payload;
        StreamModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRawSource([&](const RawLocation &) {
            ++asked;
            return payload;
        });
        model.setRows(rowsOf(StreamBuilder().events({1, 2, 3}).scanned(0, 3).build()));
        QCOMPARE(cell(model, 0, Column::Data), QStringLiteral("…"));

        payload = R"({"data":{"decision":"approve"}})";
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refreshData(0, 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(0, int(Column::Data)));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, int(Column::Data)));
        QCOMPARE(cell(model, 0, Column::Data), QStringLiteral("decision approve"));
        const int askedThen = asked;
        QCOMPARE(cell(model, 0, Column::Data), QStringLiteral("decision approve"));
        QCOMPARE(asked, askedThen);
    }

    void theNodeOfExecutionsGetWinsOverTheFormOfTheStepId()
    {
        StreamModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(
            rowsOf(StreamBuilder().event(1, "step.completed", "a__to__b").scanned(0, 1).build()));
        QCOMPARE(cell(model, 0, Column::Step), QStringLiteral("b"));
        StepView step;
        step.stepId = StepId(QStringLiteral("a__to__b"));
        step.nodeId = NodeId(QStringLiteral("b__to__special"));
        model.setSteps({step});
        QCOMPARE(cell(model, 0, Column::Step), QStringLiteral("b__to__special"));
    }
};

QTEST_MAIN(tst_StreamModel)
#include "tst_streammodel.moc"
