// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/eventslices.h"
#include "core/report/jsonspan.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

namespace {

/// Byte by byte: where the object or array ends, and whether white space stands between its tokens.
std::pair<qsizetype, bool> slowSpan(const QByteArray &text)
{
    bool isInString = false;
    bool hasSpace = false;
    qsizetype depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString) {
            i += c == '\\' ? 1 : 0;
            isInString = c != '"';
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0)
                return {i + 1, hasSpace};
        } else {
            hasSpace |= uchar(c) <= ' ';
        }
    }
    return {text.size(), hasSpace};
}

std::pair<qsizetype, bool> span(const QByteArray &text)
{
    const JsonSpan found = spanOfNested(text.constData(), text.constData() + text.size());
    return {found.end - text.constData(), found.hasSpace};
}

bool areSame(const EventSlices &a, const EventSlices &b)
{
    return a.eventId == b.eventId && a.correlationId == b.correlationId && a.data == b.data
        && a.eventId.data() == b.eventId.data() && a.data.data() == b.data.data()
        && a.isDataCompact == b.isDataCompact;
}

rc::Gen<std::string> jsonString()
{
    return rc::gen::map(
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab {}[],:\x01\xc3\xa9"))),
        [](const std::string &text) { return '"' + text + "\\\"\\\\\""; });
}

QByteArrayList thingsThatStandBehindAnEvent()
{
    const QByteArray next = "{\"eventId\":\"e\",\"data\":{\"b\":[]}}";
    return {"", next.repeated(3), QByteArray(70, '"'), QByteArray(70, '}'), QByteArray(70, '\\')};
}

/// As findEventSlices(), and what is called plain is.
bool slicesWell(EventSlicer &slicer, const QByteArray &event, const QByteArray &behind)
{
    const QByteArray memory = event + behind;
    const QByteArrayView raw = QByteArrayView(memory).first(event.size());
    const EventSlices slices = slicer.slice(raw, memory.constEnd());
    const auto isPlain = [](QByteArrayView value) {
        return value.size() >= 2 && !value.contains('\\') && !value.contains(',')
            && !value.contains('\n') && !value.contains('\r')
            && !value.sliced(1, value.size() - 2).contains('"');
    };
    return areSame(slices, findEventSlices(raw))
        && (!slices.isEventIdPlain || isPlain(slices.eventId))
        && (!slices.isCorrelationIdPlain || isPlain(slices.correlationId));
}

} // namespace

class tst_EventSlices : public QObject
{
    Q_OBJECT

private slots:
    void aSpanEndsBehindItsLastBracketWhereverBlocksMeet()
    {
        const QByteArrayList texts{"{}x",
                                   "[[1,2],{\"a\":[3]}]]",
                                   "{\"a\":\"}]\"}}",
                                   "{\"a\":\"\\\"}\",\"b\":\"\\\\\"}]",
                                   "{\"a\": 1}",
                                   "{\"a\":\" 1 \"} ",
                                   "{\"open\":[",
                                   "{\"open\":\""};
        for (const QByteArray &text : texts) {
            for (qsizetype pad = 0; pad < 140; ++pad) {
                const QByteArray padded = "[\"" + QByteArray(pad, '-') + "\"," + text;
                QCOMPARE(span(padded), slowSpan(padded));
                const QByteArray inside =
                    text.first(1) + "\"" + QByteArray(pad, 'x') + "\"," + text.mid(1);
                QCOMPARE(span(inside), slowSpan(inside));
            }
            QCOMPARE(span(text), slowSpan(text));
        }
        const QByteArray backslashes = "[\"" + QByteArray(126, '\\') + "\"]]";
        QCOMPARE(span(backslashes), slowSpan(backslashes));
        const QByteArray odd = "[\"" + QByteArray(127, '\\') + "\"]\"]]";
        QCOMPARE(span(odd), slowSpan(odd));
    }

    void anySpanIsThatOfTheSlowWalk()
    {
        const bool holds = rc::check("the span of any text", [] {
            const auto pieces = *rc::gen::container<std::vector<std::string>>(
                rc::gen::oneOf(rc::gen::elementOf(std::vector<std::string>{
                                   "{", "}", "[", "]", ",", ":", " ", "\n", "12", "null"}),
                               jsonString()));
            QByteArray text = "[";
            for (const std::string &piece : pieces)
                text += QByteArray::fromStdString(piece);
            RC_ASSERT(span(text) == slowSpan(text));
        });
        QVERIFY(holds);
    }

