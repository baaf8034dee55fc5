// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

constexpr qint64 kLast = 20000;

/// 10,000 events at every second seq.
const QList<qint64> &evenSeqs()
{
    static const QList<qint64> seqs = [] {
        QList<qint64> made;
        for (qint64 seq = 1; seq < kLast; seq += 2)
            made << seq;
        return made;
    }();
    return seqs;
}

/// Far enough away for many requests at once to be worth it; `size` of each page, or what is asked for.
void serveFromAfar(FaultServer &server, std::optional<qint64> size = {})
{
    server.makePagesBy([size](const PageAsked &asked) {
        QThread::msleep(30);
        return goodPage({evenSeqs(), kLast},
                        {asked.executionId, asked.sinceSeq, size.value_or(asked.pageSize)});
    });
}

/// The server answers one request after the other.
ApiOptions patientOptions()
{
    ApiOptions options = quickOptions();
    options.deadlines = RequestDeadlines();
    return options;
}

qsizetype shorterThan(qint64 pageSize, const FaultServer &server)
{
    const QList<SeenRequest> seen = server.seen();
    return std::ranges::count_if(seen, [pageSize](const SeenRequest &request) {
        return pageAsked(request).pageSize != pageSize;
    });
}

} // namespace

/// Where many requests may be under way, the places that look for the end of a long stream ask for a few events.
class tst_ShortProbes : public QObject
{
    Q_OBJECT

private slots:
    void theStreamIsWholeAndFewRequestsAreShort()
    {
        FaultServer server(evenSeqs(), kLast);
        serveFromAfar(server);
        FaultSession session(server.baseUrl(), patientOptions());
        const SyncOutcome outcome = session.sync(500);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.violations.isEmpty());
        QVERIFY(outcome.progress.isComplete);
        QCOMPARE(session.seqs(), evenSeqs());
        QVERIFY(shorterThan(500, server) >= 2);
        QVERIFY(shorterThan(500, server) <= 12);
        QVERIFY(server.count() <= 40); // The cursor loop takes 20.
    }

    void aServerThatAnswersThemWithWholePagesBreaksNoRule()
    {
        FaultServer server(evenSeqs(), kLast);
        serveFromAfar(server, 500);
        FaultSession session(server.baseUrl(), patientOptions());
        const SyncOutcome outcome = session.sync(500);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.violations, QStringList());
        QVERIFY(shorterThan(500, server) >= 2);
        QCOMPARE(session.seqs(), evenSeqs());
    }

    void aPageSizeThatIsSmallAnywayIsAskedForAsItIs()
    {
        FaultServer server(evenSeqs(), kLast);
        serveFromAfar(server);
        FaultSession session(server.baseUrl(), patientOptions());
        QVERIFY(!session.sync(100).error);
        QCOMPARE(shorterThan(100, server), 0);
        QCOMPARE(session.seqs(), evenSeqs());
    }

    void withSixRequestsAtOnceNoneIsShort()
    {
        FaultServer server(evenSeqs(), kLast);
        serveFromAfar(server);
        ApiOptions options = patientOptions();
        options.inFlight = 6;
        FaultSession session(server.baseUrl(), options);
        QVERIFY(!session.sync(500).error);
        QCOMPARE(shorterThan(500, server), 0);
        QCOMPARE(session.seqs(), evenSeqs());
    }
};

QTEST_GUILESS_MAIN(tst_ShortProbes)
#include "tst_shortprobes.moc"
