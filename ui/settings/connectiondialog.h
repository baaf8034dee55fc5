// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gapline {

class SecretStore;

/// Asks for a connection: name, base URL, key and token. Says beside each field what is wrong with it, and plainly
/// where the secrets will be kept. Entered secrets leave it only through credentials().
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// `secrets` must outlive the dialog.
    ConnectionDialog(const Profile &profile, SecretStore &secrets, QWidget *parent = nullptr);

    /// Why the dialog appears, such as the server's refusal. Plain text.
    void setReason(const QString &reason);

    /// Valid once accepted.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] Credentials credentials() const;

private:
    void layOut();
    void validate();
    void showPlace();
    void chooseCaFile();

    Profile m_profile;
    SecretStore &m_secrets;
    QLabel *m_reason = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QLabel *m_baseUrlProblem = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLabel *m_caFileProblem = nullptr;
    QLineEdit *m_apiKey = nullptr;
    QLabel *m_apiKeyProblem = nullptr;
    QLineEdit *m_authToken = nullptr;
    QLabel *m_authTokenProblem = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace Gapline
