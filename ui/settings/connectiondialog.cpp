// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiondialog.h"

#include "ui/settings/secretstore.h"
#include "ui/shell/icons.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {
namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *problemLabel(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setObjectName(QStringLiteral("problem"));
    label->hide();
    return label;
}

void showProblem(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

QLineEdit *secretField(QWidget *parent, const QString &name)
{
    auto *field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setAccessibleName(name);
    return field;
}

/// Empty when the file may be used, or none is named.
QString problemOfCaFile(const QString &name)
{
    if (name.isEmpty())
        return {};
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return ConnectionDialog::tr("This file cannot be read.");
    constexpr qint64 kMostBytes = qint64(1) << 20;
    return file.read(kMostBytes).contains("-----BEGIN CERTIFICATE-----")
        ? QString()
        : ConnectionDialog::tr("This file holds no PEM certificate.");
}

Secret secretIn(const QLineEdit &field)
{
    return Secret(field.text().trimmed().toUtf8());
}

} // namespace

ConnectionDialog::ConnectionDialog(const Profile &profile, SecretStore &secrets, QWidget *parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_secrets(secrets)
{
    setWindowTitle(tr("Connect to the API"));
    layOut();
    m_name->setText(profile.name);
    m_baseUrl->setText((profile.baseUrl.isEmpty() ? defaultBaseUrl() : profile.baseUrl).toString());
    m_caFile->setText(profile.caFile);
    m_apiKey->setFocus();
    for (const QLineEdit *field : {m_name, m_baseUrl, m_apiKey, m_authToken, m_caFile})
        connect(field, &QLineEdit::textChanged, this, &ConnectionDialog::validate);
    connect(&m_secrets, &SecretStore::placeChanged, this, &ConnectionDialog::showPlace);
    validate();
    showPlace();
}

void ConnectionDialog::layOut()
{
    m_reason = plainLabel(this);
    m_reason->hide();
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("production"));
    m_name->setAccessibleName(tr("Name of the connection"));
    m_baseUrl = new QLineEdit(this);
    m_baseUrl->setAccessibleName(tr("Base URL"));
    m_baseUrlProblem = problemLabel(this);
    m_caFile = new QLineEdit(this);
    m_caFile->setPlaceholderText(tr("those of the system alone"));
    m_caFile->setAccessibleName(tr("Own CA file"));
    m_caFile->setToolTip(tr("Certificates (PEM) that are trusted beside those of the system, for a "
                            "TLS proxy of your own. There is no way to switch the check off."));
    QAction *choose =
        m_caFile->addAction(themedIcon(QStringLiteral("search")), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose the CA file"));
    choose->setToolTip(choose->text());
    connect(choose, &QAction::triggered, this, &ConnectionDialog::chooseCaFile);
    m_caFileProblem = problemLabel(this);
    m_apiKey = secretField(this, tr("API key"));
    m_apiKeyProblem = problemLabel(this);
    m_authToken = secretField(this, tr("Auth token"));
    m_authTokenProblem = problemLabel(this);
    setTabOrder(m_authToken, m_caFile); // As they stand.
    m_place = plainLabel(this);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Base URL"), m_baseUrl);
    form->addRow(QString(), m_baseUrlProblem);
    form->addRow(tr("API &key"), m_apiKey);
    form->addRow(QString(), m_apiKeyProblem);
    form->addRow(tr("Auth &token"), m_authToken);
    form->addRow(QString(), m_authTokenProblem);
    form->addRow(tr("CA &file"), m_caFile);
    form->addRow(QString(), m_caFileProblem);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_reason);
    layout->addLayout(form);
    layout->addWidget(m_place);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(520);
}

void ConnectionDialog::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void ConnectionDialog::validate()
{
    const Result<QUrl> url = checkedBaseUrl(m_baseUrl->text());
    showProblem(m_baseUrlProblem, url ? QString() : url.error().message);
    const auto problemOf = [](const QLineEdit &field) {
        return field.text().isEmpty() || secretIn(field).isSendable()
            ? QString()
            : tr("Holds a blank or a character that cannot be sent. Was more than the value "
                 "copied?");
    };
    showProblem(m_apiKeyProblem, problemOf(*m_apiKey));
    showProblem(m_authTokenProblem, problemOf(*m_authToken));
    const QString caProblem = problemOfCaFile(m_caFile->text().trimmed());
    showProblem(m_caFileProblem, caProblem);
    m_connect->setEnabled(url && caProblem.isEmpty() && secretIn(*m_apiKey).isSendable()
                          && secretIn(*m_authToken).isSendable());
}

void ConnectionDialog::chooseCaFile()
{
    const QString name =
        QFileDialog::getOpenFileName(this,
                                     tr("Own CA file"),
                                     m_caFile->text(),
                                     tr("PEM certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!name.isEmpty())
        m_caFile->setText(name);
}

void ConnectionDialog::showPlace()
{
    switch (m_secrets.place()) {
    case SecretPlace::NotKnown:
        m_place->setText(tr("Key and token go to the system keychain if there is one; otherwise "
                            "they are kept for this session only."));
        return;
    case SecretPlace::Keychain:
        m_place->setText(
            tr("Key and token are kept in the system keychain, for this address alone."));
        return;
    case SecretPlace::SessionMemory:
        m_place->setText(
            tr("There is no system keychain: key and token are kept for this session only."));
        return;
    }
}

Profile ConnectionDialog::profile() const
{
    Profile profile = m_profile;
    const Result<QUrl> url = checkedBaseUrl(m_baseUrl->text());
    if (url)
        profile.baseUrl = *url;
    profile.caFile = m_caFile->text().trimmed();
    const QString name = m_name->text().trimmed();
    // Ids are unique within one server alone: what another one said belongs into another cache.
    if (name != profile.name || originOf(profile.baseUrl) != originOf(m_profile.baseUrl))
        profile.cacheFile.clear();
    profile.name = name.isEmpty() ? profile.baseUrl.host() : name;
    return profile;
}

Credentials ConnectionDialog::credentials() const
{
    return {secretIn(*m_apiKey), secretIn(*m_authToken)};
}

} // namespace Gapline
