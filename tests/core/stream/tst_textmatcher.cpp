// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/textmatcher.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

static bool matches(const QString &text, const QByteArray &json)
{
    EventFilter filter;
    filter.text = text;
    return TextMatcher(filter).matches(json);
}

class tst_TextMatcher : public QObject
{
    Q_OBJECT

private slots:
    void everyWordMustOccur()
    {
        const QByteArray json = "{\"type\":\"step.failed\",\"data\":{\"reason\":\"Time-Out\"}}";
        QVERIFY(matches(QStringLiteral("failed"), json));
        QVERIFY(matches(QStringLiteral("  reason\tFAILED "), json));
        QVERIFY(!matches(QStringLiteral("failed absent"), json));
        QVERIFY(matches(QString(), json));
        QVERIFY(matches(QStringLiteral("{"), json));
        QVERIFY(matches(QStringLiteral("}}"), json));
        QVERIFY(!matches(QStringLiteral("}}}"), json));
        QVERIFY(!matches(QStringLiteral("x"), QByteArray()));
    }

    void caseIsIgnoredBeyondAscii()
    {
        QVERIFY(matches(QStringLiteral("TIME-out"), "{\"a\":\"Time-Out\"}"));
        QVERIFY(matches(QStringLiteral("ÜBER"), "{\"a\":\"über\"}"));
        // The Kelvin sign is a K, on either side.
        QVERIFY(matches(QStringLiteral("\u212a"), "{\"a\":\"k\"}"));
        QVERIFY(matches(QStringLiteral("k"), "{\"a\":\"\xe2\x84\xaa\"}"));
        QVERIFY(!matches(QStringLiteral("ü"), "{\"a\":\"u\"}"));
        QVERIFY(matches(QStringLiteral("straSSe"), "{\"a\":\"STRASSE\"}"));
        QVERIFY(matches(QStringLiteral("\U0001F600"), "{\"a\":\"\xf0\x9f\x98\x80\"}"));
    }

    void escapesAreFoundAsTheyRead()
    {
        QVERIFY(matches(QStringLiteral("über"), "{\"a\":\"\\u00dcber\"}"));
        QVERIFY(matches(QStringLiteral("\U0001F600"), "{\"a\":\"\\ud83d\\uDE00\"}"));
        QVERIFY(matches(QStringLiteral("a/b"), "{\"a\":\"a\\/b\"}"));
        QVERIFY(matches(QStringLiteral("say"), "{\"a\":\"\\u0073ay\"}"));
        QVERIFY(matches(QStringLiteral("\"hi\""), "{\"a\":\"\\\"hi\\\"\"}"));
        // The JSON itself, as someone pastes it, is found too.
        QVERIFY(matches(QStringLiteral("\\u00dc"), "{\"a\":\"\\u00dc\"}"));
        QVERIFY(!matches(QStringLiteral("b"), "{\"a\":\"\\u\"}"));
        QVERIFY(!matches(QStringLiteral("b"), "{\"a\":\"\\"));
        QVERIFY(matches(QStringLiteral("a"), "\xff\xfe{\"a\":\"\\"));
    }

    void wordsOfAnyShapeAreFoundAsAPlainSearchFindsThem()
    {
        QVERIFY(rc::check([] {
            const auto letters =
                rc::gen::container<std::string>(rc::gen::element('a', 'B', 'e', '"', 'x'));
            const auto text = QByteArray::fromStdString(*letters);
            const auto word = QByteArray::fromStdString(*letters);
            RC_PRE(!word.isEmpty());
            RC_ASSERT(matches(QString::fromLatin1(word), text)
                      == text.toLower().contains(word.toLower()));
        }));
    }

    void aBodyIsSearchedForItsOwnEventsAlone()
    {
        SegmentBody one{1, "{\"a\":\"yes\"}{\"a\":\"no\"}", false};
        StringTable types;
        types.intern("t");
        std::vector<EventColumns> events(2);
        events[0].seq = {1};
        events[0].rawLength = 11;
        events[1].seq = {2};
        events[1].rawOffset = 11;
        events[1].rawLength = 10;
        EventStream::Builder builder{ExecutionId()};
        builder.add(1, events, types, {});
        events[0].seq = {3};
        events[1].seq = {4};
        builder.add(2, events, types, {});
        const EventStreamPtr stream = builder.build();
        EventFilter filter;
        filter.text = QStringLiteral("YES");
        const TextMatcher matcher(filter);
        QCOMPARE(matchText(*stream, {0, 1, 2, 3}, matcher, one), EventIndexes{0});
        QCOMPARE(matchText(*stream, {1, 2}, matcher, one), EventIndexes{});
        one.bytes.clear(); // a damaged body
        QCOMPARE(matchText(*stream, {0, 1}, matcher, one), EventIndexes{});
    }
};

QTEST_GUILESS_MAIN(tst_TextMatcher)
#include "tst_textmatcher.moc"
