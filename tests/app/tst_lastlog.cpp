// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakekeychain.h"
#include "tests/support/programrun.h"
#include "tests/support/windowtest.h"

#include "app/keychainstore.h"
#include "app/settingsstore.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/importdialog.h"
#include "ui/reconcile/logform.h"
#include "ui/reconcile/receiverform.h"

#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

/// A log is imported once; the program is closed and started again, with the log file gone, and says the same. Settings,
/// cache and window are real; the keychain is not.
class tst_LastLog : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxServer>(
            SandboxOptions{1, 20, 0, fromEpochMs(1777374504255), 0, {}}, m_clock);
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        m_url = *url;
        QVERIFY(m_sandbox->keepReceiverLog(log()));
        start(SandboxServer::credentials());
        QTRY_VERIFY(m_workspace->executions().size() >= 20);
        m_workspace->syncAll();
        QTRY_VERIFY(!m_workspace->fleetProgress());
    }

    void aLogIsImportedThroughTheDialog()
    {
        import({log()}, {});
        m_before = json();
        QVERIFY(totals().of(Verdict::Missed) > 0);
        QVERIFY(m_window->findChild<FleetPage *>()->isVisible());
        QTRY_VERIFY(m_workspace->reconcile().origin()->isKept);
        QVERIFY(m_keychain.entries.contains(QStringLiteral("receiver:Work/Shop")));
    }

    void noSecretIsInSettingsOrCache()
    {
        closeWindow();
        for (const QString &name :
             {settingsFile(), cacheFile(), cacheFile() + QStringLiteral("-wal")}) {
            QFile file(name);
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const Secret &secret : SandboxServer::webhookSecrets()) {
                QVERIFY(!bytes.contains(secret.reveal()));
                QVERIFY(!bytes.contains(secret.reveal().toBase64()));
            }
            QVERIFY(!bytes.contains("sha256="));
        }
    }

    void afterARestartItSaysTheSameWithoutTheFile()
    {
        QVERIFY(QFile::rename(log(), log() + QStringLiteral(".away")));
        start({});
        QTRY_VERIFY(m_workspace->reconcile().comparison());
        QCOMPARE(json(), m_before);
        const auto origin = m_workspace->reconcile().origin();
        QVERIFY(origin && origin->isKept);
        QCOMPARE(origin->files.at(0).name, log());
        QVERIFY(origin->files.at(0).standing == LogFileStanding::Gone);
        // The keychain gave them back, for a replay.
        const QList<Secret> secrets = m_workspace->reconcile().receiver().secrets;
        QCOMPARE(secrets.size(), 2);
        QCOMPARE(secrets.at(1).reveal(), SandboxServer::webhookSecrets().at(1).reveal());
        QVERIFY(!m_window->findChild<FleetPage *>()->isVisible()); // No page opens by itself.
        QVERIFY(!m_workspace->hasConnection());
    }

    void theReceiverIsStatedAnewWithoutTheFile()
    {
        QVERIFY(totals().of(Verdict::NotSubscribed) == 0);
        m_window->actions().reconcileDeliveries->trigger();
        auto *dialog = m_window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->usesImportedRows());
        QVERIFY(
            dialog->coverageText().contains(QStringLiteral("cannot be read: the rows imported")));
        dialog->receiverForm()->typesField()->setText(QStringLiteral("step.failed"));
        accept(dialog);
        QVERIFY(totals().of(Verdict::NotSubscribed) > 0);
        const QByteArray changed = json();
        QTRY_VERIFY(m_workspace->reconcile().origin()->isKept);
        closeWindow();
        start({});
        QTRY_VERIFY(m_workspace->reconcile().comparison());
        QCOMPARE(json(), changed);
    }

    void theCommandLineSaysTheSameWithoutTheFile()
    {
        const QByteArray here = json();
        Test::ProgramRun program;
        const QStringList words{QStringLiteral("reconcile"),
                                QStringLiteral("--cache"),
                                cacheFile(),
                                QStringLiteral("--subscribed"),
                                QStringLiteral("step.failed"),
                                QStringLiteral("--format"),
                                QStringLiteral("json"),
                                QStringLiteral("--imported")};
        const auto outcome = program.run(QStringLiteral(GAPLINE_BINARY),
                                         words + QStringList(QStringLiteral("Shop")));
        QVERIFY2(outcome.status == 0, outcome.error.constData());
        QCOMPARE(outcome.out, here);
        QCOMPARE(
            program.run(QStringLiteral(GAPLINE_BINARY), words + QStringList(QStringLiteral("None")))
                .status,
            7);
        const auto info = program.run(QStringLiteral(GAPLINE_BINARY),
                                      {QStringLiteral("cache"),
                                       QStringLiteral("info"),
                                       QStringLiteral("--cache"),
                                       cacheFile(),
                                       QStringLiteral("--format"),
                                       QStringLiteral("json")});
        QVERIFY(info.out.contains("\"logs\":[{\"receiver\":\"Shop\""));
    }

    void aFileThatHasGrownIsSaidToHaveChangedAndReplacesTheImport()
    {
        QVERIFY(QFile::rename(log() + QStringLiteral(".away"), log()));
        QVERIFY(m_workspace->reconcile().origin()->files.at(0).standing == LogFileStanding::Same);
        QFile file(log());
        QVERIFY(file.open(QIODevice::Append));
        file.write("half a row\n");
        file.close();
        QVERIFY(m_workspace->reconcile().origin()->files.at(0).standing
                == LogFileStanding::Changed);
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        m_window->actions().readLogsAgain->trigger();
        QTRY_COMPARE(reconciled.size(), 1);
        QCOMPARE(totals().unreadableRows, 1);
        QTRY_VERIFY(m_workspace->reconcile().origin()->isKept);
        const auto kept = m_cache->loadLogs().result();
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->at(0).files, QStringList{log()});
    }

    void whatIsForgottenStaysForgotten()
    {
        m_window->actions().forgetLogs->trigger();
        auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QVERIFY(!m_workspace->reconcile().comparison());
        QVERIFY(!m_window->actions().forgetLogs->isEnabled());
        QTRY_VERIFY(m_cache->loadLogs().result()->isEmpty());
        closeWindow();
        start({});
        QTRY_VERIFY(!m_workspace->executions().isEmpty());
        QTRY_VERIFY(!m_workspace->reconcile().isRunning());
        QVERIFY(!m_workspace->reconcile().comparison());
        QVERIFY(QFile::exists(log()));
        closeWindow();
    }

