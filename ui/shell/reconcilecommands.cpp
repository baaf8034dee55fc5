// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reconcilecommands.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/eventdetail.h"
#include "ui/inspect/inspectpage.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/importdialog.h"
#include "ui/settings/secretstore.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/shell/casecommands.h"
#include "ui/shell/replaycommands.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>

#include <utility>

namespace Gapline {
namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files.append(url.toLocalFile());
    }
    return files;
}

QString suggestedName(FindingFormat format, bool missedOnly)
{
    const QString name =
        missedOnly ? QStringLiteral("missed-webhooks") : QStringLiteral("webhooks");
    switch (format) {
    case FindingFormat::Csv:
        return name + QStringLiteral(".csv");
    case FindingFormat::Ndjson:
        return name + QStringLiteral(".ndjson");
    case FindingFormat::Json:
        return name + QStringLiteral(".json");
    case FindingFormat::Html:
        return name + QStringLiteral(".html");
    case FindingFormat::RecoveryPack:
        break;
    }
    return QStringLiteral("recovery-pack");
}

} // namespace

ReconcileCommands::ReconcileCommands(Workspace &workspace,
                                     WindowSettings &settings,
                                     SecretStore &secrets,
                                     Actions &actions,
                                     FleetPage &fleet,
                                     InspectPage &inspect,
                                     QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_actions(actions)
    , m_fleet(fleet)
    , m_window(window)
    , m_exportFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    if (!QDir(m_exportFolder).exists())
        m_exportFolder = QDir::homePath();
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    fleet.addCommands(actions.reconcileDeliveries, actions.findingsMenu(), actions.replayMissed);
    auto *cases = new CaseCommands(workspace, actions, window);
    connect(cases, &CaseCommands::noticed, this, &ReconcileCommands::notice);
    connect(cases, &CaseCommands::caseWanted, this, &ReconcileCommands::caseWanted);
    auto *replays = new ReplayCommands(workspace, actions, fleet, inspect, window);
    connect(replays, &ReplayCommands::noticed, this, &ReconcileCommands::notice);
    connectActions();
    ReconcileView &reconcile = workspace.reconcile();
    connect(&reconcile, &ReconcileView::comparisonChanged, this, &ReconcileCommands::refresh);
    connect(&reconcile, &ReconcileView::reconciled, this, [this] {
        if (!std::exchange(m_isReadingLastLogs, false))
            emit fleetWanted(true);
    });
    connect(&reconcile, &ReconcileView::exported, this, &ReconcileCommands::reportExport);
    connect(&workspace, &Workspace::currentViewChanged, this, &ReconcileCommands::refresh);
    connect(&workspace, &Workspace::profileChanged, this, &ReconcileCommands::readLastLogs);
    connect(&fleet, &FleetPage::noticed, this, &ReconcileCommands::notice);
    connect(&fleet, &FleetPage::executionWanted, this, [this](const ExecutionId &id) {
        const StreamView *view = m_workspace.currentView();
        if (!view || view->executionId() != id)
            m_workspace.open(id);
        emit fleetWanted(false);
    });
    connect(&inspect, &InspectPage::exportMissedWanted, this, [this] {
        exportFindings(FindingFormat::Csv, true);
    });
    connect(m_actions.explainVerdict, &QAction::triggered, &inspect, [this, &inspect] {
        emit fleetWanted(false);
        inspect.detail()->revealDelivery();
    });
    connect(&inspect, &InspectPage::curlWanted, this, &ReconcileCommands::copyCurl);
    refresh();
    readLastLogs(); // The profile may have been opened before the window was made.
}

