// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/cache/cache.h"
#include "core/sandbox/workflow.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphpane.h"
#include "ui/graph/graphtext.h"
#include "ui/inspect/wrappedtext.h"

#include <QAccessible>
#include <QImage>
#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

Definition marketing()
{
    Definition definition;
    definition.definitionId = DefinitionId(QStringLiteral("marketing-copy-approval"));
    definition.version = 1;
    definition.raw = definitionJson(*findWorkflow("marketing-copy-approval"), 1731432000000);
    return definition;
}

Execution execution(qint64 version)
{
    Execution made;
    made.executionId = ExecutionId(QStringLiteral("exec_test"));
    made.status = QStringLiteral("running");
    made.definitionId = DefinitionId(QStringLiteral("marketing-copy-approval"));
    made.definitionVersion = version;
    return made;
}

} // namespace

class tst_GraphPane : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<StreamView>(ExecutionId(QStringLiteral("exec_test")), m_cache);
        StreamBuilder run;
        run.event(1, "execution.dispatched")
            .event(3, "step.awaiting-approval", "step_agent-draft_1_x")
            .event(5, "step.completed", "step_agent-draft_1_x")
            .event(6, "step.awaiting-approval", "step_agent-draft_1_x__to__human-legal")
            .scanned(0, 6);
        m_view->showStream(run.build());
        m_pane = std::make_unique<GraphPane>(GraphPane::Room::Window);
        m_pane->resize(600, 500);
        m_pane->setView(m_view.get());
        m_pane->show();
    }

    void cleanup()
    {
        m_pane.reset();
        m_view.reset();
    }

    void withoutADefinitionItSaysWhatIsWanting()
    {
        QTRY_VERIFY(words().contains(QStringLiteral("until executions/get has answered")));
        m_view->showExecution(execution(1), std::nullopt);
        QTRY_VERIFY(words().contains(QStringLiteral("has not been fetched")));
        QVERIFY(!canvas().scene());
    }

    void thePathIsToldNodeByNode()
    {
        showGraph(1);
        const GraphScene &scene = *canvas().scene();
        QCOMPARE(GraphText::state(scene, 0), QStringLiteral("completed"));
        QCOMPARE(GraphText::state(scene, 1), QStringLiteral("not ended"));
        QCOMPARE(GraphText::state(scene, 3), QStringLiteral("not seen"));
        QVERIFY(words().contains(QStringLiteral("Not all seqs of the run are scanned")));
        QVERIFY(!words().contains(QStringLiteral("version")));
    }

    void aRunThatWasReadToItsEndAndIsEmptyIsNotSaidToBeUnfetched()
    {
        m_view->showStream(StreamBuilder().build());
        showGraph(1);
        QVERIFY(words().contains(QStringLiteral("No event of the run is fetched yet.")));
        m_view->showStream(StreamBuilder().complete().build());
        QTRY_VERIFY(
            words().contains(QStringLiteral("The API has no event of this execution to show.")));
        QVERIFY(!words().contains(QStringLiteral("fetched yet")));
    }

    void anotherVersionIsSaidToBeOne()
    {
        showGraph(3);
        QVERIFY(
            words().contains(QStringLiteral("This is version 1 of the definition; the run was of "
                                            "version 3")));
    }

    void choosingANodeSelectsTheFirstEventOfItsLastVisit()
    {
        showGraph(1);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().rectOf(0).center());
        QCOMPARE(m_view->selection(), std::optional(SeqRange{{3}, {3}}));
        QCOMPARE(canvas().selectedNode(), 0);
        m_view->select(SeqRange{{6}, {6}});
        QCOMPARE(canvas().selectedNode(), 1);
        QString said;
        connect(m_pane.get(), &GraphPane::noticed, this, [&](const QString &text) { said = text; });
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().rectOf(3).center());
        QVERIFY(!said.isEmpty());
        QCOMPARE(m_view->selection(), std::optional(SeqRange{{6}, {6}}));
    }

    void theKeyboardWalksDownTheGraph()
    {
        showGraph(1);
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        canvas().setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(canvas().focusedNode(), 0);
        QTest::keyClick(&canvas(), Qt::Key_Down);
        const int reviewer = canvas().focusedNode();
        QVERIFY(reviewer == 1 || reviewer == 2);
        QTest::keyClick(&canvas(), reviewer == 1 ? Qt::Key_Right : Qt::Key_Left);
        const bool isMirrored = canvas().rectOf(2).x() < canvas().rectOf(1).x();
        if (!isMirrored)
            QCOMPARE(canvas().focusedNode(), 3 - reviewer);
        QTest::keyClick(&canvas(), Qt::Key_Down);
        QCOMPARE(canvas().focusedNode(), 3);
        QTest::keyClick(&canvas(), Qt::Key_Home);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(m_view->selection(), std::optional(SeqRange{{3}, {3}}));
        const double before = canvas().zoom();
        QTest::keyClick(&canvas(), Qt::Key_Plus);
        QVERIFY(canvas().zoom() > before);
    }

    void eachNodeHasANameForAScreenReader()
    {
        showGraph(1);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&canvas());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 4);
        const QString name = list->child(0)->text(QAccessible::Name);
        QVERIFY(name.startsWith(QStringLiteral("agent-draft, agent, completed, leads to ")));
        QVERIFY(name.contains(QStringLiteral("human-legal, the way this run took")));
        QVERIFY(!name.contains(QStringLiteral("human-brand, the way this run took")));
        QVERIFY(list->child(1)
                    ->text(QAccessible::Name)
                    .contains(QStringLiteral("in the group parallel-review")));
        list->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_view->selection(), std::optional(SeqRange{{3}, {3}}));
    }

    void itIsPaintedInBothThemes()
    {
        showGraph(1);
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(30, 34, 40));
        const QImage light = canvas().grab().toImage();
        canvas().setPalette(dark);
        const QImage inTheDark = canvas().grab().toImage();
        QVERIFY(light != inTheDark);
        // Inside of a node, away from text and mark: the ground of its theme.
        const QPoint inside = canvas().rectOf(3).topRight() + QPoint(-5, 5);
        QVERIFY(light.pixelColor(inside).lightness() > 200);
        QVERIFY(inTheDark.pixelColor(inside).lightness() < 80);
    }

private:
    void showGraph(qint64 version)
    {
        m_view->showExecution(execution(version), marketing());
        QTRY_VERIFY(canvas().scene());
    }
    GraphCanvas &canvas() const { return *m_pane->canvas(); }
    QString words() const { return m_pane->words()->text(); }

    Cache m_cache;
    std::unique_ptr<StreamView> m_view;
    std::unique_ptr<GraphPane> m_pane;
};

QTEST_MAIN(tst_GraphPane)
#include "tst_graphpane.moc"
