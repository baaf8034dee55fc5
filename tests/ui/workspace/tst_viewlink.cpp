// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "core/filter/filterparser.h"
#include "ui/workspace/viewlink.h"
#include "ui/workspace/viewrestore.h"

using namespace Gapline;
using namespace Gapline::Test;

class tst_ViewLink : public QObject
{
    Q_OBJECT

private slots:
    void aLinkSaysWhatIsShown()
    {
        ViewLink link{ExecutionId(QStringLiteral("exec_1/ä?&")), {}};
        QCOMPARE(viewLinkText(link), QStringLiteral("gapline://open/exec_1%2F%C3%A4%3F%26"));
        link.state.filter = parseFilter(u"type:step.* text:\"a&b=c#\"").value();
        link.state.visible = VisibleSeqs{10, 40.5};
        link.state.selection = SeqRange{{19}, {19}};
        link.state.showsGapRows = false;
        const QString text = viewLinkText(link);
        QCOMPARE(
            text,
            QStringLiteral("gapline://open/exec_1%2F%C3%A4%3F%26?filter=type%3Astep.*%20text%3A"
                           "a%26b%3Dc%23&range=10..40.5&seq=19&gaps=hidden"));
        const Result<ViewLink> again = parseViewLink(text);
        QVERIFY(again);
        QCOMPARE(again->executionId, link.executionId);
        QVERIFY(again->state == link.state);
    }

    void aRangeSurvivesToTheLastBit()
    {
        ViewLink link{ExecutionId(QStringLiteral("e")), {}};
        link.state.visible = VisibleSeqs{1.0 / 3, 999'999.9999999999};
        link.state.selection = SeqRange{{8}, {120}};
        QVERIFY(parseViewLink(viewLinkText(link))->state == link.state);
    }

    void whatIsNoLinkIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(why);
        };
        row("gapline:", "does not begin");
        row("gapline://shut/exec_1", "does not begin");
        row("gapline://open/", "names no execution");
        row("gapline://open/?seq=1", "names no execution");
        row("gapline://open/e?filter=typ%3Aa", "filter cannot be read");
        row("gapline://open/e?range=40..10", "range cannot be read");
        row("gapline://open/e?range=nan..inf", "range cannot be read");
        row("gapline://open/e?seq=0", "seq cannot be read");
        row("gapline://open/e?seq=9..8", "seq cannot be read");
    }

    void whatIsNoLinkIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const Result<ViewLink> link = parseViewLink(text);
        QVERIFY(!link);
        QVERIFY(link.error().id == ErrorId::UsageInvalid);
        QVERIFY2(link.error().message.contains(why), qPrintable(link.error().message));
    }

    void whatIsNotKnownIsPassedOver()
    {
        const Result<ViewLink> link = parseViewLink(
            QStringLiteral(" GAPLINE://open/e?base=https%3A%2F%2Fevil.example&seq=7 "));
        QVERIFY(link);
        QCOMPARE(link->executionId.text(), QStringLiteral("e"));
        QVERIFY(link->state.selection == (SeqRange{{7}, {7}}));
        QVERIFY(!isViewLink(u"exec_gapline:"));
    }

    void aViewIsRestoredAndThenLeftAlone()
    {
        OpenedView opened(smallExecutionPages());
        QVERIFY(opened.isOpen());
        ViewState state;
        state.filter = parseFilter(u"type:step.*").value();
        state.visible = VisibleSeqs{4, 9};
        state.selection = SeqRange{{7}, {8}};
        QPointer<ViewRestore> restore = new ViewRestore(opened.view(), state);
        QVERIFY(viewStateOf(opened.view()) == state);
        QTRY_VERIFY(!restore); // Everything is known already.
    }

    void aViewTheUserHasMovedIsNotMovedBack()
    {
        OpenedView opened(smallExecutionPages());
        QVERIFY(opened.isOpen());
        ViewState state;
        state.selection = SeqRange{{7}, {7}};
        state.filter.verdicts = {Verdict::Missed}; // For this it waits.
        QPointer<ViewRestore> restore = new ViewRestore(opened.view(), state);
        QVERIFY(opened.view().verdicts().isEmpty());
        opened.view().select(SeqRange{{4}, {4}});
        emit opened.view().deliveriesChanged();
        QVERIFY(opened.view().selection() == (SeqRange{{4}, {4}}));
        QTRY_VERIFY(!restore);
    }
};

QTEST_MAIN(tst_ViewLink)
#include "tst_viewlink.moc"
