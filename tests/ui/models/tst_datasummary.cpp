// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/datasummary.h"

#include <QTest>

using namespace Gapline;

class tst_DataSummary : public QObject
{
    Q_OBJECT

private slots:
    void aLineTellsWhatMattersOfEachType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("line");

        const auto row =
            [](const char *name, const char *type, const char *data, const char *line) {
                QTest::newRow(name)
                    << QByteArray(type) << QByteArray(data) << QString::fromUtf8(line);
            };
        row("human",
            "step.awaiting-approval",
            "{\"waitingForReviewers\":1,\"mandatoryCount\":1,\"resumeKey\":\"human:...\"}",
            "waitingForReviewers 1 · mandatory 1");
        row("agent",
            "step.awaiting-approval",
            "{\"agentId\":\"publish-agent-v1\",\"agentExecutionId\":\"x\",\"pollIntervalMs\":5000}",
            "agentId publish-agent-v1");
        row("decision",
            "step.completed",
            "{\"aggregatorStatus\":\"approved\",\"nodeType\":\"human\",\"decision\":\"approve\"}",
            "decision approve");
        row("only quiet keys", "step.completed", "{\"nodeType\":\"human\"}", "nodeType human");
        row("breach", "step.breached", "{\"reason\":\"sla-exceeded\"}", "reason sla-exceeded");
        row("failure",
            "step.failed",
            "{\"httpStatus\":503,\"latencyMs\":120,\"retryClass\":\"transient\"}",
            "httpStatus 503 · latencyMs 120 · retryClass transient");
        row("quorum",
            "group.quorum-met",
            "{\"groupId\":\"g\",\"total\":2,\"quorum\":2,\"completedTotal\":2,\"expectedSteps\":["
            "\"a\",\"b\"]}",
            "total 2 · quorum 2 · completed 2");
        row("null", "execution.completed", "null", "");
        row("absent", "execution.completed", "", "");
        row("empty", "execution.completed", "{}", "");
        row("unknown keys",
            "step.teleported",
            " { \"to\" : \"mars\", \"at\":1 , \"ok\":true,\"why\":null } ",
            "to mars · at 1 · ok true · why null");
        row("known and unknown keys",
            "step.breached",
            "{\"extra\":1,\"reason\":\"x\"}",
            "reason x · extra 1");
        row("big integers keep their digits",
            "x",
            "{\"n\":123456789012345678901234567890}",
            "n 123456789012345678901234567890");
        row("escapes",
            "x",
            "{\"\\u006b\":\"a\\n\\\"b\\\"\\\\ \\ud83d\\ude00\"}",
            "k a[U+000A]\"b\"\\ 😀");
        row("bidi",
            "x",
            "{\"k\":\"a\xe2\x80\xae"
            "b\"}",
            "k a[U+202E]b");
        row("nested",
            "x",
            "{\"failureReason\":{\"code\":\"E1\",\"message\":\"}\"},\"z\":[1,2]}",
            "failureReason {\"code\":\"E1\",\"message\":\"}\"} · z [1,2]");
        row("no object", "x", "[1,2,3]", "[1,2,3]");
        row("cut off", "x", "{\"a\":1,\"b\":\"unfin", "a 1 · b unfin");
        row("rubbish", "x", "{:,,", "{:,,");
    }

    void aLineTellsWhatMattersOfEachType()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QFETCH(QString, line);
        QCOMPARE(dataSummary(type, data), line);
    }

    void longAndDeepValuesAreShortened()
    {
        const QByteArray deep(1000000, '[');
        QVERIFY(dataSummary("x", "{\"a\":" + deep).size() < 80);
        const QByteArray wide = "{\"a\":\"" + QByteArray(1000000, 'x') + "\"}";
        QVERIFY(dataSummary("x", wide).size() < 140);
    }

    void theWholeEventGivesTheSameLine()
    {
        QCOMPARE(
            eventSummary("step.breached",
                         "{\"eventId\":\"e\",\"data\":{\"reason\":\"sla-exceeded\"},\"seq\":1}"),
            QStringLiteral("reason sla-exceeded"));
        QCOMPARE(eventSummary("step.breached", "{\"eventId\":\"e\"}"), QString());
    }
};

QTEST_GUILESS_MAIN(tst_DataSummary)
#include "tst_datasummary.moc"
