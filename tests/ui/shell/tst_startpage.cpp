// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "ui/shell/startpage.h"

#include <QLabel>
#include <QTest>

using namespace Gapline;

class tst_StartPage : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void everyLineOfItsTextIsShownHoweverWideTheWindowIs()
    {
        makeWindow();
        auto *page = m_window->findChild<StartPage *>();
        QVERIFY(page);
        for (const int width : {1000, 1600, 2400}) {
            m_window->resize(width, 1000);
            QTRY_VERIFY(page->isVisible());
            QCoreApplication::processEvents();
            int wrapped = 0;
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                QVERIFY(label->height() >= label->heightForWidth(label->width()));
                if (label->wordWrap())
                    wrapped += label->height() > label->fontMetrics().lineSpacing();
            }
            QCOMPARE(wrapped, 1);
        }
    }
};

QTEST_MAIN(tst_StartPage)
#include "tst_startpage.moc"
