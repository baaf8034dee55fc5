// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/executionidfinder.h"

#include <QTest>

using namespace Gapline;

class tst_ExecutionIdFinder : public QObject
{
    Q_OBJECT

private slots:
    void anIdIsFoundInWhatPeoplePaste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        const QString id = QStringLiteral("exec_1777374504255_xzy43k9q");
        const auto row = [&id](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text) << id;
        };
        row("alone", "exec_1777374504255_xzy43k9q");
        row("with blanks", "  exec_1777374504255_xzy43k9q\r\n");
        row("JSON", R"({"data": {"executionId": "exec_1777374504255_xzy43k9q", "sinceSeq": 4}})");
        row("JSON in a log record",
            R"({"msg":"in","body":"{\"executionId\":\"exec_1777374504255_xzy43k9q\",\"seq\":7}"})");
        row("URL path", "https://console.velt.dev/executions/exec_1777374504255_xzy43k9q?tab=1");
        row("URL query", "https://x.test/?executionId=exec%5F1777374504255_xzy43k9q&seq=3");
        row("log line",
            "11:16:02 WARN hook execution_id=exec_1777374504255_xzy43k9q status=500 12ms");
        row("sentence", "Could you look at (exec_1777374504255_xzy43k9q), please?");
        row("the named one wins",
            R"({"idempotencyKey":"exec_other_1","executionId":"exec_1777374504255_xzy43k9q"})");
        QTest::newRow("another form") << QStringLiteral("run-42") << QStringLiteral("run-42");
        QTest::newRow("another form in a path")
            << QStringLiteral("https://x.test/v2/executions/run%2042/events")
            << QStringLiteral("run 42");
    }
    void anIdIsFoundInWhatPeoplePaste()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        const std::optional<ExecutionId> found = findExecutionId(text);
        QVERIFY(found);
        QCOMPARE(found->text(), id);
    }

    void nothingIsFoundWhereNothingIs()
    {
        QVERIFY(!findExecutionId(u""));
        QVERIFY(!findExecutionId(u"  \n "));
        QVERIFY(!findExecutionId(u"please have a look"));
        QVERIFY(!findExecutionId(u"https://console.velt.dev/"));
        QVERIFY(!findExecutionId(QString(300, u'a')));
    }

    void aHugePasteIsReadOnlyAtItsBeginning()
    {
        const QString huge(10'000'000, u' ');
        QVERIFY(!findExecutionId(QString(huge + QStringLiteral("exec_1_a x")).mid(5)));
    }
};

QTEST_GUILESS_MAIN(tst_ExecutionIdFinder)
#include "tst_executionidfinder.moc"
