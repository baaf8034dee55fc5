// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apiclient.h"
#include "ui/requests/requestdetail.h"
#include "ui/requests/requestdock.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Gapline;

namespace {

HttpLogEntry attempt(const char *execution, const char *errorId = "")
{
    HttpLogEntry entry;
    entry.path = QStringLiteral("workflow/executions/getEvents");
    entry.url = QStringLiteral("https://api.velt.dev/v2/workflow/executions/getEvents");
    entry.executionId = ExecutionId(QString::fromLatin1(execution));
    entry.requestBody = "{}";
    entry.httpStatus = *errorId ? 503 : 200;
    entry.errorId = QString::fromLatin1(errorId);
    return entry;
}

} // namespace

class tst_RequestDock : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>(
            m_cache, m_clock, [](const Profile &, const Credentials &) { return nullptr; });
        m_dock = std::make_unique<RequestDock>(*m_workspace);
        m_dock->resize(900, 300);
        m_dock->show();
    }

    void cleanup()
    {
        m_dock.reset();
        m_workspace.reset();
    }

    void itHasAPlaceInAMenuAndAShortcut()
    {
        QCOMPARE(m_dock->toggleViewAction()->shortcut(), QKeySequence(Qt::Key_F12));
        QVERIFY(!m_dock->toggleViewAction()->text().isEmpty());
    }

    void itKeepsItsHeightWhicheverRequestIsSelected()
    {
        HttpLogEntry refused = attempt("exec_2", "network.server-error");
        refused.answer = "<html>later</html>";
        m_workspace->requests().add(attempt("exec_1"));
        m_workspace->requests().add(refused);
        QMainWindow window;
        window.resize(900, 700);
        window.setCentralWidget(new QWidget);
        auto *dock = new RequestDock(*m_workspace);
        window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->show();
        window.show();
        window.resizeDocks({dock}, {1}, Qt::Vertical);
        auto *requests = dock->findChild<QTableView *>();
        QTRY_VERIFY(requests->isVisible());
        QCoreApplication::processEvents();
        const int height = dock->height();
        for (const int row : {0, 1, 0}) {
            requests->selectRow(row);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QCOMPARE(dock->height(), height);
        }
    }

    void requestsAppearAndTheSelectedOneIsShownInFull()
    {
        QVERIFY(!table()->isVisible()); // "No request has been made yet."
        m_workspace->requests().add(attempt("exec_1"));
        m_workspace->requests().add(attempt("exec_2", "network.server-error"));
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(1);
        QVERIFY(facts().contains(QStringLiteral("network.server-error")));
        m_dock->findChild<QCheckBox *>()->setChecked(true);
        QCOMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QVERIFY(facts().contains(QStringLiteral("network.server-error")));
    }

    void clearingForgetsThem()
    {
        m_workspace->requests().add(attempt("exec_1"));
        QTRY_VERIFY(table()->isVisible());
        for (QToolButton *button : m_dock->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Clear the list of requests"))
                button->click();
        }
        QVERIFY(m_workspace->requests().log().entries().isEmpty());
        QVERIFY(!table()->isVisible());
    }

private:
    QTableView *table() const { return m_dock->findChild<QTableView *>(); }
    QString facts() const
    {
        return m_dock->findChild<RequestDetail *>()->findChild<QPlainTextEdit *>()->toPlainText();
    }

    SystemClock m_clock;
    Cache m_cache;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RequestDock> m_dock;
};

QTEST_MAIN(tst_RequestDock)
#include "tst_requestdock.moc"
