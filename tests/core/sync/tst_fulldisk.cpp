// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsession.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

/// While it lives, no file of this process can grow beyond so many bytes: as if the disk were full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

constexpr qint64 kLast = 400;

QList<qint64> everySecondSeq()
{
    QList<qint64> seqs;
    for (qint64 seq = 1; seq <= kLast; seq += 2)
        seqs << seq;
    return seqs;
}

} // namespace

class tst_FullDisk : public QObject
{
    Q_OBJECT

private slots:
    void theCursorIsThatOfWhatIsStored_data()
    {
        QTest::addColumn<int>("inFlight");
        QTest::newRow("one at a time") << 1;
        QTest::newRow("several at once") << 6;
    }
    void theCursorIsThatOfWhatIsStored()
    {
        QFETCH(const int, inFlight);
        FaultServer server(everySecondSeq(), kLast);
        ApiOptions options = quickOptions();
        options.inFlight = inFlight;
        FaultSession session(server.baseUrl(), options);
        const QString wal = session.directory.filePath(QStringLiteral("cache/gapline.db-wal"));
        SyncOutcome outcome;
        {
            const FileSizeLimit limit(QFileInfo(wal).size() + 200'000);
            outcome = session.sync(2);
        }
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->exitStatus(), ExitStatus::File);
        QVERIFY(!outcome.progress.isComplete);
        const StreamState stored = session.stream()->state();
        QVERIFY(stored.cursor > Seq{0} && stored.cursor < Seq{kLast});
        QCOMPARE(outcome.progress.cursor, stored.cursor);
        QCOMPARE(outcome.storedEvents, session.stream()->count());

        // With room again, the next sync goes on there and misses nothing.
        const SyncOutcome next = session.sync(2);
        QVERIFY2(!next.error, next.error ? qPrintable(next.error->message) : "");
        QCOMPARE(next.progress.cursor, Seq{kLast});
        QCOMPARE(session.seqs(), everySecondSeq());
    }
};

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_fulldisk.moc"
