// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace Gapline;
using namespace Gapline::Test;
using namespace std::chrono_literals;

namespace {

const QList<qint64> kSeqs{1, 4, 7, 8, 12};
constexpr qint64 kLast = 15;
constexpr qint64 kMiB = qint64(1) << 20;
#ifdef __SANITIZE_ADDRESS__
// AddressSanitizer never grows a block in place and gives back late: 250 to 400 MiB, by the load of the machine. What
// is sent without an end is far more.
constexpr qint64 kMostGrown = 1024 * kMiB;
#else
constexpr qint64 kMostGrown = 128 * kMiB;
#endif

/// A line of /proc/self/status, in bytes.
std::optional<qint64> statusBytes(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ":"))
            return line.mid(name.size() + 1).simplified().split(' ').constFirst().toLongLong()
                * 1024;
    }
    return std::nullopt;
}

/// VmHWM counts from here on; false where the system does not allow it.
bool resetPeakMemory()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    return refs.open(QIODevice::WriteOnly) && refs.write("5") == 1;
}

} // namespace

/// P8: never endless, never unbounded. P7: one bad event never blocks the others.
class tst_Bounds : public QObject
{
    Q_OBJECT

private slots:
    void whatHasNoEndIsEndedWithinBounds_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<ErrorId>("expected");
        QTest::newRow("stuck cursor") << Fault::StuckCursor << ErrorId::ContractStuckCursor;
        QTest::newRow("endless hasMore") << Fault::EndlessMore << ErrorId::ContractStuckCursor;
        QTest::newRow("400 MiB announced") << Fault::OversizeLength << ErrorId::NetworkTooLarge;
        QTest::newRow("8 GiB unannounced") << Fault::OversizeBody << ErrorId::NetworkTooLarge;
        QTest::newRow("slow drip") << Fault::SlowDrip << ErrorId::NetworkTimeout;
        QTest::newRow("silence") << Fault::Silence << ErrorId::NetworkTimeout;
        QTest::newRow("stall") << Fault::StallInBody << ErrorId::NetworkTimeout;
        QTest::newRow("bomb") << Fault::GzipBomb << ErrorId::NetworkTooLarge;
    }

    void whatHasNoEndIsEndedWithinBounds()
    {
        QFETCH(Fault, fault);
        QFETCH(ErrorId, expected);
        ApiOptions options =
            quickOptions(); // Their deadlines are short; the caps are those of the product.
        options.deadlines.total = 20s;
        options.deadlines.firstByte = fault == Fault::GzipBomb ? 20s : 250ms;
        options.retries.retries = 0;
        FaultServer server(kSeqs, kLast);
        FaultSession session(server.baseUrl(), options);
        QVERIFY(!session.sync().error);
        if (fault == Fault::GzipBomb)
            static_cast<void>(
                answerOf(fault, {}, {}, {}, {})); // Made before the memory is measured.
        server.failFrom(server.count() + 1, fault);
        const bool isMeasured = resetPeakMemory();
        const qint64 before = statusBytes("VmRSS").value_or(0);

        const SyncOutcome outcome = session.sync();
        QVERIFY(outcome.error);
        QVERIFY2(outcome.error->id == expected, qPrintable(outcome.error->message));
        QCOMPARE(session.seqs(), kSeqs);
        const qint64 grown = statusBytes("VmHWM").value_or(0) - before;
        if (isMeasured)
            QVERIFY2(grown <= kMostGrown, qPrintable(QStringLiteral("%1 MiB").arg(grown / kMiB)));
        qInfo("%s",
              qPrintable(QStringLiteral("grew by %1 MiB").arg(double(grown) / kMiB, 0, 'f', 1)));
    }

    void aSyncThatWasStoppedForEmptyPagesGoesOnWhereItStopped()
    {
        FaultServer server(kSeqs, kLast);
        server.failFrom(1, Fault::EndlessMore);
        FaultSession session(server.baseUrl());
        const SyncOutcome outcome = session.sync();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->exitStatus(), ExitStatus::Contract);
        const Seq stopped = session.stream()->state().cursor;
        QVERIFY(stopped.value >= 100);
        const int asked = server.count();
        static_cast<void>(session.sync());
        QVERIFY(server.seen().at(asked).body.contains("\"sinceSeq\":"
                                                      + QByteArray::number(stopped.value)));
    }

    void oneBadEventNeverBlocksTheOthers_data()
    {
        QTest::addColumn<QByteArray>("badText");
        QTest::newRow("lone surrogate") << QByteArray("\\ud800");
        QTest::newRow("invalid UTF-8") << QByteArray("\xc3\x28");
        QTest::newRow("huge number") << QByteArray("\",\"n\":1e99999,\"x\":\"");
    }

    void oneBadEventNeverBlocksTheOthers()
    {
        QFETCH(QByteArray, badText);
        QList<qint64> seqs;
        for (qint64 i = 0; i < 100; ++i)
            seqs << 3 * i + 1;
        FaultServer server(seqs, 300);
        // "exec_42" is the execution whose event 42 is bad.
        server.makePagesBy([&](const PageAsked &asked) {
            return pageWithBadEvent(
                {seqs, 300}, asked, asked.executionId.mid(5).toLongLong(), badText);
        });
        FaultSession session(server.baseUrl());
        for (int position = 0; position < 100; ++position) {
            const ExecutionId execution(QStringLiteral("exec_%1").arg(position));
            QVERIFY(!session.sync(500, execution).error);
            const EventStreamPtr stream = session.stream(execution);
            QCOMPARE(session.seqs(execution), seqs);
            QCOMPARE(stream->state().cursor, Seq{300});
            for (qsizetype i = 0; i < stream->count(); ++i)
                QCOMPARE(stream->flagsAt(i).testFlag(EventFlag::MalformedPayload), i == position);
        }
        QCOMPARE(server.count(), 100);
    }
};

QTEST_GUILESS_MAIN(tst_Bounds)
#include "tst_bounds.moc"
