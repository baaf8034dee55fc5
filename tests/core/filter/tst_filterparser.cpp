// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filterparser.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

namespace {

StreamFilter parsed(const QString &text)
{
    const auto filter = parseFilter(text);
    if (!filter)
        qWarning("%s: %s", qPrintable(text), qPrintable(filter.error().message));
    return filter.value_or(StreamFilter());
}

FilterProblem problemOf(const QString &text)
{
    const auto filter = parseFilter(text);
    return filter ? FilterProblem{-1, -1, {}, {}} : filter.error();
}

/// Letters that mean something to the parser, and some that do not.
QString anyText()
{
    // What needs quotes is rare, so that texts without them are common, too.
    const std::u16string common = u"aab./*-";
    const std::u16string rare = u"\"\\ \t:!é\u2028";
    const bool isPlain = *rc::gen::arbitrary<bool>();
    const auto text = *rc::gen::resize(
        8,
        rc::gen::container<std::u16string>(rc::gen::elementOf(isPlain ? common : common + rare)));
    return QString::fromStdU16String(text);
}

StreamFilter anyFilter()
{
    StreamFilter filter;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        filter.events.types.append({anyText(), *rc::gen::arbitrary<bool>()});
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        filter.events.steps.append(
            {anyText(), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()});
    }
    const qint64 since = *rc::gen::inRange<qint64>(0, kMaxSafeInteger);
    if (*rc::gen::arbitrary<bool>())
        filter.events.sinceSeq = Seq{since};
    if (*rc::gen::arbitrary<bool>())
        filter.events.untilSeq = Seq{*rc::gen::inRange<qint64>(since + 1, kMaxSafeInteger + 1)};
    const qint64 from = *rc::gen::arbitrary<qint64>() / 1'000'000;
    if (*rc::gen::arbitrary<bool>())
        filter.events.from = fromEpochMs(from);
    if (*rc::gen::arbitrary<bool>())
        filter.events.to = fromEpochMs(from + *rc::gen::inRange(0, 100'000));
    for (const Verdict verdict : kVerdicts) {
        if (*rc::gen::arbitrary<bool>())
            filter.verdicts.insert(verdict);
    }
    filter.events.text = anyText();
    return filter;
}

} // namespace

class tst_FilterParser : public QObject
{
    Q_OBJECT

private slots:
    void theTextOfAFilterIsReadAsTheSameFilter()
    {
        QVERIFY(rc::check([] {
            const StreamFilter filter = anyFilter();
            const QString text = filterText(filter);
            const auto again = parseFilter(text);
            RC_LOG() << text.toStdString();
            RC_ASSERT(again.has_value());
            RC_ASSERT(*again == filter);
        }));
    }

    void noTextBreaksTheParserAndEachProblemLiesInside()
    {
        QVERIFY(rc::check([] {
            const QString text = anyText() + QStringLiteral(" type:") + anyText()
                + QStringLiteral(" seq:") + anyText();
            const auto filter = parseFilter(text);
            if (filter)
                return;
            const FilterProblem &problem = filter.error();
            RC_ASSERT(!problem.message.isEmpty());
            RC_ASSERT(problem.position >= 0 && problem.length >= 0);
            RC_ASSERT(problem.position + problem.length <= text.size());
        }));
    }

    void everyTermIsRead()
    {
        const StreamFilter filter = parsed(QStringLiteral(
            "type:step.* -type:step.cancelled step:human-legal/ -step:agent-draft seq:10..40 "
            "from:2026-04-28T11:16:02Z to:1777375000000 verdict:missed verdict:late "
            "text:\"sla exceeded\""));
        QCOMPARE(filter.events.types.size(), 2);
        QCOMPARE(filter.events.types.at(0), (TypePattern{QStringLiteral("step.*"), false}));
        QCOMPARE(filter.events.types.at(1), (TypePattern{QStringLiteral("step.cancelled"), true}));
        QCOMPARE(filter.events.steps.at(0), (StepPattern{QStringLiteral("human-legal"), true}));
        QCOMPARE(filter.events.steps.at(1),
                 (StepPattern{QStringLiteral("agent-draft"), false, true}));
        // The first seq that passes is 10, and sinceSeq is exclusive like the API's.
        QCOMPARE(filter.events.sinceSeq->value, 9);
        QCOMPARE(filter.events.untilSeq->value, 40);
        QCOMPARE(toEpochMs(*filter.events.from), 1777374962000);
        QCOMPARE(toEpochMs(*filter.events.to), 1777375000000);
        QCOMPARE(filter.verdicts, (QSet<Verdict>{Verdict::Missed, Verdict::Late}));
        QCOMPARE(filter.events.text, QStringLiteral("sla exceeded"));
    }

    void wordsAloneAreText()
    {
        QCOMPARE(parsed(QStringLiteral("  sla  exceeded ")).events.text,
                 QStringLiteral("sla exceeded"));
        QCOMPARE(parsed(QStringLiteral("\"type:x\"")).events.text, QStringLiteral("type:x"));
        QVERIFY(parsed(QString()).isEmpty());
        QVERIFY(parsed(QStringLiteral("  ")).isEmpty());
    }

