// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"
#include "tests/support/programrun.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTest>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

const QList<qint64> kSeqs{1, 4, 7, 8, 12};

struct Canary
{
    const char *variable;
    QByteArray value;
};

/// With characters that change in each encoding.
const QList<Canary> kCanaries{{"VELT_API_KEY", "canary+key/5fd1~qzW"},
                              {"VELT_AUTH_TOKEN", "canary&token=77ab%xY"},
                              {"RECEIVER_SECRET", "whsec_canary+hook/91c3"}};

QByteArray utf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
}

QByteArrayList encodingsOf(const QByteArray &secret)
{
    return {secret,
            secret.toBase64(QByteArray::OmitTrailingEquals),
            secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            secret.toHex(),
            secret.toPercentEncoding(),
            utf16(secret)};
}

/// The canary that the text holds in some encoding; empty when it holds none.
QByteArray findCanary(const QByteArray &text)
{
    for (const Canary &canary : kCanaries) {
        for (const QByteArray &form : encodingsOf(canary.value)) {
            if (text.contains(form) || text.toLower().contains(form.toLower()))
                return QByteArray(canary.variable) + " as " + form;
        }
    }
    return {};
}

QByteArray fileOf(qint64 process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// P10: secrets stay in. The real program, every place that it writes to, six encodings.
class tst_Secrets : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_run = std::make_unique<ProgramRun>();
        m_proxyConnections = 0;
        m_proxy = std::make_unique<QTcpServer>();
        QVERIFY(m_proxy->listen(QHostAddress::LocalHost));
        connect(m_proxy.get(), &QTcpServer::newConnection, this, [this] { ++m_proxyConnections; });
        const QString proxy = QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->serverPort());
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
            m_run->environment.insert(QString::fromLatin1(name), proxy);
        for (const Canary &canary : kCanaries)
            m_run->environment.insert(QString::fromLatin1(canary.variable),
                                      QString::fromLatin1(canary.value));
        m_run->environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                                  QStringLiteral("*.debug=true;qt.*=false"));
        m_run->environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    void cleanup()
    {
        QCOMPARE(m_proxyConnections, 0);
        checkFiles();
        m_run.reset();
    }

    void theSearchFindsEachCanaryInEachEncoding()
    {
        for (const Canary &canary : kCanaries) {
            for (const QByteArray &form : encodingsOf(canary.value))
                QVERIFY(!findCanary("before " + form + " behind").isEmpty());
        }
        QVERIFY(findCanary("nothing here").isEmpty());
    }

    void neitherAnEchoNorARedirectNorARefusalTellsThem_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("echo") << Fault::EchoSecrets << 4;
        QTest::newRow("echo in a redirect") << Fault::EchoInRedirect << 5;
        QTest::newRow("redirect") << Fault::Redirect307 << 5;
        QTest::newRow("denied") << Fault::PermissionDenied << 4;
        QTest::newRow("expired") << Fault::Unauthenticated << 4;
        QTest::newRow("web page") << Fault::Html200 << 5;
        QTest::newRow("gateway") << Fault::Html502 << 5;
        QTest::newRow("limited") << Fault::TooMany429 << 5;
        QTest::newRow("cut off") << Fault::CutGzip << 5;
        QTest::newRow("closed") << Fault::CloseAtOnce << 5;
        QTest::newRow("not found") << Fault::NotFound << 3;
        QTest::newRow("contract") << Fault::Descending << 6;
    }

    void neitherAnEchoNorARedirectNorARefusalTellsThem()
    {
        QFETCH(Fault, fault);
        QFETCH(int, status);
        FaultServer target(kSeqs, 15);
        FaultServer server(kSeqs, 15);
        server.setRedirectTarget(target.baseUrl().toEncoded());
        server.failFrom(2, fault);
        const ProgramOutcome outcome = gapline(
            server, {"sync", "exec_fault", "--page-size", "2", "--retries", "0", "--verbose"});
        QCOMPARE(outcome.status, status);
        QCOMPARE(target.count(), 0);
        QVERIFY(server.seen().constFirst().headers.contains(kCanaries.at(0).value)); // It was sent.
    }

    void noAnswerTellsThemThoughItsHttpStatusIsGood_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        const QByteArray key = kCanaries.at(0).value;
        QByteArray byNumber;
        for (const char c : key)
            byNumber += "\\u00" + QByteArray(1, c).toHex();
        QTest::newRow("a refusal that escapes each character") << QByteArray(
            R"({"error":{"status":"PERMISSION_DENIED","message":"bad )" + byNumber + R"("}})")
                                                               << 4;
        QTest::newRow("a page of an execution of that name")
            << QByteArray(R"({"result":{"executionId":")" + key
                          + R"(","events":[],"nextCursor":1,"hasMore":false}})")
            << 6;
    }

    /// What a page says that breaks the contract is shown, and kept in the cache.
    void noAnswerTellsThemThoughItsHttpStatusIsGood()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        FaultServer server(kSeqs, 15);
        server.makePagesBy([answer](const PageAsked &) { return answer; });
        const ProgramOutcome outcome =
            gapline(server, {"sync", "exec_fault", "--retries", "0", "--verbose"});
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.error.contains("[secret]"));
    }

    void outputsAndExportsHoldNone()
    {
        FaultServer server(kSeqs, 15);
        QCOMPARE(gapline(server, {"sync", "exec_fault", "--verbose"}).status, 0);
        for (const char *format : {"table", "csv", "ndjson"})
            QCOMPARE(gapline(server, {"events", "exec_fault", "--format", format}).status, 0);
        QCOMPARE(
            gapline(server, {"events", "exec_fault", "--format", "csv", "--output", path("e.csv")})
                .status,
            0);
        QCOMPARE(gapline(server, {"gaps", "exec_fault", "--format", "json"}).status, 0);
        QFile log(m_run->path(QStringLiteral("receiver.ndjson")));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(R"({"eventId":"evt_1","executionId":"exec_fault","seq":1})"
                  "\n");
        log.close();
        const ProgramOutcome reconciled = gapline(server,
                                                  {"reconcile",
                                                   "exec_fault",
                                                   "--deliveries",
                                                   path("receiver.ndjson"),
                                                   "--secret-env",
                                                   "RECEIVER_SECRET",
                                                   "--recovery-pack",
                                                   path("pack"),
                                                   "--format",
                                                   "json"});
        QVERIFY2(reconciled.status == 0, reconciled.error.constData());
    }

    void aRunningProgramShowsNoneAndLeavesNoCore()
    {
        FaultServer server(kSeqs, 15);
        server.failFrom(1, Fault::Silence);
        QByteArray arguments;
        QByteArray limits;
        const ProgramOutcome outcome =
            m_run->run(QStringLiteral(GAPLINE_BINARY),
                       wordsFor(server, {"sync", "exec_fault", "--verbose"}),
                       {},
                       [&](QProcess &process) {
                           QTRY_VERIFY(server.count() > 0);
                           arguments = fileOf(process.processId(), "cmdline");
                           limits = fileOf(process.processId(), "limits");
                           process.terminate();
                       });
        QVERIFY(arguments.contains("exec_fault"));
        QVERIFY2(findCanary(arguments).isEmpty(), findCanary(arguments).constData());
        QVERIFY(limits.simplified().contains("Max core file size 0 0"));
        QVERIFY2(findCanary(outcome.out + outcome.error).isEmpty(), outcome.error.constData());
    }

    void theWindowWritesNoneToItsFiles()
    {
        FaultServer server(kSeqs, 15);
        server.failOn(2, Fault::EchoInRedirect);
        const ProgramOutcome outcome = gapline(
            server, {"exec_fault", "--screenshot", path("window.png"), "--size", "1000x700"});
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QVERIFY(QFile::exists(m_run->path(QStringLiteral("window.png"))));
    }

