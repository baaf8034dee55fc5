// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "core/sandbox/sandboxserver.h"
#include "ui/fleet/executionlist.h"
#include "ui/inspect/inspectpage.h"
#include "ui/shell/executiontabs.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/timeline/timelinewidget.h"
#include "ui/workspace/viewlink.h"

#include <QAction>
#include <QListView>
#include <QMap>
#include <QTest>

using namespace Gapline;

namespace {

/// What the settings file would hold.
class KeptSettings final : public Test::NoSettings
{
public:
    QByteArray layout(const QString &name) const override { return m_layouts.value(name); }
    void setLayout(const QString &name, const QByteArray &state) override
    {
        m_layouts[name] = state;
    }

private:
    QMap<QString, QByteArray> m_layouts;
};

} // namespace

/// The window on the real sandbox with several executions open.
class tst_TabWindow : public Test::WindowTest
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

    void oneExecutionNeedsNoTabs()
    {
        QVERIFY(!tabs()->isVisible());
        QVERIFY(!m_window->actions().nextTab->isEnabled());
        QVERIFY(m_window->actions().closeTab->isEnabled());
    }

    void aMiddleClickInTheListOpensATab()
    {
        auto *list = m_window->findChild<ExecutionList *>()->findChild<QListView *>();
        int row = 0;
        while (idAt(row) == m_sandbox->showcase())
            ++row;
        const QRect rect = list->visualRect(list->model()->index(row, list->modelColumn()));
        QTest::mouseClick(list->viewport(), Qt::MiddleButton, {}, rect.center());
        QCOMPARE(tabs()->count(), 2);
        QVERIFY(tabs()->isVisible());
        QCOMPARE(tabs()->currentIndex(), 1);
        QCOMPARE(view()->executionId(), idAt(row));
        QVERIFY(!tabs()->accessibleTabName(0).isEmpty());
    }

    void eachTabKeepsItsAxis()
    {
        m_inTime = view()->executionId();
        timeline()->setAxis(AxisKind::Time, IdleTime::Shortened);
        m_window->actions().previousTab->trigger();
        QCOMPARE(m_workspace->currentTab(), 0);
        QCOMPARE(view()->executionId(), m_sandbox->showcase());
        QVERIFY(timeline()->axis() == AxisKind::Seq);
        m_window->actions().nextTab->trigger();
        QVERIFY(timeline()->axis() == AxisKind::Time);
        QVERIFY(m_window->actions().timeAxis->isChecked());
        m_window->actions().nextTab->trigger(); // Round to the first.
        QCOMPARE(m_workspace->currentTab(), 0);
    }

    void aTabKeepsWhatCanBeUndone()
    {
        // Only what comes after the turn in which a stream arrived is recorded.
        QCoreApplication::processEvents();
        view()->select(SeqRange{{19}, {19}});
        QVERIFY(m_window->actions().undo->isEnabled());
        m_window->actions().nextTab->trigger();
        QVERIFY(!m_window->actions().undo->isEnabled());
        m_window->actions().previousTab->trigger();
        QVERIFY(m_window->actions().undo->isEnabled());
        m_window->actions().undo->trigger();
        QVERIFY(!view()->selection());
        view()->select(SeqRange{{19}, {19}});
    }

    void refreshingActsOnWhatIsShown()
    {
        m_window->actions().nextTab->trigger();
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        m_window->actions().refresh->trigger();
        bool isFetchingShown = false;
        for (const FetchState &fetch : m_workspace->fetches())
            isFetchingShown |= fetch.executionId == view()->executionId();
        QVERIFY(isFetchingShown);
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        m_window->actions().previousTab->trigger();
    }

    void severalSelectedExecutionsOpenInTabsOfTheirOwn()
    {
        auto *list = m_window->findChild<ExecutionList *>()->findChild<QListView *>();
        list->selectionModel()->clear();
        for (const int row : {2, 3})
            list->selectionModel()->select(list->model()->index(row, list->modelColumn()),
                                           QItemSelectionModel::Select);
        const int before = tabs()->count();
        m_window->actions().openInNewTab->trigger();
        QVERIFY(tabs()->count() > before);
        m_workspace->showTab(0);
    }

    void theTabsComeBackWithTheNextStart()
    {
        const QList<ExecutionId> ids = m_workspace->tabs();
        const int inTime = int(ids.indexOf(m_inTime));
        m_workspace->showTab(inTime);
        QTRY_VERIFY(view()->isLoaded());
        m_window->close();
        const std::optional<ViewLink> last =
            SessionKeeper::last(settings(), m_workspace->profile().name);
        QVERIFY(last);
        m_window.reset();
        while (!m_workspace->tabs().isEmpty())
            m_workspace->closeTab(0);
        SessionKeeper::open(*m_workspace, *last);
        SessionKeeper::restoreTabs(*m_workspace, settings());
        m_window = std::make_unique<MainWindow>(*m_workspace, settings(), secrets());
        m_window->show();
        QCOMPARE(m_workspace->tabs(), ids);
        QCOMPARE(tabs()->count(), int(ids.size()));
        QCOMPARE(m_workspace->currentTab(), inTime);
        QVERIFY(timeline()->axis() == AxisKind::Time);
        m_workspace->showTab(0);
        QVERIFY(timeline()->axis() == AxisKind::Seq);
        QTRY_VERIFY(view()->selection() == (SeqRange{{19}, {19}}));
    }

    void closingTheLastTabShowsTheStartPage()
    {
        while (m_workspace->tabs().size() > 1) {
            const int before = tabs()->count();
            m_window->actions().closeTab->trigger();
            QCOMPARE(tabs()->count(), before - 1);
        }
        QVERIFY(!tabs()->isVisible());
        m_window->actions().closeTab->trigger();
        QVERIFY(!view());
        QVERIFY(!m_window->actions().closeTab->isEnabled());
    }

    void cleanupTestCase()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    WindowSettings &settings() override { return m_kept; }
    StreamView *view() const { return m_workspace->currentView(); }
    ExecutionTabs *tabs() const { return m_window->findChild<ExecutionTabs *>(); }
    TimelineWidget *timeline() const { return m_window->findChild<InspectPage *>()->timeline(); }
    ExecutionId idAt(int row) const
    {
        return m_window->findChild<ExecutionList *>()
            ->model()
            .executionAt(row)
            ->execution.executionId;
    }

    KeptSettings m_kept;
    ExecutionId m_inTime; ///< Shown on a time axis.
    std::unique_ptr<SandboxServer> m_sandbox;
};

QTEST_MAIN(tst_TabWindow)
#include "tst_tabwindow.moc"
