// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/receiverjson.h"
#include "core/reconcile/retryhorizon.h"

#include <QTest>

using namespace Gapline;

class tst_ReceiverJson : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSaidComesBack()
    {
        ReceiverProfile receiver;
        receiver.name = QStringLiteral("prod / \"eu\"");
        receiver.subscribedTypes = {QStringLiteral("step.completed"),
                                    QStringLiteral("step.failed")};
        receiver.schedule = *parseSchedule(u"0,2,10");
        receiver.span = {fromEpochMs(1777374504000), std::nullopt};
        receiver.lateThreshold = std::chrono::seconds(30);
        receiver.ownWebhook = {ExecutionId(QStringLiteral("exec_1"))};
        receiver.mapping = {{QStringLiteral("seq"), QStringLiteral("n")}};
        const auto read = parseReceiverJson(receiverJson(receiver));
        QVERIFY(read);
        QCOMPARE(read->name, receiver.name);
        QCOMPARE(read->subscribedTypes, receiver.subscribedTypes);
        QVERIFY(read->schedule == receiver.schedule);
        QVERIFY(read->span == receiver.span);
        QVERIFY(read->lateThreshold == receiver.lateThreshold);
        QVERIFY(read->ownWebhook == receiver.ownWebhook);
        QCOMPARE(read->mapping, receiver.mapping);
    }

    void secretsAndTheMomentStayOut()
    {
        ReceiverProfile receiver;
        receiver.schedule = advancedSchedule();
        receiver.secrets = {Secret("whsec_canary")};
        receiver.asOf = fromEpochMs(1777374504001);
        const QByteArray json = receiverJson(receiver);
        QVERIFY(!json.contains("canary"));
        QVERIFY(!json.contains("1777374504001"));
        QVERIFY(parseReceiverJson(json)->secrets.isEmpty());
    }

    void whatIsNoReceiverIsRefused()
    {
        for (const QByteArray &json :
             {QByteArray(),
              QByteArray("[]"),
              QByteArray("{\"name\":\"x\"}"),
              QByteArray("{\"schedule\":{\"attemptsMs\":[5],\"timeoutMs\":1}}"),
              QByteArray("{\"schedule\":{\"attemptsMs\":[0,0],\"timeoutMs\":1}}")})
            QVERIFY2(!parseReceiverJson(json), json.constData());
    }
};

QTEST_GUILESS_MAIN(tst_ReceiverJson)
#include "tst_receiverjson.moc"
