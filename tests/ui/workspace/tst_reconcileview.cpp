// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/api/replyparser.h"
#include "core/cache/cache.h"
#include "core/reconcile/retryhorizon.h"
#include "core/report/evidence.h"
#include "ui/workspace/reconcileview.h"
#include "ui/workspace/streamview.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;

namespace {

constexpr qint64 kStart = 1777374504000; // 2026-04-28T11:08:24Z

/// One event every 60 s, on every second seq: those between are internal.
QByteArray pageOf(const QByteArray &execution, int events, int first = 0)
{
    QByteArray json = "{\"result\":{\"executionId\":\"" + execution + "\",\"events\":[";
    for (int i = first; i < events; ++i) {
        json += (i > first ? "," : "") + QByteArray("{\"eventId\":\"evt_") + QByteArray::number(i)
            + "\",\"seq\":" + QByteArray::number(2 * i + 1)
            + ",\"type\":\"step.completed\",\"stepId\":\"step_a\",\"timestamp\":"
            + QByteArray::number(kStart + i * 60'000) + ",\"correlationId\":\"c\",\"data\":null}";
    }
    return json + "],\"nextCursor\":" + QByteArray::number(2 * events) + ",\"hasMore\":false}}";
}

QByteArray logLine(const QByteArray &execution, int event, int attempt, qint64 delayMs)
{
    return "{\"receivedAt\":" + QByteArray::number(kStart + event * 60'000 + delayMs)
        + ",\"status\":200,\"attempt\":" + QByteArray::number(attempt) + ",\"executionId\":\""
        + execution + "\",\"seq\":" + QByteArray::number(2 * event + 1) + "}\n";
}

ReceiverProfile receiverUntil(qint64 minutes)
{
    ReceiverProfile receiver;
    receiver.schedule = directSchedule();
    receiver.span = {fromEpochMs(kStart), fromEpochMs(kStart + minutes * 60'000)};
    return receiver;
}

} // namespace

/// Ten events of which the receiver took the first three, one of them late; a foreign row, a torn line.
class tst_ReconcileView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>();
        QVERIFY(m_cache->open(m_folder->filePath(QStringLiteral("c/cache.sqlite"))).result());
        store("exec_1", 10);
        QFile log(logFile());
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(logLine("exec_1", 0, 0, 300) + logLine("exec_1", 1, 2, 12'000)
                  + logLine("exec_1", 2, 0, 100) + logLine("exec_9", 0, 0, 100) + "{\"torn\n");
        log.close();
        m_view = std::make_unique<ReconcileView>(*m_cache, m_clock);
    }

    void cleanup()
    {
        m_view.reset();
        m_cache.reset();
    }

    void itCountsWhatTheCommandLineCounts()
    {
        compare();
        QCOMPARE(totals().expected(), 10);
        QCOMPARE(totals().of(Verdict::Delivered), 2);
        QCOMPARE(totals().of(Verdict::Late), 1);
        QCOMPARE(totals().of(Verdict::Missed), 7);
        QCOMPARE(totals().of(RowVerdict::Foreign), 1);
        QCOMPARE(totals().unreadableRows, 1);
        QBuffer json;
        QVERIFY(json.open(QIODevice::WriteOnly));
        QVERIFY(writeReconcileJson(m_view->comparison()->report(), json));
        m_view.reset();
        m_cache.reset();
        QCOMPARE(json.data(), commandLineJson());
    }

    void everyVerdictAnswersWhy()
    {
        compare();
        const StreamDeliveries deliveries(m_view->comparison(), 0);
        QCOMPARE(deliveries.recoverSince()->value, 6); // seq 7 is the first missed one
        const auto words = [&](qint64 seq) {
            return verdictInWords(
                *m_view->comparison(), *deliveries.findingOf({seq}), TimeZoneChoice::Utc);
        };
        QCOMPARE(words(1),
                 QStringLiteral("Reached the receiver 300 ms after the event, on attempt 0."));
        QCOMPARE(
            words(3),
            QStringLiteral("Reached the receiver late: 12.0 s after the event, on attempt 2."));
        // 11:11:24 + 642 s + 6 × 10 s
        QCOMPARE(words(7),
                 QStringLiteral("Never reached the receiver. Its last retry ended by "
                                "2026-04-28T11:23:06.000Z: dead-lettered."));
        QVERIFY(!deliveries.findingOf({2})); // internal: never expected
        const auto evidence =
            evidenceOf(*m_view->comparison(), *deliveries.findingOf({1}), TimeZoneChoice::Utc);
        QCOMPARE(evidence.at(0).text,
                 QStringLiteral("receiver.ndjson, line 1: 2026-04-28T11:08:24.300Z, attempt 0, "
                                "status 200 ← decides the verdict"));
    }

    void aViewShowsOnlyWhatWasMissed()
    {
        compare();
        StreamView stream(ExecutionId(QStringLiteral("exec_1")), *m_cache);
        stream.reload();
        QTRY_COMPARE(stream.stream()->count(), 10);
        stream.showComparison(m_view->comparison());
        QVERIFY(stream.deliveries());
        stream.setVerdicts({Verdict::Missed});
        QCOMPARE(stream.rows()->eventCount(), 7);
        EventFilter filter;
        filter.text = QStringLiteral("evt_4");
        stream.setFilter(filter);
        QTRY_COMPARE(stream.rows()->eventCount(), 1);
        stream.clearFilter();
        QTRY_COMPARE(stream.rows()->eventCount(), 10);
        stream.setVerdicts({Verdict::Missed});
        stream.showComparison(nullptr);
        QVERIFY(stream.verdicts().isEmpty());
        QCOMPARE(stream.rows()->eventCount(), 10);
    }

    void whatIsSyncedLaterIsComparedToo()
    {
        compare();
        QSignalSpy changed(m_view.get(), &ReconcileView::comparisonChanged);
        store("exec_9", 1);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(totals().of(RowVerdict::Foreign), 0);
        QCOMPARE(totals().expected(), 11);
        QCOMPARE(totals().of(Verdict::Delivered), 3);
    }

    void aFileThatCannotBeReadLeavesTheLastComparison()
    {
        compare();
        QSignalSpy failed(m_view.get(), &ReconcileView::failed);
        m_view->reconcile({QStringLiteral("/nowhere/log.ndjson")}, receiverUntil(60));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_view->comparison());
        QCOMPARE(m_view->files(), QStringList{logFile()});
        QVERIFY(!m_view->isRunning());
    }

    void cancellingLeavesTheLastComparison()
    {
        compare();
        QSignalSpy changed(m_view.get(), &ReconcileView::comparisonChanged);
        m_view->reconcile({logFile()}, receiverUntil(5));
        m_view->cancel();
        QTRY_VERIFY(!m_view->isRunning());
        QVERIFY(m_view->comparison());
        if (changed.isEmpty())
            QCOMPARE(totals().of(Verdict::Missed), 7);
        m_view->clear();
        QVERIFY(!m_view->comparison());
        QVERIFY(m_view->files().isEmpty());
    }

private:
    QString logFile() const { return m_folder->filePath(QStringLiteral("receiver.ndjson")); }

    void store(const QByteArray &execution, int events)
    {
        const auto page = parseEventPage(pageOf(execution, events), Seq{0});
        QVERIFY(page);
        QVERIFY(m_cache->storePage(*page, fromEpochMs(kStart)).result());
    }

    void compare()
    {
        QSignalSpy reconciled(m_view.get(), &ReconcileView::reconciled);
        m_view->reconcile({logFile()}, receiverUntil(60));
        QVERIFY(m_view->isRunning());
        QTRY_COMPARE(reconciled.size(), 1);
        QVERIFY(m_view->comparison());
    }

    const ReconcileTotals &totals() const { return m_view->comparison()->result().totals; }

    /// What the built program says of the same cache and log.
    QByteArray commandLineJson() const
    {
        QProcess program;
        program.start(QStringLiteral(GAPLINE_BINARY),
                      {QStringLiteral("reconcile"),
                       QStringLiteral("--deliveries"),
                       logFile(),
                       QStringLiteral("--span"),
                       QStringLiteral("%1,%2").arg(kStart).arg(kStart + 3'600'000),
                       QStringLiteral("--cache"),
                       m_folder->filePath(QStringLiteral("c/cache.sqlite")),
                       QStringLiteral("--format"),
                       QStringLiteral("json")});
        program.waitForFinished();
        return program.exitCode() == 0 ? program.readAllStandardOutput()
                                       : program.readAllStandardError();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    Test::ManualClock m_clock;
    std::unique_ptr<ReconcileView> m_view;
};

QTEST_GUILESS_MAIN(tst_ReconcileView)
#include "tst_reconcileview.moc"
