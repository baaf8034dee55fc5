// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/receiverwindowtest.h"

#include "core/reconcile/retryhorizon.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/inspect/deliverysection.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/filterbar.h"
#include "ui/inspect/verdictchip.h"
#include "ui/inspect/wrappedtext.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/importdialog.h"
#include "ui/reconcile/logform.h"
#include "ui/reconcile/receiverform.h"
#include "ui/shell/coverageline.h"
#include "ui/timeline/receiverlane.h"

#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace Gapline;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The real window on the real sandbox with its receiver's log, and the built program beside it: both must say the
/// same of the same cache and log.
class tst_ReconcileWindow : public Test::ReceiverWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        startSandbox();
        makeWindow();
        connectToReceiver(QStringLiteral("Sandbox receiver"));
    }

    void theDialogShowsWhatItWillCompare()
    {
        m_window->actions().reconcileDeliveries->trigger();
        ImportDialog *dialog = importDialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->files(), QStringList{m_log}); // The sandbox's log is at hand.
        QTRY_VERIFY(dialog->logForm()->isReadable());
        QCOMPARE(dialog->logForm()->table()->rowCount(), 20);
        QCOMPARE(dialog->logForm()->mappingBox(QStringLiteral("receivedAt"))->currentText(),
                 QStringLiteral("receivedAt"));
        QVERIFY(dialog->coverageText().contains(QStringLiteral("not read")));
        QCOMPARE(dialog->receiver().secrets.size(), SandboxServer::webhookSecrets().size());
        QCOMPARE(dialog->receiver().schedule.name, QStringLiteral("direct"));
        dialog->receiverForm()->typesField()->setText(QStringLiteral("step.waiting"));
        QVERIFY(dialog->receiver().subscribedTypes.contains(QStringLiteral("step.waiting")));
        dialog->receiverForm()->typesField()->clear();
        const auto buttons = dialog->logForm()->findChildren<QPushButton *>();
        const auto remove =
            std::ranges::find(buttons, QStringLiteral("&Remove"), &QPushButton::text);
        QVERIFY(remove != buttons.end() && (*remove)->isEnabled());
        (*remove)->click();
        QVERIFY(dialog->files().isEmpty() && !(*remove)->isEnabled());
        dialog->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void aLogDroppedOnTheWindowIsComparedAsTheCommandLineDoes()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_log)});
        QDragEnterEvent enter(
            QPoint(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        ImportDialog *dialog = importDialog();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->logForm()->isReadable());
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        dialog->accept();
        QTRY_COMPARE(reconciled.size(), 1);
        QVERIFY(fleet()->isVisible());
        QVERIFY(totals().of(Verdict::Missed) > 0);
        QVERIFY(totals().of(Verdict::Delivered) > 0);
        QBuffer json;
        QVERIFY(json.open(QIODevice::WriteOnly));
        QVERIFY(writeReconcileJson(comparison().report(), json));
        QCOMPARE(json.data(), commandLine({QStringLiteral("--format"), QStringLiteral("json")}));
    }

    void thePageNeverSaysMissedWithoutItsCoverage()
    {
        QVERIFY(fleet()->totalsLabel()->text().contains(
            QStringLiteral("%1 missed").arg(totals().of(Verdict::Missed))));
        for (const QString &line : coverageStatement(comparison().report(), TimeZoneChoice::Utc))
            QVERIFY2(fleet()->coverageText()->text().contains(line), qPrintable(line));
        QCOMPARE(fleet()->executions()->model()->rowCount(),
                 int(comparison().input().executions.size()));
        QCOMPARE(fleet()->outages()->count(), int(comparison().report().outages.size()));
        fleet()->executions()->selectRow(0);
        QVERIFY(fleet()->why()->facts().size() > 3);
        if (fleet()->outages()->count() > 0) {
            fleet()->outages()->setCurrentRow(0);
            QCOMPARE(fleet()->why()->title(), QStringLiteral("Why an outage?"));
        }
    }

    void theWordsOfAnOutageBeginWhereThoseAboveItDo()
    {
        const QListWidget *outages = fleet()->outages();
        QVERIFY(outages->count() > 0);
        const QPoint item = outages->visualItemRect(outages->item(0)).topLeft();
        const int margin =
            outages->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, outages) + 1;
        QCOMPARE(outages->viewport()->mapTo(fleet(), item).x() + margin,
                 fleet()->coverageText()->mapTo(fleet(), QPoint()).x());
    }

    void exportsAreTheCommandLinesOwnBytes()
    {
        QCOMPARE(exported(FindingFormat::Csv, QStringLiteral("all.csv"), {}),
                 commandLine({QStringLiteral("--format"), QStringLiteral("csv")}));
        FindingFilter missed;
        missed.events = {Verdict::Missed};
        QCOMPARE(exported(FindingFormat::Ndjson, QStringLiteral("missed.ndjson"), missed),
                 commandLine({QStringLiteral("--format"),
                              QStringLiteral("ndjson"),
                              QStringLiteral("--verdict"),
                              QStringLiteral("missed")}));
        QCOMPARE(exported(FindingFormat::Html, QStringLiteral("report.html"), {}),
                 commandLine({QStringLiteral("--format"), QStringLiteral("html")}));
        const QString mine = m_folder.filePath(QStringLiteral("pack"));
        (void)exported(FindingFormat::RecoveryPack, QStringLiteral("pack"), missed);
        const QString theirs = m_folder.filePath(QStringLiteral("clipack"));
        (void)commandLine({QStringLiteral("--recovery-pack"), theirs});
        const QStringList names = QDir(theirs).entryList(QDir::Files);
        QVERIFY(names.size() >= 3);
        for (const QString &name : names) {
            QCOMPARE(contentOf(QDir(mine).filePath(name)), contentOf(QDir(theirs).filePath(name)));
            QVERIFY(!contentOf(QDir(mine).filePath(name)).isEmpty());
        }
    }

    void noExportTakesThePlaceOfALogThatWasCompared()
    {
        const QByteArray log = contentOf(m_log);
        QVERIFY(!log.isEmpty());
        QSignalSpy exported(&m_workspace->reconcile(), &ReconcileView::exported);
        const QString folder = m_folder.filePath(QStringLiteral("pack-of-links"));
        const QString link = QDir(folder).filePath(QStringLiteral("missed.ndjson"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::link(m_log, link));
        for (const FindingFormat format : {FindingFormat::Csv, FindingFormat::RecoveryPack}) {
            const QString target = format == FindingFormat::Csv ? m_log : folder;
            exported.clear();
            m_workspace->reconcile().exportFindings({format, target, {}, TimeZoneChoice::Utc});
            QTRY_COMPARE(exported.size(), 1);
            const auto count = exported.first().at(1).value<Result<qint64>>();
            QVERIFY(!count);
            QVERIFY(count.error().message.startsWith(m_log));
            QCOMPARE(contentOf(m_log), log);
        }
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    }

    void theOpenExecutionShowsWhatItsReceiverMissed()
    {
        StreamView *view = m_workspace->currentView();
        QVERIFY(view->deliveries());
        const qint64 missed = view->deliveries()->totals().of(Verdict::Missed);
        QVERIFY(missed > 0);
        m_window->actions().nextMissed->trigger();
        QVERIFY(!fleet()->isVisible());
        QVERIFY(view->deliveries()->verdictOf(view->selection()->first) == Verdict::Missed);
        auto *lane = m_window->findChild<ReceiverLane *>();
        QVERIFY(lane->isVisible());
        auto *section = m_window->findChild<EventDetail *>()->delivery();
        QVERIFY(section->isVisible());
        QVERIFY(section->facts().at(0).text.startsWith(QStringLiteral("Never reached")));
        QCOMPARE(section->exportButton()->text(), QStringLiteral("Export %1 missed…").arg(missed));
        const std::optional<SeqRange> selected = view->selection();
        view->select(std::nullopt);
        const QList<Fact> &whole =
            section->facts(); // The execution's counts, with what they cover.
        QVERIFY(std::ranges::any_of(whole, [](const Fact &fact) {
            return fact.label == QLatin1String("Compared") && fact.text.contains(u"cursor 46");
        }));
        QVERIFY(std::ranges::any_of(whole, [missed](const Fact &fact) {
            return fact.label == QLatin1String("Missed") && fact.text == QString::number(missed);
        }));
        QVERIFY(std::ranges::all_of(whole,
                                    [](const Fact &fact) { return fact.label.at(0).isUpper(); }));
        view->select(selected);
        auto *table = m_window->findChild<EventTable *>();
        QVERIFY(!table->isColumnHidden(int(StreamModel::Column::Webhook)));
        m_window->findChild<FilterBar *>()->verdictChip()->click();
        QCOMPARE(view->rows()->eventCount(), missed);
        QVERIFY(m_window->actions().missedOnly->isChecked());
        m_window->actions().missedOnly->trigger();
        QCOMPARE(view->rows()->eventCount(), view->stream()->count());
        QVERIFY(CoverageLine::webhooksText(view->deliveries()->totals())
                    .startsWith(QStringLiteral("✕ %1 webhook").arg(missed)));
    }

    void lateOnesAreNotCountedAsDelivered()
    {
        ReconcileTotals totals;
        totals.verdicts.at(size_t(Verdict::Delivered)) = 162;
        totals.verdicts.at(size_t(Verdict::Pending)) = 48;
        QCOMPARE(CoverageLine::webhooksText(totals),
                 QStringLiteral("webhooks: 162 of 210 delivered"));
        totals.verdicts.at(size_t(Verdict::Late)) = 10;
        QCOMPARE(CoverageLine::webhooksText(totals),
                 QStringLiteral("webhooks: 172 of 220 arrived (10 late)"));
    }

    void closingEndsWhatRuns()
    {
        m_workspace->reconcile().reconcile({m_log}, m_workspace->reconcile().receiver());
        closeWindow();
        m_sandbox.reset();
    }

private:
    QByteArray exported(FindingFormat format, const QString &name, const FindingFilter &filter)
    {
        QSignalSpy exported(&m_workspace->reconcile(), &ReconcileView::exported);
        m_workspace->reconcile().exportFindings(
            {format, m_folder.filePath(name), filter, TimeZoneChoice::Utc});
        (void)QTest::qWaitFor([&exported] { return !exported.isEmpty(); });
        return contentOf(m_folder.filePath(name));
    }

    /// What the built program says of the same cache and log.
    QByteArray commandLine(const QStringList &options)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        QStringList arguments{QStringLiteral("reconcile"),
                              QStringLiteral("--deliveries"),
                              m_log,
                              QStringLiteral("--cache"),
                              cacheFile()};
        int number = 0;
        for (const Secret &secret : SandboxServer::webhookSecrets()) {
            const QString name = QStringLiteral("SECRET_%1").arg(++number);
            environment.insert(name, QString::fromUtf8(secret.reveal()));
            arguments << QStringLiteral("--secret-env") << name;
        }
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(GAPLINE_BINARY), arguments + options);
        program.waitForFinished();
        return program.exitCode() == 0 ? program.readAllStandardOutput()
                                       : program.readAllStandardError();
    }

    const Comparison &comparison() const { return *m_workspace->reconcile().comparison(); }
    const ReconcileTotals &totals() const { return comparison().result().totals; }
    FleetPage *fleet() const { return m_window->findChild<FleetPage *>(); }
    ImportDialog *importDialog() const { return m_window->findChild<ImportDialog *>(); }
};

QTEST_MAIN(tst_ReconcileWindow)
#include "tst_reconcilewindow.moc"
