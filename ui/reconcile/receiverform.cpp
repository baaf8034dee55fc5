// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/receiverform.h"

#include "core/domain/eventtype.h"
#include "core/domain/timetext.h"
#include "core/reconcile/retryhorizon.h"
#include "core/reconcile/subscriptionlint.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gapline {
namespace {

using std::chrono::seconds;

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

QString secondsText(std::chrono::milliseconds time)
{
    return time.count() % 1000 == 0 ? QString::number(time.count() / 1000)
                                    : QString::number(double(time.count()) / 1000);
}

QSpinBox *secondsBox(QWidget *parent, const QString &name)
{
    constexpr int kMostSeconds = 366 * 86'400;
    auto *box = new QSpinBox(parent);
    box->setRange(0, kMostSeconds);
    box->setSuffix(ReceiverForm::tr(" s"));
    box->setAccessibleName(name);
    return box;
}

QLineEdit *timeField(QWidget *parent, const QString &name, const QString &empty)
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(empty);
    field->setToolTip(ReceiverForm::tr("ISO 8601 such as 2026-04-28T11:00:00Z, or epoch ms"));
    return field;
}

Result<std::optional<EpochMs>> timeIn(const QLineEdit &field)
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto time = parseTime(text);
    if (!time)
        return failure(ErrorId::UsageInvalid,
                       ReceiverForm::tr("%1: \"%2\" is no time in ISO 8601 or epoch ms.")
                           .arg(field.accessibleName(), text));
    return time;
}

} // namespace

ReceiverForm::ReceiverForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QComboBox(this))
    , m_problem(new QLabel(this))
{
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setAccessibleName(tr("Name of the receiver"));
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Receiver &name"), m_name);
    makeSubscription(form);
    makeTimes(form);
    makeSecrets(form);
    form->addRow(m_problem);
    connect(m_name, &QComboBox::activated, this, [this](int index) {
        emit receiverChosen(m_name->itemText(index));
    });
    connect(m_name->lineEdit(), &QLineEdit::textEdited, this, &ReceiverForm::changed);
    ReceiverProfile receiver;
    receiver.schedule = directSchedule();
    setReceiver(receiver);
}

void ReceiverForm::makeSubscription(QFormLayout *form)
{
    m_types = new QLineEdit(this);
    m_types->setPlaceholderText(tr("all types"));
    m_types->setAccessibleName(tr("Subscribed event types"));
    m_types->setToolTip(tr("Separated by commas; empty: all types. The API does not tell what a "
                           "receiver subscribes to."));
    m_typesMenu = new QToolButton(this);
    m_typesMenu->setProperty("look", QStringLiteral("field")); // See app/look.
    m_typesMenu->setText(tr("Types ▾")); // The style's own indicator lies over the text's end.
    m_typesMenu->setAccessibleName(tr("Choose event types"));
    m_typesMenu->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_typesMenu);
    connect(menu, &QMenu::aboutToShow, this, &ReceiverForm::fillTypesMenu);
    m_typesMenu->setMenu(menu);
    auto *row = new QHBoxLayout;
    row->addWidget(m_types, 1);
    row->addWidget(m_typesMenu);
    auto *label = new QLabel(tr("S&ubscribed to"), this);
    label->setBuddy(m_types);
    form->addRow(label, row);
    m_overrides = new QPlainTextEdit(this);
    m_overrides->setPlaceholderText(tr("execution ids, one a line"));
    m_overrides->setAccessibleName(tr("Executions with a webhook of their own"));
    m_overrides->setToolTip(tr("Dispatched with a webhook of their own: the subscription does not "
                               "apply to them, all types are expected"));
    m_overrides->setTabChangesFocus(true);
    m_overrides->setMaximumHeight(fontMetrics().height() * 3);
    form->addRow(tr("&Own webhook"), m_overrides);
    connect(m_types, &QLineEdit::textChanged, this, &ReceiverForm::validate);
    connect(m_overrides, &QPlainTextEdit::textChanged, this, &ReceiverForm::validate);
}

