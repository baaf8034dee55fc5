// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "core/reconcile/retryhorizon.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/inspect/deliverysection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/replaydialog.h"
#include "ui/reconcile/replayform.h"
#include "ui/reconcile/whypane.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Gapline;

/// The whole story in the window: what the sandbox's receiver missed is sent to it again, over HTTP, and then it has
/// missed nothing. And what the API was asked meanwhile.
class tst_ReplayWindow : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Time stands still, so that nothing but the replay changes what the receiver has.
        m_sandbox = std::make_unique<SandboxServer>(
            SandboxOptions{1, 60, 0, fromEpochMs(1777374504255), 0, {}}, m_clock);
        connect(m_sandbox.get(),
                &SandboxServer::requested,
                this,
                [this](const QByteArray &method, const QByteArray &path) {
                    m_asked.insert(method + ' ' + path);
                });
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        m_api = *url;
        QVERIFY(m_sandbox->keepReceiverLog(log()));
        makeWindow();
        m_workspace->connectTo(
            {QStringLiteral("Sandbox"), *url, cacheFile(), {}}, SandboxServer::credentials(), true);
        ReceiverProfile profile;
        profile.name = QStringLiteral("Sandbox receiver");
        profile.schedule = directSchedule();
        profile.secrets = SandboxServer::webhookSecrets();
        m_workspace->setSandboxReceiver({log(), m_sandbox->receiverUrl(), profile});
        QTRY_VERIFY(m_workspace->executions().size() >= 60);
        m_workspace->syncAll();
        QTRY_VERIFY(!m_workspace->fleetProgress());
        m_workspace->open(m_sandbox->showcase());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QVERIFY(!m_window->actions().replayMissed->isEnabled());
        compare(profile);
        m_missed = totals().of(Verdict::Missed);
        QVERIFY(m_missed > 50);
    }

    void cleanup()
    {
        if (QPointer<ReplayDialog> open = dialog()) {
            open->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(!open);
        }
    }

    void aDryRunListsWhatWouldBeSentAndSendsNothing()
    {
        const qint64 before = logSize();
        m_window->actions().replayMissed->trigger();
        QVERIFY(isPlanned());
        QCOMPARE(dialog()->list()->model()->rowCount(), int(m_missed));
        const QString text = dialog()->planText();
        QVERIFY(text.contains(QStringLiteral("nothing is sent yet: %1 webhooks").arg(m_missed)));
        QVERIFY(text.contains(QStringLiteral("http://127.0.0.1:%1,").arg(receiver().port())));
        QVERIFY(text.contains(QStringLiteral("at most 5 a second")));
        // Of two secrets the one in use since the rotation.
        QCOMPARE(dialog()->form()->secret().reveal(),
                 SandboxServer::webhookSecrets().constLast().reveal());
        QCOMPARE(logSize(), before);
        QVERIFY(!QFile::exists(m_workspace->replay().journal()));
    }

    void enterNeverSendsAndTheTickIsForWhatIsShown()
    {
        m_window->actions().replayMissed->trigger();
        QVERIFY(isPlanned());
        QVERIFY(dialog()->closeButton()->isDefault());
        QVERIFY(!dialog()->sendButton()->autoDefault() && !dialog()->sendButton()->isDefault());
        QVERIFY(!dialog()->sendButton()->isEnabled());
        QVERIFY(dialog()->confirmation()->text().contains(
            QStringLiteral("send %1 webhooks to 127.0.0.1").arg(m_missed)));
        dialog()->confirmation()->click();
        QVERIFY(dialog()->sendButton()->isEnabled());
        dialog()->form()->rateBox()->setValue(7);
        QVERIFY(isPlanned());
        QVERIFY(!dialog()->confirmation()->isChecked() && !dialog()->sendButton()->isEnabled());
        dialog()->confirmation()->click();
        dialog()->form()->secretBox()->setCurrentIndex(0);
        QVERIFY(!dialog()->confirmation()->isChecked());
        dialog()->confirmation()->click();
        m_workspace->setOffline(true);
        QVERIFY(!dialog()->confirmation()->isEnabled() && !dialog()->sendButton()->isEnabled());
        m_workspace->setOffline(false);
        QTest::keyClick(dialog(), Qt::Key_Return);
        QVERIFY(!m_workspace->replay().isSending());
        QVERIFY(!dialog() || !dialog()->isVisible());
    }

    void whereNothingMayGoIsRefused()
    {
        m_window->actions().replayMissed->trigger();
        QVERIFY(isPlanned());
        for (const QString &url : {QStringLiteral("http://example.com/"),
                                   QStringLiteral("https://api.velt.dev/v2/"),
                                   m_api.toString(),
                                   QString()}) {
            dialog()->form()->setUrl(url);
            QVERIFY(!dialog()->form()->problem().isEmpty());
            QVERIFY(!dialog()->confirmation()->isEnabled());
        }
        dialog()->form()->setUrl(receiver().toString());
        dialog()->form()->secretBox()->setCurrentIndex(2);
        QVERIFY(!dialog()->confirmation()->isEnabled()); // Another secret, but none is given.
    }

    void theSecondFailureStopsIt()
    {
        m_window->actions().replayMissed->trigger();
        dialog()->form()->setUrl(receiver().toString() + QStringLiteral("/elsewhere"));
        dialog()->form()->rateBox()->setValue(100);
        QVERIFY(isPlanned());
        const ReplayOutcome outcome = send();
        QCOMPARE(outcome.failed, 2);
        QCOMPARE(outcome.left, m_missed - 2);
        QVERIFY(dialog()->outcomeText().contains(QStringLiteral("HTTP status 404")));
    }

    void theDetailSendsOneExecutionsAlone()
    {
        m_sent = m_workspace->currentView()->deliveries()->totals().of(Verdict::Missed);
        QVERIFY(m_sent >= 4 && m_sent < m_missed);
        auto *section = m_window->findChild<EventDetail *>()->delivery();
        QCOMPARE(section->replayButton()->text(), QStringLiteral("Replay %1 missed…").arg(m_sent));
        section->replayButton()->click();
        dialog()->form()->setUrl(receiver().toString());
        dialog()->form()->rateBox()->setValue(100);
        QVERIFY(isPlanned());
        QCOMPARE(dialog()->list()->model()->rowCount(), int(m_sent));
        QCOMPARE(dialog()->list()->model()->index(0, 0).data().toString(),
                 m_sandbox->showcase().text());
        QCOMPARE(send().acknowledged, m_sent);
    }

    void thePageSendsWhatIsSelected()
    {
        auto *fleet = m_window->findChild<FleetPage *>();
        fleet->executions()->selectRow(0);
        const QString id = fleet->executions()->currentIndex().siblingAtColumn(0).data().toString();
        QVERIFY(!fleet->whyPane()->replayButton()->isHidden());
        fleet->whyPane()->replayButton()->click();
        QVERIFY(dialog()->whichBox()->currentText().contains(id));
    }

    void whatWasStoppedGoesOn()
    {
        m_window->actions().replayMissed->trigger();
        dialog()->form()->setUrl(receiver().toString());
        dialog()->form()->rateBox()->setValue(20);
        QVERIFY(isPlanned());
        QCOMPARE(dialog()->list()->model()->rowCount(), int(m_missed - m_sent));
        QVERIFY(dialog()->planText().contains(
            QStringLiteral("%1 more were taken by this address before").arg(m_sent)));
        QSignalSpy finished(&m_workspace->replay(), &ReplayView::finished);
        dialog()->confirmation()->click();
        dialog()->sendButton()->click();
        QTRY_VERIFY(m_workspace->replay().acknowledged() >= 2);
        QCOMPARE(dialog()->closeButton()->text(), QStringLiteral("S&top"));
        dialog()->closeButton()->click();
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.at(0).at(0).value<ReplayOutcome>();
        QVERIFY(outcome.isCancelled && outcome.left > 0);
        QVERIFY(isPlanned());
        QCOMPARE(dialog()->list()->model()->rowCount(), int(outcome.left));
        dialog()->form()->rateBox()->setValue(100);
        QVERIFY(isPlanned());
        QCOMPARE(send().acknowledged, outcome.left);
        QVERIFY(!dialog()->sendButton()->isEnabled());
        QCOMPARE(dialog()->confirmation()->text(), QStringLiteral("Nothing is left to be sent."));
        QFile file(log());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\"x-gapline-replay\":\"1\""), m_missed);
    }

    void afterwardsNothingIsMissed()
    {
        m_window->actions().replayMissed->trigger();
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        m_window->actions().readLogsAgain->trigger();
        QTRY_COMPARE(reconciled.size(), 1);
        QCOMPARE(totals().of(Verdict::Missed), 0);
        QCOMPARE(totals().of(RowVerdict::Forged), 0); // So each was signed with the secret.
        QCOMPARE(totals().of(RowVerdict::Unexpected), 0);
        QVERIFY(!m_window->actions().replayMissed->isEnabled());
    }

    void theApiWasAskedForNothingButTheReadCalls()
    {
        const QSet<QByteArray> allowed{"POST /v2/workflow/executions/list",
                                       "POST /v2/workflow/executions/get",
                                       "POST /v2/workflow/executions/getEvents",
                                       "POST /v2/workflow/definitions/get"};
        QVERIFY(m_asked.size() >= 3);
        for (const QByteArray &request : m_asked)
            QVERIFY2(allowed.contains(request), request.constData());
    }

    void closingEndsWhatRuns()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    QString log() const { return m_folder.filePath(QStringLiteral("receiver.ndjson")); }
    qint64 logSize() const { return QFileInfo(log()).size(); }
    QUrl receiver() const { return m_sandbox->receiverUrl(); }
    const ReconcileTotals &totals() const
    {
        return m_workspace->reconcile().comparison()->result().totals;
    }
    ReplayDialog *dialog() const
    {
        return m_window ? m_window->findChild<ReplayDialog *>() : nullptr;
    }

    void compare(const ReceiverProfile &profile)
    {
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        m_workspace->reconcile().reconcile({log()}, profile);
        QTRY_COMPARE(reconciled.size(), 1);
    }

    bool isPlanned() const
    {
        return dialog() && QTest::qWaitFor([this] {
                   return !m_workspace->replay().isPreparing() && m_workspace->replay().plan();
               });
    }

    /// As a user would: tick, press, wait for the end.
    ReplayOutcome send()
    {
        QSignalSpy finished(&m_workspace->replay(), &ReplayView::finished);
        dialog()->confirmation()->click();
        dialog()->sendButton()->click();
        (void)QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 20'000);
        const auto outcome =
            finished.isEmpty() ? ReplayOutcome() : finished.at(0).at(0).value<ReplayOutcome>();
        (void)isPlanned();
        return outcome;
    }

    std::unique_ptr<SandboxServer> m_sandbox;
    QUrl m_api;
    QSet<QByteArray> m_asked;
    qint64 m_missed = 0;
    qint64 m_sent = 0;
};

QTEST_MAIN(tst_ReplayWindow)
#include "tst_replaywindow.moc"
