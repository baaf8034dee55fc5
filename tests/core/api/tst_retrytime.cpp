// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cannedserver.h"
#include "tests/support/manualclock.h"

#include "core/api/apiclient.h"
#include "core/api/fetcheventsjob.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using Gapline::Test::CannedServer;
using Gapline::Test::ManualClock;
using namespace std::chrono_literals;

namespace {

constexpr int kUnavailable = 503;

/// Waits that last no time; everything else as in the product.
ApiOptions withoutWaits()
{
    ApiOptions options;
    options.retries.first = 1ms;
    options.retries.longest = 1ms;
    return options;
}

} // namespace

/// What a request may take with all its tries, by a clock that the server moves.
class tst_RetryTime : public QObject
{
    Q_OBJECT

private slots:
    void noTryBeginsOnceTheMinuteIsOver()
    {
        CannedServer server({"<html>proxy</html>"}, kUnavailable);
        server.asked = [this] { m_clock.advance(31s); };
        QVERIFY(errorFrom(server, withoutWaits()));
        QCOMPARE(server.requests().size(), 2);
    }

    void triesThatFailAtOnceAreAllMade()
    {
        CannedServer server({"<html>proxy</html>"}, kUnavailable);
        QVERIFY(errorFrom(server, withoutWaits()));
        QCOMPARE(server.requests().size(), 7);
    }

    void aTryThatBeginsLateWaitsOnlyForWhatIsLeft()
    {
        ApiOptions options = withoutWaits();
        options.deadlines.firstByte = 1h;
        options.deadlines.total = 1h;
        options.retries.retries = 1;
        options.retries.leastTry = 1ms;
        CannedServer server({"<html>proxy</html>"}, kUnavailable);
        server.asked = [this, &server] {
            server.isSilent = server.requests().size() > 1;
            m_clock.advance(59990ms);
        };
        const std::optional<Error> error = errorFrom(server, options);
        QVERIFY(error);
        QCOMPARE(error->id, ErrorId::NetworkTimeout);
        QCOMPARE(server.requests().size(), 2);
    }

private:
    std::optional<Error> errorFrom(const CannedServer &server, const ApiOptions &options)
    {
        Profile profile;
        profile.baseUrl = server.baseUrl();
        ApiClient client(profile, {Secret("key"), Secret("token")}, m_clock, options);
        auto *job = new FetchEventsJob(ExecutionId(QStringLiteral("e")), Seq{0}, 10);
        std::optional<Error> error;
        QSignalSpy finished(job, &FetchEventsJob::finished);
        connect(job, &FetchEventsJob::finished, this, [&error](const Result<EventPage> &page) {
            if (!page)
                error = page.error();
        });
        client.start(job);
        return finished.wait(20'000) ? error : std::nullopt;
    }

    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(tst_RetryTime)
#include "tst_retrytime.moc"
