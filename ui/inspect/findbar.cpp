// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/findbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <utility>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kDelay(200);

QString number(qsizetype value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_find(new TextFind(this))
    , m_field(new QLineEdit(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_count(new QLabel(this))
{
    setAccessibleName(tr("Find"));
    m_field->setPlaceholderText(tr("find words in the events that are shown"));
    m_field->setAccessibleName(tr("Words to find"));
    m_field->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    auto *closing = new QToolButton(this);
    const auto set = [](QToolButton *button, const QString &text, const QString &toolTip) {
        button->setText(text);
        button->setToolTip(toolTip);
        button->setProperty("look", QStringLiteral("field")); // See app/look.
    };
    set(m_previous, tr("Previous"), tr("The match before (Shift+F3)"));
    set(m_next, tr("Next"), tr("The match behind (F3)"));
    set(closing, tr("Close"), tr("Closes the search (Esc)"));
    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->addWidget(m_field, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_previous),
                            static_cast<QWidget *>(m_next),
                            static_cast<QWidget *>(m_count),
                            static_cast<QWidget *>(closing)})
        layout->addWidget(widget);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &FindBar::applyWords);
    connect(m_field, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(m_find, &TextFind::changed, this, [this] {
        showCount();
        if (!m_find->isSearching() && m_goesOnceFound)
            go(*std::exchange(m_goesOnceFound, std::nullopt));
    });
    showCount();
    hide();
}

void FindBar::setView(StreamView *view)
{
    m_find->setView(view);
    if (!view)
        hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::next()
{
    go(Direction::Forward);
}

void FindBar::previous()
{
    go(Direction::Back);
}

void FindBar::close()
{
    m_goesOnceFound.reset();
    hide();
    emit closed();
}

void FindBar::applyWords()
{
    m_delay.stop();
    m_find->setWords(m_field->text());
}

void FindBar::go(Direction direction)
{
    if (m_field->text().trimmed().isEmpty()) {
        open();
        return;
    }
    show();
    applyWords();
    if (m_find->isSearching())
        m_goesOnceFound = direction;
    else
        m_find->go(direction);
}

void FindBar::showCount()
{
    const bool hasWords = !m_find->words().trimmed().isEmpty();
    m_previous->setEnabled(hasWords);
    m_next->setEnabled(hasWords);
    if (!hasWords) {
        m_count->clear();
        return;
    }
    if (m_find->isSearching()) {
        m_count->setText(tr("searching …"));
        return;
    }
    const QString count = number(m_find->count());
    const std::optional<qsizetype> position = m_find->position();
    QString text = m_find->count() == 0 ? tr("no shown event holds this")
        : position                      ? tr("%1 of %2").arg(number(*position), count)
        : m_find->count() == 1          ? tr("one match")
                                        : tr("%1 matches").arg(count);
    if (position && m_find->hasWrapped())
        text += QStringLiteral(" · ") + tr("from the other end");
    m_count->setText(text);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go(event->modifiers().testFlag(Qt::ShiftModifier) ? Direction::Back : Direction::Forward);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Gapline
