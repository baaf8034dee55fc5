// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "core/filter/filterparser.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/fleet/executionlist.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/eventtable.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/coverageline.h"
#include "ui/shell/errorbanner.h"
#include "ui/shell/helpwindow.h"
#include "ui/shell/savedviewcommands.h"
#include "ui/shell/savedviewsdialog.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/workspace/viewlink.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMap>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

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
    QList<SavedView> savedViews() const override { return m_views; }
    void setSavedViews(const QList<SavedView> &views) override { m_views = views; }

private:
    QMap<QString, QByteArray> m_layouts;
    QList<SavedView> m_views;
};

} // namespace

/// The window on the real sandbox: finding one's way, leaving and coming back.
class tst_GettingAround : public Test::WindowTest
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
        QVERIFY(view());
        QTRY_VERIFY(view()->stream()->state().isComplete);
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QTRY_VERIFY(!m_workspace->executions().isEmpty());
    }

    void init()
    {
        view()->clearFilter();
        view()->select(std::nullopt);
        view()->zoomToWhole();
        QCoreApplication::processEvents();
    }

    void noShortcutMeansTwoThings()
    {
        QHash<QString, QString> meanings;
        const auto take = [&meanings](const QKeySequence &keys, const QString &meaning) {
            const QString known = meanings.value(keys.toString());
            if (!known.isEmpty())
                qWarning("%s: %s and %s",
                         qPrintable(keys.toString()),
                         qPrintable(known),
                         qPrintable(meaning));
            meanings[keys.toString()] = meaning;
            return known.isEmpty();
        };
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            for (const QKeySequence &keys : action->shortcuts())
                QVERIFY(take(keys, action->text()));
        }
        for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
            QVERIFY(take(shortcut->key(), QStringLiteral("a shortcut of its own")));
        QVERIFY(meanings.size() >= 45);
    }

    void theEditMenuNamesWhatItUndoes()
    {
        Actions &actions = m_window->actions();
        view()->setStreamFilter(parseFilter(u"type:step.breached").value());
        QCOMPARE(actions.undo->text(), QStringLiteral("&Undo Filter: only step.breached"));
        actions.undo->trigger();
        QVERIFY(view()->filter().isEmpty());
        QCOMPARE(actions.redo->text(), QStringLiteral("&Redo Filter: only step.breached"));
        actions.redo->trigger();
        QCOMPARE(view()->rows()->eventCount(), 1);
    }

    void aRefreshKeepsEverything()
    {
        view()->setStreamFilter(parseFilter(u"type:step.*").value());
        view()->select(SeqRange{{19}, {19}});
        view()->setVisibleSeqs({10, 30});
        const ViewState before = viewStateOf(*view());
        m_workspace->refresh();
        QVERIFY(!m_workspace->fetches().isEmpty());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QVERIFY(viewStateOf(*view()) == before);
    }

    void aNoticeStandsBesideAFaultAndGoesWithTheNextExecution()
    {
        const QList<ErrorBanner *> lines = m_window->findChildren<ErrorBanner *>();
        QCOMPARE(lines.size(), 2);
        lines[0]->showError({ErrorId::NetworkServerError, QStringLiteral("HTTP 503")});
        m_window->openFromText(QStringLiteral("nothing of the kind"));
        QVERIFY(!lines[0]->isHidden());
        QVERIFY(!lines[1]->isHidden());
        m_window->openFromText(view()->executionId().text());
        QVERIFY(lines[1]->isHidden());
    }

    void tryingAgainOfflineSaysWhereItReadsFrom()
    {
        auto *banner = m_window->findChild<ErrorBanner *>();
        m_workspace->setOffline(true);
        emit banner->retryWanted();
        QVERIFY(m_window->statusBar()->currentMessage().startsWith(
            QLatin1String("Working offline: read again from the cache")));
        m_workspace->setOffline(false);
        QTRY_VERIFY(m_workspace->hasConnection());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
    }

    void thePaletteFindsCommandsStepsAndExecutions()
    {
        view()->setVisibleSeqs({10, 30});
        QVERIFY(choose(QStringLiteral("zoom whole"), QStringLiteral("Zoom to the Whole Stream")));
        QTRY_COMPARE(view()->visibleSeqs(), view()->wholeStream());
        QVERIFY(choose(QStringLiteral("human-legal"), QStringLiteral("human-legal")));
        QTRY_VERIFY(view()->selectedEvent());
        QVERIFY(view()->stream()->stepIdAt(*view()->selectedEvent())->endsWith("human-legal"));
        const QString other = m_workspace->executions().constLast().execution.executionId.text();
        QVERIFY(choose(other, other));
        QTRY_COMPARE(view()->executionId().text(), other);
        m_workspace->open(m_sandbox->showcase());
        QTRY_VERIFY(view()->stream()->state().isComplete);
    }

    void aViewIsSavedAppliedRenamedAndDeleted()
    {
        auto *views = m_window->findChild<SavedViewCommands *>();
        QVERIFY(views);
        view()->setStreamFilter(parseFilter(u"type:step.*").value());
        table()->showColumns({QStringLiteral("type"), QStringLiteral("seq")});
        views->save(QStringLiteral(" A & B "));
        view()->clearFilter();
        table()->showColumns(
            {QStringLiteral("seq"), QStringLiteral("time"), QStringLiteral("type")});
        QAction *entry = savedEntry(QStringLiteral("A && B"));
        QVERIFY(entry);
        entry->trigger();
        QCOMPARE(filterText(view()->streamFilter()), QStringLiteral("type:step.*"));
        QCOMPARE(table()->shownColumnNames(),
                 (QStringList{QStringLiteral("type"), QStringLiteral("seq")}));

        m_window->actions().manageViews->trigger();
        auto *dialog = m_window->findChild<SavedViewsDialog *>();
        QVERIFY(dialog);
        dialog->list()->item(0)->setText(QStringLiteral("Steps"));
        QVERIFY(savedEntry(QStringLiteral("Steps")));
        dialog->list()->item(0)->setText(QStringLiteral("  "));
        QCOMPARE(dialog->list()->item(0)->text(), QStringLiteral("Steps"));
        dialog->deleteButton()->click();
        QVERIFY(!savedEntry(QStringLiteral("Steps")));
        QVERIFY(m_settings.savedViews().isEmpty());
        dialog->reject();
    }

    void aLinkBringsBackWhatItWasCopiedFrom()
    {
        view()->setStreamFilter(parseFilter(u"-type:step.cancelled").value());
        view()->setVisibleSeqs({10, 30.5});
        view()->select(SeqRange{{19}, {24}});
        const ViewState before = viewStateOf(*view());
        m_window->actions().copyLink->trigger();
        const QString link = QApplication::clipboard()->text();
        QVERIFY(link.startsWith(QStringLiteral("gapline://open/") + m_sandbox->showcase().text()));
        m_workspace->open(m_workspace->executions().constLast().execution.executionId);
        m_window->openFromText(link);
        QTRY_VERIFY(viewStateOf(*view()) == before);
        QCOMPARE(view()->executionId(), m_sandbox->showcase());
        // A wrong one leaves everything as it is.
        m_window->openFromText(QStringLiteral("gapline://open/x?filter=typ%3Ay"));
        QCOMPARE(view()->executionId(), m_sandbox->showcase());
    }

    void theHelpOpensOnItsTopic()
    {
        m_window->actions().shortcuts->trigger();
        auto *help = m_window->findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible());
        m_window->actions().helpGaps->trigger();
        QCOMPARE(m_window->findChildren<HelpWindow *>().size(), 1);
        help->close();
    }

    void textGrowsAndShrinksInSteps()
    {
        Actions &actions = m_window->actions();
        const double normal = QApplication::font().pointSizeF();
        actions.textLarger->trigger();
        QVERIFY(QApplication::font().pointSizeF() > normal);
        for (int i = 0; i < 20; ++i)
            actions.textLarger->trigger();
        QCOMPARE(m_settings.layout(QStringLiteral("textPercent")), QByteArray("300"));
        for (int i = 0; i < 30; ++i)
            actions.textSmaller->trigger();
        QCOMPARE(m_settings.layout(QStringLiteral("textPercent")), QByteArray("60"));
        actions.textNormal->trigger();
        QCOMPARE(QApplication::font().pointSizeF(), normal);
    }

    void whatIsSaidOfTheTextSizeStandsAlone()
    {
        m_window->statusBar()->clearMessage();
        const auto *coverage = m_window->findChild<CoverageLine *>();
        QVERIFY(coverage->isVisible());
        for (int i = 0; i < 3; ++i) {
            m_window->actions().textLarger->trigger();
            QCoreApplication::processEvents();
        }
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
        QVERIFY(!coverage->isVisible());
        m_window->actions().textNormal->trigger();
        m_window->statusBar()->clearMessage();
        QVERIFY(coverage->isVisible());
    }

    void theDetailKeepsItsCopyButtonsInSightWithLargeText()
    {
        for (int i = 0; i < 3; ++i)
            m_window->actions().textLarger->trigger();
        const auto *detail = m_window->findChild<EventDetail *>();
        const auto areInSight = [detail] {
            const QList<QToolButton *> buttons = detail->widget()->findChildren<QToolButton *>();
            return std::ranges::none_of(buttons, [detail](const QToolButton *button) {
                const int right = button->mapTo(detail->widget(), QPoint(button->width(), 0)).x();
                return button->isVisible() && right > detail->viewport()->width();
            });
        };
        QVERIFY(!detail->widget()->findChildren<QToolButton *>().isEmpty());
        QTRY_VERIFY(areInSight());
        m_window->actions().textNormal->trigger();
    }

    /// Last but one: the window is made anew.
    void theNextStartIsWhereThisOneEnded()
    {
        view()->setStreamFilter(parseFilter(u"type:step.*").value());
        view()->setVisibleSeqs({10, 30});
        view()->select(SeqRange{{19}, {19}});
        const ViewState before = viewStateOf(*view());
        m_window->actions().keepPlace->trigger();
        m_window->findChild<ExecutionList *>()->setOrder(QStringLiteral("oldest"));
        const QStringList usual = table()->shownColumnNames();
        table()->horizontalHeader()->moveSection(0, 2);
        const QStringList columns = table()->shownColumnNames();
        QVERIFY(columns != usual);
        m_window->actions().showExecutions->trigger(); // Hides it.
        m_window->close();
        m_window.reset();
        m_workspace->open(m_workspace->executions().constLast().execution.executionId);

        reopenWindow();
        QVERIFY(!SessionKeeper::last(m_settings, QStringLiteral("another connection")));
        const std::optional<ViewLink> last =
            SessionKeeper::last(m_settings, m_workspace->profile().name);
        QVERIFY(last);
        SessionKeeper::open(*m_workspace, *last);
        QCOMPARE(view()->executionId(), m_sandbox->showcase());
        QTRY_VERIFY(viewStateOf(*view()) == before);
        QVERIFY(view()->endChoice() == EndChoice::KeepPlace);
        QVERIFY(m_window->actions().keepPlace->isChecked());
        QCOMPARE(m_window->findChild<ExecutionList *>()->order(), QStringLiteral("oldest"));
        QVERIFY(m_window->findChild<ExecutionList *>()->isHidden());
        QCOMPARE(table()->shownColumnNames(), columns);
        // What was restored is nothing to undo.
        QVERIFY(!m_window->actions().undo->isEnabled());
    }

    void cleanupTestCase()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    WindowSettings &settings() override { return m_settings; }

    void reopenWindow()
    {
        m_window = std::make_unique<MainWindow>(*m_workspace, settings(), secrets());
        m_window->show();
    }

    /// Types into the palette and takes its first entry; false when that is another one.
    bool choose(const QString &query, const QString &expected)
    {
        m_window->actions().commandPalette->trigger();
        auto *palette = m_window->findChild<CommandPalette *>();
        if (!palette)
            return false;
        palette->queryField()->setText(query);
        const bool isExpected = palette->list()->currentIndex().data().toString() == expected;
        QTest::keyClick(palette->queryField(), isExpected ? Qt::Key_Return : Qt::Key_Escape);
        return QTest::qWaitFor(
                   [this] { return m_window->findChild<CommandPalette *>() == nullptr; })
            && isExpected;
    }

    QAction *savedEntry(const QString &text)
    {
        for (QAction *action : m_window->actions().savedViewsMenu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    StreamView *view() const { return m_workspace->currentView(); }
    EventTable *table() const { return m_window->findChild<EventTable *>(); }

    KeptSettings m_settings;
    std::unique_ptr<SandboxServer> m_sandbox;
};

QTEST_MAIN(tst_GettingAround)
#include "tst_gettingaround.moc"
