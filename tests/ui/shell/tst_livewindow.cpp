// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventserver.h"
#include "tests/support/windowtest.h"

#include "ui/inspect/detailsection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/eventversions.h"
#include "ui/inspect/inspectpage.h"
#include "ui/shell/verifydialog.h"
#include "ui/workspace/following.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Gapline;
using Gapline::Test::EventServer;

/// The real window on a server whose execution moves: live follow and verification.
class tst_LiveWindow : public Test::WindowTest
{
    Q_OBJECT

private:
    int m_caches = 0;
    std::unique_ptr<EventServer> m_server;

    [[nodiscard]] StreamView *view() { return m_workspace->currentView(); }
    [[nodiscard]] Following &following() { return m_workspace->following(); }
    [[nodiscard]] EventTable *table() { return m_window->findChild<EventTable *>(); }
    [[nodiscard]] Actions &actions() { return m_window->actions(); }

    [[nodiscard]] QToolButton *followButton()
    {
        for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->property("follow").isValid())
                return button;
        }
        return nullptr;
    }

    void open()
    {
        m_workspace->open(EventServer::executionId());
        QTRY_VERIFY(view()->stream()->state().isComplete);
        QTRY_VERIFY(view()->execution());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
    }

    void follow()
    {
        actions().follow->trigger();
        QTRY_VERIFY(following().state() == FollowState::Waiting);
    }

    VerifyDialog *verify()
    {
        actions().verify->trigger();
        auto *dialog = m_window->findChild<VerifyDialog *>();
        if (!dialog || !QTest::qWaitFor([dialog] { return dialog->report().size() > 1; }))
            return nullptr;
        return dialog;
    }

