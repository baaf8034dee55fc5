// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"

#include <QTest>

#include <algorithm>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

constexpr qint64 kLast = 8000;

/// 4,000 events at every second seq.
QList<qint64> evenSeqs()
{
    QList<qint64> seqs;
    for (qint64 seq = 1; seq < kLast; seq += 2)
        seqs << seq;
    return seqs;
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
        const FaultServer server(evenSeqs(), kLast);
        FaultSession session(server.baseUrl());
        const SyncOutcome outcome = session.sync(500);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.violations.isEmpty());
        QVERIFY(outcome.progress.isComplete);
        QCOMPARE(session.seqs(), evenSeqs());
        QVERIFY(shorterThan(500, server) >= 2);
        QVERIFY(shorterThan(500, server) <= 12);
        QVERIFY(server.count() <= 24); // The cursor loop takes 8.
    }

    void aServerThatAnswersThemWithWholePagesBreaksNoRule()
    {
        FaultServer server(evenSeqs(), kLast);
        server.makePagesBy([](const PageAsked &asked) {
            return goodPage({evenSeqs(), kLast}, {asked.executionId, asked.sinceSeq, 500});
        });
        FaultSession session(server.baseUrl());
        const SyncOutcome outcome = session.sync(500);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.violations, QStringList());
        QVERIFY(shorterThan(500, server) >= 2);
        QCOMPARE(session.seqs(), evenSeqs());
    }

    void aPageSizeThatIsSmallAnywayIsAskedForAsItIs()
    {
        const FaultServer server(evenSeqs(), kLast);
        FaultSession session(server.baseUrl());
        QVERIFY(!session.sync(100).error);
        QCOMPARE(shorterThan(100, server), 0);
        QCOMPARE(session.seqs(), evenSeqs());
    }

    void withSixRequestsAtOnceNoneIsShort()
    {
        const FaultServer server(evenSeqs(), kLast);
        ApiOptions options = quickOptions();
        options.inFlight = 6;
        FaultSession session(server.baseUrl(), options);
        QVERIFY(!session.sync(500).error);
        QCOMPARE(shorterThan(500, server), 0);
        QCOMPARE(session.seqs(), evenSeqs());
    }
};

QTEST_GUILESS_MAIN(tst_ShortProbes)
#include "tst_shortprobes.moc"
