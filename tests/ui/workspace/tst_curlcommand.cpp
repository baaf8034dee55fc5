// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/curlcommand.h"

#include <QProcess>
#include <QTest>

using namespace Gapline;

class tst_CurlCommand : public QObject
{
    Q_OBJECT

private slots:
    void secretsArePlaceholders()
    {
        const QString command = curlGetEvents(QUrl(QStringLiteral("https://api.velt.dev/v2/")),
                                              ExecutionId(QStringLiteral("exec_1")),
                                              Seq{15});
        QVERIFY(command.contains(QStringLiteral("--proto =https ")));
        QVERIFY(command.contains(
            QStringLiteral("'https://api.velt.dev/v2/workflow/executions/getEvents'")));
        QVERIFY(command.contains(QStringLiteral("\"x-velt-api-key: $VELT_API_KEY\"")));
        QVERIFY(command.contains(QStringLiteral("\"x-velt-auth-token: $VELT_AUTH_TOKEN\"")));
        QVERIFY(command.endsWith(
            QStringLiteral(R"('{"data":{"executionId":"exec_1","sinceSeq":15,"pageSize":500}}')")));
    }

    void aShellReadsTheBodyBackAsItWas()
    {
        const QString id = QStringLiteral("a'b\"$(touch /tmp/x)`id`\\ \n'");
        const QString command =
            curlGetEvents(QUrl(QStringLiteral("http://127.0.0.1:1/v2/")), ExecutionId(id), Seq{0});
        // printf stands in for curl: it prints its last argument.
        QProcess shell;
        shell.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("curl() { for last; do :; done; printf %s \"$last\"; }\n") + command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(),
                 QByteArray(R"({"data":{"executionId":"a'b\"$(touch /tmp/x)`id`\\ \u000a'",)"
                            R"("sinceSeq":0,"pageSize":500}})"));
    }
};

QTEST_GUILESS_MAIN(tst_CurlCommand)
#include "tst_curlcommand.moc"
