// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include "core/api/apiclient.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::Fault;
using Gapline::Test::FaultServer;
using namespace std::chrono_literals;

namespace {

const QList<qint64> kSeqs{1, 4, 7, 8, 12};

Credentials credentials(const char *token)
{
    return {Secret("key"), Secret(token)};
}

} // namespace

/// What the window says while the network or the server is bad: a real workspace, over real sockets.
class tst_Workspace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FaultServer>(kSeqs, 15);
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>();
        m_workspace = std::make_unique<Workspace>(
            *m_cache, m_clock, [this](const Profile &profile, const Credentials &secrets) {
                ApiOptions options;
                options.holdsForCredentials = true;
                options.retries.first = m_firstWait;
                options.random = [] { return 0.5; };
                auto client = std::make_unique<ApiClient>(profile, secrets, m_clock, options);
                return std::make_unique<Connection>(std::move(client), *m_cache, m_clock);
            });
    }

    void cleanup()
    {
        m_workspace.reset();
        m_cache.reset();
        m_server.reset();
    }

    void aRefusalIsToldOnceHoldsEverythingAndGoesOnWithNewCredentials()
    {
        m_server->failFrom(1, Fault::PermissionDenied);
        QSignalSpy needed(m_workspace.get(), &Workspace::credentialsNeeded);
        connectAndOpen();
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(m_workspace->connectionState() == ConnectionState::NeedsCredentials);
        m_server->failFrom(1'000'000, Fault::None);
        m_workspace->refreshExecutions();
        QTest::qWait(50);
        // The list, the execution and its events were under way at once; the refresh is held.
        QVERIFY(m_server->count() <= 3);
        m_workspace->setCredentials(credentials("new"));
        QTRY_VERIFY(m_workspace->currentView()->stream()->count() == kSeqs.size());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QCOMPARE(needed.size(), 1);
    }

    void whoAsksAgainIsToldAgainWhatEverythingWaitsFor()
    {
        m_server->failFrom(1, Fault::PermissionDenied);
        QSignalSpy needed(m_workspace.get(), &Workspace::credentialsNeeded);
        connectAndOpen();
        QTRY_COMPARE(needed.size(), 1);
        m_workspace->refresh();
        QCOMPARE(needed.size(), 2);
        QVERIFY(m_workspace->connectionState() == ConnectionState::NeedsCredentials);
    }

    void tryingAgainSendsTheSameCredentialsOnceMore()
    {
        m_server->failFrom(1, Fault::PermissionDenied);
        QSignalSpy needed(m_workspace.get(), &Workspace::credentialsNeeded);
        connectAndOpen();
        QTRY_COMPARE(needed.size(), 1);
        m_server->failFrom(1'000'000, Fault::None); // Registered in the console meanwhile.
        m_workspace->retryNow();
        QTRY_VERIFY(m_workspace->currentView()->stream()->count() == kSeqs.size());
        QVERIFY(m_server->seen().constLast().headers.contains("old"));
    }

    void retryNowEndsTheWait()
    {
        m_firstWait = 60s;
        m_server->failFrom(1, Fault::Html503);
        QSignalSpy scheduled(m_workspace.get(), &Workspace::retryScheduled);
        connectAndOpen();
        // The list, the execution and its events: a request that is still under way would begin a wait of its own.
        QTRY_COMPARE(scheduled.size(), 3);
        QVERIFY(m_workspace->connectionState() == ConnectionState::Waiting);
        const auto wait = scheduled.constFirst().at(1).value<std::chrono::milliseconds>();
        QVERIFY(wait >= 12s); // The longest, halfway through its jitter.
        m_server->failFrom(1'000'000, Fault::None);
        m_workspace->retryNow();
        QTRY_VERIFY(m_workspace->currentView()->stream()->count() == kSeqs.size());
        m_firstWait = 1ms;
    }

    void everyAttemptIsListedAlsoThoseOfAConnectionThatIsGone()
    {
        m_server->failOn(1, Fault::Html503);
        connectAndOpen();
        QTRY_VERIFY(m_workspace->fetches().isEmpty() && m_workspace->requests().log().count() >= 3);
        m_workspace->setOffline(true);
        const QList<HttpLogEntry> &entries = m_workspace->requests().log().entries();
        QVERIFY(std::ranges::any_of(entries, [](const HttpLogEntry &entry) {
            return entry.httpStatus == 503 && entry.answer == "<html>Later</html>";
        }));
        QVERIFY(std::ranges::any_of(entries, [](const HttpLogEntry &entry) {
            return !entry.hasFailed() && entry.sinceSeq == Seq{0} && entry.answer.isEmpty();
        }));
    }

private:
    void connectAndOpen()
    {
        m_workspace->connectTo({QStringLiteral("test"),
                                m_server->baseUrl(),
                                m_folder->filePath(QStringLiteral("private/cache.sqlite")),
                                {}},
                               credentials("old"));
        m_workspace->open(FaultServer::executionId());
    }

    SystemClock m_clock;
    std::chrono::milliseconds m_firstWait{1};
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(tst_Workspace)
#include "tst_workspace.moc"
