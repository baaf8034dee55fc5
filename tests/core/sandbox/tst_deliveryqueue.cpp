// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/sandbox/deliveryqueue.h"
#include "core/sandbox/scenario.h"

#include <QMap>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;
using Gapline::Test::ManualClock;
using Kind = DeliveryIncident::Kind;

class tst_DeliveryQueue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = ManualClock();
        m_scenario = std::make_unique<Scenario>(SandboxOptions{}, m_clock);
    }

    /// The queue, answered as the incidents say, makes the very attempts that the simulation foretells.
    void itMakesTheAttemptsThatTheSimulationForetells()
    {
        const EpochMs start = m_scenario->now();
        const DeliverySimulation deliveries(*m_scenario,
                                            {{Kind::Outage, start - 5min, start + 20min},
                                             {Kind::ServerError, start + 30min, start + 40min}});
        const EpochMs end = start + 90min;
        DeliveryQueue queue(*m_scenario, deliveries, start);
        QMap<std::pair<quint32, qint64>, QList<int>> made;
        int retries = 0;
        while (queue.nextStart() && *queue.nextStart() <= end) {
            const EpochMs now = *queue.nextStart();
            for (const DeliveryAttempt &attempt : queue.takeDue(now, 1)) {
                if (deliveries.isHitBy(Kind::Outage, now)) {
                    queue.addRetry(attempt, now);
                    continue;
                }
                made[{attempt.execution, attempt.seq.value}].append(attempt.number);
                if (deliveries.isHitBy(Kind::ServerError, now))
                    queue.addRetry(attempt, now + 200ms);
                retries += attempt.number > 0;
            }
        }
        QVERIFY(made.size() > 50);
        QVERIFY(retries > 5);
        m_clock.advance(100min);
        QMap<std::pair<quint32, qint64>, QList<int>> foretold;
        for (const ReceivedAttempt &attempt : deliveries.received(start, end + 1s))
            foretold[{attempt.execution, attempt.seq.value}].append(attempt.attempt);
        QCOMPARE(made, foretold);
    }

    void theDocumentedScheduleEndsAfterSixAttempts()
    {
        const DeliverySimulation deliveries(*m_scenario, {});
        DeliveryQueue queue(*m_scenario, deliveries, m_scenario->now());
        QVERIFY(queue.nextStart());
        const DeliveryAttempt first = queue.takeDue(*queue.nextStart(), 1).at(0);
        QCOMPARE(first.number, 0);
        DeliveryAttempt attempt = first;
        QList<qint64> offsets;
        for (int i = 0; i < 5; ++i) {
            queue.addRetry(attempt, attempt.start);
            do
                attempt = queue.takeDue(attempt.start + 1h, 1).at(0);
            while (attempt.execution != first.execution || attempt.seq != first.seq);
            offsets.append((attempt.start - first.start).count() / 1000);
        }
        QCOMPARE(offsets, (QList<qint64>{2, 10, 42, 162, 642}));
        const auto before = queue.nextStart();
        queue.addRetry(attempt, attempt.start);
        QCOMPARE(queue.nextStart(), before); // dead-letter
    }

    void eachExecutionGivesItsEventsOnceAndInOrder()
    {
        const EpochMs start = m_scenario->now();
        const DeliverySimulation deliveries(*m_scenario, {});
        DeliveryQueue queue(*m_scenario, deliveries, start);
        QMap<quint32, qint64> last;
        int count = 0;
        while (queue.nextStart()) {
            for (const DeliveryAttempt &attempt : queue.takeDue(*queue.nextStart(), 8)) {
                QVERIFY(attempt.seq.value > last.value(attempt.execution, 0));
                last[attempt.execution] = attempt.seq.value;
                ++count;
            }
        }
        QVERIFY(count > 50);
        QVERIFY(last.size() > 2);
    }

private:
    ManualClock m_clock;
    std::unique_ptr<Scenario> m_scenario;
};

QTEST_GUILESS_MAIN(tst_DeliveryQueue)
#include "tst_deliveryqueue.moc"
