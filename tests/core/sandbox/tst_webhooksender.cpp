// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks over real connections: sender and receiver of the sandbox, on a clock that the test moves.
#include "tests/support/manualclock.h"

#include "core/deliverylog/logreader.h"
#include "core/sandbox/scenario.h"
#include "core/sandbox/webhookreceiver.h"
#include "core/sandbox/webhooksender.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;
using Gapline::Test::ManualClock;
using Kind = DeliveryIncident::Kind;

namespace {

/// Engine and receiver side by side. A millisecond of the clock is a second of the engine.
class Wire
{
public:
    explicit Wire(const std::function<std::vector<DeliveryIncident>(EpochMs)> &incidents)
        : m_start(m_scenario.now())
        , deliveries(m_scenario, incidents(m_start))
        , m_receiver(m_scenario,
                     deliveries,
                     *ReceiverLog::begin(logFile(), deliveries, m_start),
                     WebhookSender::clockTimeout(m_scenario) * 3 / 2)
        , m_before(m_receiver.log().rows())
    {
        if (!m_receiver.listen())
            qFatal("the receiver does not listen");
        m_sender =
            std::make_unique<WebhookSender>(m_scenario, deliveries, m_start, m_receiver.url());
        m_sender->start();
    }

    /// From one due moment to the next, each over when all that was due has been tried.
    [[nodiscard]] bool run(std::chrono::seconds length)
    {
        const EpochMs end = m_start + length;
        while (m_scenario.now() < end) {
            m_clock.advance(std::max(1ms, timeToNext(end)));
            m_receiver.followOutages();
            // Not qWaitFor(), which sleeps between its looks.
            QDeadlineTimer deadline(20s);
            while (!m_sender->isIdle()) {
                if (deadline.hasExpired())
                    return false;
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
        }
        return true;
    }

    /// The rows that were added since the beginning, checked against the secrets of the engine.
    std::vector<Delivery> rows() const
    {
        QFile file(logFile());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the log cannot be read");
        RowMapping mapping;
        std::vector<Delivery> all;
        LogSinks sinks;
        sinks.delivery = [&all](const Delivery &row) { all.push_back(row); };
        const LogReading reading = readLog(
            file,
            mapping,
            {Secret(DeliverySimulation::firstSecret()), Secret(DeliverySimulation::secondSecret())},
            sinks);
        if (reading.rejected > 0 || reading.accepted < m_before)
            qFatal("the log is not sound");
        return {all.begin() + m_before, all.end()};
    }

    EpochMs start() const { return m_start; }

private:
    /// On the clock, until something happens.
    std::chrono::milliseconds timeToNext(EpochMs end) const
    {
        EpochMs next = std::min(end, m_sender->nextStart().value_or(end));
        for (const DeliveryIncident &incident : deliveries.incidents()) {
            for (const EpochMs edge : {incident.from, incident.to}) {
                if (edge > m_scenario.now())
                    next = std::min(next, edge);
            }
        }
        return *m_scenario.clockTimeUntil(next);
    }

    QString logFile() const { return m_folder.filePath(QStringLiteral("receiver.ndjson")); }

    QTemporaryDir m_folder;
    ManualClock m_clock;
    Scenario m_scenario{{1, 60, 0, {}, 1000}, m_clock};
    EpochMs m_start;

public:
    const DeliverySimulation deliveries;

private:
    WebhookReceiver m_receiver;
    std::unique_ptr<WebhookSender> m_sender;
    qint64 m_before;
};

} // namespace

class tst_WebhookSender : public QObject
{
    Q_OBJECT

private slots:
    void newEventsArriveSignedAtTheirFirstAttempt()
    {
        Wire wire([](EpochMs) { return std::vector<DeliveryIncident>{}; });
        QVERIFY(wire.run(600s));
        const std::vector<Delivery> rows = wire.rows();
        QVERIFY(rows.size() > 10);
        for (const Delivery &row : rows) {
            QCOMPARE(row.attempt, std::optional(0));
            QCOMPARE(row.status, std::optional(204));
            QVERIFY(row.signatureVerdict == SignatureVerdict::Valid);
            QVERIFY(row.isRawBody && row.seq && row.eventTime && row.eventId.startsWith("evt_"));
            QVERIFY(*row.receivedAt > wire.start() && *row.receivedAt - *row.eventTime < 3s);
        }
    }

    void anOutageRefusesConnectionsUntilItIsOver()
    {
        Wire wire([](EpochMs start) {
            return std::vector<DeliveryIncident>{{Kind::Outage, start + 10s, start + 910s}};
        });
        QVERIFY(wire.run(1190s));
        int early = 0;
        int late = 0;
        int afterwards = 0;
        for (const Delivery &row : wire.rows()) {
            const auto happened = *row.eventTime - wire.start();
            const auto received = *row.receivedAt - wire.start();
            QVERIFY2(received < 11s || received >= 910s, "received in the outage");
            if (happened < 10s || happened >= 910s) {
                QCOMPARE(row.attempt, std::optional(0));
                ++(happened < 10s ? early : afterwards);
            } else {
                // The last attempt comes 642 s after the event, up to six seconds later on this clock.
                QVERIFY(happened >= 910s - 650s);
                QVERIFY(*row.attempt > 0);
                ++late;
            }
        }
        QVERIFY2(late > 0 && afterwards > 0,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(early).arg(late).arg(afterwards)));
    }

    void errorsAndSlowAnswersBringTheEventAgain()
    {
        Wire wire([](EpochMs start) {
            return std::vector<DeliveryIncident>{{Kind::ServerError, start, start + 120s},
                                                 {Kind::Slow, start + 200s, start + 320s}};
        });
        QVERIFY(wire.run(500s));
        int errors = 0;
        QMap<QByteArray, int> acknowledged;
        for (const Delivery &row : wire.rows()) {
            const bool isInError = *row.receivedAt < wire.start() + 120s;
            QCOMPARE(*row.status, isInError ? 500 : 204);
            errors += isInError;
            acknowledged[row.eventId] += !isInError;
        }
        QVERIFY(errors > 0);
        QVERIFY(std::ranges::any_of(acknowledged, [](int count) { return count > 1; }));
    }
};

QTEST_GUILESS_MAIN(tst_WebhookSender)
#include "tst_webhooksender.moc"