private slots:
    void init()
    {
        m_server = std::make_unique<EventServer>();
        m_server->put(1, "execution.dispatched");
        m_server->putRange(2, 60);
        m_server->remove(40);
        ApiOptions options;
        options.retries.retries = 0;
        makeWindow(options);
        m_window->resize(1200, 700);
        m_workspace->connectTo(
            {QStringLiteral("Test"),
             m_server->baseUrl(),
             m_folder.filePath(QStringLiteral("private/%1.sqlite").arg(++m_caches)),
             {}},
            Credentials{Secret("key"), Secret("token")});
        open();
    }

    void cleanup()
    {
        closeWindow();
        m_server.reset();
    }

    void aRunningExecutionIsFollowed()
    {
        QVERIFY(actions().follow->isEnabled());
        QCOMPARE(followButton()->text(), QStringLiteral("Follow"));
        follow();
        QVERIFY(actions().follow->isChecked());
        QCOMPARE(followButton()->text(), QStringLiteral("● Following"));
        m_server->put(61);
        QTRY_COMPARE(view()->stream()->count(), 60);
        actions().follow->trigger();
        QVERIFY(following().state() == FollowState::Off);
        QCOMPARE(followButton()->text(), QStringLiteral("Follow"));
    }

    void newRowsLeaveSelectionFilterAndPlaceAlone()
    {
        view()->select(SeqRange{{3}, {3}});
        table()->verticalScrollBar()->setValue(20);
        const int place = table()->verticalScrollBar()->value();
        QVERIFY(place > 10);
        follow();
        m_server->putRange(61, 80);
        QTRY_COMPARE(view()->rows()->stream()->count(), 79);
        QCOMPARE(table()->verticalScrollBar()->value(), place);
        QVERIFY((view()->selection() == SeqRange{{3}, {3}}));
        QVERIFY(table()->selectionModel()->isRowSelected(2));
    }

    void aTableThatShowsItsEndFollowsIt()
    {
        table()->scrollToBottom();
        follow();
        m_server->putRange(61, 80);
        QTRY_COMPARE(view()->rows()->stream()->count(), 79);
        QCOMPARE(table()->verticalScrollBar()->value(), table()->verticalScrollBar()->maximum());
    }

    void thePlaceIsKeptWhereTheUserWantsThat()
    {
        actions().keepPlace->trigger();
        table()->scrollToBottom();
        const int place = table()->verticalScrollBar()->value();
        const VisibleSeqs visible = view()->visibleSeqs();
        follow();
        m_server->putRange(61, 80);
        QTRY_COMPARE(view()->rows()->stream()->count(), 79);
        // At its end the table shows its first row in part; that row comes to the top.
        QVERIFY(qAbs(table()->verticalScrollBar()->value() - place) <= 1);
        QVERIFY(view()->visibleSeqs() == visible);
    }

    void offlineItIsPausedAndSaysSo()
    {
        follow();
        m_workspace->setOffline(true);
        QVERIFY(following().state() == FollowState::Paused);
        QCOMPARE(following().pauseReason(), QStringLiteral("offline"));
        QCOMPARE(followButton()->text(), QStringLiteral("◐ Follow paused"));
        const int asked = m_server->count();
        QTest::qWait(50);
        QCOMPARE(m_server->count(), asked);
        m_server->put(61);
        m_workspace->setOffline(false);
        QTRY_COMPARE(view()->stream()->count(), 60);
        QTRY_VERIFY(following().state() == FollowState::Waiting);
    }

    void aFailedPollPausesVisiblyAndCanBeTriedAgain()
    {
        follow();
        m_server->fails = true;
        QTRY_VERIFY(following().state() == FollowState::Paused);
        QCOMPARE(following().pauseReason(), QStringLiteral("the last poll failed"));
        QVERIFY(m_workspace->connectionState() == ConnectionState::Failed);
        m_server->fails = false;
        m_workspace->retryNow();
        QTRY_VERIFY(following().state() == FollowState::Waiting);
        QTRY_VERIFY(m_workspace->connectionState() == ConnectionState::Idle);
    }

    void followingEndsWithTheExecution()
    {
        follow();
        m_server->status = "completed";
        m_server->put(61, "execution.completed");
        QTRY_VERIFY_WITH_TIMEOUT(following().state() == FollowState::Off, 10'000);
        QTRY_VERIFY(view()->execution()->isTerminal());
        QVERIFY(!actions().follow->isEnabled());
        QVERIFY(!followButton()->isEnabled());
    }

    void whatAppearsLateIsMarkedWhereItStands()
    {
        follow();
        m_server->put(40);
        QTRY_COMPARE(view()->stream()->state().lateCount, 1);
        QTRY_COMPARE(view()->rows()->eventCount(), 60);
        const int row = *static_cast<StreamModel *>(table()->model())->rowOf({40});
        QVERIFY(table()
                    ->model()
                    ->index(row, 0)
                    .data(StreamModel::RemarksRole)
                    .toString()
                    .contains(QLatin1String("appeared late")));
    }

    void aVerificationOfTheSameSaysSo()
    {
        VerifyDialog *dialog = verify();
        QVERIFY(dialog);
        QVERIFY2(dialog->report().contains(QStringLiteral("✓ The cache holds what the API says")),
                 qPrintable(dialog->report()));
        QVERIFY(
            dialog->report().contains(QStringLiteral("Seq 1–60 read again; 59 events as stored.")));
    }

    void everyDifferenceLeadsToItsEvent()
    {
        m_server->put(5, "step.completed", "other");
        m_server->remove(7);
        m_server->put(40);
        VerifyDialog *dialog = verify();
        QVERIFY(dialog);
        const QString report = dialog->report();
        QVERIFY2(report.contains(QLatin1String("1 changed; 1 gone; 1 appeared late")),
                 qPrintable(report));
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 3);
        QTRY_COMPARE(view()->stream()->state().goneCount, 1);
        list->setCurrentRow(1);
        QVERIFY((view()->selection() == SeqRange{{7}, {7}}));
    }

    void theDetailShowsEveryVersionOfAConflictingEvent()
    {
        m_server->put(5, "step.completed", "second");
        QVERIFY(verify());
        m_window->findChild<VerifyDialog *>()->close();
        QTRY_VERIFY(!m_window->findChild<VerifyDialog *>());
        m_server->put(5, "step.completed", "third");
        QVERIFY(verify());
        QTRY_COMPARE(view()->stream()->state().conflictCount, 1);
        view()->select(SeqRange{{5}, {5}});
        EventVersions *versions = m_window->findChild<EventDetail *>()->versions();
        QTRY_COMPARE(versions->sections().size(), 2);
        QCOMPARE(versions->sections().first()->title(), QStringLiteral("Version 2"));
        QCOMPARE(versions->sections().last()->title(), QStringLiteral("Version 3"));
        view()->select(SeqRange{{6}, {6}});
        QVERIFY(versions->sections().isEmpty());
    }
};

QTEST_MAIN(tst_LiveWindow)
#include "tst_livewindow.moc"
