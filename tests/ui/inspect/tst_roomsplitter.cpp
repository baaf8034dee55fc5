// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/roomsplitter.h"

#include <QTest>

using namespace Gapline;

class tst_RoomSplitter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_splitter = std::make_unique<RoomSplitter>(Qt::Horizontal);
        m_splitter->setHandleWidth(1);
        m_splitter->setChildrenCollapsible(false);
        m_splitter->addWidget(new QWidget);
        m_splitter->addWidget(new QWidget);
        m_splitter->setStretchFactor(0, 1);
        m_splitter->setStretchFactor(1, 0);
        m_splitter->widget(1)->setMinimumWidth(100);
        m_splitter->resize(1001, 100);
        m_splitter->show();
        m_splitter->setSizes({700, 300});
        m_splitter->keep(0, 400);
    }

    void theOtherGivesWayAndGetsItBack()
    {
        QCOMPARE(m_splitter->sizes(), (QList<int>{700, 300}));
        m_splitter->resize(601, 100);
        QCOMPARE(m_splitter->sizes(), (QList<int>{400, 200}));
        m_splitter->resize(1001, 100);
        QCOMPARE(m_splitter->sizes(), (QList<int>{700, 300}));
    }

    void theOtherKeepsItsMinimum()
    {
        m_splitter->resize(401, 100);
        QCOMPARE(m_splitter->sizes(), (QList<int>{300, 100}));
    }

    void newSizesOweNothing()
    {
        m_splitter->resize(601, 100);
        m_splitter->setSizes({450, 150});
        m_splitter->settle();
        m_splitter->resize(1001, 100);
        QCOMPARE(m_splitter->sizes(), (QList<int>{850, 150}));
    }

    void whatTheUserLeavesIsEnough()
    {
        m_splitter->setSizes({250, 750});
        emit m_splitter->splitterMoved(250, 1);
        m_splitter->resize(1002, 100);
        QVERIFY(m_splitter->sizes()[0] < 400);
    }

private:
    std::unique_ptr<RoomSplitter> m_splitter;
};

QTEST_MAIN(tst_RoomSplitter)
#include "tst_roomsplitter.moc"