protected:
    WindowSettings &settings() override { return *m_settings; }
    SecretStore &secrets() override { return *m_store; }

private:
    /// The program, started: nothing is remembered but what is on the disk and in the keychain.
    void start(const std::optional<Credentials> &credentials)
    {
        m_settings = std::make_unique<SettingsStore>(settingsFile());
        m_store = std::make_unique<KeychainStore>(m_keychain);
        makeWindow();
        m_workspace->connectTo({QStringLiteral("Work"), m_url, cacheFile(), {}}, credentials);
    }

    void import(const QStringList &files, const QString &types)
    {
        m_window->actions().reconcileDeliveries->trigger();
        auto *dialog = m_window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        dialog->setFiles(files);
        dialog->receiverForm()->nameBox()->setEditText(QStringLiteral("Shop"));
        dialog->receiverForm()->setSecrets(SandboxServer::webhookSecrets());
        dialog->receiverForm()->typesField()->setText(types);
        QTRY_VERIFY(dialog->logForm()->isReadable());
        accept(dialog);
    }

    void accept(ImportDialog *dialog)
    {
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        dialog->accept();
        QTRY_COMPARE(reconciled.size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QByteArray json() const
    {
        QBuffer buffer;
        (void)buffer.open(QIODevice::WriteOnly);
        (void)writeReconcileJson(m_workspace->reconcile().comparison()->report(), buffer);
        return buffer.data();
    }

    const ReconcileTotals &totals() const
    {
        return m_workspace->reconcile().comparison()->result().totals;
    }
    QString log() const { return m_folder.filePath(QStringLiteral("receiver.ndjson")); }
    QString settingsFile() const { return m_folder.filePath(QStringLiteral("gapline.ini")); }

    Test::FakeKeychain m_keychain;
    std::unique_ptr<SandboxServer> m_sandbox;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<KeychainStore> m_store;
    QUrl m_url;
    QByteArray m_before;
};

QTEST_MAIN(tst_LastLog)
#include "tst_lastlog.moc"
