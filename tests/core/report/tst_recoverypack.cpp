// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/report/findingreport.h"
#include "core/report/recoverypack.h"

#include <QBuffer>
#include <QProcess>
#include <QTest>

using namespace Gapline;
using Gapline::Test::at;
using Gapline::Test::Scene;
using Gapline::Test::StreamBuilder;

class tst_RecoveryPack : public QObject
{
    Q_OBJECT

private slots:
    void theShellReadsQuotedTextsBackUnchanged()
    {
        for (const QByteArray &text : {QByteArray("plain"),
                                       QByteArray("it's $HOME `id` \"x\" \\ !"),
                                       QByteArray("'''"),
                                       QByteArray("two\nlines"),
                                       QByteArray("-n"),
                                       QByteArray("")}) {
            QProcess shell;
            const QString script =
                QStringLiteral("printf '%s' ") + QString::fromUtf8(shellQuoted(text));
            shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), script});
            QVERIFY(shell.waitForFinished());
            QCOMPARE(shell.readAllStandardOutput(), text);
        }
    }

    void bodiesHaveTheDocumentedShapeAndKeepValuesAsSent()
    {
        ReconcileExecution execution;
        execution.definitionId = DefinitionId(QStringLiteral("marketing-copy-approval"));
        execution.stream = StreamBuilder(QStringLiteral("exec_1"))
                               .event(7, "step.failed", "step_a", 1777363500000)
                               .event(8, "execution.failed", {}, 1777363500001)
                               .build();
        const auto body = webhookBody(
            execution,
            0,
            "{\"eventId\":\"e\",\"seq\":7,\"type\":\"step.failed\",\"correlationId\":\"c\\u00e9\","
            "\"data\":{\"z\": 9007199254740993, \"a\":1.50}}");
        QVERIFY(body);
        QCOMPARE(*body,
                 QByteArray(
                     "{\"event\":\"step.failed\",\"executionId\":\"exec_1\",\"definitionId\":"
                     "\"marketing-copy-approval\",\"stepId\":\"step_a\",\"seq\":7,\"timestamp\":"
                     "\"2026-04-28T08:05:00.000Z\",\"correlationId\":\"c\\u00e9\",\"data\":{\"z\":"
                     "9007199254740993,\"a\":1.50}}"));
        const auto bare = webhookBody(execution, 1, "{\"seq\":8,\"data\":null}");
        QVERIFY(bare && bare->contains("\"stepId\":null")
                && bare->endsWith("\"correlationId\":null,\"data\":null}"));
        QVERIFY(!webhookBody(execution, 0, "{\"seq\":"));
    }

    void readingStartsRightBeforeTheFirstMissedEvent()
    {
        Scene scene(StreamBuilder()
                        .event(4, "step.completed", {}, toEpochMs(at(0)))
                        .event(9, "step.completed", {}, toEpochMs(at(10)))
                        .event(12, "step.completed", {}, toEpochMs(at(20)))
                        .scanned(0, 12)
                        .complete()
                        .build());
        scene.span(0, 5000).add(Scene::row(4, 0, 0, 200));
        const Reconciliation result = scene.run();
        const auto since = recoverySince(makeReport(scene.input(), result));
        QCOMPARE(since.size(), 1U);
        QCOMPARE(since[0].sinceSeq, Seq{8});
        QCOMPARE(since[0].missed, 2);
    }

    void theHtmlReportIsInert()
    {
        const QString evil = QStringLiteral("<script>alert(1)</script>\"'&\u202e");
        Scene scene(StreamBuilder(evil)
                        .event(1, "<img src=x>", {}, toEpochMs(at(0)))
                        .scanned(0, 1)
                        .complete()
                        .build());
        scene.span(0, 5000);
        Delivery foreign = Scene::row(1, 1);
        foreign.executionId = "<b>elsewhere</b>";
        scene.add(foreign);
        const Reconciliation result = scene.run();
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY(writeFindingHtml(makeReport(scene.input(), result), TimeZoneChoice::Utc, out));
        const QByteArray html = out.data();
        QVERIFY(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"));
        QVERIFY(html.contains("&lt;script&gt;") && html.contains("[U+202E]"));
        QVERIFY(!html.contains("http://") && !html.contains("https://"));
        QVERIFY(html.contains("Compared 1 execution:"));
        QVERIFY(html.contains("<td class=\"missed\">missed</td>"));
    }
};

QTEST_GUILESS_MAIN(tst_RecoveryPack)
#include "tst_recoverypack.moc"
