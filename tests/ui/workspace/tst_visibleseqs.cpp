// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/visibleseqs.h"

#include <QTest>

using namespace Gapline;

class tst_VisibleSeqs : public QObject
{
    Q_OBJECT

private:
    static constexpr VisibleSeqs kBefore{1, 41};
    static constexpr VisibleSeqs kWhole{1, 61};

private slots:
    void theWholeStreamStaysWhole()
    {
        QVERIFY((visibleAfterGrowth(kBefore, kBefore, kWhole, EndChoice::FollowIfShown) == kWhole));
        QVERIFY((visibleAfterGrowth(kBefore, kBefore, kWhole, EndChoice::AlwaysFollow) == kWhole));
    }

    void aViewThatShowsTheEndFollowsItAtItsWidth()
    {
        const VisibleSeqs end{31, 41};
        QVERIFY((visibleAfterGrowth(end, kBefore, kWhole, EndChoice::FollowIfShown)
                 == VisibleSeqs{51, 61}));
    }

    void aViewThatWasScrolledBackKeepsItsPlace()
    {
        const VisibleSeqs back{11, 21};
        QVERIFY((visibleAfterGrowth(back, kBefore, kWhole, EndChoice::FollowIfShown) == back));
    }

    void theChoiceOfTheUserGoesBeforeWhatIsShown()
    {
        const VisibleSeqs back{11, 21};
        const VisibleSeqs end{31, 41};
        QVERIFY((visibleAfterGrowth(back, kBefore, kWhole, EndChoice::AlwaysFollow)
                 == VisibleSeqs{51, 61}));
        QVERIFY((visibleAfterGrowth(end, kBefore, kWhole, EndChoice::KeepPlace) == end));
        QVERIFY((visibleAfterGrowth(kBefore, kBefore, kWhole, EndChoice::KeepPlace) == kBefore));
    }
};

QTEST_GUILESS_MAIN(tst_VisibleSeqs)
#include "tst_visibleseqs.moc"