void ReceiverForm::fillTypesMenu()
{
    QMenu *menu = m_typesMenu->menu();
    menu->clear();
    const QStringList chosen = namesIn(m_types->text());
    for (const EventType &type : eventTypes()) {
        if (!type.isExternal)
            continue;
        const QString name = QString::fromUtf8(type.name);
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(chosen.contains(name));
        connect(action, &QAction::toggled, this, [this, name](bool isChosen) {
            QStringList names = namesIn(m_types->text());
            names.removeAll(name);
            if (isChosen)
                names.append(name);
            m_types->setText(names.join(QStringLiteral(", ")));
        });
    }
}

void ReceiverForm::makeTimes(QFormLayout *form)
{
    m_schedule = new QComboBox(this);
    m_schedule->addItem(tr("direct: 0, 2, 10, 42, 162, 642 s"), QStringLiteral("direct"));
    m_schedule->addItem(tr("advanced (Svix): up to 27 h 35 min"), QStringLiteral("advanced"));
    m_schedule->addItem(tr("custom"), QStringLiteral("custom"));
    m_schedule->setAccessibleName(tr("Retry schedule"));
    m_offsets = new QLineEdit(this);
    m_offsets->setPlaceholderText(QStringLiteral("0,2,10"));
    m_offsets->setAccessibleName(tr("Seconds of the attempts after the first"));
    m_timeout = secondsBox(this, tr("Timeout of one attempt"));
    m_late = secondsBox(this, tr("Late from"));
    m_from = timeField(this, tr("Log covers from"), tr("its first row"));
    m_to = timeField(this, tr("Log covers to"), tr("its last row"));
    m_asOf = timeField(this, tr("As of"), tr("the end of the log's span"));
    auto *schedule = new QHBoxLayout;
    schedule->addWidget(m_schedule, 1);
    schedule->addWidget(m_offsets);
    auto *scheduleLabel = new QLabel(tr("&Retries"), this);
    scheduleLabel->setBuddy(m_schedule);
    form->addRow(scheduleLabel, schedule);
    form->addRow(tr("&Timeout"), m_timeout);
    form->addRow(tr("&Late after"), m_late);
    form->addRow(tr("Log covers &from"), m_from);
    form->addRow(tr("Log covers t&o"), m_to);
    form->addRow(tr("As o&f"), m_asOf);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, [this] {
        const QString name = m_schedule->currentData().toString();
        if (const auto known = parseSchedule(name))
            m_timeout->setValue(int(known->timeout.count() / 1000));
        validate();
    });
    for (const QLineEdit *field : {m_offsets, m_from, m_to, m_asOf})
        connect(field, &QLineEdit::textChanged, this, &ReceiverForm::validate);
    for (const QSpinBox *box : {m_timeout, m_late})
        connect(box, &QSpinBox::valueChanged, this, &ReceiverForm::validate);
}

void ReceiverForm::makeSecrets(QFormLayout *form)
{
    m_secretsBox = new QWidget(this);
    m_secretsLayout = new QVBoxLayout(m_secretsBox);
    m_secretsLayout->setContentsMargins(0, 0, 0, 0);
    m_secretsBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_secretPlace = new QLabel(this);
    m_secretPlace->setTextFormat(Qt::PlainText);
    m_secretPlace->setWordWrap(true);
    m_secretPlace->setForegroundRole(QPalette::PlaceholderText);
    auto *more = new QPushButton(tr("One &More (Rotated)"), this);
    connect(more, &QPushButton::clicked, this, [this] { addSecretField()->setFocus(); });
    auto *column = new QVBoxLayout;
    column->addWidget(m_secretsBox);
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(m_secretPlace);
    column->addStretch();
    form->addRow(tr("Secrets"), column);
    addSecretField();
}

QLineEdit *ReceiverForm::addSecretField()
{
    auto *field = new QLineEdit(m_secretsBox);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setAccessibleName(tr("Webhook secret %1").arg(m_secrets.size() + 1));
    field->setPlaceholderText(tr("none: signatures are not checked"));
    connect(field, &QLineEdit::textChanged, this, &ReceiverForm::changed);
    m_secretsLayout->addWidget(field);
    m_secrets.append(field);
    return field;
}

