// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/stream/filtermatch.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

/// Event by event, by the rules as one would say them.
EventIndexes matchedOneByOne(const EventStream &stream, const EventFilter &filter)
{
    EventIndexes matched;
    for (qsizetype i = 0; i < stream.count(); ++i) {
        const Seq seq = stream.seqAt(i);
        if ((filter.sinceSeq && seq <= *filter.sinceSeq)
            || (filter.untilSeq && seq > *filter.untilSeq))
            continue;
        const std::optional<EpochMs> time = stream.timeAt(i);
        if ((filter.from && (!time || *time < *filter.from))
            || (filter.to && (!time || *time > *filter.to)))
            continue;
        const QString step = QString::fromUtf8(stream.stepIdAt(i).value_or(QByteArray()));
        if (matchesTypes(filter, QString::fromUtf8(stream.typeAt(i))) && matchesSteps(filter, step))
            matched.push_back(quint32(i));
    }
    return matched;
}

} // namespace

class tst_FilterMatch : public QObject
{
    Q_OBJECT

private:
    EventStreamPtr m_stream = StreamBuilder()
                                  .event(1, "execution.dispatched", {}, 1000)
                                  .event(4, "step.failed", "step_a_1_x", 2000)
                                  .event(7, "step.completed", "step_a_1_x__to__b", 1500)
                                  .event(9, "step.completed", "step_c_2_y", 4000)
                                  .event(12, "execution.completed", {}, 5000)
                                  .scanned(0, 12)
                                  .build();

private slots:
    void anEmptyFilterPassesAll()
    {
        QCOMPARE(matchColumns(*m_stream, {}), (EventIndexes{0, 1, 2, 3, 4}));
        QCOMPARE(matchColumns(*StreamBuilder().build(), {}), EventIndexes{});
    }

    void sinceIsExclusiveAndUntilInclusive()
    {
        EventFilter filter;
        filter.sinceSeq = Seq{4};
        filter.untilSeq = Seq{9};
        QCOMPARE(matchColumns(*m_stream, filter), (EventIndexes{2, 3}));
        filter.sinceSeq = Seq{20};
        QCOMPARE(matchColumns(*m_stream, filter), EventIndexes{});
    }

    void anEventWithoutATimeLiesInNoSpanOfTime()
    {
        const EventStreamPtr stream = StreamBuilder()
                                          .event(1, "t", {}, 0, EventFlag::NoTimestamp)
                                          .event(2, "t", {}, 1000)
                                          .build();
        QVERIFY(!stream->timeAt(0));
        QVERIFY(!stream->timeBetween(0, 1));
        EventFilter filter;
        QCOMPARE(matchColumns(*stream, filter), (EventIndexes{0, 1}));
        filter.to = fromEpochMs(5000);
        QCOMPARE(matchColumns(*stream, filter), EventIndexes{1});
    }

    void bothEndsOfATimeRangePass()
    {
        EventFilter filter;
        filter.from = fromEpochMs(1500);
        filter.to = fromEpochMs(4000);
        QCOMPARE(matchColumns(*m_stream, filter), (EventIndexes{1, 2, 3}));
    }

    void typesAndStepsMustBothPass()
    {
        EventFilter filter;
        filter.types << typePatternFrom(u"step.*");
        filter.steps << stepPatternFrom(u"a/");
        QCOMPARE(matchColumns(*m_stream, filter), (EventIndexes{1, 2}));
        filter.types << typePatternFrom(u"!step.failed");
        QCOMPARE(matchColumns(*m_stream, filter), EventIndexes{2});
        EventFilter without;
        without.steps << stepPatternFrom(u"!a/");
        QCOMPARE(matchColumns(*m_stream, without), (EventIndexes{0, 3, 4}));
    }

    void aLongStreamIsScannedToItsLastEvent()
    {
        // Longer than what is decided at once, and ending within a word of bits.
        constexpr qint64 kCount = 10'007;
        StreamBuilder builder;
        for (qint64 seq = 1; seq <= kCount; ++seq) {
            const QByteArray type = "step.t" + QByteArray::number(seq * 7 % 5);
            const QByteArray step = "step_n" + QByteArray::number(seq * 11 % 6) + "_1_x";
            builder.event(seq,
                          type,
                          seq % 9 == 0 ? QByteArray() : step,
                          1000 * (seq * 13 % 1000),
                          seq % 17 == 0 ? EventFlag::NoTimestamp : EventFlags());
        }
        const EventStreamPtr stream = builder.build();
        // One value, neighbours, values apart from each other, all but one, all, none.
        const std::vector<QStringList> typeChoices{
            {},
            {QStringLiteral("step.t3")},
            {QStringLiteral("step.t2"), QStringLiteral("step.t4")},
            {QStringLiteral("step.t0"), QStringLiteral("step.t1"), QStringLiteral("step.t2")},
            {QStringLiteral("!step.t4")},
            {QStringLiteral("other")}};
        const std::vector<QStringList> stepChoices{{},
                                                   {QStringLiteral("n2")},
                                                   {QStringLiteral("n0"), QStringLiteral("n5")},
                                                   {QStringLiteral("!n1")},
                                                   {QStringLiteral("*")}};
        for (size_t choice = 0; choice < typeChoices.size() * stepChoices.size() * 2; ++choice) {
            EventFilter filter;
            for (const QString &type : typeChoices[choice % typeChoices.size()])
                filter.types << typePatternFrom(type);
            for (const QString &step : stepChoices[choice % stepChoices.size()])
                filter.steps << stepPatternFrom(step);
            if (choice % 4 >= 2) {
                filter.from = fromEpochMs(200'000);
                filter.to = fromEpochMs(700'000);
            }
            if (choice % 2 == 1) {
                filter.sinceSeq = Seq{63};
                filter.untilSeq = Seq{8'194};
            }
            QCOMPARE(matchColumns(*stream, filter), matchedOneByOne(*stream, filter));
        }
    }

    void theScanAgreesWithTheFilterOfEachEvent()
    {
        QVERIFY(rc::check([] {
            StreamBuilder builder;
            const auto types = std::vector<QByteArray>{"step.a", "step.b", "execution.a"};
            const auto steps = std::vector<QByteArray>{{}, "step_x_1_r", "step_x_1_r__to__y"};
            const qint64 count = *rc::gen::inRange(0, 30);
            for (qint64 seq = 1; seq <= count; ++seq) {
                builder.event(seq,
                              types[*rc::gen::inRange<size_t>(0, 3)],
                              steps[*rc::gen::inRange<size_t>(0, 3)]);
            }
            const EventStreamPtr stream = builder.build();
            EventFilter filter;
            const auto typeOption = *rc::gen::element<std::string>("", "step.*", "!step.a", "*.a");
            const auto stepOption = *rc::gen::element<std::string>("", "x", "x/", "!y", "*");
            if (!typeOption.empty())
                filter.types << typePatternFrom(QString::fromStdString(typeOption));
            if (!stepOption.empty())
                filter.steps << stepPatternFrom(QString::fromStdString(stepOption));
            RC_ASSERT(matchColumns(*stream, filter) == matchedOneByOne(*stream, filter));
        }));
    }
};

QTEST_GUILESS_MAIN(tst_FilterMatch)
#include "tst_filtermatch.moc"
