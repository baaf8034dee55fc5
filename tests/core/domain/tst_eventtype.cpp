// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/eventtype.h"

#include <QSet>
#include <QTest>

using namespace Gapline;

class tst_EventType : public QObject
{
    Q_OBJECT

private slots:
    void thereAreTwelveExternalAndEightInternalTypes()
    {
        QCOMPARE(externalEventTypes().size(), 12U);
        QCOMPARE(internalEventTypes().size(), 8U);
        QSet<QByteArray> names;
        for (const EventType &type : eventTypes())
            names.insert(type.name);
        QCOMPARE(names.size(), 20);
        for (const EventType &type : externalEventTypes())
            QVERIFY(type.isExternal);
        for (const EventType &type : internalEventTypes())
            QVERIFY(!type.isExternal && !type.endsExecution);
    }

    void threeTypesEndAnExecution()
    {
        int count = 0;
        for (const EventType &type : eventTypes())
            count += type.endsExecution;
        QCOMPARE(count, 3);
        QVERIFY(endsExecution("execution.cancelled"));
        QVERIFY(!endsExecution("execution.dispatched"));
        QVERIFY(!endsExecution("step.completed"));
    }

    void anUnknownTypeIsANormalValue()
    {
        QVERIFY(!findEventType("step.teleported"));
        QCOMPARE(categoryOf("step.teleported"), EventCategory::Unknown);
        QCOMPARE(categoryOf(QByteArrayView()), EventCategory::Unknown);
        // Names are compared whole and by case.
        QVERIFY(!findEventType("step.complete"));
        QVERIFY(!findEventType("Step.completed"));
    }

    void everyExternalTypeHasACategoryWithAName()
    {
        QSet<QString> names;
        for (int i = 0; i < kEventCategoryCount; ++i)
            names.insert(categoryName(EventCategory(i)));
        QCOMPARE(names.size(), kEventCategoryCount);
        for (const EventType &type : externalEventTypes())
            QVERIFY(categoryOf(type.name) != EventCategory::Unknown);
        QCOMPARE(categoryOf("step.awaiting-approval"), EventCategory::Awaiting);
        QCOMPARE(categoryOf("execution.failed"), EventCategory::Failed);
    }
};

QTEST_GUILESS_MAIN(tst_EventType)
#include "tst_eventtype.moc"