void ReceiverForm::setKnown(const QStringList &names)
{
    const QString text = m_name->currentText();
    m_name->clear();
    m_name->addItems(names);
    m_name->setEditText(text);
}

void ReceiverForm::setReceiver(const ReceiverProfile &receiver)
{
    m_name->setEditText(receiver.name);
    m_types->setText(receiver.subscribedTypes.join(QStringLiteral(", ")));
    const int known = m_schedule->findData(receiver.schedule.name);
    m_schedule->setCurrentIndex(known < 0 ? m_schedule->findData(QStringLiteral("custom")) : known);
    QStringList offsets;
    for (const auto offset : receiver.schedule.offsets)
        offsets.append(secondsText(offset));
    m_offsets->setText(offsets.join(u','));
    m_timeout->setValue(int(receiver.schedule.timeout.count() / 1000));
    m_late->setValue(int(receiver.lateThreshold.count() / 1000));
    m_from->setText(receiver.span.from ? isoTime(*receiver.span.from) : QString());
    m_to->setText(receiver.span.to ? isoTime(*receiver.span.to) : QString());
    m_asOf->setText(receiver.asOf ? isoTime(*receiver.asOf) : QString());
    QStringList overrides;
    for (const ExecutionId &id : receiver.ownWebhook)
        overrides.append(id.text());
    overrides.sort();
    m_overrides->setPlainText(overrides.join(u'\n'));
    setSecrets(receiver.secrets);
    validate();
}

void ReceiverForm::setSecrets(const QList<Secret> &secrets)
{
    while (m_secrets.size() < secrets.size())
        addSecretField();
    for (qsizetype i = 0; i < m_secrets.size(); ++i)
        m_secrets.at(i)->setText(i < secrets.size() ? QString::fromUtf8(secrets.at(i).reveal())
                                                    : QString());
}

void ReceiverForm::setSecretPlace(const QString &words)
{
    m_secretPlace->setText(words);
}

Result<ReceiverProfile> ReceiverForm::receiver() const
{
    ReceiverProfile receiver;
    receiver.name = m_name->currentText().trimmed();
    if (receiver.name.isEmpty())
        receiver.name = tr("Receiver");
    receiver.subscribedTypes = namesIn(m_types->text());
    const QString name = m_schedule->currentData().toString();
    const auto schedule = parseSchedule(name == QLatin1String("custom") ? m_offsets->text() : name);
    if (!schedule)
        return Failure(schedule.error());
    receiver.schedule = *schedule;
    receiver.schedule.timeout = seconds(m_timeout->value());
    receiver.lateThreshold = seconds(m_late->value());
    const auto from = timeIn(*m_from);
    const auto to = timeIn(*m_to);
    const auto asOf = timeIn(*m_asOf);
    for (const auto *time : {&from, &to, &asOf}) {
        if (!*time)
            return Failure(time->error());
    }
    if (*from && *to && **to < **from)
        return failure(ErrorId::UsageInvalid, tr("The log's span ends before it begins."));
    receiver.span = {*from, *to};
    receiver.asOf = *asOf;
    for (const QString &line : m_overrides->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            receiver.ownWebhook.insert(ExecutionId(line.trimmed()));
    }
    for (const QLineEdit *field : m_secrets) {
        if (!field->text().isEmpty())
            receiver.secrets.append(Secret(field->text().toUtf8()));
    }
    return receiver;
}

void ReceiverForm::validate()
{
    m_offsets->setVisible(m_schedule->currentData().toString() == QLatin1String("custom"));
    const auto checked = receiver();
    QStringList problems;
    if (!checked) {
        problems.append(checked.error().message);
    } else {
        for (const SubscriptionProblem &problem : lintSubscription(checked->subscribedTypes))
            problems.append(problemInWords(problem, Wording::Window));
    }
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    emit changed();
}

} // namespace Gapline
