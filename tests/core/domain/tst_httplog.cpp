// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/httplog.h"

#include <QTest>

using namespace Gapline;

namespace {

HttpLogEntry failedWith(const QByteArray &answer)
{
    HttpLogEntry entry;
    entry.errorId = QStringLiteral("network.bad-answer");
    entry.answer = answer;
    entry.bytes = answer.size();
    return entry;
}

} // namespace

class tst_HttpLog : public QObject
{
    Q_OBJECT

private slots:
    void theOldestMakeRoomAndAreStillCounted()
    {
        HttpLog log(3);
        for (int i = 1; i <= 5; ++i) {
            HttpLogEntry entry;
            entry.attempt = i;
            log.add(entry);
        }
        QCOMPARE(log.entries().size(), 3);
        QCOMPARE(log.entries().constFirst().attempt, 3);
        QCOMPARE(log.count(), 5);
        log.clear();
        QVERIFY(log.entries().isEmpty());
        QCOMPARE(log.count(), 5);
    }

    void oneAnswerIsCutAndItsSizeIsKept()
    {
        HttpLog log;
        log.add(failedWith(QByteArray(HttpLog::kAnswerBytes + 1, 'x')));
        QCOMPARE(log.entries().constFirst().answer.size(), HttpLog::kAnswerBytes);
        QCOMPARE(log.entries().constFirst().bytes, HttpLog::kAnswerBytes + 1);
    }

    void allAnswersTogetherStayWithinTheirBound()
    {
        HttpLog log;
        const int fit = int(HttpLog::kAllAnswerBytes / HttpLog::kAnswerBytes);
        for (int i = 0; i < fit + 2; ++i)
            log.add(failedWith(QByteArray(HttpLog::kAnswerBytes, 'x')));
        QCOMPARE(log.entries().size(), fit + 2);
        qsizetype bytes = 0;
        for (const HttpLogEntry &entry : log.entries())
            bytes += entry.answer.size();
        QCOMPARE(bytes, HttpLog::kAllAnswerBytes);
        QVERIFY(log.entries().at(0).isAnswerDropped);
        QVERIFY(log.entries().at(1).isAnswerDropped);
        QVERIFY(!log.entries().at(2).isAnswerDropped);
        QCOMPARE(log.entries().constLast().answer.size(), HttpLog::kAnswerBytes);
    }
};

QTEST_GUILESS_MAIN(tst_HttpLog)
#include "tst_httplog.moc"
