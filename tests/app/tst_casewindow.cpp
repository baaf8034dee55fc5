// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programrun.h"
#include "tests/support/windowtest.h"

#include "app/settingsstore.h"
#include "app/windowsession.h"
#include "core/reconcile/retryhorizon.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/inspect/deliverysection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/reconcile/casedialog.h"
#include "ui/reconcile/fleetpage.h"

#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Gapline;

/// A case file is saved from the window where the cache and the log are, and opened in the window where neither is.
class tst_CaseWindow : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxServer>(
            SandboxOptions{1, 20, 0, fromEpochMs(1777374504255), 0, {}}, m_clock);
        connect(m_sandbox.get(), &SandboxServer::requested, this, [this] { ++m_requests; });
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        const QString log = m_folder.filePath(QStringLiteral("receiver.ndjson"));
        QVERIFY(m_sandbox->keepReceiverLog(log));
        makeWindow();
        QVERIFY(!m_window->actions().saveCase->isEnabled());
        m_workspace->connectTo({QStringLiteral("Work"), *url, cacheFile(), {}},
                               SandboxServer::credentials());
        QTRY_VERIFY(m_workspace->executions().size() >= 20);
        m_workspace->syncAll();
        QTRY_VERIFY(!m_workspace->fleetProgress());
        ReceiverProfile receiver;
        receiver.name = QStringLiteral("Shop");
        receiver.schedule = directSchedule();
        receiver.secrets = SandboxServer::webhookSecrets();
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        m_workspace->reconcile().reconcile({log}, receiver);
        QTRY_COMPARE(reconciled.size(), 1);
        m_original = jsonOf(m_workspace->reconcile());
        m_totals = m_window->findChild<FleetPage *>()->totalsLabel()->text();
    }

    void itIsSavedFromTheMenu()
    {
        m_window->actions().saveCase->trigger();
        auto *dialog = m_window->findChild<CaseDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->fileField()->text().endsWith(QStringLiteral("Shop.gaplinecase")));
        dialog->fileField()->setText(m_folder.filePath(QStringLiteral("night.txt")));
        QVERIFY(!saveButton(dialog)->isEnabled());
        dialog->fileField()->setText(caseFile());
        dialog->notesField()->setPlainText(QStringLiteral("seen on call\n<b>bold</b>"));
        QVERIFY(dialog->maskBox()->isChecked());
        QSignalSpy saved(&m_workspace->reconcile(), &ReconcileView::caseSaved);
        saveButton(dialog)->click();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved.at(0).at(1).value<Result<void>>());
        closeWindow();
    }

    void itHoldsNoSecret()
    {
        QFile file(caseFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("seen on call"));
        for (const Secret &secret : SandboxServer::webhookSecrets())
            QVERIFY(!bytes.contains(secret.reveal()));
        for (const char *secret : {"sandbox-token", "sandbox-key", "sha256=", "human:"})
            QVERIFY2(!bytes.contains(secret), secret);
    }

    void elsewhereTheWindowShowsTheSameNumbers()
    {
        const qint64 requests = m_requests;
        const QString copy = m_elsewhere.filePath(QStringLiteral("sent.gaplinecase"));
        QVERIFY(QFile::copy(caseFile(), copy));
        SettingsStore settings(m_elsewhere.filePath(QStringLiteral("gapline.ini")));
        Cache cache;
        WindowSession session(cache, m_clock, settings, m_noSecrets);
        MainWindow window(session.workspace(), settings, m_noSecrets);
        session.serve(window);
        window.show();
        drop(window, copy);
        ReconcileView &reconcile = session.workspace().reconcile();
        QTRY_VERIFY(reconcile.comparison());
        QCOMPARE(jsonOf(reconcile), m_original);
        auto *fleet = window.findChild<FleetPage *>();
        QTRY_VERIFY(fleet->isVisible());
        QCOMPARE(fleet->totalsLabel()->text(), m_totals);
        const auto origin = reconcile.origin();
        QVERIFY(origin && origin->isCase);
        QCOMPARE(origin->notes,
                 (QStringList{QStringLiteral("seen on call"), QStringLiteral("<b>bold</b>")}));
        // What was masked can be neither sent nor recovered; the rest can be looked at.
        QVERIFY(!window.actions().replayMissed->isEnabled());
        QVERIFY(!window.actions().readLogsAgain->isEnabled());
        QSignalSpy exported(&reconcile, &ReconcileView::exported);
        reconcile.exportFindings({FindingFormat::RecoveryPack,
                                  m_elsewhere.filePath(QStringLiteral("pack")),
                                  {},
                                  TimeZoneChoice::Utc});
        QTRY_COMPARE(exported.size(), 1);
        QVERIFY(!exported.at(0).at(1).value<Result<qint64>>());
        fleet->executions()->selectRow(0);
        emit fleet->executionWanted(
            reconcile.comparison()->input().executions[0].stream->executionId());
        QTRY_VERIFY(session.workspace().currentView()
                    && session.workspace().currentView()->deliveries());
        QVERIFY(window.findChild<EventDetail *>()->delivery()->replayButton()->isHidden());
        // Without network and account, and without a trace beside the file.
        QVERIFY(session.workspace().isOffline() && !session.workspace().hasConnection());
        QCOMPARE(m_requests, requests);
        QCOMPARE(QDir(m_elsewhere.path())
                     .entryList({QStringLiteral("sent*")}, QDir::Files | QDir::Hidden)
                     .size(),
                 1);
    }

    void theCommandLineSaysTheSameOfIt()
    {
        Test::ProgramRun program;
        const auto outcome = program.run(QStringLiteral(GAPLINE_BINARY),
                                         {QStringLiteral("reconcile"),
                                          QStringLiteral("--case"),
                                          caseFile(),
                                          QStringLiteral("--format"),
                                          QStringLiteral("json")});
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QCOMPARE(outcome.out, m_original);
        QVERIFY(outcome.error.contains("note: seen on call"));
    }

private:
    static QByteArray jsonOf(const ReconcileView &view)
    {
        QBuffer buffer;
        (void)buffer.open(QIODevice::WriteOnly);
        (void)writeReconcileJson(view.comparison()->report(), buffer);
        return buffer.data();
    }

    static QPushButton *saveButton(CaseDialog *dialog)
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Save"))
                return button;
        }
        return nullptr;
    }

    static void drop(MainWindow &window, const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(
            QPoint(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }

    QString caseFile() const { return m_folder.filePath(QStringLiteral("night.gaplinecase")); }

    QTemporaryDir m_elsewhere;
    std::unique_ptr<SandboxServer> m_sandbox;
    qint64 m_requests = 0;
    QByteArray m_original;
    QString m_totals;
};

QTEST_MAIN(tst_CaseWindow)
#include "tst_casewindow.moc"
