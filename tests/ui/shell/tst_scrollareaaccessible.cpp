// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scrollareaaccessible.h"

#include <QAccessible>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Gapline;

class tst_ScrollAreaAccessible : public QObject
{
    Q_OBJECT

private slots:
    void aChildThatHasGoneIsNoChildAndNoCrash()
    {
        installScrollAreaAccessible();
        QScrollArea area;
        area.setWidget(new QWidget);
        area.widget()->resize(50, 2000);
        area.resize(100, 100);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(accessible && accessible->isValid());
        const int before = accessible->childCount();
        QVERIFY(before >= 2); // What is looked at, and the scroll bar.
        area.widget()->resize(50, 50);
        QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
        for (int index = accessible->childCount(); index < before + 3; ++index)
            QVERIFY(!accessible->child(index));
        QVERIFY(!accessible->child(-1));
        QCOMPARE(accessible->child(0)->object(), static_cast<QObject *>(area.viewport()));
    }
};

QTEST_MAIN(tst_ScrollAreaAccessible)
#include "tst_scrollareaaccessible.moc"
