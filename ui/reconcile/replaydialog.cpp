// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reconcile/replaydialog.h"

#include "core/domain/displaytext.h"
#include "core/domain/profile.h"
#include "ui/models/countedtext.h"
#include "ui/models/recordedtext.h"
#include "ui/models/replaymodel.h"
#include "ui/reconcile/replayform.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

QString durationText(std::chrono::milliseconds duration)
{
    constexpr qint64 kMinute = 60'000;
    const qint64 ms = duration.count();
    if (ms < kMinute)
        return ReplayDialog::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return ReplayDialog::tr("%1 min %2 s").arg(number(ms / kMinute), number(ms % kMinute / 1000));
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ReplayDialog::ReplayDialog(Workspace &workspace,
                           const std::optional<ExecutionId> &only,
                           QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_comparison(workspace.reconcile().comparison())
    , m_form(new ReplayForm(this))
    , m_model(new ReplayModel(this))
    , m_which(new QComboBox(this))
    , m_planText(plainLabel(this))
    , m_list(new QTableView(this))
    , m_confirm(new QCheckBox(this))
    , m_bar(new QProgressBar(this))
    , m_outcome(plainLabel(this))
{
    setWindowTitle(tr("Replay Missed Webhooks"));
    layOut();
    fillWhich(only);
    const auto &sandbox = workspace.sandboxReceiver();
    m_form->setReceiver(workspace.reconcile().receiver());
    m_form->setApi(workspace.profile().baseUrl);
    const QString last = workspace.replay().lastUrl();
    m_form->setUrl(last.isEmpty() && sandbox ? sandbox->url.toString() : last);
    connectParts();
    prepare();
    if (m_form->urlField()->text().isEmpty())
        m_form->urlField()->setFocus();
}

void ReplayDialog::layOut()
{
    m_which->setAccessibleName(tr("Which missed webhooks"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(30);
    m_which->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Webhooks that would be sent, in order"));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_list->horizontalHeader()->setProperty("look", QStringLiteral("roomy")); // See app/look.
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_list->setColumnWidth(int(ReplayModel::Column::Execution), letter * 28);
    m_list->setColumnWidth(int(ReplayModel::Column::Seq), letter * 9);
    m_list->setColumnWidth(int(ReplayModel::Column::Type), letter * 25);
    m_list->setColumnWidth(int(ReplayModel::Column::Time), letter * 23);
    m_bar->setAccessibleName(tr("Progress of the replay"));
    m_bar->hide();
    m_outcome->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::ActionRole);
    m_compare = buttons->addButton(tr("Compare &Again"), QDialogButtonBox::ActionRole);
    m_compare->setToolTip(tr("Reads the receiver's logs again, to see what has arrived"));
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    // Enter never sends.
    m_send->setAutoDefault(false);
    m_compare->setAutoDefault(false);
    m_close->setDefault(true);
    m_compare->hide(); // Last: the box shows its buttons whenever one comes.

    auto *which = new QFormLayout;
    which->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    which->addRow(tr("Wh&ich"), m_which);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(which);
    layout->addWidget(m_form);
    layout->addWidget(m_planText);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_confirm);
    layout->addWidget(m_bar);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    resize(860, 620);
}

void ReplayDialog::connectParts()
{
    ReplayView &replay = m_workspace.replay();
    connect(m_which, &QComboBox::currentIndexChanged, this, &ReplayDialog::prepare);
    connect(m_form, &ReplayForm::targetChanged, this, &ReplayDialog::prepare);
    connect(m_form, &ReplayForm::secretChanged, this, [this] {
        m_confirm->setChecked(false);
        showConfirmation();
    });
    connect(&replay, &ReplayView::planChanged, this, &ReplayDialog::showPlan);
    connect(&replay, &ReplayView::offlineChanged, this, &ReplayDialog::showConfirmation);
    connect(&replay, &ReplayView::progressChanged, this, &ReplayDialog::showProgress);
    connect(&replay, &ReplayView::finished, this, &ReplayDialog::showOutcome);
    connect(&replay, &ReplayView::failed, this, [this](const Error &error) {
        m_outcome->setText(displayText(error.message, 400));
        m_outcome->show();
    });
    // Another connection: there is nothing left to be sent.
    connect(&m_workspace, &Workspace::profileChanged, this, &QDialog::reject);
    connect(m_confirm, &QCheckBox::toggled, this, &ReplayDialog::showConfirmation);
    connect(m_send, &QPushButton::clicked, this, &ReplayDialog::send);
    connect(m_close, &QPushButton::clicked, this, &ReplayDialog::stopOrClose);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        m_workspace.reconcile().readAgain();
        accept();
    });
    connect(this, &QDialog::finished, &replay, &ReplayView::stop);
}

