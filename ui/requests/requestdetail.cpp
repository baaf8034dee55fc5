// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestdetail.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/jsonview.h"
#include "ui/workspace/curlcommand.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestDetail)
};

QPlainTextEdit *readOnlyText(QWidget *parent, const QString &name)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setReadOnly(true);
    edit->setFrameShape(QFrame::NoFrame);
    edit->setTabChangesFocus(true);
    edit->setUndoRedoEnabled(false);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setAccessibleName(name);
    edit->setMinimumHeight(1); // RequestDetail says how small the two may be together.
    return edit;
}

QString sizeText(qint64 bytes)
{
    return Text::tr("%1 bytes").arg(QLocale().toString(qlonglong(bytes)));
}

/// Why there is no answer to show, or how much of it is.
QString answerCaption(const HttpLogEntry &entry)
{
    if (!entry.hasFailed())
        return Text::tr("A good answer is not kept: its events are in the cache.");
    if (entry.isAnswerDropped)
        return Text::tr("The answer has made room for newer ones.");
    if (entry.answer.isEmpty())
        return Text::tr("No answer to show: none came, or it was empty.");
    if (entry.answer.size() < entry.bytes)
        return Text::tr("Answer, its first %1 of %2")
            .arg(QLocale().toString(qlonglong(entry.answer.size())), sizeText(entry.bytes));
    return Text::tr("Answer as it came, %1").arg(sizeText(entry.bytes));
}

} // namespace

QString requestFacts(const HttpLogEntry &entry, TimeZoneChoice zone)
{
    QStringList lines{QStringLiteral("POST ") + displayText(entry.url),
                      displayText(QString::fromUtf8(entry.requestBody), 2000),
                      QString()};
    const auto add = [&lines](const QString &name, const QString &value) {
        lines << QStringLiteral("%1  %2").arg(name, -10).arg(value);
    };
    if (!entry.proxy.isEmpty())
        add(Text::tr("proxy"), displayText(entry.proxy));
    add(Text::tr("begun"), isoTime(entry.startedAt, zone));
    add(Text::tr("took"),
        Text::tr("%1 ms").arg(QLocale().toString(qlonglong(entry.duration.count()))));
    add(Text::tr("attempt"),
        entry.attempt == 1 ? QStringLiteral("1")
                           : Text::tr("%1 (retry %2)").arg(entry.attempt).arg(entry.attempt - 1));
    add(Text::tr("answer"),
        entry.httpStatus
            ? QStringLiteral("HTTP %1, %2").arg(*entry.httpStatus).arg(sizeText(entry.bytes))
            : Text::tr("none"));
    if (entry.hasFailed()) {
        add(Text::tr("error"), entry.errorId);
        add(QString(), displayText(entry.message));
    }
    if (!entry.headers.isEmpty())
        lines << QString();
    for (const auto &[name, value] : entry.headers)
        lines << displayText(QString::fromUtf8(name) + QStringLiteral(": ")
                             + QString::fromUtf8(value));
    return lines.join(u'\n');
}

RequestDetail::RequestDetail(QWidget *parent)
    : QWidget(parent)
{
    layOut();
    applyFont();
    show({}, TimeZoneChoice::Utc);
}

void RequestDetail::layOut()
{
    auto *header = new QFrame(this);
    m_header = header;
    header->setObjectName(QStringLiteral("panelHeader"));
    m_title = new QLabel(header);
    m_title->setTextFormat(Qt::PlainText);
    m_copyCurl = new QPushButton(tr("Copy as c&URL"), header);
    m_copyCurl->setToolTip(tr("The request for a shell; key and token are placeholders"));
    connect(m_copyCurl, &QPushButton::clicked, this, &RequestDetail::copyCurl);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(10, 4, 6, 4);
    row->addWidget(m_title, 1);
    row->addWidget(m_copyCurl);

    m_facts = readOnlyText(this, tr("The request and how it was answered"));
    m_answerTitle = new QLabel(this);
    m_answerTitle->setTextFormat(Qt::PlainText);
    m_answerTitle->setForegroundRole(QPalette::PlaceholderText);
    m_answerTitle->setContentsMargins(10, 4, 10, 4);
    m_answer = readOnlyText(this, tr("The answer as it came"));
    m_answer->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_facts, 3);
    layout->addWidget(m_answerTitle);
    layout->addWidget(m_answer, 2);
}

void RequestDetail::show(const std::optional<HttpLogEntry> &entry, TimeZoneChoice zone)
{
    m_entry = entry;
    m_copyCurl->setEnabled(entry.has_value());
    m_answerTitle->setVisible(entry.has_value());
    m_answer->setVisible(entry && !entry->answer.isEmpty());
    if (!entry) {
        m_title->setText(tr("Request"));
        m_facts->setPlainText(tr("Select a request to see what was asked and answered."));
        return;
    }
    m_title->setText(displayText(entry->path.section(u'/', -2), 60));
    m_facts->setPlainText(requestFacts(*entry, zone));
    m_answerTitle->setText(answerCaption(*entry));
    // Invalid bytes become U+FFFD: the answer is shown as text, not judged.
    m_answer->setPlainText(
        brokenLines(displayBlock(QString::fromUtf8(entry->answer)), JsonView::kColumns));
}

QSize RequestDetail::sizeHint() const
{
    return sizeOfLines(10);
}

QSize RequestDetail::minimumSizeHint() const
{
    return sizeOfLines(6);
}

QSize RequestDetail::sizeOfLines(int lines) const
{
    // Not what the layout would say: it grows and shrinks with the parts that are shown, and the dock would jump.
    return {m_header->minimumSizeHint().width(),
            m_header->sizeHint().height() + m_answerTitle->sizeHint().height()
                + lines * m_facts->fontMetrics().lineSpacing()};
}

void RequestDetail::copyCurl()
{
    if (!m_entry)
        return;
    QGuiApplication::clipboard()->setText(curlRequest(QUrl(m_entry->url), m_entry->requestBody));
    emit noticed(tr("Request copied; key and token are placeholders"));
}

void RequestDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

void RequestDetail::applyFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_facts->setFont(fixed);
    m_answer->setFont(fixed);
}

} // namespace Gapline
