// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/reconcile/causefinder.h"
#include "core/reconcile/subscriptionlint.h"

#include <QTest>

using namespace Gapline;
using Gapline::Test::at;
using Gapline::Test::outageScene;
using Gapline::Test::Scene;
using Gapline::Test::StreamBuilder;

namespace {

std::vector<Cause> causesOf(Scene scene)
{
    const Reconciliation result = scene.run();
    return findCauses(timelineOf(scene.input(), result), scene.input(), result);
}

EventStreamPtr run(int number, QByteArrayView lastType = "execution.completed")
{
    StreamBuilder stream(QStringLiteral("exec_%1").arg(number));
    for (int i = 0; i < 4; ++i)
        stream.event(
            i + 1, i == 3 ? lastType : "step.completed", {}, toEpochMs(at(number * 100 + i * 10)));
    return stream.scanned(0, 4).complete().build();
}

Delivery delivered(int number, int seq)
{
    Delivery row = Scene::row(seq, number * 100 + (seq - 1) * 10, 0, 200);
    row.executionId = "exec_" + QByteArray::number(number);
    return row;
}

/// Ten runs of one definition, delivered where `isDelivered` says so.
template<typename Rule>
Scene fleet(Rule isDelivered)
{
    Scene scene;
    scene.span(0, 9000);
    for (int number = 0; number < 10; ++number) {
        scene.execution(run(number), QStringLiteral("definition_a"), number / 2 + 1);
        for (int seq = 1; seq <= 4; ++seq) {
            if (isDelivered(number, seq))
                scene.add(delivered(number, seq));
        }
    }
    return scene;
}

} // namespace

class tst_CauseFinder : public QObject
{
    Q_OBJECT

private slots:
    void aTypeThatIsNeverDeliveredPointsAtTheSubscription()
    {
        const auto causes = causesOf(fleet([](int, int seq) { return seq != 4; }));
        QCOMPARE(causes.size(), 1U);
        QCOMPARE(causes[0].kind, Cause::Kind::TypeNeverDelivered);
        QCOMPARE(causes[0].subject, QStringLiteral("execution.completed"));
        QCOMPARE(causes[0].count, 10);
        QVERIFY(causes[0].from == at(30));
    }

    void aVersionWithoutDeliveriesPointsAtItsWebhookConfig()
    {
        Scene scene = fleet([](int number, int) { return number < 6; });
        scene.execution(run(11), QStringLiteral("definition_b"), 1);
        for (int seq = 1; seq <= 4; ++seq)
            scene.add(delivered(11, seq));
        const auto causes = causesOf(scene);
        QCOMPARE(causes.size(), 1U);
        QCOMPARE(causes[0].kind, Cause::Kind::VersionWithoutDeliveries);
        QCOMPARE(causes[0].subject, QStringLiteral("definition_a"));
        QCOMPARE(causes[0].fromVersion, std::optional<qint64>(4));
        QCOMPARE(causes[0].count, 16);
    }

    void anExecutionWithoutDeliveriesMayHaveAWebhookOfItsOwn()
    {
        const auto causes = causesOf(fleet([](int number, int) { return number != 5; }));
        QCOMPARE(causes.size(), 1U);
        QCOMPARE(causes[0].kind, Cause::Kind::ExecutionWithoutDeliveries);
        QCOMPARE(causes[0].subject, QStringLiteral("exec_5"));
        QCOMPARE(causes[0].count, 4);
    }

    void anOutageIsNoCause()
    {
        QVERIFY(causesOf(outageScene(40, 1800, 4000)).empty());
        QVERIFY(causesOf(outageScene(20, 5000, 1500)).empty());
        QVERIFY(causesOf(fleet([](int, int) { return true; })).empty());
    }

    void signaturesThatAreInvalidFromATimeOnPointAtTheSecret()
    {
        Scene scene;
        scene.span(0, 9000);
        scene.execution(run(0));
        for (int seq = 1; seq <= 4; ++seq) {
            Delivery row = delivered(0, seq);
            row.signatureVerdict = seq <= 2 ? SignatureVerdict::Valid : SignatureVerdict::Invalid;
            scene.add(row);
        }
        const auto causes = causesOf(scene);
        QCOMPARE(causes.size(), 1U);
        QCOMPARE(causes[0].kind, Cause::Kind::SignaturesInvalid);
        QCOMPARE(causes[0].count, 2);
        QVERIFY(causes[0].from == at(20));
    }

    void namesThatSubscribeToNothingAreToldWithTheNearestOne()
    {
        const auto problems = lintSubscription({QStringLiteral("step.completed"),
                                                QStringLiteral("step.waiting"),
                                                QStringLiteral("parallel-group.quorum-met"),
                                                QStringLiteral("step.started"),
                                                QStringLiteral("Step.Completed"),
                                                QStringLiteral("zzz")});
        QCOMPARE(problems.size(), 5);
        QCOMPARE(problems.at(0).nearest, QStringLiteral("step.awaiting-approval"));
        QCOMPARE(problems.at(1).nearest, QStringLiteral("group.quorum-met"));
        QVERIFY(problems.at(2).isInternal);
        QCOMPARE(problems.at(3).nearest, QStringLiteral("step.completed"));
        QVERIFY(problems.at(4).nearest.isEmpty());
        QCOMPARE(
            problemInWords(problems.at(0)),
            QStringLiteral(
                "\"step.waiting\" is no documented type and subscribes to nothing; did you mean "
                "\"step.awaiting-approval\"?"));
    }
};

QTEST_GUILESS_MAIN(tst_CauseFinder)
#include "tst_causefinder.moc"
