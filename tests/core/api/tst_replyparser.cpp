// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json.h"

#include "core/api/replyparser.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::json;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(GAPLINE_SOURCE_DIR "/tests/data/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray eventOf(qint64 seq, const QByteArray &data = "null", const QByteArray &extra = {})
{
    return json("{'eventId':'evt_" + QByteArray::number(seq) + "','seq':" + QByteArray::number(seq)
                + ",'type':'step.completed','stepId':'step_a_1_x','timestamp':1777374842347,"
                  "'correlationId':'c','data':"
                + data + extra + "}");
}

QByteArray page(const QByteArrayList &events, qint64 cursor, const char *hasMore = "false")
{
    return json("{'result':{'executionId':'exec_1','events':[") + events.join(',')
        + json("],'nextCursor':" + QByteArray::number(cursor) + ",'hasMore':" + hasMore + "}}");
}

ErrorId errorOf(const QByteArray &body)
{
    const auto parsed = parseEventPage(body, Seq{0});
    return parsed ? ErrorId::InternalUnexpected : parsed.error().id;
}

} // namespace

class tst_ReplyParser : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentedPageParsesToEveryField()
    {
        const QByteArray body = fixture("get-events-example.json");
        const auto parsed = parseEventPage(body, Seq{0});
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->executionId.text(), QStringLiteral("exec_1777374504255_xzy43k9q"));
        QCOMPARE(parsed->nextCursor, Seq{12});
        QVERIFY(!parsed->hasMore);
        QVERIFY(!parsed->isLegacy);
        QCOMPARE(parsed->events.size(), 1U);
        const EventColumns &first = parsed->events.front();
        QCOMPARE(first.seq, Seq{7});
        QCOMPARE(toEpochMs(first.timestamp), 1777374842347);
        QCOMPARE(parsed->types.at(first.typeIndex), QByteArray("step.awaiting-approval"));
        QCOMPARE(parsed->steps.at(first.stepIndex),
                 QByteArray("step_agent-draft_..._lwofay__to__human-legal"));
        QVERIFY(!first.flags);
        const QByteArrayView raw = parsed->raw(first);
        QVERIFY(raw.startsWith("{\"eventId\"") && raw.endsWith("\"human:...\"}}"));
    }

    void theDocumentedEmptyPageMovesTheCursor()
    {
        const auto parsed = parseEventPage(fixture("get-events-empty.json"), Seq{7});
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->events.empty());
        QCOMPARE(parsed->nextCursor, Seq{12});
        QCOMPARE(parsed->sinceSeq, Seq{7});
    }

    void theDocumentedExecutionParsesToEveryField()
    {
        const auto parsed = parseExecution(fixture("get-execution-example.json"));
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->executionId.text(), QStringLiteral("exec_1777374504255_xzy43k9q"));
        QCOMPARE(parsed->status, QStringLiteral("completed"));
        QCOMPARE(toEpochMs(*parsed->startedAt), 1777374504364);
        QCOMPARE(toEpochMs(*parsed->completedAt), 1777374842347);
        QVERIFY(!parsed->cancelledAt);
        QCOMPARE(parsed->definitionId.text(), QStringLiteral("marketing-copy-approval"));
        QCOMPARE(*parsed->definitionVersion, 1);
        QCOMPARE(parsed->correlationId, QStringLiteral("corr_campaign_42"));
        QCOMPARE(parsed->idempotencyKey, QStringLiteral("campaign-42-dispatch"));
        QVERIFY(!parsed->failureReason);
        QCOMPARE(parsed->steps.size(), 1);
        const StepView &step = parsed->steps.front();
        QCOMPARE(step.stepId.text(), QStringLiteral("group_parallel-review__to__agent-publish"));
        QCOMPARE(step.nodeId.text(), QStringLiteral("agent-publish"));
        QCOMPARE(step.nodeType, QStringLiteral("agent"));
        QCOMPARE(step.status, QStringLiteral("completed"));
        QVERIFY(!step.groupId && !step.error);
        QCOMPARE(toEpochMs(*step.startedAt), 1777374841756);
        QCOMPARE(toEpochMs(*step.completedAt), 1777374841986);
        QCOMPARE(
            step.output,
            json("{'agentId':'publish-agent-v1','summary':'...','generatedAt':1777374841939}"));
    }

    void theDocumentedDefinitionIsKeptRaw()
    {
        const QByteArray body = fixture("get-definition-example.json");
        const auto parsed = parseDefinition(body);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->definitionId.text(), QStringLiteral("marketing-copy-approval"));
        QCOMPARE(parsed->name, QStringLiteral("Marketing copy approval"));
        QCOMPARE(*parsed->version, 1);
        QVERIFY(body.contains(parsed->raw) && parsed->raw.startsWith("{\"definitionId\""));
    }

    void theDocumentedErrorIsNotFound()
    {
        const auto parsed = parseExecution(fixture("error-not-found.json"));
        QCOMPARE(parsed.error().id, ErrorId::ApiNotFound);
        QVERIFY(parsed.error().message.contains(QLatin1String("ERROR_MESSAGE")));
        QCOMPARE(errorOf(fixture("error-not-found.json")), ErrorId::ApiNotFound);
    }

    void aListPageHoldsItemsAndAnOpaqueCursor()
    {
        const auto parsed = parseExecutionPage(
            json("{'result':{'items':[{'executionId':'a','status':'odd','startedAt':5,'steps':[],"
                 "'failureReason':{'code':'C','message':'m'}}],'nextCursor':'0005'}}"));
        QVERIFY(parsed.has_value());
        QCOMPARE(*parsed->nextCursor, QStringLiteral("0005"));
        QCOMPARE(parsed->items.front().status, QStringLiteral("odd"));
        QCOMPARE(parsed->items.front().failureReason->code, QStringLiteral("C"));
        const auto last = parseExecutionPage(json("{'result':{'items':[],'nextCursor':null}}"));
        QVERIFY(last.has_value() && !last->nextCursor);
        QCOMPARE(parseExecutionPage(json("{'result':{'items':7}}")).error().id,
                 ErrorId::ContractWrongType);
        QCOMPARE(parseExecutionPage(json("{'result':{'items':[{'status':'x'}]}}")).error().id,
                 ErrorId::ContractWrongType);
    }

    void everyByteOfAnEventIsKept()
    {
        const QByteArray odd = json(
            "{ 'seq' : 4 , 'zz' : [1.50, {'b':12345678901234567890e-3}],\n\t'eventId':'\\u00e9😀',"
            "'type':'future.type','timestamp':1,'correlationId':'','data' : { } }");
        const auto parsed = parseEventPage(page({eventOf(1), odd, eventOf(9)}, 9), Seq{0});
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->raw(parsed->events[1]).toByteArray(), odd);
        QCOMPARE(parsed->raw(parsed->events[2]).toByteArray(), eventOf(9));
        QCOMPARE(parsed->types.at(parsed->events[1].typeIndex), QByteArray("future.type"));
        QCOMPARE(parsed->events[1].stepIndex, kNoStep);
    }

    void whiteSpaceAndKeyOrderDoNotMatter()
    {
        const auto parsed = parseEventPage(
            json(" { 'x':[{}] , 'result' : { 'hasMore' : true , 'events' : [ \n" + eventOf(3)
                 + " ] , 'more':{'events':[]}, 'nextCursor' : 7 , 'executionId' : 'e' } } \n"),
            Seq{2});
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->hasMore);
        QCOMPARE(parsed->nextCursor, Seq{7});
        QCOMPARE(parsed->raw(parsed->events[0]).toByteArray(), eventOf(3));
    }

    void integersAreExactUpToTheLargestSafeOne()
    {
        const auto parsed =
            parseEventPage(page({eventOf(kMaxSafeInteger)}, kMaxSafeInteger), Seq{0});
        QCOMPARE(parsed->events[0].seq.value, 9007199254740991);
        QCOMPARE(parsed->nextCursor.value, 9007199254740991);
    }

    void aSeqOrTimestampThatIsNoIntegerIsRefused()
    {
        for (const char *value : {"1.5",
                                  "'7'",
                                  "1e3",
                                  "9007199254740992",
                                  "true",
                                  "[7]",
                                  "99999999999999999999999999"}) {
            const QByteArray seq = json("{'seq':" + QByteArray(value) + ",'timestamp':1}");
            const auto parsed = parseEventPage(page({eventOf(1), seq}, 9), Seq{0});
            QVERIFY2(!parsed, value);
            QCOMPARE(parsed.error().id, ErrorId::ContractWrongType);
            QVERIFY(parsed.error().message.contains(QLatin1String("seq of event 2 is")));
            const QByteArray time = json("{'seq':7,'timestamp':" + QByteArray(value) + "}");
            QCOMPARE(errorOf(page({time}, 9)), ErrorId::ContractWrongType);
        }
        QCOMPARE(errorOf(page({json("{'timestamp':1}")}, 9)), ErrorId::ContractWrongType);
    }

    void wrongTypesInTheFrameAreRefused()
    {
        const QByteArrayList bodies{
            "{'result':7}",
            "{'result':{}}",
            "{'result':{'events':null}}",
            "{'result':{'events':{}}}",
            "{'result':{'events':[7]}}",
            "{'result':{'executionId':7,'events':[],'nextCursor':1,'hasMore':false}}",
            "{'result':{'executionId':'e','events':[],'nextCursor':'1','hasMore':false}}",
            "{'result':{'executionId':'e','events':[],'nextCursor':1.0,'hasMore':false}}",
            "{'result':{'executionId':'e','events':[],'nextCursor':1,'hasMore':'no'}}",
            "{'result':{'executionId':'e','events':[],'nextCursor':1}}",
            "{'result':{'executionId':'e','events':[],'hasMore':false}}",
            "{'result':{'events':[{'seq':1,'type':5}],'nextCursor':1,'hasMore':false}}",
            "{'result':{'events':[{'seq':1,'stepId':5}],'nextCursor':1,'hasMore':false}}",
        };
        for (const QByteArray &body : bodies)
            QVERIFY2(errorOf(json(body)) == ErrorId::ContractWrongType, body.constData());
    }

    void aWrongFieldOfThePageIsNotPutDownToAnEvent()
    {
        const QByteArray body = page({eventOf(1)}, 9).replace(":9,", json(":'9',"));
        const auto parsed = parseEventPage(body, Seq{4});
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().message,
                 QStringLiteral("nextCursor is \"9\", where an integer of at most 2^53 - 1 is "
                                "documented (page after seq 4)."));
    }

    void whatIsNoEnvelopeIsABadAnswer()
    {
        const QByteArray whole = page({eventOf(1), eventOf(2)}, 2);
        for (const QByteArray &body : {QByteArray(),
                                       QByteArray("  \n"),
                                       QByteArray("<html>502</html>"),
                                       QByteArray("[]"),
                                       QByteArray("{}"),
                                       QByteArray("7"),
                                       whole + "x",
                                       whole + whole,
                                       "x" + whole})
            QVERIFY2(errorOf(body) == ErrorId::NetworkBadAnswer, body.constData());
        for (qsizetype cut = 0; cut < whole.size(); ++cut)
            QCOMPARE(errorOf(whole.first(cut)), ErrorId::NetworkBadAnswer);
    }

    void anOlderAnswerIsOneCompletePageUpToItsLastSeq()
    {
        const auto parsed =
            parseEventPage(json("{'result':{'events':[" + eventOf(4) + "]}}"), Seq{2});
        QVERIFY(parsed->isLegacy);
        QVERIFY(!parsed->hasMore);
        QCOMPARE(parsed->nextCursor, Seq{4});
        const auto empty = parseEventPage(json("{'result':{'events':[]}}"), Seq{2});
        QCOMPARE(empty->nextCursor, Seq{2});
    }

    void aMalformedEventNeverBlocksTheOthers_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("lone surrogate") << QByteArray("{'t':'\\ud800'}");
        QTest::newRow("number beyond 64 bits") << QByteArray("[123456789012345678901234567890]");
        QTest::newRow("number beyond double") << QByteArray("1e99999");
        QTest::newRow("bad UTF-8") << QByteArray("{'t':'\xff\xfe'}");
        QTest::newRow("bad escape") << QByteArray("'\\x'");
        QTest::newRow("control character") << QByteArray("'\x01'");
        QTest::newRow("bare word") << QByteArray("NaN");
        QTest::newRow("too deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
    }

    void aMalformedEventNeverBlocksTheOthers()
    {
        QFETCH(QByteArray, data);
        for (int bad = 1; bad <= 100; ++bad) {
            QByteArrayList events;
            for (int seq = 1; seq <= 100; ++seq)
                events << eventOf(seq, seq == bad ? data : QByteArray("{'n':1}"));
            const auto parsed = parseEventPage(page(events, 104, "true"), Seq{0});
            QVERIFY(parsed.has_value());
            QCOMPARE(parsed->events.size(), 100U);
            QCOMPARE(parsed->nextCursor, Seq{104});
            for (int i = 0; i < 100; ++i) {
                const EventColumns &columns = parsed->events[size_t(i)];
                QCOMPARE(columns.seq, Seq{i + 1});
                QCOMPARE(columns.flags.testFlag(EventFlag::MalformedPayload), i + 1 == bad);
                QCOMPARE(parsed->raw(columns).toByteArray(), events[i]);
            }
        }
    }

    void aTimestampThatIsAbsentOrNullIsToldFromOneThatIsZero()
    {
        const QByteArray rest = "'type':'t','eventId':'e','correlationId':'c'}";
        const auto parsed = parseEventPage(page({json("{'seq':1," + rest),
                                                 json("{'seq':2,'timestamp':null," + rest),
                                                 json("{'seq':3,'timestamp':0," + rest)},
                                                3),
                                           Seq{0});
        QCOMPARE(parsed->events[0].flags, EventFlags(EventFlag::NoTimestamp));
        QCOMPARE(parsed->events[1].flags, EventFlags(EventFlag::NoTimestamp));
        QCOMPARE(parsed->events[2].flags, EventFlags());
    }

    void aLargePageGivesTheSameAsASmallOne()
    {
        // Beyond 8 MiB a page is read event by event, so that dense JSON cannot take many times its size in memory.
        QByteArrayList events;
        for (int seq = 1; seq <= 3; ++seq)
            events << json("{'seq':" + QByteArray::number(seq)
                           + ",'type':'t','timestamp':5,'eventId':'e','correlationId':'c','data':"
                             "{'n':'")
                    + QByteArray(3 << 20, 'x') + "\"}}";
        events << json("{'seq':4,'type':'t','timestamp':5,'eventId':'e','correlationId':'c',"
                       "'data':{'x':'\\ud800'}}");
        const QByteArray body = page(events, 9);
        QVERIFY(body.size() > (8 << 20));
        const auto parsed = parseEventPage(body, Seq{0});
        QVERIFY(parsed);
        QCOMPARE(parsed->events.size(), size_t(4));
        for (size_t i = 0; i < 4; ++i) {
            const EventColumns &event = parsed->events[i];
            QCOMPARE(event.seq, Seq{qint64(i) + 1});
            QCOMPARE(body.mid(event.rawOffset, event.rawLength), events.at(qsizetype(i)));
            QCOMPARE(event.flags.testFlag(EventFlag::MalformedPayload), i == 3);
        }
        events[1] =
            json("{'seq':2,'timestamp':5,'data':{'n':'") + QByteArray(5 << 20, 'x') + "\"}}";
        QCOMPARE(errorOf(page(events, 9)), ErrorId::NetworkTooLarge);
    }

    void anEventThatLacksAFieldIsKeptAndFlagged()
    {
        const QByteArray lacking =
            json("{'seq':2,'type':'step.failed','timestamp':5,'eventId':'e'}");
        const auto parsed = parseEventPage(page({eventOf(1), lacking}, 2), Seq{0});
        QVERIFY(parsed->events[1].flags.testFlag(EventFlag::MalformedPayload));
        QVERIFY(!parsed->events[0].flags);
        // stepId and data may be absent or null without any harm.
        const QByteArray bare =
            json("{'seq':2,'type':'t','timestamp':5,'eventId':'e','correlationId':'c'}");
        QVERIFY(!parseEventPage(page({bare}, 2), Seq{0})->events[0].flags);
    }

    void anOddFieldThatIsNoColumnIsKeptAndFlagged()
    {
        for (const char *field : {"'eventId':7", "'correlationId':[]", "'data':'text'"}) {
            // The last of a repeated key is the one that counts.
            const QByteArray odd = eventOf(2, "null", "," + QByteArray(field));
            const auto parsed = parseEventPage(page({eventOf(1), odd}, 2), Seq{0});
            QVERIFY2(parsed.has_value(), field);
            QVERIFY2(parsed->events[1].flags.testFlag(EventFlag::MalformedPayload), field);
            QCOMPARE(parsed->raw(parsed->events[1]).toByteArray(), odd);
        }
    }

    void anEventNeverSwallowsTheNext()
    {
        // Brackets that do not match make the page unreadable rather than hide seq 2 inside seq 1.
        const QByteArray body = json("{'result':{'executionId':'e','events':[{'seq':1,'data':[},"
                                     "{'seq':2]}],'nextCursor':2,'hasMore':false}}");
        QCOMPARE(errorOf(body), ErrorId::NetworkBadAnswer);
    }

    void anEventBeyondItsLimitIsRefused()
    {
        const QByteArray large = eventOf(2, "'" + QByteArray(kMaxEventBytes, 'x') + "'");
        const auto parsed = parseEventPage(page({eventOf(1), large}, 2), Seq{0});
        QCOMPARE(parsed.error().id, ErrorId::NetworkTooLarge);
    }

    void noMutationCrashesTheParsers()
    {
        const QByteArray whole = page(
            {eventOf(1, "{'a':[1,2,{'b':null}]}"), eventOf(5), eventOf(6, "'\\ud83d\\ude00'")}, 9);
        const bool holds = rc::check("a mutated page parses or fails, and slices stay inside", [&] {
            QByteArray body = whole;
            const auto mutations = *rc::gen::container<std::vector<std::pair<unsigned, unsigned>>>(
                rc::gen::arbitrary<std::pair<unsigned, unsigned>>());
            static constexpr char kInteresting[] = "{}[]\",:\\0-9e.nu\xff";
            for (const auto &[where, what] : mutations) {
                const auto at = qsizetype(where % unsigned(body.size() + 1));
                const char byte = kInteresting[what % (sizeof(kInteresting) - 1)];
                if (what % 3 == 0)
                    body.insert(at, byte);
                else if (what % 3 == 1)
                    body.remove(at, 1);
                else if (at < body.size())
                    body[at] = byte;
            }
            if (const auto parsed = parseEventPage(body, Seq{0})) {
                for (const EventColumns &columns : parsed->events) {
                    const QByteArrayView raw = parsed->raw(columns);
                    RC_ASSERT(raw.startsWith('{') && raw.endsWith('}'));
                }
            }
            (void)parseExecution(body);
            (void)parseExecutionPage(body);
            (void)parseDefinition(body);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_ReplyParser)
#include "tst_replyparser.moc"
