// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "core/sandbox/sandboxserver.h"
#include "ui/compare/comparedialog.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparepage.h"
#include "ui/fleet/executionlist.h"
#include "ui/inspect/inspectpage.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/shell/elidedlabel.h"
#include "ui/workspace/compareview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace Gapline;

/// The window on the real sandbox: two executions side by side.
class tst_CompareWindow : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxServer>(SandboxOptions{}, m_clock);
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        makeWindow();
        m_workspace->connectTo({QStringLiteral("Local"), *url, cacheFile(), {}},
                               SandboxServer::credentials());
        m_window->openFromText(m_sandbox->showcase().text());
        QTRY_VERIFY(view() && view()->stream()->state().isComplete);
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QTRY_VERIFY(m_workspace->executions().size() > 5);
    }

    void withoutTwoExecutionsThePageSaysHowToChooseThem()
    {
        QVERIFY(!m_window->actions().showCompared->isEnabled());
        QVERIFY(!page()); // A start does not wait for it.
        const ComparePage alone(m_workspace->comparing());
        QVERIFY(alone.emptyText()->text().contains(QStringLiteral("Compare With")));
    }

    void theOtherExecutionIsChosenFromAListThatLeavesTheOpenOneOut()
    {
        m_window->actions().compareWith->trigger();
        auto *dialog = m_window->findChild<CompareDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), int(m_workspace->executions().size()) - 1);
        list->setCurrentIndex(list->model()->index(0, list->modelColumn()));
        const ExecutionId other = dialog->chosen();
        QVERIFY(!other.isEmpty() && other != m_sandbox->showcase());
        dialog->accept();
        QTRY_VERIFY(result());
        QCOMPARE(compared().a(), m_sandbox->showcase());
        QCOMPARE(compared().b(), other);
        QTRY_VERIFY(page()->isVisible());
        QTRY_VERIFY(page()->model()->rowCount() > 0);
        QVERIFY(m_window->actions().showCompared->isEnabled());
        // The numbers of the execution behind the page are not those of what is compared.
        const auto says = [this](const char *words) {
            for (const ElidedLabel *label : m_window->statusBar()->findChildren<ElidedLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String(words)))
                    return true;
            }
            return false;
        };
        QVERIFY(!says("cursor"));
        emit page()->closeWanted();
        QTRY_VERIFY(says("cursor"));
        m_window->actions().showCompared->trigger();
        QTRY_VERIFY(page()->isVisible());
    }

    void anotherRunOfTheSameDefinitionIsFetchedAndCompared()
    {
        const ExecutionId other = sibling();
        QVERIFY(!other.isEmpty());
        auto *list = m_window->findChild<ExecutionList *>();
        emit list->compareWanted(m_sandbox->showcase(), other);
        // It had not been fetched: the page says so until it is.
        QTRY_VERIFY(result() && result()->b.isComplete);
        QTRY_VERIFY(result()->b.lack == ProofLack::Nothing);
        QVERIFY(result()->a.lack == ProofLack::Nothing);
        QCOMPARE(result()->counts.unproved, 0);
        QCOMPARE(result()->a.turns, 1); // The showcase is rejected once.
        QVERIFY(page()->summary()->text().contains(QStringLiteral("by node path and turn")));
        page()->onlyDifferences()->setChecked(true);
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            QVERIFY(page()->model()->stepAt(row)->differences);
        page()->onlyDifferences()->setChecked(false);
        QCOMPARE(page()->model()->rowCount(), int(result()->steps.size()));
    }

    void aRowLeadsToItsStepInEitherExecution()
    {
        QTRY_VERIFY(page()->model()->rowCount() > 0);
        int row = 0;
        while (!page()->model()->stepAt(row)->a || !page()->model()->stepAt(row)->b)
            ++row;
        const ComparedStep step = *page()->model()->stepAt(row);
        page()->showStep(page()->model()->index(row, int(CompareModel::Column::InB)));
        QCOMPARE(view()->executionId(), compared().b());
        QTRY_VERIFY(view()->selection() && view()->selection()->first == step.b->seqs->first);
        QTRY_VERIFY(!page()->isVisible());
        m_window->actions().showCompared->trigger();
        QTRY_VERIFY(page()->isVisible());
        page()->showStep(page()->model()->index(row, int(CompareModel::Column::Step)));
        QCOMPARE(view()->executionId(), compared().a());
        QTRY_VERIFY(view()->selection() && view()->selection()->first == step.a->seqs->first);
    }

    void selectedRowsAreCopied()
    {
        page()->table()->selectAll();
        QTest::keyClick(page()->table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
        QCOMPARE(lines.size(), page()->model()->rowCount() + 1);
        QVERIFY(lines.first().startsWith(QStringLiteral("Step\tTurn\tA\t")));
    }

    void swappingTheSidesSwapsWhatIsSaid()
    {
        const qint64 before = result()->counts.onlyInA;
        const ExecutionId a = compared().a();
        compared().swapSides();
        QCOMPARE(compared().b(), a);
        QTRY_VERIFY(!compared().isComparing() && result()->b.executionId == a);
        QCOMPARE(result()->counts.onlyInB, before);
    }

    void twoThatAreSelectedInTheListAreCompared()
    {
        auto *list = m_window->findChild<ExecutionList *>()->findChild<QListView *>();
        list->selectionModel()->clear();
        for (const int row : {0, 2})
            list->selectionModel()->select(list->model()->index(row, list->modelColumn()),
                                           QItemSelectionModel::Select);
        const QList<ExecutionId> two = m_window->findChild<ExecutionList *>()->selectedIds();
        QCOMPARE(two.size(), 2);
        m_window->actions().compareWith->trigger();
        QCOMPARE(compared().a(), two.first());
        QCOMPARE(compared().b(), two.last());
    }

    void leavingTheConnectionLeavesTheComparison()
    {
        m_workspace->connectTo(
            {QStringLiteral("Other"), m_workspace->profile().baseUrl, cacheFile(), {}},
            std::nullopt);
        QVERIFY(!compared().isChosen());
        QVERIFY(!page()->isVisible());
        QCOMPARE(page()->model()->rowCount(), 0);
    }

    void cleanupTestCase()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    /// Another finished run of the showcase's definition.
    ExecutionId sibling() const
    {
        for (const CachedExecution &other : m_workspace->executions()) {
            if (other.execution.definitionId.text() == QLatin1String("marketing-copy-approval")
                && other.execution.isTerminal()
                && other.execution.executionId != m_sandbox->showcase())
                return other.execution.executionId;
        }
        return {};
    }

    StreamView *view() const { return m_workspace->currentView(); }
    CompareView &compared() const { return m_workspace->comparing(); }
    ExecutionComparisonPtr result() const { return compared().result(); }
    ComparePage *page() const { return m_window->findChild<ComparePage *>(); }

    std::unique_ptr<SandboxServer> m_sandbox;
};

QTEST_MAIN(tst_CompareWindow)
#include "tst_comparewindow.moc"