    void seqsHaveOpenEnds()
    {
        const EventFilter from = parsed(QStringLiteral("seq:10..")).events;
        QCOMPARE(from.sinceSeq->value, 9);
        QVERIFY(!from.untilSeq);
        const EventFilter to = parsed(QStringLiteral("seq:..40")).events;
        QVERIFY(!to.sinceSeq);
        QCOMPARE(to.untilSeq->value, 40);
        const EventFilter one = parsed(QStringLiteral("seq:15")).events;
        QCOMPARE(one.sinceSeq->value, 14);
        QCOMPARE(one.untilSeq->value, 15);
        QCOMPARE(parsed(QStringLiteral("seq:4–8")), parsed(QStringLiteral("seq:4..8")));
    }

    void aSlashBehindTheQuotesMeansDescendants()
    {
        QCOMPARE(parsed(QStringLiteral("step:\"a b\"/")).events.steps.constFirst(),
                 (StepPattern{QStringLiteral("a b"), true, false}));
        QCOMPARE(parsed(QStringLiteral("step:\"a/\"")).events.steps.constFirst(),
                 (StepPattern{QStringLiteral("a/"), false, false}));
        StreamFilter filter;
        filter.events.steps = {{QStringLiteral("a/"), false, false}};
        QCOMPARE(filterText(filter), QStringLiteral("step:\"a/\""));
    }

    void problemsSayWhereAndWhatToWriteInstead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("instead");
        const auto row = [](const char *text, int position, int length, const char *instead) {
            QTest::newRow(text) << QString::fromUtf8(text) << position << length
                                << QString::fromUtf8(instead);
        };
        row("type:step.* typ:step.failed", 12, 15, "type:step.failed");
        row("setp:a/", 0, 7, "step:a/");
        row("since:2026-04-28T11:16:02Z", 0, 26, "from:2026-04-28T11:16:02Z");
        row("http://example.com", 0, 18, "\"http://example.com\"");
        row("seq:40..10", 0, 10, "seq:10..40");
        row("seq:ten", 0, 7, "seq:10..40");
        row("seq:..", 0, 6, "seq:10..40");
        row("seq:0", 0, 5, "seq:1..");
        row("seq:1..2 seq:3", 9, 5, "");
        row("-seq:1..2", 0, 9, "seq:1..2");
        row("a -b", 2, 2, "b");
        row("from:yesterday", 0, 14, "from:2026-04-28T11:16:02Z");
        row("verdict:lost", 0, 12, "verdict:missed");
        row("type:", 5, 0, "step.*");
        row("text:\"sla", 5, 4, "\"sla\"");
        row("type:\"a\"b", 0, 9, "type:\"a\" b");
    }

    void problemsSayWhereAndWhatToWriteInstead()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, instead);
        const FilterProblem problem = problemOf(text);
        QCOMPARE(int(problem.position), position);
        QCOMPARE(int(problem.length), length);
        QCOMPARE(problem.instead, instead);
        QVERIFY(problem.message.endsWith(u'.'));
    }

    void whatIsOfferedInsteadIsRight()
    {
        for (const char *text : {"typ:step.failed",
                                 "seq:40..10",
                                 "http://x y",
                                 "-seq:1..2",
                                 "verdict:lost",
                                 "type:",
                                 "type:\"a\"b"}) {
            const FilterProblem problem = problemOf(QString::fromUtf8(text));
            QString repaired = QString::fromUtf8(text);
            repaired.replace(problem.position, problem.length, problem.instead);
            QVERIFY2(parseFilter(repaired).has_value(), qPrintable(repaired));
        }
    }

    void theCursorKnowsWhatIsBeingWritten()
    {
        const QString text = QStringLiteral("-ty type:step.f step:\"a b verdict:mi");
        const FilterCursor key = filterCursorAt(text, 3);
        QVERIFY(key.part == FilterPart::Key);
        QCOMPARE(key.typed, QStringLiteral("-ty"));
        const FilterCursor type = filterCursorAt(text, 15);
        QVERIFY(type.part == FilterPart::Type);
        QCOMPARE(type.begin, 9);
        QCOMPARE(type.length, 6);
        QCOMPARE(type.typed, QStringLiteral("step.f"));
        // Inside of a value: up to the cursor.
        QCOMPARE(filterCursorAt(text, 11).typed, QStringLiteral("st"));
        const FilterCursor step = filterCursorAt(text, 25);
        QVERIFY(step.part == FilterPart::Step);
        QCOMPARE(step.typed, QStringLiteral("a b"));
        QVERIFY(filterCursorAt(QStringLiteral("verdict:mi"), 10).part == FilterPart::Verdict);
        QVERIFY(filterCursorAt(QStringLiteral("seq:1"), 5).part == FilterPart::Other);
        QVERIFY(filterCursorAt(QStringLiteral("a "), 2).part == FilterPart::Key);
        QCOMPARE(filterCursorAt(QStringLiteral("a "), 2).begin, 2);
    }
};

QTEST_GUILESS_MAIN(tst_FilterParser)
#include "tst_filterparser.moc"
