// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cannedserver.h"

#include "core/api/webhookreplay.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using Gapline::Test::CannedServer;

namespace {

std::vector<Webhook> webhooks(int count)
{
    std::vector<Webhook> list;
    for (int i = 1; i <= count; ++i) {
        list.push_back({ExecutionId(QStringLiteral("exec_1")),
                        Seq{i},
                        "evt_" + QByteArray::number(i),
                        "{\"seq\":" + QByteArray::number(i) + "}"});
    }
    return list;
}

} // namespace

class tst_WebhookReplay : public QObject
{
    Q_OBJECT

private slots:
    void eachIsSentOnceInOrderAndRecordedBeforeTheNext()
    {
        CannedServer server({"{}"}, 200);
        QList<qint64> recorded;
        server.asked = [&] { m_recordedWhenAsked.append(recorded.size()); };
        const ReplayOutcome outcome = run(
            server.baseUrl(),
            webhooks(4),
            [&](const Webhook &webhook, std::optional<int> status, const QString &) {
                recorded.append(webhook.seq.value);
                return status == 200 ? Result<void>() : failure(ErrorId::InternalUnexpected, {});
            });
        QCOMPARE(outcome.acknowledged, 4);
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.left, 0);
        QCOMPARE(recorded, (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(m_recordedWhenAsked, (QList<qsizetype>{0, 1, 2, 3}));
        QCOMPARE(server.requests(),
                 (QByteArrayList{"{\"seq\":1}", "{\"seq\":2}", "{\"seq\":3}", "{\"seq\":4}"}));
    }

    void theSecondFailureStopsIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("error") << 500;
        QTest::newRow("refusal") << 401;
        QTest::newRow("redirect, which is not followed") << 307;
    }

    void theSecondFailureStopsIt()
    {
        QFETCH(int, status);
        CannedServer server({"{}"}, status);
        const ReplayOutcome outcome = run(server.baseUrl(), webhooks(5), accept());
        QCOMPARE(outcome.acknowledged, 0);
        QCOMPARE(outcome.failed, 2);
        QCOMPARE(outcome.left, 3);
        QVERIFY(outcome.lastProblem.contains(QString::number(status)));
        QCOMPARE(server.requests().size(), 2);
    }

    void anAddressWhereNobodyListensIsAFailure()
    {
        QUrl url;
        {
            const CannedServer gone;
            url = gone.baseUrl();
        }
        const ReplayOutcome outcome = run(url, webhooks(3), accept());
        QCOMPARE(outcome.failed, 2);
        QVERIFY(!outcome.lastProblem.isEmpty());
    }

    void aReceiverThatNeverAnswersIsGivenUp()
    {
        CannedServer server; // never answers
        const ReplayOutcome outcome = run(server.baseUrl(), webhooks(3), accept());
        QCOMPARE(outcome.failed, 2);
        QVERIFY(outcome.lastProblem.startsWith(QLatin1String("no answer within")));
    }

    void nothingIsSentAfterAJournalThatCannotBeWritten()
    {
        CannedServer server({"{}"}, 200);
        const ReplayOutcome outcome =
            run(server.baseUrl(),
                webhooks(3),
                [](const Webhook &, std::optional<int>, const QString &) {
                    return Result<void>(failure(ErrorId::FileUnwritable, QStringLiteral("full")));
                });
        QVERIFY(outcome.error.has_value());
        QCOMPARE(outcome.error->id, ErrorId::FileUnwritable);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(outcome.left, 2);
    }

    void cancellingEndsBehindTheAnswerAwaited()
    {
        CannedServer server({"{}"}, 200);
        WebhookReplay replay(
            {server.baseUrl(), 100, std::chrono::seconds(5)}, webhooks(50), sign(), accept());
        QSignalSpy finished(&replay, &WebhookReplay::finished);
        server.asked = [&] {
            if (server.requests().size() == 3)
                replay.cancel();
        };
        replay.start();
        QTRY_COMPARE(finished.count(), 1);
        const auto outcome = finished[0][0].value<ReplayOutcome>();
        QVERIFY(outcome.isCancelled);
        QCOMPARE(outcome.acknowledged, server.requests().size());
        QCOMPARE(outcome.acknowledged + outcome.left, 50);
    }

private:
    static WebhookReplay::Sign sign()
    {
        return [](const Webhook &) { return WebhookHeaders{{"x-velt-signature", "sha256=00"}}; };
    }

    static WebhookReplay::Record accept()
    {
        return [](const Webhook &, std::optional<int>, const QString &) { return Result<void>(); };
    }

    static ReplayOutcome
    run(const QUrl &url, std::vector<Webhook> list, const WebhookReplay::Record &record)
    {
        WebhookReplay replay(
            {url, 100, std::chrono::milliseconds(400)}, std::move(list), sign(), record);
        QSignalSpy finished(&replay, &WebhookReplay::finished);
        replay.start();
        if (!QTest::qWaitFor([&] { return finished.count() > 0; }, 20'000))
            return {};
        return finished[0][0].value<ReplayOutcome>();
    }

    QList<qsizetype> m_recordedWhenAsked;
};

QTEST_GUILESS_MAIN(tst_WebhookReplay)
#include "tst_webhookreplay.moc"
