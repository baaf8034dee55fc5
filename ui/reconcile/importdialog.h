// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/receiver.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace Gapline {

class LogForm;
class ReceiverForm;
class SecretStore;
class WindowSettings;
class Workspace;

/// Prepares a comparison: the logs with a preview of their first rows, the receiver, and what will be compared with
/// them and what not, said before the run. Receivers are remembered per connection; their secrets in the keychain or
/// for the session.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// All three must outlive the dialog.
    ImportDialog(Workspace &workspace,
                 WindowSettings &settings,
                 SecretStore &secrets,
                 QWidget *parent = nullptr);

    void setFiles(const QStringList &files);
    [[nodiscard]] QStringList files() const;
    /// Valid once accepted; with secrets and mapping.
    [[nodiscard]] ReceiverProfile receiver() const;
    [[nodiscard]] LogForm *logForm() const { return m_logs; }
    [[nodiscard]] ReceiverForm *receiverForm() const { return m_receiver; }
    /// The files are those compared already, but cannot be read: the rows imported from them are compared.
    [[nodiscard]] bool usesImportedRows() const;
    [[nodiscard]] QString coverageText() const;

public slots:
    void accept() override;

private:
    void layOut();
    void showFirst();
    void chooseReceiver(const QString &name);
    void loadSecrets(const QString &name);
    void showPlace();
    void refresh();

    Workspace &m_workspace;
    WindowSettings &m_settings;
    SecretStore &m_secrets;
    LogForm *m_logs;
    ReceiverForm *m_receiver;
    QLabel *m_coverage;
    QPushButton *m_compare;
};

/// The keychain entry of a receiver's secrets.
[[nodiscard]] QString receiverSecretEntry(const QString &profileName, const QString &receiverName);

} // namespace Gapline
