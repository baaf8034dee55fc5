// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/replyparser.h"
#include "core/filter/filterparser.h"
#include "ui/workspace/opentabs.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;

namespace {

ExecutionId idOf(int number)
{
    return ExecutionId(QStringLiteral("exec_%1").arg(number));
}

/// Seqs 1 to 20.
QByteArray pageOf(const ExecutionId &id)
{
    QByteArray body = "{\"result\":{\"executionId\":\"" + id.text().toUtf8() + "\",\"events\":[";
    for (int seq = 1; seq <= 20; ++seq) {
        const QByteArray number = QByteArray::number(seq);
        body += (seq > 1 ? ",{\"eventId\":\"e" : "{\"eventId\":\"e") + number + "\",\"seq\":"
            + number + ",\"type\":\"step.completed\",\"stepId\":\"step_a_1_x\",\"timestamp\":"
            + QByteArray::number(1777374504000 + seq * 1000)
            + ",\"correlationId\":\"c\",\"data\":null}";
    }
    return body + "],\"nextCursor\":20,\"hasMore\":false}}";
}

} // namespace

/// Several executions open at once, over a real cache, without a connection.
class tst_Tabs : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>();
        m_workspace = std::make_unique<Workspace>(
            *m_cache, m_clock, [](const Profile &, const Credentials &) {
                return std::unique_ptr<Connection>();
            });
        m_workspace->connectTo({QStringLiteral("test"),
                                QUrl(QStringLiteral("http://127.0.0.1:9/v2/")),
                                m_folder->filePath(QStringLiteral("private/cache.sqlite")),
                                {}},
                               std::nullopt);
        for (int i = 1; i <= 12; ++i) {
            const Result<EventPage> page = parseEventPage(pageOf(idOf(i)), Seq{0});
            QVERIFY(page);
            QVERIFY(m_cache->storePage(*page, fromEpochMs(1777377600000)).result());
        }
    }

    void cleanup()
    {
        m_workspace.reset();
        m_cache.reset();
    }

    void openingTakesThePlaceOfWhatIsShown()
    {
        QCOMPARE(m_workspace->currentTab(), -1);
        openAndLoad(1);
        openAndLoad(2);
        QCOMPARE(m_workspace->tabs(), QList<ExecutionId>{idOf(2)});
        QCOMPARE(m_workspace->currentTab(), 0);
    }

    void aNewTabComesBesideWhatIsShown()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        m_workspace->showTab(0);
        m_workspace->openInNewTab(idOf(3));
        QCOMPARE(m_workspace->tabs(), (QList<ExecutionId>{idOf(1), idOf(3), idOf(2)}));
        QCOMPARE(m_workspace->currentTab(), 1);
        QCOMPARE(view()->executionId(), idOf(3));
    }

    void anExecutionIsOpenOnce()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        m_workspace->openInNewTab(idOf(1));
        QCOMPARE(m_workspace->tabs().size(), 2);
        QCOMPARE(m_workspace->currentTab(), 0);
        m_workspace->open(idOf(2));
        QCOMPARE(m_workspace->tabs().size(), 2);
        QCOMPARE(m_workspace->currentTab(), 1);
    }

    void aTabKeepsItsFilterZoomAndSelection()
    {
        openAndLoad(1);
        const ViewState wanted = lookAtSomething();
        m_workspace->openInNewTab(idOf(2));
        QTRY_VERIFY(view()->isLoaded());
        QVERIFY(view()->filter().isEmpty());
        m_workspace->showTab(0);
        QVERIFY(viewStateOf(*view()) == wanted);
        QVERIFY(view()->isLoaded()); // Nothing was read again for that.
    }

    void whatArrivedMeanwhileIsThereWhenATabComesBack()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        QTRY_VERIFY(view()->isLoaded());
        QByteArray body = pageOf(idOf(1));
        body.replace("\"seq\":20,", "\"seq\":25,").replace("\"e20\"", "\"e25\"");
        body.replace("\"nextCursor\":20", "\"nextCursor\":25");
        // Only what follows 20.
        const qsizetype last = body.lastIndexOf("{\"eventId\"");
        const qsizetype first = body.indexOf("{\"eventId\"");
        body.remove(first, last - first);
        const Result<EventPage> page = parseEventPage(body, Seq{20});
        QVERIFY(page);
        QVERIFY(m_cache->storePage(*page, fromEpochMs(1777377700000)).result());
        m_workspace->showTab(0);
        QTRY_COMPARE(view()->stream()->count(), 21);
    }

    void manyTabsFallAsleepAndComeBackAsTheyWere()
    {
        openAndLoad(1);
        const ViewState wanted = lookAtSomething();
        QPointer<StreamView> first = view();
        for (int i = 2; i <= OpenTabs::kMostParkedViews + 2; ++i) {
            m_workspace->openInNewTab(idOf(i));
            QTRY_VERIFY(view()->isLoaded());
        }
        QTRY_VERIFY(!first); // Shown longest ago.
        QVERIFY(m_workspace->stateOfTab(0) == wanted);
        m_workspace->showTab(0);
        QVERIFY(m_workspace->stateOfTab(0) == wanted);
        QTRY_VERIFY(viewStateOf(*view()) == wanted);
    }

    void closingShowsTheNeighbour()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        m_workspace->openInNewTab(idOf(3));
        m_workspace->showTab(1);
        QSignalSpy changed(m_workspace.get(), &Workspace::currentViewChanged);
        m_workspace->closeTab(1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(view()->executionId(), idOf(3));
        QCOMPARE(m_workspace->currentTab(), 1);
        m_workspace->closeTab(0); // Of one that is not shown.
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_workspace->currentTab(), 0);
        m_workspace->closeTab(0);
        QVERIFY(!view());
        QCOMPARE(m_workspace->currentTab(), -1);
        QVERIFY(m_workspace->tabs().isEmpty());
    }

    void movedTabsKeepWhatIsShown()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        m_workspace->openInNewTab(idOf(3));
        m_workspace->showTab(1);
        m_workspace->moveTab(1, 0);
        QCOMPARE(m_workspace->tabs(), (QList<ExecutionId>{idOf(2), idOf(1), idOf(3)}));
        QCOMPARE(m_workspace->currentTab(), 0);
        m_workspace->moveTab(2, 0);
        QCOMPARE(m_workspace->tabs(), (QList<ExecutionId>{idOf(3), idOf(2), idOf(1)}));
        QCOMPARE(m_workspace->currentTab(), 1);
        QCOMPARE(view()->executionId(), idOf(2));
    }

    void aRestoredTabIsReadOnlyOnceItIsShown()
    {
        openAndLoad(2);
        ViewState state;
        state.selection = SeqRange{{7}, {7}};
        m_workspace->addTab(0, idOf(1), state);
        QCOMPARE(m_workspace->currentTab(), 1);
        QVERIFY(m_workspace->stateOfTab(0) == state);
        m_workspace->setLookOfTab(0, "look");
        m_workspace->showTab(0);
        QTRY_VERIFY(view()->selection() == state.selection);
        QCOMPARE(m_workspace->lookOfTab(0), QByteArray("look"));
        QVERIFY(m_workspace->lookOfTab(1).isEmpty());
    }

    void anotherConnectionClosesThemAll()
    {
        openAndLoad(1);
        m_workspace->openInNewTab(idOf(2));
        QSignalSpy changed(m_workspace.get(), &Workspace::tabsChanged);
        m_workspace->connectTo({QStringLiteral("other"),
                                QUrl(QStringLiteral("http://127.0.0.1:9/v2/")),
                                m_folder->filePath(QStringLiteral("private/other.sqlite")),
                                {}},
                               std::nullopt);
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_workspace->tabs().isEmpty());
        QVERIFY(!view());
    }

private:
    StreamView *view() const { return m_workspace->currentView(); }

    void openAndLoad(int number)
    {
        m_workspace->open(idOf(number));
        QTRY_VERIFY(view()->isLoaded() && view()->stream()->count() == 20);
    }

    ViewState lookAtSomething()
    {
        view()->setStreamFilter(parseFilter(u"seq:3..15").value());
        view()->setVisibleSeqs({4, 9});
        view()->select(SeqRange{{5}, {5}});
        return viewStateOf(*view());
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(tst_Tabs)
#include "tst_tabs.moc"