void ReplayDialog::fillWhich(const std::optional<ExecutionId> &only)
{
    const auto &input = m_comparison->input();
    const auto &result = m_comparison->result();
    m_which->addItem(tr("all missed webhooks (%1)").arg(number(result.totals.of(Verdict::Missed))));
    std::vector<quint32> order;
    for (quint32 i = 0; i < input.executions.size(); ++i) {
        if (result.executions[i].totals.of(Verdict::Missed) > 0)
            order.push_back(i);
    }
    const auto idOf = [&input](quint32 i) -> const QString & {
        return input.executions[i].stream->executionId().text();
    };
    std::ranges::sort(order, {}, idOf);
    constexpr size_t kMostListed = 1000; // The one that was asked for is always there.
    for (const quint32 i : order) {
        const bool isAsked = only && only->text() == idOf(i);
        if (!isAsked && size_t(m_which->count()) > kMostListed)
            continue;
        m_which->addItem(tr("only %1 (%2)")
                             .arg(displayText(idOf(i), 120),
                                  number(result.executions[i].totals.of(Verdict::Missed))),
                         idOf(i));
        if (isAsked)
            m_which->setCurrentIndex(m_which->count() - 1);
    }
}

void ReplayDialog::prepare()
{
    m_confirm->setChecked(false);
    const auto target = m_form->target();
    if (target) {
        const QVariant id = m_which->currentData();
        m_workspace.replay().prepare(
            {m_comparison,
             id.isValid() ? std::optional(ExecutionId(id.toString())) : std::nullopt,
             *target});
    }
    showPlan();
}

void ReplayDialog::showPlan()
{
    const ReplayView &replay = m_workspace.replay();
    const auto target = m_form->target();
    const auto plan = target ? replay.plan() : nullptr;
    m_model->setPlan(plan, m_comparison, m_workspace.timeZone());
    if (replay.isSending()) {
        m_planText->setText(tr("Being sent to %1, one after the other; each answer is journalled "
                               "before the next one goes.")
                                .arg(target ? originOf(target->url) : QString()));
    } else if (!target) {
        m_planText->setText(tr("Dry run: nothing is sent yet."));
    } else if (!plan) {
        m_planText->setText(replay.isPreparing() ? tr("Dry run: being worked out …") : QString());
    } else if (plan->webhooks.empty()) {
        m_planText->setText(tr("Nothing is left to be sent: this address took %1 before, as the "
                               "journal says.")
                                .arg(CountedText::webhooks(plan->alreadyTaken)));
    } else {
        QStringList sentences{
            tr("Dry run, nothing is sent yet: %1 of %2 would go to %3, one "
               "after the other in order of execution and seq, at most %4 a second: at least %5.")
                .arg(CountedText::webhooks(qint64(plan->webhooks.size())),
                     CountedText::executions(plan->executions),
                     originOf(target->url),
                     QLocale().toString(plan->perSecond),
                     durationText(plan->duration))};
        if (plan->alreadyTaken > 0)
            sentences << (plan->alreadyTaken == 1
                              ? tr("1 more was taken by this address before, as the journal says, "
                                   "and is left out.")
                              : tr("%1 more were taken by this address before, as the journal "
                                   "says, and are left out.")
                                    .arg(number(plan->alreadyTaken)));
        sentences << tr("Each is marked with the header x-gapline-replay: 1; the second failure "
                        "stops the replay; every answer is journalled.");
        m_planText->setText(sentences.join(u' '));
    }
    showConfirmation();
}

