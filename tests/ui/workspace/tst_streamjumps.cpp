// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/cache/cache.h"
#include "ui/workspace/streamjumps.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

/// 2026-04-28T11:08:24.255Z and on; seqs 31–35 are not scanned.
constexpr qint64 kBegin = 1777374504255;

EventStreamPtr someStream()
{
    return StreamBuilder()
        .event(1, "execution.dispatched", {}, kBegin)
        .event(4, "step.awaiting-approval", "step_legal_1_x", kBegin + 1000)
        .event(9, "step.breached", "step_legal_1_x", kBegin + 60'000)
        .event(13, "step.completed", "step_brand_1_x", kBegin + 61'000)
        .event(24, "step.failed", "step_legal_1_x", kBegin + 13 * 3'600'000)
        .scanned(0, 30)
        .scanned(35, 40)
        .build();
}

SeqRange seqs(qint64 first, qint64 last)
{
    return {{first}, {last}};
}

} // namespace

class tst_StreamJumps : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<StreamView>(ExecutionId(QStringLiteral("exec_test")), m_cache);
        m_view->showStream(someStream());
    }

    void jumpsSelectAndTellWhenThereIsNoFurther()
    {
        QVERIFY(jumpTo(*m_view, JumpTarget::FailedEvent, Direction::Forward));
        QCOMPARE(m_view->selection(), std::optional(seqs(9, 9)));
        QVERIFY(jumpTo(*m_view, JumpTarget::SameStep, Direction::Forward));
        QCOMPARE(m_view->selection(), std::optional(seqs(24, 24)));
        QVERIFY(!jumpTo(*m_view, JumpTarget::FailedEvent, Direction::Forward));
        QCOMPARE(m_view->selection(), std::optional(seqs(24, 24)));
        QVERIFY(jumpTo(*m_view, JumpTarget::Gap, Direction::Forward));
        QCOMPARE(m_view->selection(), std::optional(seqs(25, 30)));
        QVERIFY(jumpTo(*m_view, JumpTarget::Gap, Direction::Forward));
        QCOMPARE(m_view->selection(), std::optional(seqs(31, 35)));
        QVERIFY(jumpTo(*m_view, JumpTarget::Event, Direction::Back));
        QCOMPARE(m_view->selection(), std::optional(seqs(24, 24)));
    }

    void whatIsOutOfSightComesIntoTheMiddle()
    {
        m_view->setVisibleSeqs({1, 11});
        selectAndReveal(*m_view, seqs(4, 4));
        QCOMPARE(m_view->visibleSeqs(), (VisibleSeqs{1, 11}));
        selectAndReveal(*m_view, seqs(24, 24));
        QCOMPARE(m_view->visibleSeqs(), (VisibleSeqs{19.5, 29.5}));
    }

    void placesAreSeqsOrTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::newRow("event") << QStringLiteral(" 9 ") << 9LL << 9LL;
        QTest::newRow("gap") << QStringLiteral("11") << 10LL << 12LL;
        QTest::newRow("not scanned") << QStringLiteral("33") << 31LL << 35LL;
        QTest::newRow("beyond") << QStringLiteral("41") << 0LL << 0LL;
        QTest::newRow("zero") << QStringLiteral("0") << 0LL << 0LL;
        QTest::newRow("words") << QStringLiteral("noon") << 0LL << 0LL;
        QTest::newRow("empty") << QString() << 0LL << 0LL;
        QTest::newRow("time") << QStringLiteral("2026-04-28T11:08:25Z") << 4LL << 4LL;
        QTest::newRow("offset") << QStringLiteral("2026-04-28T13:08:26+02:00") << 9LL << 9LL;
        QTest::newRow("shown zone") << QStringLiteral("2026-04-28T11:09:24") << 9LL << 9LL;
        QTest::newRow("epoch ms") << QString::number(kBegin + 60'500) << 13LL << 13LL;
        QTest::newRow("clock") << QStringLiteral("11:08:25") << 4LL << 4LL;
        QTest::newRow("after midnight") << QStringLiteral("00:01") << 24LL << 24LL;
        QTest::newRow("too late") << QStringLiteral("2027-01-01T00:00:00Z") << 0LL << 0LL;
    }

    void placesAreSeqsOrTimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        const std::optional<SeqRange> place = placeFrom(*m_view, text, TimeZoneChoice::Utc);
        QCOMPARE(place, first > 0 ? std::optional(seqs(first, last)) : std::nullopt);
    }

    void timesWithoutADateAreThoseOfTheFirstEventThatHasOne()
    {
        m_view->showStream(
            StreamBuilder()
                .event(1, "execution.dispatched", {}, 0, EventFlag::NoTimestamp)
                .event(2, "step.awaiting-approval", "step_legal_1_x", kBegin)
                .event(3, "step.awaiting-approval", "step_legal_1_x", 0, EventFlag::NoTimestamp)
                .event(4, "step.completed", "step_legal_1_x", kBegin + 60'000)
                .scanned(0, 4)
                .build());
        const auto placeOf = [this](const char *text) {
            return placeFrom(*m_view, QString::fromLatin1(text), TimeZoneChoice::Utc);
        };
        QCOMPARE(placeOf("11:09"), std::optional(seqs(4, 4)));
        // Before everything that has a time; not at an event that has none.
        QCOMPARE(placeOf("1969-12-31T00:00:00Z"), std::optional(seqs(2, 2)));
        m_view->showStream(StreamBuilder()
                               .event(1, "execution.dispatched", {}, 0, EventFlag::NoTimestamp)
                               .scanned(0, 1)
                               .build());
        QVERIFY(!placeOf("11:09"));
    }

private:
    Cache m_cache;
    std::unique_ptr<StreamView> m_view;
};

QTEST_MAIN(tst_StreamJumps)
#include "tst_streamjumps.moc"