private:
    QByteArray path(const char *name) const
    {
        return m_run->path(QString::fromLatin1(name)).toUtf8();
    }

    static QStringList wordsFor(const FaultServer &server, const QByteArrayList &words)
    {
        QStringList all;
        for (const QByteArray &word : words)
            all << QString::fromUtf8(word);
        return all << QStringLiteral("--base-url") << server.baseUrl().toString();
    }

    ProgramOutcome gapline(const FaultServer &server, const QByteArrayList &words)
    {
        const ProgramOutcome outcome =
            m_run->run(QStringLiteral(GAPLINE_BINARY), wordsFor(server, words));
        const QByteArray found = findCanary(outcome.out + outcome.error);
        [&] { QVERIFY2(found.isEmpty(), found.constData()); }();
        return outcome;
    }

    /// Cache, settings, exports, packs: all that was written to the home of the runs.
    void checkFiles()
    {
        QDirIterator files(
            m_run->home(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray found = findCanary(file.readAll());
            QVERIFY2(found.isEmpty(),
                     qPrintable(file.fileName() + u' ' + QString::fromLatin1(found)));
            QVERIFY(!file.fileName().endsWith(QLatin1String("/core")));
        }
    }

    std::unique_ptr<ProgramRun> m_run;
    std::unique_ptr<QTcpServer> m_proxy;
    int m_proxyConnections = 0;
};

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_secrets.moc"
