// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/verifydialog.h"

#include "core/domain/displaytext.h"
#include "ui/models/countedtext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

/// A list of this many lines is long enough to be read; the report holds them all.
constexpr size_t kListed = 2000;

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

VerifyDialog::VerifyDialog(StreamVerify *verify,
                           StreamView *view,
                           TimeZoneChoice zone,
                           QWidget *parent)
    : QDialog(parent)
    , m_verify(verify)
    , m_view(view)
    , m_zone(zone)
    , m_executionId(verify->executionId())
    , m_verdict(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_differences(new QListWidget(this))
{
    setWindowTitle(tr("Verify %1 against API").arg(displayText(m_executionId.text(), 80)));
    layOut();
    connect(verify, &StreamVerify::progressed, this, &VerifyDialog::showProgress);
    connect(verify, &StreamVerify::finished, this, &VerifyDialog::showOutcome);
    connect(verify, &QObject::destroyed, this, [this] {
        if (m_lines.isEmpty()) { // Its connection went before it could tell.
            VerifyOutcome outcome;
            outcome.sync.error = Error{ErrorId::Cancelled, tr("The connection was left.")};
            showOutcome(outcome);
        }
    });
    connect(this, &QDialog::finished, verify, &StreamVerify::cancel);
}

void VerifyDialog::layOut()
{
    for (QLabel *label : {m_verdict, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_verdict->setFont(bold);
    m_verdict->setText(
        tr("Reading %1 again from seq 0 …").arg(displayText(m_executionId.text(), 80)));
    m_text->setText(tr("Each page is compared with what the cache holds. Nothing that is stored is "
                       "overwritten."));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the verification"));
    m_differences->setAccessibleName(tr("Differences"));
    m_differences->setUniformItemSizes(true);
    m_differences->hide();
    connect(m_differences, &QListWidget::currentRowChanged, this, &VerifyDialog::goTo);

    auto *buttons = new QDialogButtonBox(this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    m_cancel = buttons->addButton(tr("S&top"), QDialogButtonBox::RejectRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton *button : {m_copy, m_save, m_close})
        button->hide();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(report());
        emit noticed(tr("Result of the verification copied"));
    });
    connect(m_save, &QPushButton::clicked, this, &VerifyDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_verify)
            m_verify->cancel();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_verdict);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_differences, 1);
    layout->addStretch(0);
    layout->addWidget(buttons);
    setMinimumWidth(620);
}

void VerifyDialog::showProgress(const SyncProgress &progress)
{
    m_text->setText(tr("%1 · %2 read · cursor %3")
                        .arg(CountedText::requests(progress.requests),
                             CountedText::events(progress.received),
                             number(progress.cursor.value)));
}

void VerifyDialog::showOutcome(const VerifyOutcome &outcome)
{
    const StreamDifferences &differences = outcome.differences;
    const std::optional<Error> alarm = differences.alarm();
    const std::optional<Error> &error = outcome.sync.error;
    const bool hasFailed = error && (!alarm || error->id != alarm->id);
    QString verdict;
    if (hasFailed && error->isCancelled())
        verdict = tr("○ Stopped before the end");
    else if (hasFailed)
        verdict = tr("✕ The reading failed: %1").arg(displayText(error->message, 400));
    else if (alarm)
        verdict = tr("! The API no longer says what it had said");
    else if (!differences.isEmpty())
        verdict = tr("! There are differences");
    else
        verdict = tr("✓ The cache holds what the API says");
    const QString summary = verificationSummary(differences);
    m_verdict->setText(verdict);
    m_text->setText(summary);
    m_lines = {tr("Verification of %1 against the API").arg(displayText(m_executionId.text(), 512)),
               tr("begun %1").arg(isoTime(differences.checkedAt, m_zone)),
               verdict,
               summary};
    addSeqs(differences.changed, tr("changed: other content than before; all versions are kept"));
    addSeqs(differences.gone, tr("gone: stored, but no longer returned; kept and marked"));
    addSeqs(differences.late, tr("appeared late: had been scanned before without an event"));
    for (const SeqRange &range : differences.notReached.ranges()) {
        addSeqs({range.first},
                tr("to %1 no longer reached: scanned before, but the API now ends before")
                    .arg(range.last.value));
    }
    for (const QString &violation : outcome.sync.violations) {
        if (!differenceSentences(differences).contains(violation))
            m_lines << displayText(violation, 2000);
    }
    m_bar->hide();
    m_cancel->hide();
    for (QPushButton *button : {m_copy, m_save, m_close})
        button->show();
    m_close->setDefault(true);
    m_close->setFocus();
    m_differences->setVisible(m_differences->count() > 0);
    if (m_differences->count() > 0)
        resize(width(), std::max(height(), 420));
}

void VerifyDialog::addSeqs(const std::vector<Seq> &seqs, const QString &what)
{
    for (const Seq seq : seqs) {
        const QString line = tr("seq %1 %2").arg(seq.value).arg(what);
        m_lines << line;
        if (size_t(m_differences->count()) >= kListed)
            continue;
        auto *item = new QListWidgetItem(line, m_differences);
        item->setData(Qt::UserRole, seq.value);
    }
}

void VerifyDialog::goTo(int row)
{
    const QListWidgetItem *item = m_differences->item(row);
    if (!item || !m_view || m_view->executionId() != m_executionId)
        return;
    const Seq seq{item->data(Qt::UserRole).toLongLong()};
    m_view->select(SeqRange{seq, seq});
    m_view->reveal({seq, seq});
}

QString VerifyDialog::report() const
{
    return m_lines.join(u'\n') + u'\n';
}

void VerifyDialog::chooseFile()
{
    const QString name = fileNameFrom(m_executionId.text());
    const QString stem = name.isEmpty() ? QStringLiteral("execution") : name;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QDir(documents).exists() ? documents : QDir::homePath());
    auto *dialog = new QFileDialog(
        this, tr("Save the result"), folder.filePath(stem + QStringLiteral("-verified.txt")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(stem + QStringLiteral("-verified.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &VerifyDialog::save);
    dialog->open();
}

void VerifyDialog::save(const QString &name)
{
    QSaveFile file(name);
    const QByteArray bytes = report().toUtf8();
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten) {
        emit failed(Error{ErrorId::FileUnwritable,
                          tr("%1 could not be written: %2")
                              .arg(QDir::toNativeSeparators(name), file.errorString())});
        return;
    }
    emit noticed(tr("Result of the verification written to %1")
                     .arg(displayText(QDir::toNativeSeparators(name), 200)));
}

} // namespace Gapline
