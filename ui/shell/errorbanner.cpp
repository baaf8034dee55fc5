// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/errorbanner.h"

#include "core/domain/displaytext.h"
#include "ui/shell/icons.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString sentence(const char *source)
{
    // The table of errors is the source text of its translation.
    return QCoreApplication::translate("ErrorClass", source);
}

} // namespace

ErrorBanner::ErrorBanner(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("banner"));
    layOut();
    // Finer than a second, so that no second is passed over.
    m_countdown.setInterval(std::chrono::milliseconds(250));
    connect(&m_countdown, &QTimer::timeout, this, &ErrorBanner::showCountdown);
    m_stay.setSingleShot(true);
    connect(&m_stay, &QTimer::timeout, this, &ErrorBanner::clear);
    hide();
}

void ErrorBanner::layOut()
{
    m_glyph = new QLabel(this);
    m_title = plainLabel(this);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_text = plainLabel(this);
    m_detailsToggle = new QPushButton(tr("Details"), this);
    m_detailsToggle->setCheckable(true);
    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setMaximumHeight(110);
    m_details->setAccessibleName(tr("Details of the error"));
    m_details->hide();
    connect(m_detailsToggle, &QPushButton::toggled, m_details, &QWidget::setVisible);
    m_retry = new QPushButton(tr("Try again"), this);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_tone == Tone::Retry) {
            m_tries.clear();
            showCountdown();
        }
        emit retryWanted();
    });
    m_credentials = new QPushButton(tr("Enter credentials…"), this);
    connect(m_credentials, &QPushButton::clicked, this, &ErrorBanner::credentialsWanted);
    m_dismiss = new QToolButton(this);
    m_dismiss->setIcon(themedIcon(QStringLiteral("x")));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    connect(m_dismiss, &QToolButton::clicked, this, &ErrorBanner::clear);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_details);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    for (QWidget *button : {static_cast<QWidget *>(m_detailsToggle),
                            static_cast<QWidget *>(m_credentials),
                            static_cast<QWidget *>(m_retry),
                            static_cast<QWidget *>(m_dismiss)})
        layout->addWidget(button, 0, Qt::AlignTop);
}

void ErrorBanner::say(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_countdown.stop();
    m_stay.stop();
    // See app/look.
    static const QHash<Tone, QString> names{{Tone::Notice, QStringLiteral("notice")},
                                            {Tone::Retry, QStringLiteral("retry")},
                                            {Tone::Error, QStringLiteral("error")}};
    setProperty("tone", names.value(tone));
    update();
    const bool isNotice = tone == Tone::Notice;
    m_glyph->setPixmap(
        themedIcon(isNotice ? QStringLiteral("info") : QStringLiteral("triangle-alert"))
            .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_retry->setVisible(!isNotice);
    m_credentials->hide();
    show();
}

void ErrorBanner::showDetails(const QString &details)
{
    const QString text = displayBlock(details);
    if (m_details->toPlainText() == text && isVisible() && m_detailsToggle->isChecked())
        return; // Being read.
    m_details->setPlainText(text);
    m_detailsToggle->setVisible(!details.isEmpty());
    m_detailsToggle->setChecked(false);
}

void ErrorBanner::showError(const Error &error)
{
    const ErrorClass &kind = error.kind();
    say(Tone::Error,
        sentence(kind.title),
        QStringLiteral("%1\n%2 %3")
            .arg(displayText(error.message), sentence(kind.cause), sentence(kind.nextStep)));
    m_retry->setText(tr("Try again"));
    m_credentials->setVisible(kind.exitStatus == ExitStatus::Credentials);
    QStringList details{error.textId()};
    if (!error.details.isEmpty())
        details << error.details;
    showDetails(details.join(u'\n'));
}

void ErrorBanner::showRetry(const Error &why, std::chrono::milliseconds delay)
{
    if (m_tone != Tone::Retry)
        m_tries.clear();
    m_tries.push_back(QDeadlineTimer(delay, Qt::CoarseTimer));
    m_reason = displayText(why.message);
    const bool saysSo = m_tone == Tone::Retry && m_title->text() == sentence(why.kind().title);
    if (!saysSo) {
        say(Tone::Retry, sentence(why.kind().title), {});
        m_retry->setText(tr("Retry now"));
    }
    showDetails(why.details);
    showCountdown();
    m_countdown.start();
}

std::chrono::seconds ErrorBanner::untilNextTry()
{
    std::erase_if(m_tries, [](const QDeadlineTimer &due) { return due.hasExpired(); });
    if (m_tries.empty())
        return std::chrono::seconds(0);
    const auto nearest = *std::ranges::min_element(m_tries);
    return std::chrono::ceil<std::chrono::seconds>(nearest.remainingTimeAsDuration());
}

void ErrorBanner::showCountdown()
{
    const qint64 seconds = untilNextTry().count();
    const QString next = seconds > 0 ? tr("Next try in %1 s.").arg(seconds) : tr("Trying again…");
    m_text->setText(m_reason + u'\n' + next);
}

void ErrorBanner::showNotice(const QString &message)
{
    if (m_tone == Tone::Error || m_tone == Tone::Retry)
        return;
    say(Tone::Notice, {}, displayBlock(message));
    showDetails({});
}

void ErrorBanner::showPassingNotice(const QString &message, std::chrono::milliseconds stay)
{
    showNotice(message);
    if (m_tone == Tone::Notice)
        m_stay.start(stay);
}

void ErrorBanner::clearPassingNotice()
{
    if (m_stay.isActive())
        clear();
}

void ErrorBanner::clear()
{
    m_tone = Tone::None;
    m_countdown.stop();
    m_stay.stop();
    hide();
}

void ErrorBanner::clearRetry()
{
    if (m_tone == Tone::Retry)
        clear();
}

void ErrorBanner::clearError()
{
    if (m_tone != Tone::Notice)
        clear();
}

} // namespace Gapline
