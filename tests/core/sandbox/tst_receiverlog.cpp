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
    void itBeginsWithWhatHadBeenDelivered()
    {
        const QString fileName = m_folder.filePath(QStringLiteral("begun.ndjson"));
        ManualClock clock;
        const Scenario scenario({}, clock);
        const DeliverySimulation deliveries(scenario);
        const auto log = ReceiverLog::begin(fileName, deliveries, scenario.now());
        QVERIFY(log);
        QByteArray whole;
        for (const ReceivedAttempt &attempt : deliveries.received())
            whole += deliveries.logLine(attempt) + '\n';
        QCOMPARE(contentOf(fileName), whole);
        QVERIFY((*log)->rows() > 500);
        QCOMPARE((*log)->rows(), whole.count('\n'));
    }

    void anEarlierFileIsReplacedAndRequestsAreAdded()
    {
        const QString fileName = m_folder.filePath(QStringLiteral("old.ndjson"));
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old\n");
        file.close();
        ManualClock clock;
        const Scenario scenario({1, 1, 0, {}, 1}, clock);
        const DeliverySimulation deliveries(scenario);
        const auto log = ReceiverLog::begin(fileName, deliveries, scenario.now());
        QVERIFY(log);
        QVERIFY(!contentOf(fileName).contains("old"));
        QCOMPARE((*log)->rows(), 8); // the showcase up to its seq 15
        QVERIFY((*log)->add(
            {"evt_1", "2", "sha256=00", "1", "{\"seq\":24}"}, fromEpochMs(1777374504255), 500));
        QCOMPARE((*log)->rows(), 9);
        QVERIFY(contentOf(fileName).endsWith(
            "\n{\"receivedAt\":\"2026-04-28T11:08:24.255Z\",\"status\":500,\"attempt\":2,"
            "\"eventId\":\"evt_1\",\"x-velt-signature\":\"sha256=00\",\"x-gapline-replay\":\"1\","
            "\"rawBody\":\"{\\\"seq\\\":24}\"}\n"));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        ManualClock clock;
        const Scenario scenario({1, 1, 0, {}, 1}, clock);
        const DeliverySimulation deliveries(scenario);
        const auto log = ReceiverLog::begin(
            m_folder.filePath(QStringLiteral("none/log")), deliveries, scenario.now());
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
