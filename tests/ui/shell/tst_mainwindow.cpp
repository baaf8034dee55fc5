// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mnemonics.h"
#include "tests/support/windowtest.h"

#include "core/sandbox/sandboxserver.h"
#include "core/stream/gapfinder.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/filterbar.h"
#include "ui/inspect/filterline.h"
#include "ui/shell/exportdialog.h"
#include "ui/shell/gotodialog.h"
#include "ui/shell/progressrow.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Gapline;

/// The real window on the real sandbox, over HTTP.
class tst_MainWindow : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxServer>(SandboxOptions{}, m_clock);
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        makeWindow();
        QVERIFY(exportButton() && !exportButton()->isEnabled()); // Nothing is open yet.
        m_workspace->connectTo(
            {QStringLiteral("Sandbox"), *url, cacheFile(), {}}, SandboxServer::credentials(), true);
        m_window->openFromText(
            QStringLiteral("GET /executions/%1?tab=events").arg(m_sandbox->showcase().text()));
        QVERIFY(view());
        QVERIFY(exportButton()->isEnabled());
        QTRY_VERIFY(view()->stream()->state().isComplete);
        QTRY_VERIFY(view()->execution() && !view()->execution()->steps.isEmpty());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
    }

    void theSandboxIsListed()
    {
        QTRY_VERIFY(m_workspace->executions().size() >= 60);
        QVERIFY(m_workspace->connectionState() == ConnectionState::Idle);
        QVERIFY(m_window->windowTitle().startsWith(m_sandbox->showcase().text()));
    }

    void toolsKeepTheirWordsOrGiveThemUpWhole()
    {
        auto *tools = m_window->findChild<QToolBar *>();
        auto *reconcile = qobject_cast<QToolButton *>(
            tools->widgetForAction(m_window->actions().reconcileDeliveries));
        m_window->resize(1600, 900);
        QTRY_COMPARE(reconcile->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        for (int width = 1600; width >= 700; width -= 50) {
            m_window->resize(width, 900);
            QCoreApplication::processEvents();
            for (const QToolButton *button : tools->findChildren<QToolButton *>()) {
                if (!button->isVisible() || button->objectName().startsWith(u"qt_"))
                    continue;
                QVERIFY2(button->width() >= button->sizeHint().width(),
                         qPrintable(QStringLiteral("%1 at %2").arg(button->text()).arg(width)));
            }
        }
        QCOMPARE(reconcile->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(!reconcile->text().isEmpty()); // Its name.
        m_window->resize(1600, 900);
        QTRY_COMPARE(reconcile->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }

    void aGapIsSelectedInItsRow()
    {
        const StreamRowsPtr rows = view()->rows();
        qsizetype gapRow = 0;
        while (!rows->at(gapRow).isGap)
            ++gapRow;
        table()->selectRow(int(gapRow));
        QVERIFY(view()->selection());
        QVERIFY(*view()->selection() == rows->seqsAt(gapRow));
        QVERIFY(!view()->selectedEvent());
    }

    void aFilterByTypeAndStepLeavesTheMatchingEvents()
    {
        EventFilter filter;
        filter.types = {typePatternFrom(u"step.awaiting-approval")};
        filter.steps = {stepPatternFrom(u"human-legal")};
        view()->setFilter(filter);
        QVERIFY(view()->rows()->eventCount() > 0);
        QVERIFY(view()->rows()->eventCount() < view()->stream()->count());
        QCOMPARE(table()->model()->rowCount(), int(view()->rows()->count()));
        m_window->actions().clearFilter->trigger();
        QCOMPARE(view()->rows()->eventCount(), view()->stream()->count());
    }

    void whatIsShownIsExportedAsTheCommandLineExportsIt()
    {
        const QByteArray all = exportedCsv(QStringLiteral("all.csv"));
        QVERIFY(all.startsWith("executionId,seq,type,stepId,nodeId,timestamp,time,correlationId,"
                               "eventId,data\r\n"));
        // The header, a line per event and gap, and nothing after the last line feed.
        QCOMPARE(all.count('\n'), view()->stream()->count() + qsizetype(view()->gaps().size()) + 1);
        QCOMPARE(all, commandLineCsv({QStringLiteral("--with-gaps")}));

        EventFilter filter;
        filter.types = {typePatternFrom(u"step.awaiting-approval")};
        filter.steps = {stepPatternFrom(u"human-legal")};
        view()->setFilter(filter);
        view()->setShowsGapRows(false);
        const QByteArray filtered = exportedCsv(QStringLiteral("filtered.csv"));
        QCOMPARE(filtered.count('\n'), view()->rows()->eventCount() + 1);
        QCOMPARE(filtered,
                 commandLineCsv({QStringLiteral("--type"),
                                 QStringLiteral("step.awaiting-approval"),
                                 QStringLiteral("--step"),
                                 QStringLiteral("human-legal")}));
        view()->setShowsGapRows(true);

        // The table shows the gaps beside shown events; a file that is asked for gaps holds all of them, within the
        // filter's seqs.
        filter.steps = {};
        filter.sinceSeq = Seq{3};
        filter.untilSeq = Seq{view()->stream()->highestKnownSeq().value - 2};
        view()->setFilter(filter);
        const QByteArray withGaps = exportedCsv(QStringLiteral("filtered-gaps.csv"));
        QVERIFY(withGaps.count('\n') > view()->rows()->count() + 1);
        QCOMPARE(withGaps,
                 commandLineCsv({QStringLiteral("--type"),
                                 QStringLiteral("step.awaiting-approval"),
                                 QStringLiteral("--since-seq"),
                                 QString::number(filter.sinceSeq->value),
                                 QStringLiteral("--until-seq"),
                                 QString::number(filter.untilSeq->value),
                                 QStringLiteral("--with-gaps")}));
        m_window->actions().clearFilter->trigger();
    }

    void theGoMenuMovesAboutInTheStream()
    {
        Actions &actions = m_window->actions();
        view()->select(std::nullopt);
        actions.nextFailure->trigger();
        const std::optional<qsizetype> failure = view()->selectedEvent();
        QVERIFY(failure);
        QCOMPARE(view()->stream()->typeAt(*failure), QByteArray("step.breached"));
        actions.previousOfStep->trigger();
        QVERIFY(*view()->selectedEvent() < *failure);
        actions.nextGap->trigger();
        QVERIFY(view()->selection() && !view()->selectedEvent());
        actions.zoomToSelection->trigger();
        QVERIFY(view()->visibleSeqs().width() < view()->wholeStream().width());

        actions.goToPlace->trigger();
        auto *dialog = m_window->findChild<GoToDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("never"));
        dialog->accept();
        QVERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("1"));
        dialog->accept();
        QCOMPARE(view()->selectedEvent(), std::optional<qsizetype>(0));
        view()->zoomToWhole();
    }

    void lettersActOnThePageAndCanBeTypedElsewhere()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        view()->select(std::nullopt);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_G);
        QVERIFY(view()->selection() && !view()->selectedEvent());
        const std::optional<SeqRange> gap = view()->selection();
        QLineEdit *search = m_window->findChild<FilterBar *>()->filterLine();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_G);
        QCOMPARE(search->text(), QStringLiteral("g"));
        QCOMPARE(view()->selection(), gap);
        m_window->actions().clearFilter->trigger();
    }

    void eachFetchIsCancelledAlone()
    {
        m_workspace->refresh();
        m_workspace->refreshExecutions();
        QCOMPARE(m_workspace->fetches().size(), 2);
        QTRY_COMPARE(m_window->findChildren<ProgressRow *>().size(), 2);
        for (const ProgressRow *row : m_window->findChildren<ProgressRow *>()) {
            if (row->text() == QStringLiteral("Fetching the list of executions"))
                row->cancelButton()->click();
        }
        QTRY_COMPARE(m_workspace->fetches().size(), 1);
        QCOMPARE(m_workspace->fetches().constFirst().executionId, m_sandbox->showcase());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QTRY_VERIFY(m_window->findChildren<ProgressRow *>().isEmpty());
    }

    void syncAllBringsEveryExecutionAndSaysHowFarItIs()
    {
        QSignalSpy told(m_workspace.get(), &Workspace::fleetChanged);
        m_window->actions().syncAll->trigger();
        QVERIFY(m_workspace->fleetProgress());
        QVERIFY(m_window->actions().cancelFetches->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->fleetProgress(), 60000);
        QVERIFY(told.size() >= 2);
        const auto isComplete = [](const CachedExecution &execution) {
            return execution.stream.isComplete;
        };
        QTRY_VERIFY(std::ranges::all_of(m_workspace->executions(), isComplete));
        const auto buttons = m_window->findChildren<QToolButton *>();
        const auto header = std::ranges::find(
            buttons, QStringLiteral("Sync all executions"), &QWidget::accessibleName);
        QVERIFY(header != buttons.end());
        const QString count = QLocale().toString(m_workspace->executions().size());
        QTRY_COMPARE((*header)->text(), QStringLiteral("⟳ %1 of %1 synced").arg(count));
    }

    void everyActionIsInAMenuAndHasAShortcutOfItsOwn()
    {
        QSet<QKeySequence> shortcuts;
        for (const QAction *action : m_window->actions().findChildren<QAction *>()) {
            if (action->text().isEmpty())
                continue;
            QVERIFY2(!action->associatedObjects().isEmpty(), qPrintable(action->text()));
            if (action->shortcut().isEmpty())
                continue;
            QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->text()));
            shortcuts.insert(action->shortcut());
        }
    }

    void noControlTakesTheKeyOfAMenu()
    {
        QCOMPARE(Test::controlsThatTakeAMenusKey(*m_window), QStringList());
    }

    void offlineARefreshSaysThatNothingWasFetched()
    {
        m_workspace->setOffline(true);
        for (QAction *refresh :
             {m_window->actions().refresh, m_window->actions().refreshExecutions}) {
            m_window->statusBar()->clearMessage();
            refresh->trigger();
            QCOMPARE(m_window->statusBar()->currentMessage(),
                     QStringLiteral("Working offline: read again from the cache, nothing was "
                                    "fetched"));
        }
        m_workspace->setOffline(false);
        m_window->statusBar()->clearMessage();
        m_window->actions().refresh->trigger();
        QCOMPARE(m_window->statusBar()->currentMessage(), QString());
    }

    void anExportWaitsForTheEventsThatTheFilterShows()
    {
        EventFilter filter;
        filter.text = QStringLiteral("sla");
        view()->setFilter(filter);
        QVERIFY(view()->isFiltering());
        m_window->actions().exportCsv->trigger();
        auto *dialog = m_window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        const auto *what = dialog->findChild<QLabel *>(QStringLiteral("what"));
        QCOMPARE(what->text(), QStringLiteral("The filter is still being applied…"));
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(!view()->isFiltering());
        const qint64 shown = view()->rows()->eventCount();
        QVERIFY(shown > 0);
        QVERIFY(shown < view()->stream()->count());
        QCOMPARE(what->text(),
                 QStringLiteral("%1 of %2 events: those that the filter shows.")
                     .arg(shown)
                     .arg(view()->stream()->count()));
        dialog->findChild<QLineEdit *>()->setText(m_folder.filePath(QStringLiteral("found.csv")));
        dialog->accept();
        QVERIFY(!dialog->isVisible());
    }

    void closingEndsWhatRuns()
    {
        m_workspace->refresh();
        m_window->actions().exportNdjson->trigger();
        closeWindow();
        m_sandbox.reset();
    }