bool ReplayDialog::canSend() const
{
    const ReplayView &replay = m_workspace.replay();
    return m_form->target() && !m_form->secret().isEmpty() && replay.plan()
        && !replay.plan()->webhooks.empty() && !replay.isOffline() && !replay.isSending();
}

void ReplayDialog::showConfirmation()
{
    const auto target = m_form->target();
    const auto &plan = m_workspace.replay().plan();
    if (m_workspace.replay().isOffline())
        m_confirm->setText(tr("Work Offline is on: nothing can be sent."));
    else if (target && plan && !plan->webhooks.empty())
        m_confirm->setText(tr("&Yes, send %1 to %2: the receiver acts on each of them")
                               .arg(CountedText::webhooks(qint64(plan->webhooks.size())),
                                    target->url.authority().replace(u'&', QLatin1String("&&"))));
    else if (plan && plan->webhooks.empty())
        m_confirm->setText(tr("Nothing is left to be sent."));
    else
        m_confirm->setText(tr("Nothing can be sent yet."));
    m_confirm->setEnabled(canSend());
    m_send->setEnabled(canSend() && m_confirm->isChecked());
}

void ReplayDialog::send()
{
    if (!canSend() || !m_confirm->isChecked())
        return;
    m_outcome->hide();
    m_compare->hide();
    m_workspace.replay().send(m_form->scheme(), m_form->secret());
}

void ReplayDialog::showProgress()
{
    const ReplayView &replay = m_workspace.replay();
    const bool isSending = replay.isSending();
    m_bar->setVisible(isSending);
    m_bar->setRange(0, int(std::min<qint64>(replay.total(), 1'000'000'000)));
    m_bar->setValue(int(replay.acknowledged()));
    m_bar->setFormat(
        tr("%1 of %2 taken").arg(number(replay.acknowledged()), number(replay.total())));
    m_form->setEnabled(!isSending);
    m_which->setEnabled(!isSending);
    m_close->setText(isSending ? tr("S&top") : tr("Close"));
    showPlan();
}

void ReplayDialog::showOutcome(const ReplayOutcome &outcome)
{
    QStringList sentences{tr("The receiver took %1. Not taken: %2, not sent: %3.")
                              .arg(CountedText::webhooks(outcome.acknowledged),
                                   number(outcome.failed),
                                   number(outcome.left))};
    if (outcome.isCancelled && outcome.left > 0)
        sentences.prepend(tr("Stopped."));
    if (outcome.failed > 0)
        sentences
            << tr("The last failure: %1.").arg(displayText(recordedText(outcome.lastProblem), 200));
    if (outcome.error)
        sentences << displayText(outcome.error->message, 400);
    if (outcome.left + outcome.failed > 0)
        sentences << tr("Send again to go on with what is left.");
    sentences << tr("Journal: %1")
                     .arg(displayText(QDir::toNativeSeparators(m_workspace.replay().journal()),
                                      300));
    m_outcome->setText(sentences.join(u' '));
    m_outcome->show();
    m_compare->setVisible(outcome.acknowledged > 0);
    prepare(); // What is left, after the journal.
}

void ReplayDialog::stopOrClose()
{
    if (m_workspace.replay().isSending())
        m_workspace.replay().stop();
    else
        reject();
}

QString ReplayDialog::planText() const
{
    return m_planText->text();
}

QString ReplayDialog::outcomeText() const
{
    return m_outcome->text();
}

} // namespace Gapline
