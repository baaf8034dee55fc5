// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/sandbox/receiverlog.h"
#include "core/sandbox/scenario.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;
using Gapline::Test::ManualClock;

class tst_ReceiverLog : public QObject
{
    Q_OBJECT

private slots:
    void itGrowsToWhatAWholeLogWouldHold()
    {
        const QString fileName = m_folder.filePath(QStringLiteral("growing.ndjson"));
        ManualClock clock;
        const Scenario scenario({}, clock);
        const auto log = ReceiverLog::begin(fileName, scenario);
        QVERIFY(log);
        const qint64 before = (*log)->rows();
        QVERIFY(before > 500);
        for (int i = 0; i < 40; ++i) {
            clock.advance(29s);
            QVERIFY((*log)->advance());
        }
        QVERIFY((*log)->rows() > before);
        // Piece by piece or at once: the same rows in the same order.
        const DeliverySimulation deliveries(scenario);
        QByteArray whole;
        for (const ReceivedAttempt &attempt : deliveries.received())
            whole += deliveries.logLine(attempt) + '\n';
        QCOMPARE(contentOf(fileName), whole);
        QCOMPARE((*log)->rows(), whole.count('\n'));
    }

    void anEarlierFileIsReplaced()
    {
        const QString fileName = m_folder.filePath(QStringLiteral("old.ndjson"));
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old\n");
        file.close();
        ManualClock clock;
        const Scenario scenario({1, 1, 0, {}, 1}, clock);
        const auto log = ReceiverLog::begin(fileName, scenario);
        QVERIFY(log);
        QVERIFY(!contentOf(fileName).contains("old"));
        QCOMPARE((*log)->rows(), 8); // the showcase up to its seq 15
    }

    void bytesThatAreNoUtf8AreRefused()
    {
        const QString fileName = m_folder.filePath(QStringLiteral("bytes.ndjson"));
        ManualClock clock;
        const Scenario scenario({1, 1, 0, {}, 1}, clock);
        const auto log = ReceiverLog::begin(fileName, scenario);
        QVERIFY(log);
        const QByteArray before = contentOf(fileName);
        const Result<int> status = (*log)->receive({{}, {}, {}, {}, "\xff\xfe"});
        QVERIFY(status);
        QCOMPARE(*status, 400);
        QCOMPARE(contentOf(fileName), before);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        ManualClock clock;
        const Scenario scenario({1, 1, 0, {}, 1}, clock);
        const auto log =
            ReceiverLog::begin(m_folder.filePath(QStringLiteral("none/log")), scenario);
        QVERIFY(!log);
        QCOMPARE(log.error().id, ErrorId::FileUnwritable);
    }

private:
    static QByteArray contentOf(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ReceiverLog)
#include "tst_receiverlog.moc"