private:
    /// What the window's export dialog writes, as the view stands now.
    QByteArray exportedCsv(const QString &name)
    {
        const QString file = m_folder.filePath(name);
        m_window->actions().exportCsv->trigger();
        auto *dialog = m_window->findChild<ExportDialog *>();
        if (!dialog)
            return {};
        dialog->findChild<QLineEdit *>()->setText(file);
        dialog->accept();
        const bool isWritten = QTest::qWaitFor([&file] { return QFile::exists(file); });
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QFile csv(file);
        return isWritten && csv.open(QIODevice::ReadOnly) ? csv.readAll() : QByteArray();
    }

    /// What the built program writes from the same cache.
    QByteArray commandLineCsv(const QStringList &options)
    {
        QProcess program;
        program.start(QStringLiteral(GAPLINE_BINARY),
                      QStringList{QStringLiteral("events"),
                                  m_sandbox->showcase().text(),
                                  QStringLiteral("--offline"),
                                  QStringLiteral("--format"),
                                  QStringLiteral("csv"),
                                  QStringLiteral("--cache"),
                                  cacheFile()}
                          + options);
        program.waitForFinished();
        return program.exitCode() == 0 ? program.readAllStandardOutput()
                                       : program.readAllStandardError();
    }
    QToolButton *exportButton() const
    {
        for (auto *button : m_window->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Export"))
                return button;
        }
        return nullptr;
    }
    StreamView *view() const { return m_workspace->currentView(); }
    EventTable *table() const { return m_window->findChild<EventTable *>(); }

    std::unique_ptr<SandboxServer> m_sandbox;
};

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