void ReconcileCommands::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.reconcileDeliveries, [this] { importLogs(); });
    on(m_actions.readLogsAgain, [this] {
        m_isReadingLastLogs = false;
        m_workspace.reconcile().readAgain();
    });
    on(m_actions.forgetLogs, [this] { askToForget(); });
    on(m_actions.showFleet, [this] {
        emit fleetWanted(true);
        m_fleet.focusExecutions();
    });
    on(m_actions.missedOnly, [this](bool isOnly) {
        if (StreamView *view = m_workspace.currentView())
            view->setVerdicts(isOnly ? QSet<Verdict>{Verdict::Missed} : QSet<Verdict>());
    });
    on(m_actions.nextMissed, [this] { selectMissed(true); });
    on(m_actions.previousMissed, [this] { selectMissed(false); });
    on(m_actions.exportMissed, [this] { exportFindings(FindingFormat::Csv, true); });
    on(m_actions.exportFindingsCsv, [this] { exportFindings(FindingFormat::Csv, false); });
    on(m_actions.exportFindingsNdjson, [this] { exportFindings(FindingFormat::Ndjson, false); });
    on(m_actions.exportFindingsHtml, [this] { exportFindings(FindingFormat::Html, false); });
    on(m_actions.exportRecoveryPack, [this] { exportFindings(FindingFormat::RecoveryPack, true); });
}

void ReconcileCommands::notice(const QString &message)
{
    constexpr int kRemarkMs = 6000;
    m_window.statusBar()->showMessage(message, kRemarkMs);
}

void ReconcileCommands::refresh()
{
    const bool hasComparison = m_workspace.reconcile().comparison() != nullptr;
    StreamView *view = m_workspace.currentView();
    m_actions.readLogsAgain->setEnabled(m_workspace.reconcile().canReadAgain());
    m_actions.forgetLogs->setEnabled(m_workspace.reconcile().canReadAgain());
    m_actions.setHasComparison(hasComparison, view && view->deliveries());
    m_actions.missedOnly->setChecked(view && !view->verdicts().isEmpty());
    disconnect(m_verdictsOfView);
    if (view) {
        m_verdictsOfView = connect(view, &StreamView::filterChanged, this, [this, view] {
            m_actions.missedOnly->setChecked(!view->verdicts().isEmpty());
        });
    }
}

void ReconcileCommands::importLogs(const QStringList &files)
{
    if (!m_dialog) {
        m_dialog = new ImportDialog(m_workspace, m_settings, m_secrets, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::accepted, this, [this] {
            m_isReadingLastLogs = false;
            if (m_dialog->usesImportedRows())
                m_workspace.reconcile().compareWith(m_dialog->receiver());
            else
                m_workspace.reconcile().reconcile(m_dialog->files(), m_dialog->receiver());
        });
        m_dialog->open();
    }
    if (!files.isEmpty())
        m_dialog->setFiles(files);
    m_dialog->raise();
}

void ReconcileCommands::readLastLogs()
{
    const QString profile = m_workspace.profile().name;
    const QList<ReceiverProfile> known = m_settings.receivers(profile);
    if (m_workspace.isSandbox() || known.isEmpty())
        return;
    const ReceiverProfile receiver = known.constFirst();
    const QStringList files = m_settings.receiverFiles(profile, receiver.name);
    m_secrets.loadReceiver(receiverSecretEntry(profile, receiver.name),
                           this,
                           [this, profile, receiver, files](const QList<Secret> &secrets) {
                               const bool isStillOpen = m_workspace.profile().name == profile;
                               if (!isStillOpen || m_workspace.reconcile().comparison()
                                   || m_workspace.reconcile().isRunning())
                                   return;
                               ReceiverProfile used = receiver;
                               used.secrets = secrets;
                               m_isReadingLastLogs = true;
                               m_workspace.reconcile().openKept(used, files);
                           });
}

