// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/steplineage.h"

#include <QTest>

using namespace Gapline;

class tst_StepLineage : public QObject
{
    Q_OBJECT

private:
    static QByteArrayList nodes(QByteArrayView id)
    {
        QByteArrayList list;
        for (const QByteArrayView node : lineageOfStep(id))
            list << node.toByteArray();
        return list;
    }

private slots:
    void aRootNamesItsNodeInTheMiddle()
    {
        QCOMPARE(nodeOfStep("step_agent-draft_1777374504364_lwofay"),
                 QByteArrayView("agent-draft"));
        // Node ids may hold underscores.
        QCOMPARE(nodeOfStep("step_agent_draft_2_1777374504364_lwofay"),
                 QByteArrayView("agent_draft_2"));
        QVERIFY(!parentOfStep("step_agent-draft_1777374504364_lwofay"));
    }

    void aFanOutIsNamedAfterTheLastArrow()
    {
        const QByteArrayView id("step_a_1_x__to__b__to__c");
        QCOMPARE(nodeOfStep(id), QByteArrayView("c"));
        QCOMPARE(*parentOfStep(id), QByteArrayView("step_a_1_x__to__b"));
        QCOMPARE(nodes(id), (QByteArrayList{"a", "b", "c"}));
    }

    void aJoinedGroupIsARoot()
    {
        QCOMPARE(nodes("group_parallel-review__to__human-final"),
                 (QByteArrayList{"parallel-review", "human-final"}));
        QCOMPARE(nodeOfStep("group_g"), QByteArrayView("g"));
    }

    void idsOfOtherFormsStayWhole()
    {
        for (const char *id : {"", "x", "step_", "step_a", "step_a_1", "group_", "__to__x", "a_b"})
            QVERIFY(!lineageOfStep(id).empty());
        QCOMPARE(nodeOfStep("step_a_1"), QByteArrayView("step_a_1"));
        QCOMPARE(nodeOfStep("group_"), QByteArrayView("group_"));
        QCOMPARE(nodeOfStep("free text"), QByteArrayView("free text"));
        QVERIFY(!parentOfStep("__to__x"));
    }

    void aSubtreeHoldsItselfAndWhatFannedOut()
    {
        const QByteArrayView id("step_a_1_x__to__b__to__c");
        for (const char *ancestor : {"a", "b", "c", "step_a_1_x", "step_a_1_x__to__b"})
            QVERIFY2(isInSubtree(id, ancestor), ancestor);
        QVERIFY(isInSubtree(id, id));
        QVERIFY(!isInSubtree(id, "d"));
        QVERIFY(!isInSubtree("step_a_1_x", "b"));
        QVERIFY(!isInSubtree(id, "step_a_1_x__to__"));
    }
};

QTEST_GUILESS_MAIN(tst_StepLineage)
#include "tst_steplineage.moc"
