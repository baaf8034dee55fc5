// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json.h"

#include "core/domain/eventjson.h"
#include "core/domain/jsontokens.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::json;

namespace {

const QByteArray kExample =
    json("{'eventId':'evt_abc','seq':7,'type':'step.awaiting-approval','stepId':null,"
         "'timestamp':1777374842347,'correlationId':'corr_42','data':{ 'b' : 1.50, 'a':[] }}");

} // namespace

class tst_EventJson : public QObject
{
    Q_OBJECT

private slots:
    void theFieldsOutsideTheColumnsAreRead()
    {
        const auto fields = readEventFields(kExample);
        QVERIFY(fields.has_value());
        QCOMPARE(fields->eventId.text(), QStringLiteral("evt_abc"));
        QCOMPARE(fields->correlationId, QStringLiteral("corr_42"));
        QCOMPARE(fields->data, json("{ 'b' : 1.50, 'a':[] }"));
    }

    void explicitNullAndAbsentGiveTheSame()
    {
        for (const char *raw :
             {"{'eventId':'e','data':null,'correlationId':null}", "{'eventId':'e'}"}) {
            const auto fields = readEventFields(json(raw));
            QVERIFY(fields.has_value());
            QVERIFY(fields->data.isEmpty());
            QVERIFY(fields->correlationId.isEmpty());
        }
    }

    void escapesAndNonBmpCharactersAreDecoded()
    {
        const auto fields =
            readEventFields(json("{'eventId':'a\\'b\\\\c\\n\\u00e9\\ud83d\\ude00😀'}"));
        QVERIFY(fields.has_value());
        QCOMPARE(fields->eventId.text(), QStringLiteral(u"a\"b\\c\n\u00e9\U0001F600\U0001F600"));
    }

    void aMalformedPayloadStillGivesWhatCanBeRead()
    {
        const auto surrogate = readEventFields(json("{'eventId':'e','data':{'t':'\\ud800'}}"));
        QVERIFY(surrogate.has_value());
        QCOMPARE(surrogate->data, json("{'t':'\\ud800'}"));
        const auto huge = readEventFields(json("{'data':{'n':1e999999},'eventId':'e'}"));
        QCOMPARE(huge->eventId.text(), QStringLiteral("e"));
        const auto badUtf8 = readEventFields("{\"eventId\":\"e\xff\",\"data\":null}");
        QCOMPARE(badUtf8->eventId.text(), QStringLiteral(u"e\uFFFD"));
        const auto cutOff = readEventFields(json("{'eventId':'e','data':{'t':"));
        QCOMPARE(cutOff->eventId.text(), QStringLiteral("e"));
        QVERIFY(!readEventFields("no JSON").has_value());
        QVERIFY(!readEventFields("[1]").has_value());
    }

    void compactingRemovesWhiteSpaceBetweenTokensOnly()
    {
        const QByteArray spaced =
            json("{ 'b' : 1.50 ,\n\t'a b' : [ 9007199254740993 , ' \\' ' ] }");
        QCOMPARE(compactJson(spaced), json("{'b':1.50,'a b':[9007199254740993,' \\' ']}"));
        QCOMPARE(compactJson(" [ ] "), QByteArray("[]"));
    }

    void textThatIsNoJsonComesBackUnchanged()
    {
        for (const char *text : {"",
                                 "  ",
                                 "{ ",
                                 "[1 2]",
                                 "{ \"a\" }",
                                 "\"open ",
                                 "a: b",
                                 "1 2",
                                 "{\"a\":1,}",
                                 "[1}",
                                 "{} x"}) {
            QCOMPARE(compactJson(text), QByteArray(text));
            QCOMPARE(prettyJson(text), QByteArray(text));
        }
    }

    void prettyPrintingKeepsTokensAndKeyOrder()
    {
        QCOMPARE(prettyJson(json("{'z':1.0,'a':{'e':{},'l':[]},'n':[1,'x, y',{'k':null}]}")),
                 QByteArray("{\n  \"z\": 1.0,\n  \"a\": {\n    \"e\": {},\n    \"l\": []\n  },\n"
                            "  \"n\": [\n    1,\n    \"x, y\",\n    {\n      \"k\": null\n    }\n"
                            "  ]\n}"));
        QCOMPARE(prettyJson("12345678901234567890"), QByteArray("12345678901234567890"));
    }

    void veryDeepTextIsNotIndented()
    {
        const QByteArray deep = QByteArray(100000, '[') + QByteArray(100000, ']');
        QCOMPARE(prettyJson(deep), deep);
        QCOMPARE(compactJson(deep), deep);
    }

    void prettyAndCompactAreInverse()
    {
        const QByteArray compact = compactJson(kExample);
        QCOMPARE(compactJson(prettyJson(compact)), compact);
    }

    void anythingAtAllIsSurvived()
    {
        const bool holds = rc::check("no bytes crash the readers", [] {
            const auto alphabet =
                rc::gen::elementOf(std::string("{}[]:,\"\\ \n\t1-.eutrfalsn\xff"));
            const auto text = *rc::gen::container<std::string>(alphabet);
            const QByteArray bytes = QByteArray::fromStdString(text);
            (void)readEventFields(bytes);
            const QByteArray compact = compactJson(bytes);
            RC_ASSERT(compactJson(compact) == compact);
            if (isJsonStructure(bytes))
                RC_ASSERT(compactJson(prettyJson(bytes)) == compact);
        });
        QVERIFY(holds);
    }

    void onlyPlainIntegersAreIntegers()
    {
        QCOMPARE(jsonInteger("9007199254740991"), std::optional<qint64>(9007199254740991));
        QCOMPARE(jsonInteger("-5"), std::optional<qint64>(-5));
        for (const char *token : {"9007199254740992",
                                  "1.5",
                                  "1.0",
                                  "1e3",
                                  "007",
                                  "\"7\"",
                                  "",
                                  "-",
                                  "null",
                                  "99999999999999999999999"})
            QVERIFY2(!jsonInteger(token), token);
    }
};

QTEST_GUILESS_MAIN(tst_EventJson)
#include "tst_eventjson.moc"
