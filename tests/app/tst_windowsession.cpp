// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programrun.h"

#include "app/settingsstore.h"
#include "app/windowsession.h"
#include "core/deliverylog/logreader.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/settings/secretstore.h"
#include "ui/workspace/viewlink.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;

namespace {

class NoSecrets final : public SecretStore
{
public:
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::SessionMemory; }
    void load(const QString &, QObject *, const Loaded &) override { }
    void store(const QString &, const Credentials &) override { }
    void forget(const QString &) override { }
};

/// A session with settings of its own, which remembers nothing.
struct Opened
{
    QTemporaryDir folder;
    SettingsStore settings{folder.filePath(QStringLiteral("gapline.ini"))};
    NoSecrets secrets;
    SystemClock clock;
    Cache cache;
    WindowSession session{cache, clock, settings, secrets};
};

} // namespace

class tst_WindowSession : public QObject
{
    Q_OBJECT

private slots:
    void theSandboxHasItsReceiversLogAtHand()
    {
        Opened opened;
        WindowSession &session = opened.session;
        const QTemporaryDir &folder = opened.folder;
        Workspace &workspace = session.workspace();
        QVERIFY(!workspace.sandboxReceiver());
        QSignalSpy changed(&workspace, &Workspace::sandboxReceiverChanged);
        session.openSandbox();
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(workspace.isSandbox());
        const SandboxReceiver receiver = workspace.sandboxReceiver().value();
        QCOMPARE(receiver.url.host(), QStringLiteral("127.0.0.1"));

        // The log reads without a bad row, and every signature fits the profile's secrets.
        QFile file(receiver.logFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        RowMapping mapping;
        qint64 valid = 0;
        const LogReading reading = readLog(file,
                                           mapping,
                                           receiver.profile.secrets,
                                           {[&valid](const Delivery &row) {
                                                valid +=
                                                    row.signatureVerdict == SignatureVerdict::Valid;
                                            },
                                            {},
                                            {}});
        QVERIFY(reading.accepted > 500);
        QCOMPARE(reading.rejected, 0);
        QCOMPARE(valid, reading.accepted);

        workspace.connectTo({{}, defaultBaseUrl(), folder.filePath(QStringLiteral("c.sqlite")), {}},
                            std::nullopt);
        QVERIFY(!workspace.sandboxReceiver());
        QCOMPARE(changed.count(), 2);
    }

    void theSandboxIsOneHoweverOftenItIsOpened()
    {
        Opened opened;
        WindowSession &session = opened.session;
        const QTemporaryDir &folder = opened.folder;
        Workspace &workspace = session.workspace();
        session.openSandbox();
        session.openSandbox(); // While it starts.
        QTRY_VERIFY(workspace.currentView());
        const QUrl url = workspace.profile().baseUrl;
        QTRY_VERIFY(!workspace.executions().isEmpty());
        QTRY_VERIFY(workspace.fetches().isEmpty());
        const qsizetype executions = workspace.executions().size();
        const StreamView *view = workspace.currentView();

        QSignalSpy noticed(&workspace, &Workspace::noticed);
        session.openSandbox();
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(workspace.currentView(), view);

        // Back from another connection, the same server answers, so that no execution is there twice.
        workspace.connectTo({{}, defaultBaseUrl(), folder.filePath(QStringLiteral("c.sqlite")), {}},
                            std::nullopt);
        QVERIFY(!workspace.isSandbox());
        session.openSandbox();
        QTRY_VERIFY(workspace.isSandbox() && workspace.currentView());
        QCOMPARE(workspace.profile().baseUrl, url);
        QVERIFY(workspace.sandboxReceiver());
        QTRY_COMPARE(workspace.executions().size(), executions);
        QTRY_VERIFY(workspace.fetches().isEmpty());
        QCOMPARE(workspace.executions().size(), executions);
    }

    void aLinkOpensItsExecutionAtItsPlace()
    {
        Opened opened;
        WindowSession &session = opened.session;
        const QTemporaryDir &folder = opened.folder;
        SandboxServer server(SandboxOptions{}, opened.clock);
        const Result<QUrl> url = server.listen();
        QVERIFY(url);
        const auto request =
            parseWindowRequest({QStringLiteral("gapline://open/") + server.showcase().text()
                                + QStringLiteral("?filter=type%3Astep.*&range=10..30&seq=19")});
        QVERIFY(request);
        QVERIFY(!request->execution);
        const Result<ViewLink> link = parseViewLink(request->link);
        QVERIFY(link);
        session.begin({{}, *url, folder.filePath(QStringLiteral("c.sqlite")), {}}, *request, *link);
        StreamView *view = session.workspace().currentView();
        QVERIFY(view);
        QCOMPARE(view->executionId(), server.showcase());
        // Nothing is known of it yet: the place is gone to once the stream has come.
        QVERIFY(view->filter().isEmpty());
        session.workspace().setCredentials(SandboxServer::credentials());
        QTRY_VERIFY(viewStateOf(*view) == link->state);
    }

    /// Window and command line agree on what a case file says, and neither needs a connection for it.
    void aCaseFileOpensWithTheNumbersOfTheCommandLine()
    {
        SystemClock clock;
        SandboxServer server(SandboxOptions{1, 12, 0, fromEpochMs(1777374504255), 0, {}}, clock);
        const auto url = server.listen();
        QVERIFY(url);
        Gapline::Test::ProgramRun program;
        const QString log = program.path(QStringLiteral("receiver.ndjson"));
        const QString caseFile = program.path(QStringLiteral("night.gaplinecase"));
        QVERIFY(server.keepReceiverLog(log));
        const QStringList cacheWords{QStringLiteral("--cache"),
                                     program.path(QStringLiteral("c.sqlite"))};
        QCOMPARE(program
                     .run(QStringLiteral(GAPLINE_BINARY),
                          QStringList{QStringLiteral("sync"),
                                      QStringLiteral("--all"),
                                      QStringLiteral("--base-url"),
                                      url->toString()}
                              + cacheWords)
                     .status,
                 0);
        const auto outcome = program.run(QStringLiteral(GAPLINE_BINARY),
                                         QStringList{QStringLiteral("reconcile"),
                                                     QStringLiteral("--deliveries"),
                                                     log,
                                                     QStringLiteral("--format"),
                                                     QStringLiteral("json"),
                                                     QStringLiteral("--case-file"),
                                                     caseFile}
                                             + cacheWords);
        QCOMPARE(outcome.status, 0);

        Opened opened;
        WindowSession &session = opened.session;
        const auto request = parseWindowRequest({caseFile});
        QVERIFY(request);
        session.begin({{}, defaultBaseUrl(), {}, {}}, *request);
        session.connectFirst(*request);
        ReconcileView &view = session.workspace().reconcile();
        QTRY_VERIFY(view.comparison());
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(writeReconcileJson(view.comparison()->report(), buffer));
        QCOMPARE(buffer.data(), outcome.out);
        QVERIFY(view.comparison()->result().totals.of(Verdict::Missed) > 0);
        QVERIFY(!session.workspace().hasConnection());
        QTRY_COMPARE(session.workspace().executions().size(),
                     qsizetype(view.comparison()->input().executions.size()));
    }

    /// The user may have mistyped it, or given it a name of its own.
    void whatIsNamedAsACaseFileIsNeitherMadeNorChanged()
    {
        const QTemporaryDir folder;
        const QString empty = folder.filePath(QStringLiteral("empty"));
        QVERIFY(QFile(empty).open(QIODevice::WriteOnly));
        const QString none = folder.filePath(QStringLiteral("none"));
        for (const QString &file : {none, empty}) {
            Opened opened;
            WindowSession &session = opened.session;
            QSignalSpy failed(&session.workspace(), &Workspace::failed);
            const auto request = parseWindowRequest({QStringLiteral("--case"), file});
            QVERIFY(request);
            session.begin({{}, defaultBaseUrl(), {}, {}}, *request);
            QTRY_VERIFY(!failed.isEmpty());
            const Error error = failed.constFirst().constFirst().value<Error>();
            QVERIFY2(error.message.contains(QStringLiteral("case file")),
                     qPrintable(error.message));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("empty")});
        QCOMPARE(QFileInfo(empty).size(), 0);
    }
};

QTEST_MAIN(tst_WindowSession)
#include "tst_windowsession.moc"
