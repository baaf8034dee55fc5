// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "app/cli/sandboxcommand.h"
#include "core/sandbox/scenario.h"

#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Gapline;

class tst_SandboxCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QCOMPARE(::pipe2(m_out, O_NONBLOCK), 0);
        QCOMPARE(::pipe2(m_error, O_NONBLOCK), 0);
    }

    void cleanup()
    {
        for (const int descriptor : {m_out[0], m_out[1], m_error[0], m_error[1]})
            ::close(descriptor);
    }

    void itServesUntilInterrupted()
    {
        QByteArray printed;
        bool isConnected = false;
        // Runs once the command's event loop does, as a script would beside it.
        QTimer::singleShot(0, this, [&] {
            printed = readAll(m_out[0]);
            const QUrl url(QString::fromLatin1(printed.left(printed.indexOf('\n'))));
            QTcpSocket socket;
            socket.connectToHost(url.host(), quint16(url.port()));
            isConnected = socket.waitForConnected();
            ::raise(SIGINT);
        });
        const Result<ExitStatus> status = run({QStringLiteral("--executions"),
                                               QStringLiteral("3"),
                                               QStringLiteral("--now"),
                                               QStringLiteral("2026-04-28T12:00:00Z")});
        QVERIFY(status);
        QCOMPARE(int(*status), 130);
        QVERIFY(isConnected);
        const QList<QByteArray> lines = printed.split('\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].startsWith("http://127.0.0.1:") && lines[0].endsWith("/v2/"));
        QCOMPARE(lines[1], QByteArray("VELT_API_KEY=sandbox-key"));
        QCOMPARE(lines[2], QByteArray("VELT_AUTH_TOKEN=sandbox-token"));
        QVERIFY(lines[3].startsWith("EXECUTION=exec_17773"));
        QVERIFY(lines[4].isEmpty());
        QVERIFY(readAll(m_error[0]).contains("export VELT_API_KEY=sandbox-key"));
    }

    void theExecutionAskedForIsTheOneNamed()
    {
        QByteArray printed;
        QTimer::singleShot(0, this, [&] {
            printed = readAll(m_out[0]);
            ::raise(SIGINT);
        });
        const QStringList words{QStringLiteral("--now"), QStringLiteral("2026-04-28T12:00:00Z")};
        QVERIFY(run(words + QStringList{QStringLiteral("--events"), QStringLiteral("50")}));
        const SandboxOptions options{1, 60, 50, fromEpochMs(1777377600000), 1};
        const Scenario scenario(options, m_clock);
        const QList<QByteArray> lines = printed.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[3], "EXECUTION=" + scenario.largest().text().toUtf8());
        QCOMPARE(lines[4], "SHOWCASE=" + scenario.showcase().text().toUtf8());
        QVERIFY(scenario.largest() != scenario.showcase());
        QVERIFY(readAll(m_error[0])
                    .contains("gapline sync " + scenario.largest().text().toUtf8() + ' '));
    }

    void theReceiverLogIsWrittenBeforeItServes()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("log.ndjson"));
        QByteArray log;
        QTimer::singleShot(0, this, [&] {
            QFile reader(file);
            if (reader.open(QIODevice::ReadOnly))
                log = reader.readAll();
            ::raise(SIGTERM);
        });
        QVERIFY(run({QStringLiteral("--receiver-log"), file}));
        QVERIFY(log.count('\n') > 500);
        QVERIFY(log.startsWith("{\"receivedAt\":\"") && log.endsWith("}\n"));
    }

    void aReceiverLogThatCannotBeWrittenIsAnError()
    {
        const Result<ExitStatus> status =
            run({QStringLiteral("--receiver-log"), QStringLiteral("/nonexistent/log")});
        QVERIFY(!status);
        QCOMPARE(int(status.error().exitStatus()), 7);
        QVERIFY(status.error().message.contains(QLatin1String("/nonexistent/log")));
    }

    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("port") << QStringList{QStringLiteral("--port"), QStringLiteral("65536")};
        QTest::newRow("seed") << QStringList{QStringLiteral("--seed"), QStringLiteral("x")};
        QTest::newRow("executions")
            << QStringList{QStringLiteral("--executions"), QStringLiteral("-1")};
        QTest::newRow("events") << QStringList{QStringLiteral("--events"), QStringLiteral("1.5")};
        QTest::newRow("speed") << QStringList{QStringLiteral("--speed"), QStringLiteral("-2")};
        QTest::newRow("speed without end")
            << QStringList{QStringLiteral("--speed"), QStringLiteral("inf")};
        QTest::newRow("now") << QStringList{QStringLiteral("--now"), QStringLiteral("yesterday")};
        QTest::newRow("incident") << QStringList{QStringLiteral("--incident"),
                                                 QStringLiteral("flood,1,2")};
        QTest::newRow("incident without length")
            << QStringList{QStringLiteral("--incident"), QStringLiteral("outage,1")};
        QTest::newRow("argument") << QStringList{QStringLiteral("exec_1")};
    }

    void wrongOptionsAreRefused()
    {
        QFETCH(QStringList, words);
        const Result<ExitStatus> status = run(words);
        QVERIFY(!status);
        QCOMPARE(int(status.error().exitStatus()), 2);
        QVERIFY2(status.error().message.contains(words.last()), qPrintable(status.error().message));
        QVERIFY2(status.error().message.endsWith(u'.'), qPrintable(status.error().message));
        QVERIFY(readAll(m_out[0]).isEmpty());
    }

    void anIncidentOfNoReceiverIsRefused()
    {
        const Result<ExitStatus> status =
            run({QStringLiteral("--incident"), QStringLiteral("outage,1,2")});
        QVERIFY(!status);
        QCOMPARE(int(status.error().exitStatus()), 2);
        QVERIFY(status.error().message.contains(QLatin1String("--receiver-log")));
    }

    void aPortInUseIsSaidWithWhatToDo()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const Result<ExitStatus> status =
            run({QStringLiteral("--port"), QString::number(other.serverPort())});
        QVERIFY(!status);
        QCOMPARE(int(status.error().exitStatus()), 2);
        const QString message = status.error().message;
        QVERIFY2(message.contains(QString::number(other.serverPort())), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("Choose another --port")), qPrintable(message));
    }

private:
    Result<ExitStatus> run(const QStringList &words)
    {
        SandboxCommand command;
        Console console(m_out[1], m_error[1]);
        Interrupt interrupt;
        CliContext context(console, interrupt, m_clock);
        const Result<Arguments> arguments = Arguments::parse(command, words);
        if (!arguments)
            return Failure(arguments.error());
        return command.run(*arguments, context);
    }

    static QByteArray readAll(int descriptor)
    {
        QByteArray text(64 * 1024, Qt::Uninitialized);
        const ssize_t count = ::read(descriptor, text.data(), size_t(text.size()));
        return text.left(std::max<qsizetype>(0, count));
    }

    SystemClock m_clock;
    int m_out[2] = {-1, -1};
    int m_error[2] = {-1, -1};
};

QTEST_GUILESS_MAIN(tst_SandboxCommand)
#include "tst_sandboxcommand.moc"
