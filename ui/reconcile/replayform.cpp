// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/replayform.h"

#include "core/domain/profile.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Gapline {
namespace {

constexpr double kMostPerSecond = 100;
constexpr int kMostSeconds = 600;
constexpr int kOtherSecret = -1;

} // namespace

ReplayForm::ReplayForm(QWidget *parent)
    : QWidget(parent)
    , m_url(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_url->setPlaceholderText(QStringLiteral("https://"));
    m_url->setAccessibleName(tr("Address of the receiver"));
    m_url->setToolTip(
        tr("https, or http on this machine alone. It is kept for this session only."));
    form->addRow(tr("Send &to"), m_url);
    makeSigning(form);
    makePace(form);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    form->addRow(m_problem);
    connect(m_url, &QLineEdit::textChanged, this, [this] {
        showProblem();
        emit targetChanged();
    });
    setReceiver({});
    showProblem();
}

void ReplayForm::makeSigning(QFormLayout *form)
{
    m_secretBox = new QComboBox(this);
    m_secretBox->setAccessibleName(tr("Secret to sign with"));
    m_secretField = new QLineEdit(this);
    m_secretField->setEchoMode(QLineEdit::Password);
    m_secretField->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                       | Qt::ImhNoPredictiveText);
    m_secretField->setAccessibleName(tr("Another webhook secret"));
    m_secretField->setPlaceholderText(tr("the receiver's secret"));
    m_secretField->setToolTip(tr("Used for this replay and kept nowhere"));
    m_scheme = new QComboBox(this);
    m_scheme->setAccessibleName(tr("How the receiver verifies"));
    m_scheme->addItem(tr("direct: x-velt-signature"), int(SignatureScheme::Direct));
    m_scheme->addItem(tr("advanced (Svix): webhook-signature"), int(SignatureScheme::Advanced));
    auto *row = new QHBoxLayout;
    row->addWidget(m_secretBox);
    row->addWidget(m_secretField, 1);
    row->addWidget(m_scheme);
    auto *label = new QLabel(tr("Signed &with"), this);
    label->setBuddy(m_secretBox);
    form->addRow(label, row);
    connect(m_secretBox, &QComboBox::currentIndexChanged, this, [this] {
        m_secretField->setVisible(m_secretBox->currentData().toInt() == kOtherSecret);
        showProblem();
        emit secretChanged();
    });
    connect(m_secretField, &QLineEdit::textChanged, this, [this] {
        showProblem();
        emit secretChanged();
    });
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &ReplayForm::secretChanged);
}

void ReplayForm::makePace(QFormLayout *form)
{
    m_rate = new QDoubleSpinBox(this);
    m_rate->setRange(0.1, kMostPerSecond);
    m_rate->setDecimals(1);
    m_rate->setValue(ReplayTarget().perSecond);
    m_rate->setSuffix(tr(" a second"));
    m_rate->setAccessibleName(tr("At most so many a second"));
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(1, kMostSeconds);
    m_timeout->setValue(int(ReplayTarget().timeout.count() / 1000));
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setAccessibleName(tr("Seconds to wait for an answer"));
    auto *row = new QHBoxLayout;
    auto *wait = new QLabel(tr("wait &up to"), this);
    wait->setBuddy(m_timeout);
    row->addWidget(m_rate);
    row->addSpacing(12);
    row->addWidget(wait);
    row->addWidget(m_timeout);
    row->addWidget(new QLabel(tr("for each answer"), this));
    row->addStretch();
    auto *label = new QLabel(tr("At &most"), this);
    label->setBuddy(m_rate);
    form->addRow(label, row);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &ReplayForm::targetChanged);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ReplayForm::targetChanged);
}

void ReplayForm::setReceiver(const ReceiverProfile &receiver)
{
    m_secrets = receiver.secrets;
    const QSignalBlocker blocker(m_secretBox);
    m_secretBox->clear();
    for (int i = 0; i < int(m_secrets.size()); ++i) {
        m_secretBox->addItem(m_secrets.size() == 1
                                 ? tr("the receiver's secret")
                                 : tr("secret %1 of %2").arg(i + 1).arg(m_secrets.size()),
                             i);
    }
    m_secretBox->addItem(tr("another secret"), kOtherSecret);
    // Of a rotated secret the last one is the one in use.
    m_secretBox->setCurrentIndex(m_secrets.isEmpty() ? 0 : int(m_secrets.size()) - 1);
    m_secretField->setVisible(m_secrets.isEmpty());
    const bool isAdvanced = receiver.schedule.name == QLatin1String("advanced");
    m_scheme->setCurrentIndex(isAdvanced ? 1 : 0);
    showProblem();
    emit secretChanged();
}

void ReplayForm::setUrl(const QString &url)
{
    m_url->setText(url);
}

void ReplayForm::setApi(const QUrl &baseUrl)
{
    m_apiOrigin = originOf(baseUrl);
    showProblem();
}

Result<ReplayTarget> ReplayForm::target() const
{
    const auto url = checkedReceiverUrl(m_url->text().trimmed());
    if (!url)
        return Failure(url.error());
    if (originOf(*url) == m_apiOrigin) {
        return failure(
            ErrorId::UsageInvalid,
            tr("%1 is the API, not a receiver: nothing is ever sent to it.").arg(m_apiOrigin));
    }
    return ReplayTarget{*url, m_rate->value(), std::chrono::seconds(m_timeout->value())};
}

SignatureScheme ReplayForm::scheme() const
{
    return SignatureScheme(m_scheme->currentData().toInt());
}

Secret ReplayForm::secret() const
{
    const int index = m_secretBox->currentData().toInt();
    return index >= 0 && index < m_secrets.size() ? m_secrets.at(index)
                                                  : Secret(m_secretField->text().toUtf8());
}

QString ReplayForm::problem() const
{
    return m_problem->text();
}

void ReplayForm::showProblem()
{
    QString problem;
    if (m_url->text().trimmed().isEmpty())
        problem = tr("Say where the receiver takes webhooks: its own address, not the API's.");
    else if (const auto checked = target(); !checked)
        problem = checked.error().message;
    else if (secret().isEmpty())
        problem = tr("A replay is signed as the sender would: give the receiver's secret.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Gapline