    void aSlicerGivesWhatOneLookGives()
    {
        const QByteArrayList events{
            "{\"eventId\":\"e1\",\"seq\":1,\"correlationId\":\"c\",\"data\":{\"a\":[1]}}",
            "{\"eventId\":\"e2\",\"seq\":22,\"correlationId\":null,\"data\":null}",
            "{\"eventId\":\"e\\\"3\",\"seq\":3,\"correlationId\":\"c\",\"data\":{\"a\": [1]}}",
            "{\"eventId\":\"e4\",\"seq\":4,\"correlationId\":\"c\",\"data\":\"eventId\"}",
            "{\"seq\":5,\"data\":{},\"eventId\":\"e5\"}",
            "{\"seq\":6,\"data\":{\"eventId\":\"inner\"},\"eventId\":\"e6\"}",
            "{ \"eventId\" : \"e7\" , \"data\" : { \"x\" : 1 } }",
            "{ \"eventId\" : \"e8\" , \"data\" : [] } ",
            "{\"eventId\":\"first\",\"eventId\":\"second\",\"data\":1,\"data\":{}}",
            "{\"eventId\":null,\"eventId\":\"second\",\"data\":1,\"data\":{}}",
            "{\"\\u0065ventId\":\"escaped\",\"\\\\u0064ata\":7}",
            "{}",
            "{\"eventId\":}",
            "{\"eventId\":\"cut",
            "[]",
            ""};
        for (const QByteArray &behind : thingsThatStandBehindAnEvent()) {
            EventSlicer slicer;
            for (int round = 0; round < 3; ++round) {
                for (const QByteArray &event : events)
                    QVERIFY2(slicesWell(slicer, event, behind), event.constData());
            }
            for (const QByteArray &event : events) {
                for (qsizetype cut = 0; cut <= event.size(); ++cut)
                    QVERIFY2(slicesWell(slicer, event.first(cut), behind), event.constData());
            }
        }
        QCOMPARE(findEventSlices(events.at(8)).eventId.toByteArray(), QByteArray("\"first\""));
        QVERIFY(findEventSlices(events.at(9)).eventId.isEmpty());
        QCOMPARE(findEventSlices(events.at(10)).eventId.toByteArray(), QByteArray("\"escaped\""));
        QVERIFY(findEventSlices(events.at(10)).data.isEmpty());
        QVERIFY(findEventSlices(events.at(0)).isDataCompact);
        QVERIFY(!findEventSlices(events.at(2)).isDataCompact);
    }

    void anEventIsSlicedRightWhereverBlocksMeet()
    {
        for (const QByteArray &behind : thingsThatStandBehindAnEvent()) {
            EventSlicer slicer;
            for (qsizetype pad = 0; pad < 140; ++pad) {
                const QByteArray id(pad, 'i');
                const QByteArray text(140 - pad, ',');
                QVERIFY(slicesWell(slicer,
                                   "{\"eventId\":\"" + id + "\",\"seq\":1,\"data\":{\"a\":[\""
                                       + text + "}\",{}]},\"correlationId\":\"" + text + "\"}",
                                   behind));
            }
        }
    }

    void quotesAreOnlyToldWhereNoneIsEscapedAndABlockCanBeRead()
    {
        const QByteArray behind(QuoteBits::kBlock, ' ');
        const auto finds = [&behind](const QByteArray &text, qsizetype readable) {
            const QByteArray memory = text + behind;
            QuoteBits quotes;
            return quotes.find(QByteArrayView(memory).first(text.size()),
                               memory.constData() + text.size() + readable);
        };
        const QByteArray longest = '"' + QByteArray(QuoteBits::kMostBytes - 2, 'x') + '"';
        QVERIFY(finds("{\"a\":1}", 64));
        QVERIFY(!finds("{\"a\":1}", 63));
        QVERIFY(!finds("{\"a\":\"\\\"\"}", 64));
        QVERIFY(finds(longest, 64));
        QVERIFY(!finds(longest + ' ', 64));
    }
};

QTEST_GUILESS_MAIN(tst_EventSlices)
#include "tst_eventslices.moc"