bool ReconcileCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList files = localFiles(*drop->mimeData());
        if (!files.isEmpty()) {
            drop->acceptProposedAction();
            const bool isCase = files.constFirst().endsWith(QLatin1String(".gaplinecase"));
            if (event->type() == QEvent::Drop && isCase)
                emit caseWanted(files.constFirst());
            else if (event->type() == QEvent::Drop)
                importLogs(files);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ReconcileCommands::askToForget()
{
    const auto origin = m_workspace.reconcile().origin();
    if (!origin)
        return;
    QStringList gone;
    for (const LogOrigin::File &file : origin->files) {
        if (file.standing == LogFileStanding::Gone)
            gone.append(displayText(QDir::toNativeSeparators(file.name), 200));
    }
    auto *box = new QMessageBox(QMessageBox::Question,
                                tr("Forget the Imported Log"),
                                tr("Forget the log that was imported %1, and its comparison?")
                                    .arg(isoTime(origin->importedAt, m_workspace.timeZone())),
                                QMessageBox::Cancel,
                                &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        gone.isEmpty() ? tr("The log files stay where they are; events in the cache stay too.")
                       : tr("It cannot be imported again: %1 is no longer there. Events in the "
                            "cache stay.")
                             .arg(gone.join(QStringLiteral(", "))));
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *forget = box->addButton(tr("&Forget"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(forget, &QPushButton::clicked, this, [this] {
        emit fleetWanted(false);
        // Nor read from its file when the connection is used again.
        m_settings.saveReceiver(m_workspace.profile().name, m_workspace.reconcile().receiver(), {});
        m_workspace.reconcile().forgetLogs();
        notice(tr("The imported log is forgotten"));
    });
    box->open();
}

void ReconcileCommands::exportFindings(FindingFormat format, bool missedOnly)
{
    if (!m_workspace.reconcile().comparison())
        return;
    const bool isFolder = format == FindingFormat::RecoveryPack;
    auto *dialog = new QFileDialog(
        &m_window, isFolder ? tr("Folder for the recovery pack") : tr("Export what was found"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(m_exportFolder);
    dialog->selectFile(suggestedName(format, missedOnly));
    connect(dialog,
            &QFileDialog::fileSelected,
            this,
            [this, format, missedOnly](const QString &target) {
                m_exportFolder = QFileInfo(target).absolutePath();
                FindingExport request{format, target, {}, m_workspace.timeZone()};
                if (missedOnly)
                    request.filter.events = {Verdict::Missed};
                m_workspace.reconcile().exportFindings(request);
            });
    dialog->open();
}

void ReconcileCommands::reportExport(const FindingExport &request, const Result<qint64> &count)
{
    if (!count) {
        emit m_workspace.failed(count.error()); // To where all errors are shown.
        return;
    }
    const QString target = displayText(QDir::toNativeSeparators(request.target), 200);
    const QString number = QLocale().toString(qlonglong(*count));
    notice(request.format == FindingFormat::RecoveryPack
               ? tr("%1 missed events written to %2").arg(number, target)
               : tr("%1 findings written to %2").arg(number, target));
}

void ReconcileCommands::selectMissed(bool forward)
{
    StreamView *view = m_workspace.currentView();
    if (!view || !view->deliveries())
        return;
    const StreamDeliveries &deliveries = *view->deliveries();
    const EventStream &stream = deliveries.stream();
    const Seq here = view->selection() ? view->selection()->first : Seq{0};
    qsizetype event = forward ? stream.lowerBound(here.next()) : stream.lowerBound(here) - 1;
    const qsizetype step = forward ? 1 : -1;
    for (; event >= 0 && event < stream.count(); event += step) {
        if (deliveries.at(event).verdict != Verdict::Missed)
            continue;
        const SeqRange range{stream.seqAt(event), stream.seqAt(event)};
        view->select(range);
        view->reveal(range);
        emit fleetWanted(false);
        return;
    }
    notice(forward ? tr("No webhook was missed after this seq")
                   : tr("No webhook was missed before this seq"));
}

void ReconcileCommands::copyCurl(Seq sinceSeq)
{
    QGuiApplication::clipboard()->setText(m_workspace.curlCommand(sinceSeq));
    notice(tr("Request with sinceSeq %1 copied").arg(sinceSeq.value));
}

} // namespace Gapline
