// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/deliverylog/logreader.h"
#include "core/domain/eventtype.h"
#include "core/sandbox/deliverysimulation.h"
#include "core/sandbox/history.h"
#include "core/sandbox/scenario.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;
using Gapline::Test::ManualClock;
using Kind = DeliveryIncident::Kind;

class tst_DeliverySimulation : public QObject
{
    Q_OBJECT

private slots:
    void aHalfHourOutageHasItsKnownAnswer()
    {
        // reconcile.md, "Known answers": one event every 60 s, connections refused during 0-1800 s.
        const EpochMs zero = m_clock.now();
        const DeliverySimulation deliveries(m_scenario, {{Kind::Outage, zero, zero + 1800s}});
        int missed = 0;
        QMap<int, int> attemptAtSecond;
        for (int second = 0; second <= 1740; second += 60) {
            const auto attempts =
                deliveries.attemptsOf(0, Seq{1 + second / 60}, zero + std::chrono::seconds(second));
            QVERIFY(attempts.size() <= 1);
            if (attempts.empty())
                ++missed;
            else
                attemptAtSecond.insert(second, attempts[0].attempt);
        }
        QCOMPARE(missed, 20);
        QCOMPARE(attemptAtSecond.size(), 10);
        QCOMPARE(attemptAtSecond.value(1200), 5);
        QCOMPARE(attemptAtSecond.value(1680), 4);
    }

    void tenMinutesLoseNothing()
    {
        const EpochMs zero = m_clock.now();
        const DeliverySimulation deliveries(m_scenario, {{Kind::Outage, zero, zero + 600s}});
        for (int second = 0; second < 600; second += 60)
            QCOMPARE(deliveries.attemptsOf(0, Seq{1}, zero + std::chrono::seconds(second)).size(),
                     1U);
    }

    void errorsAreLoggedAndTriedAgain()
    {
        const EpochMs zero = m_clock.now();
        const DeliverySimulation deliveries(m_scenario, {{Kind::ServerError, zero, zero + 5s}});
        const auto attempts = deliveries.attemptsOf(0, Seq{1}, zero);
        QCOMPARE(attempts.size(), 3U);
        QCOMPARE(attempts[0].status, 500);
        QCOMPARE(attempts[1].status, 500);
        QCOMPARE(attempts[2].status, 200);
        QCOMPARE(attempts[2].attempt, 2);
    }

    void aSlowReceiverSeesDuplicates()
    {
        const EpochMs zero = m_clock.now();
        const DeliverySimulation deliveries(m_scenario, {{Kind::Slow, zero, zero + 40s}});
        // Each of 0, 12 and 30 s times out after 10 s; 72 s is answered in time.
        const auto attempts = deliveries.attemptsOf(0, Seq{1}, zero);
        QCOMPARE(attempts.size(), 4U);
        for (const ReceivedAttempt &attempt : attempts)
            QCOMPARE(attempt.status, 200);
        QVERIFY(attempts[3].receivedAt - zero >= 72s && attempts[3].receivedAt - zero < 73s);
    }

    void aLostSubscriptionSendsNothing()
    {
        const DeliverySimulation deliveries(m_scenario);
        const std::vector<ExecutionId> ids = m_scenario.executions();
        QMap<int, int> byVersion;
        for (const ReceivedAttempt &attempt : deliveries.received()) {
            const ExecutionIdentity &identity =
                m_scenario.identity(ids[attempt.execution].text().toUtf8());
            if (identity.definitionId == "contract-review")
                ++byVersion[identity.definitionVersion];
        }
        QVERIFY(byVersion.value(2) > 0);
        QCOMPARE(byVersion.value(3), 0);
    }

    void theShowcaseMissesAllBehindItsSeqFifteen()
    {
        const DeliverySimulation deliveries(m_scenario);
        QList<qint64> seqs;
        const std::vector<ExecutionId> ids = m_scenario.executions();
        for (const ReceivedAttempt &attempt : deliveries.received()) {
            if (ids[attempt.execution] == m_scenario.showcase())
                seqs.append(attempt.seq.value);
        }
        std::ranges::sort(seqs);
        QCOMPARE(seqs, (QList<qint64>{1, 4, 6, 9, 10, 13, 14, 15}));
    }

    void everyIncidentIsSeenByTheReceiver()
    {
        const DeliverySimulation deliveries(m_scenario);
        int errors = 0;
        int retries = 0;
        int repeated = 0;
        QMap<std::pair<quint32, qint64>, int> acknowledged;
        EpochMs previous{};
        for (const ReceivedAttempt &attempt : deliveries.received()) {
            QVERIFY(attempt.receivedAt >= previous && attempt.receivedAt <= m_scenario.now());
            previous = attempt.receivedAt;
            errors += attempt.status == 500;
            retries += attempt.attempt > 0;
            if (attempt.status == 200)
                repeated += ++acknowledged[{attempt.execution, attempt.seq.value}] == 2;
        }
        QVERIFY(errors > 0);
        QVERIFY(retries > 0);
        QVERIFY(repeated > 0);
    }

    void theLogIsReadBackWithEverySignatureValid()
    {
        const DeliverySimulation deliveries(m_scenario);
        QByteArray log;
        for (const ReceivedAttempt &attempt : deliveries.received())
            log += deliveries.logLine(attempt) + '\n';
        const Secret first(DeliverySimulation::firstSecret());
        const Secret second(DeliverySimulation::secondSecret());
        const auto read = [&log](const QList<Secret> &secrets, SignatureVerdict verdict) {
            QBuffer buffer(&log);
            buffer.open(QIODevice::ReadOnly);
            RowMapping mapping;
            qint64 matching = 0;
            const LogReading reading =
                readLog(buffer,
                        mapping,
                        secrets,
                        {[&](const Delivery &row) { matching += row.signatureVerdict == verdict; },
                         {},
                         {}});
            return std::pair(reading, matching);
        };
        const auto [reading, valid] = read({first, second}, SignatureVerdict::Valid);
        QCOMPARE(reading.rejected, 0);
        QCOMPARE(reading.timesUnread, 0);
        QCOMPARE(reading.accepted, log.count('\n'));
        QCOMPARE(valid, reading.accepted);
        // Whoever knows the first secret alone sees the rotation.
        const qint64 invalid = read({first}, SignatureVerdict::Invalid).second;
        QVERIFY(invalid > 0 && invalid < reading.accepted);
    }

    void bodiesHaveTheShapeOfAWebhook()
    {
        const DeliverySimulation deliveries(m_scenario);
        const std::vector<ExecutionId> ids = m_scenario.executions();
        for (const ReceivedAttempt &attempt : deliveries.received()) {
            QJsonParseError error;
            const QJsonObject body =
                QJsonDocument::fromJson(deliveries.body(attempt), &error).object();
            QCOMPARE(error.error, QJsonParseError::NoError);
            QCOMPARE(body.value(u"executionId").toString(), ids[attempt.execution].text());
            QCOMPARE(body.value(u"seq").toInteger(), attempt.seq.value);
            const EventType *type = findEventType(body.value(u"event").toString().toLatin1());
            QVERIFY(!type || type->isExternal);
            QVERIFY(body.value(u"timestamp").toString().endsWith(u'Z'));
            QVERIFY(!body.contains(u"eventId"));
        }
    }

private:
    ManualClock m_clock;
    Scenario m_scenario{SandboxOptions{}, m_clock};
};

QTEST_GUILESS_MAIN(tst_DeliverySimulation)
#include "tst_deliverysimulation.moc"
