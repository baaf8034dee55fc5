// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/replaypack.h"
#include "core/report/replayplan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

namespace {

Webhook webhook(const char *execution, qint64 seq)
{
    return {ExecutionId(QString::fromLatin1(execution)),
            Seq{seq},
            "evt_" + QByteArray::number(seq),
            "{\"seq\":" + QByteArray::number(seq) + "}"};
}

const QUrl kReceiver(QStringLiteral("https://receiver.example/hook?token=t0psecret"));

} // namespace

class tst_ReplayPlan : public QObject
{
    Q_OBJECT

private slots:
    void itIsOrderedOnceEachAndSaysHowLongItTakes()
    {
        const ReplayPlan plan = planReplay(
            {webhook("b", 1), webhook("a", 10), webhook("a", 9), webhook("a", 10)}, {}, 2);
        QCOMPARE(plan.webhooks.size(), 3U);
        QCOMPARE(plan.webhooks[0], webhook("a", 9));
        QCOMPARE(plan.webhooks[1], webhook("a", 10));
        QCOMPARE(plan.webhooks[2], webhook("b", 1));
        QCOMPARE(plan.executions, 2);
        QCOMPARE(plan.duration, 1000ms); // the first goes at once, then two a second
        QCOMPARE(planReplay({}, {}, 5).duration, 0ms);
    }

    void whatTheJournalHoldsIsLeftOut()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("journal.ndjson"));
        {
            const auto journal = ReplayJournal::open(file, kReceiver);
            QVERIFY(journal);
            QVERIFY((*journal)->add(webhook("a", 1), {204, {}}, fromEpochMs(0)));
            QVERIFY((*journal)->add(webhook("a", 2), {500, {}}, fromEpochMs(0)));
            QVERIFY((*journal)->add(
                webhook("a", 3), {{}, QStringLiteral("no answer")}, fromEpochMs(0)));
        }
        // Killed in mid-line.
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::Append));
        raw.write("{\"at\":\"1970-01-01T00:00:00.000Z\",\"target\":\"");
        raw.close();
        {
            const auto journal = ReplayJournal::open(file, kReceiver);
            QVERIFY(journal);
            QVERIFY((*journal)->add(webhook("a", 4), {200, {}}, fromEpochMs(0)));
        }
        const auto taken = ReplayJournal::readTaken(file, kReceiver);
        QVERIFY(taken);
        const ReplayPlan plan = planReplay(
            {webhook("a", 1), webhook("a", 2), webhook("a", 3), webhook("a", 4)}, *taken, 5);
        QCOMPARE(plan.alreadyTaken, 2);
        QCOMPARE(plan.webhooks.size(), 2U);
        QCOMPARE(plan.webhooks[0].seq, Seq{2});
        QCOMPARE(plan.webhooks[1].seq, Seq{3});
        // Another address has none of them; the address itself, which may hold a token, is not in the file.
        const auto other =
            ReplayJournal::readTaken(file, QUrl(QStringLiteral("https://other.example/hook")));
        QVERIFY(other && other->isEmpty());
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray text = raw.readAll();
        QVERIFY(!text.contains("t0psecret") && !text.contains("receiver.example"));
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void oneReplayAtATime()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("journal.ndjson"));
        const auto first = ReplayJournal::open(file, kReceiver);
        QVERIFY(first);
        const auto second = ReplayJournal::open(file, kReceiver);
        QVERIFY(!second);
        QCOMPARE(second.error().id, ErrorId::UsageInvalid);
    }

    void aPackIsReadBackByteForByteAndRefusedWhole()
    {
        const QTemporaryDir folder;
        Webhook odd = webhook("exec \"1\"", 7);
        odd.body = "{\"note\":\"a\\u0000 \\\\ \xE2\x80\xAE \\\"\", \"n\":9007199254740993}";
        QFile file(folder.filePath(QLatin1String(kReplayFile)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(replayLine(webhook("a", 1)) + '\n' + replayLine(odd) + '\n');
        file.close();
        const auto read = readReplayPack(folder.path());
        QVERIFY(read);
        QCOMPARE(*read, (std::vector<Webhook>{webhook("a", 1), odd}));
        for (const QByteArray line : {"{\"executionId\":\"a\",\"seq\":1}",
                                      "noise",
                                      "{\"executionId\":\"a\",\"seq\":1,\"eventId\":\"x\\r\\ny\","
                                      "\"body\":\"{}\"}"}) {
            QVERIFY(file.open(QIODevice::Append));
            const qint64 size = file.size();
            file.write(line + '\n');
            file.close();
            const auto refused = readReplayPack(file.fileName());
            QVERIFY2(!refused, line.constData());
            QCOMPARE(refused.error().id, ErrorId::FileMalformed);
            QVERIFY(refused.error().message.contains(QLatin1String("Line 3")));
            QVERIFY(QFile::resize(file.fileName(), size));
        }
    }

    void onlyProtectedAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("https") << QStringLiteral("https://receiver.example/hook?t=1") << true;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/hook") << true;
        QTest::newRow("http") << QStringLiteral("http://receiver.example/hook") << false;
        QTest::newRow("the API") << QStringLiteral("https://api.velt.dev/v2/x") << false;
        QTest::newRow("password") << QStringLiteral("https://u:p@receiver.example/") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("empty") << QString() << false;
    }

    void onlyProtectedAddressesAreTaken()
    {
        QFETCH(QString, url);
        QTEST(checkedReceiverUrl(url).has_value(), "isTaken");
    }
};

QTEST_GUILESS_MAIN(tst_ReplayPlan)
#include "tst_replayplan.moc"
