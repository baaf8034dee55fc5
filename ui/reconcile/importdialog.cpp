// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/importdialog.h"

#include "core/domain/timetext.h"
#include "core/reconcile/reconcileset.h"
#include "ui/models/countedtext.h"
#include "ui/reconcile/logform.h"
#include "ui/reconcile/receiverform.h"
#include "ui/settings/secretstore.h"
#include "ui/settings/windowsettings.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

ImportDialog::ImportDialog(Workspace &workspace,
                           WindowSettings &settings,
                           SecretStore &secrets,
                           QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_logs(new LogForm(this))
    , m_receiver(new ReceiverForm(this))
    , m_coverage(new QLabel(this))
{
    setWindowTitle(tr("Reconcile Deliveries"));
    layOut();
    connect(m_logs, &LogForm::changed, this, &ImportDialog::refresh);
    connect(m_receiver, &ReceiverForm::changed, this, &ImportDialog::refresh);
    connect(m_receiver, &ReceiverForm::receiverChosen, this, &ImportDialog::chooseReceiver);
    connect(&m_secrets, &SecretStore::placeChanged, this, &ImportDialog::showPlace);
    connect(&m_workspace, &Workspace::executionsChanged, this, &ImportDialog::refresh);
    showFirst();
    showPlace();
    refresh();
}

void ImportDialog::layOut()
{
    m_coverage->setTextFormat(Qt::PlainText);
    m_coverage->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_compare = buttons->addButton(tr("&Compare"), QDialogButtonBox::AcceptRole);
    m_compare->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_receiver);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumWidth(fontMetrics().averageCharWidth() * 58);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_logs, 3);
    columns->addWidget(scroll, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(m_coverage);
    layout->addWidget(buttons);
    resize(1180, 720);
}

/// What was compared last, the sandbox's own receiver, or the receiver used last: whichever there is.
void ImportDialog::showFirst()
{
    const QList<ReceiverProfile> known = m_settings.receivers(m_workspace.profile().name);
    QStringList names;
    for (const ReceiverProfile &receiver : known)
        names.append(receiver.name);
    m_receiver->setKnown(names);
    const ReconcileView &reconcile = m_workspace.reconcile();
    const auto &sandbox = m_workspace.sandboxReceiver();
    if (reconcile.comparison()) {
        m_receiver->setReceiver(reconcile.receiver());
        m_logs->setMapping(reconcile.receiver().mapping);
        setFiles(reconcile.files());
    } else if (sandbox) {
        m_receiver->setReceiver(sandbox->profile);
        setFiles({sandbox->logFile});
    } else if (!known.isEmpty()) {
        chooseReceiver(known.constFirst().name);
    }
}

void ImportDialog::chooseReceiver(const QString &name)
{
    for (const ReceiverProfile &receiver : m_settings.receivers(m_workspace.profile().name)) {
        if (receiver.name != name)
            continue;
        m_receiver->setReceiver(receiver);
        m_logs->setMapping(receiver.mapping);
        loadSecrets(name);
        return;
    }
}

void ImportDialog::loadSecrets(const QString &name)
{
    const QString entry = receiverSecretEntry(m_workspace.profile().name, name);
    m_secrets.loadReceiver(entry, this, [this, name](const QList<Secret> &secrets) {
        const bool isStillChosen = m_receiver->nameBox()->currentText() == name;
        if (isStillChosen && !secrets.isEmpty())
            m_receiver->setSecrets(secrets);
    });
}

void ImportDialog::setFiles(const QStringList &files)
{
    m_logs->setFiles(files);
}

QStringList ImportDialog::files() const
{
    return m_logs->files();
}

ReceiverProfile ImportDialog::receiver() const
{
    auto receiver = m_receiver->receiver().value_or(ReceiverProfile());
    receiver.mapping = m_logs->mapping();
    return receiver;
}

void ImportDialog::accept()
{
    if (!m_compare->isEnabled())
        return;
    const ReceiverProfile chosen = receiver();
    // The sandbox's receiver is always at hand, and gone with it.
    if (!m_workspace.isSandbox()) {
        const QString profile = m_workspace.profile().name;
        m_settings.saveReceiver(profile, chosen, files());
        if (!chosen.secrets.isEmpty())
            m_secrets.storeReceiver(receiverSecretEntry(profile, chosen.name), chosen.secrets);
    }
    QDialog::accept();
}

void ImportDialog::showPlace()
{
    switch (m_secrets.place()) {
    case SecretPlace::NotKnown:
        m_receiver->setSecretPlace(tr("They go to the system keychain if there is one; otherwise "
                                      "they are kept for this session only."));
        return;
    case SecretPlace::Keychain:
        m_receiver->setSecretPlace(tr("They are kept in the system keychain."));
        return;
    case SecretPlace::SessionMemory:
        m_receiver->setSecretPlace(
            tr("There is no system keychain: they are kept for this session only."));
        return;
    }
}

bool ImportDialog::usesImportedRows() const
{
    const ReconcileView &reconcile = m_workspace.reconcile();
    return m_logs->hasProblem() && reconcile.canReadAgain() && files() == reconcile.files();
}

QString ImportDialog::coverageText() const
{
    const QList<CachedExecution> &executions = m_workspace.executions();
    qint64 read = 0;
    qint64 incomplete = 0;
    qint64 events = 0;
    for (const CachedExecution &execution : executions) {
        if (!isRead(execution.stream))
            continue;
        ++read;
        events += execution.eventCount;
        incomplete += !execution.stream.isComplete;
    }
    const QLocale locale;
    const auto number = [&locale](qint64 value) { return locale.toString(qlonglong(value)); };
    QStringList sentences{tr("Will be compared: %1 of %2 in the cache.")
                              .arg(CountedText::events(events), CountedText::executions(read))};
    if (const qint64 unread = executions.size() - read; unread > 0)
        sentences << (unread == 1
                          ? tr("1 more execution is known but not read: nothing will be said of "
                               "its webhooks until it is fetched.")
                          : tr("%1 more executions are known but not read: nothing will be said of "
                               "their webhooks until they are fetched.")
                                .arg(number(unread)));
    if (incomplete > 0)
        sentences << (incomplete == 1 ? tr("1 of those compared is not read to its end.")
                                      : tr("%1 of those compared are not read to their end.")
                                            .arg(number(incomplete)));
    if (usesImportedRows())
        sentences << tr("The files cannot be read: the rows imported %1 will be compared.")
                         .arg(isoTime(m_workspace.reconcile().origin()->importedAt,
                                      m_workspace.timeZone()));
    const auto receiver = m_receiver->receiver();
    if (receiver) {
        sentences << (receiver->span.from && receiver->span.to
                          ? tr("The log's span is as stated.")
                          : tr("The log's span goes from its first to its last row, where it is "
                               "not stated."));
        sentences << (receiver->subscribedTypes.isEmpty()
                          ? tr("Assumed: the receiver subscribes to all types.")
                          : receiver->subscribedTypes.size() == 1
                          ? tr("Assumed: the receiver subscribes to 1 type.")
                          : tr("Assumed: the receiver subscribes to %1 types.")
                                .arg(receiver->subscribedTypes.size()));
    }
    return sentences.join(u' ');
}

void ImportDialog::refresh()
{
    m_coverage->setText(coverageText());
    m_compare->setEnabled(!files().isEmpty() && (m_logs->isReadable() || usesImportedRows())
                          && m_receiver->receiver().has_value());
}

QString receiverSecretEntry(const QString &profileName, const QString &receiverName)
{
    return QStringLiteral("receiver:%1/%2").arg(profileName, receiverName);
}

} // namespace Gapline
