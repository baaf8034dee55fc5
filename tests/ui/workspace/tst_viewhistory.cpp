// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "tests/ui/inspect/smallexecution.h"
#include "tests/ui/openedview.h"

#include "core/filter/filterparser.h"
#include "ui/workspace/viewhistory.h"

#include <QSignalSpy>

using namespace Gapline;
using namespace Gapline::Test;
using namespace std::chrono_literals;

namespace {

StreamFilter filterFrom(const char *text)
{
    return parseFilter(QString::fromUtf8(text)).value();
}

} // namespace

class tst_ViewHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = std::make_unique<OpenedView>(smallExecutionPages());
        QVERIFY(m_opened->isOpen());
        m_history = std::make_unique<ViewHistory>(view(), m_clock);
    }

    void cleanup()
    {
        m_history.reset();
        m_opened.reset();
    }

    void nothingIsUndoneAtFirst()
    {
        QVERIFY(!m_history->canUndo());
        QVERIFY(!m_history->canRedo());
        m_history->undo();
        QCOMPARE(m_history->undoText(), QString());
    }

    void aFilterIsTakenBackAndDoneAgain()
    {
        view().setStreamFilter(filterFrom("type:step.breached"));
        QCOMPARE(m_history->undoText(), QStringLiteral("Filter: only step.breached"));
        endTurn();
        view().clearFilter();
        QCOMPARE(m_history->undoText(), QStringLiteral("Clear the Filter"));
        m_history->undo();
        QCOMPARE(view().rows()->eventCount(), 1);
        QCOMPARE(m_history->redoText(), QStringLiteral("Clear the Filter"));
        m_history->undo();
        QVERIFY(view().filter().isEmpty());
        QVERIFY(!m_history->canUndo());
        m_history->redo();
        QCOMPARE(view().rows()->eventCount(), 1);
        // A new step forgets what was undone.
        endTurn();
        view().setStreamFilter(filterFrom("seq:4..8"));
        QVERIFY(!m_history->canRedo());
    }

    void filtersAreNamedByWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *before, const char *after, const char *name) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                                << QString::fromUtf8(name);
        };
        row("type:a", "type:a -type:b", "Filter: not b");
        row("-type:a", "seq:4..8", "Filter: every type, seq 4..8");
        row("type:a", "type:a type:b", "Filter: type:a type:b");
        row("", "step:human-brand/", "Filter: only human-brand");
        row("type:a", "type:a sla", "Filter: text \"sla\"");
        row("type:a sla", "type:a", "Filter: any text");
        row("seq:4..8", "", "Clear the Filter");
    }

    void filtersAreNamedByWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, name);
        ViewState was;
        was.filter = parseFilter(before).value();
        ViewState is;
        is.filter = parseFilter(after).value();
        QCOMPARE(viewChangeText(was, is), name);
    }

    void aClickThatSelectsAndScrollsIsOneStep()
    {
        view().setVisibleSeqs({1, 4});
        endTurn();
        view().select(SeqRange{{12}, {12}});
        view().reveal({{12}, {12}});
        QCOMPARE(view().visibleSeqs().to, 13.0);
        QCOMPARE(m_history->undoText(), QStringLiteral("Select Seq 12"));
        m_history->undo();
        QVERIFY(!view().selection());
        QCOMPARE(view().visibleSeqs(), (VisibleSeqs{1, 4}));
        m_history->undo();
        QCOMPARE(view().visibleSeqs(), view().wholeStream());
    }

    void aWalkIsOneStepAndAPauseEndsIt()
    {
        for (const qint64 seq : {1, 4, 7}) {
            view().select(SeqRange{{seq}, {seq}});
            endTurn();
            m_clock.advance(300ms);
        }
        m_clock.advance(2s);
        view().select(SeqRange{{8}, {12}});
        QCOMPARE(m_history->undoText(), QStringLiteral("Select Seqs 8–12"));
        m_history->undo();
        QVERIFY(view().selection() == (SeqRange{{7}, {7}}));
        m_history->undo();
        QVERIFY(!view().selection());
        QVERIFY(!m_history->canUndo());
    }

    void filtersSetInHasteStaySteps()
    {
        view().setStreamFilter(filterFrom("type:step.*"));
        endTurn();
        view().setStreamFilter(filterFrom("type:step.* seq:4..8"));
        endTurn();
        // Words as they are typed are one step.
        view().setStreamFilter(filterFrom("type:step.* seq:4..8 text:s"));
        endTurn();
        view().setStreamFilter(filterFrom("type:step.* seq:4..8 text:sla"));
        m_history->undo();
        QCOMPARE(filterText(view().streamFilter()), QStringLiteral("type:step.* seq:4..8"));
        m_history->undo();
        QCOMPARE(filterText(view().streamFilter()), QStringLiteral("type:step.*"));
    }

    void aGrowingStreamIsNoStepAndKeepsItsPlace()
    {
        view().setStreamFilter(filterFrom("type:step.*"));
        endTurn();
        EventStream::Builder longer(view().executionId());
        view().showStream(longer.build());
        QCOMPARE(m_history->undoText(), QStringLiteral("Filter: only step.*"));
        m_history->undo();
        QVERIFY(view().filter().isEmpty());
        QVERIFY(!m_history->canUndo());
        QCOMPARE(view().visibleSeqs(), view().wholeStream());
    }

    void onlyTheLatestStepsAreKept()
    {
        for (int i = 0; i < ViewHistory::kMostSteps + 50; ++i) {
            view().setStreamFilter(filterFrom(i % 2 ? "seq:4..8" : "seq:7"));
            endTurn();
        }
        int steps = 0;
        for (; m_history->canUndo(); ++steps)
            m_history->undo();
        QCOMPARE(steps, ViewHistory::kMostSteps);
    }

    void itOutlivesItsView()
    {
        view().setStreamFilter(filterFrom("seq:7"));
        QSignalSpy changed(m_history.get(), &ViewHistory::changed);
        m_opened->close();
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_history->canUndo());
        m_history->undo();
    }

private:
    StreamView &view() { return m_opened->view(); }
    static void endTurn() { QCoreApplication::processEvents(); }

    ManualClock m_clock;
    std::unique_ptr<OpenedView> m_opened;
    std::unique_ptr<ViewHistory> m_history;
};

QTEST_MAIN(tst_ViewHistory)
#include "tst_viewhistory.moc"
