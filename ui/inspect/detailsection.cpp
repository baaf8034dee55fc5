// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/detailsection.h"

#include "ui/inspect/wrappedtext.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

/// Two sheets, one over the other.
QIcon copyIcon(const QPalette &palette, int size)
{
    // Every line has one, and most of them are the same.
    static QIcon icon;
    static qint64 paletteKey = 0;
    static int iconSize = 0;
    if (std::exchange(paletteKey, palette.cacheKey()) == palette.cacheKey()
        && std::exchange(iconSize, size) == size)
        return icon;
    iconSize = size;
    icon = QIcon();
    for (const int ratio : {1, 2}) {
        QPixmap pixmap(size * ratio, size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette.color(QPalette::PlaceholderText), 1.2));
        const double side = size * 0.5;
        painter.drawRoundedRect(QRectF(size * 0.15, size * 0.15, side, side), 1.5, 1.5);
        painter.setBrush(palette.color(QPalette::Base));
        painter.drawRoundedRect(QRectF(size * 0.35, size * 0.35, side, side), 1.5, 1.5);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

DetailSection::DetailSection(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_header(new QWidget)
    , m_headerLayout(new QHBoxLayout(m_header))
    , m_body(new QVBoxLayout)
    , m_grid(new QGridLayout)
{
    m_title->setTextFormat(Qt::PlainText);
    m_headerLayout->addWidget(m_title, 1);
    m_header->setAutoFillBackground(true);
    m_header->setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_body);
    m_body->addLayout(m_grid);
    m_grid->setColumnStretch(1, 1);
    applyLook();
}

void DetailSection::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString DetailSection::title() const
{
    return m_title->text();
}

void DetailSection::addHeaderWidget(QWidget *widget)
{
    m_headerLayout->addWidget(widget);
}

void DetailSection::addWidget(QWidget *widget)
{
    m_body->addWidget(widget);
}

DetailSection::FactRow &DetailSection::factRow(qsizetype index)
{
    while (m_rows.size() <= index) {
        const int row = int(m_rows.size());
        FactRow widgets{new QLabel(this), new WrappedText(this), new QToolButton(this)};
        widgets.label->setTextFormat(Qt::PlainText);
        widgets.label->setForegroundRole(QPalette::PlaceholderText);
        widgets.copy->setAutoRaise(true);
        lookOf(widgets);
        connect(widgets.copy, &QToolButton::clicked, this, [this, row] { copyFact(row); });
        m_grid->addWidget(widgets.label, row, 0, Qt::AlignTop);
        m_grid->addWidget(widgets.value, row, 1);
        m_grid->addWidget(widgets.copy, row, 2, Qt::AlignTop);
        m_rows.append(widgets);
    }
    return m_rows[index];
}

QFont DetailSection::fontOf(const Fact &fact) const
{
    QFont chosen = fact.isFixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font();
    chosen.setPointSizeF(font().pointSizeF());
    return chosen;
}

void DetailSection::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const Fact &fact = facts[i];
        FactRow &row = factRow(i);
        row.label->setText(fact.label);
        row.value->setFont(fontOf(fact));
        row.value->setText(fact.text);
        row.value->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.text));
        row.copy->setToolTip(tr("Copy"));
        row.copy->setAccessibleName(tr("Copy %1").arg(fact.label));
        row.label->show();
        row.value->show();
        row.copy->setVisible(!fact.copy.isEmpty());
    }
    for (qsizetype i = facts.size(); i < m_rows.size(); ++i) {
        m_rows[i].label->hide();
        m_rows[i].value->hide();
        m_rows[i].copy->hide();
    }
}

void DetailSection::setSentences(const QStringList &sentences)
{
    m_sentences = sentences;
    while (m_sentenceLabels.size() < sentences.size()) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_body->addWidget(label);
        m_sentenceLabels.append(label);
    }
    for (qsizetype i = 0; i < m_sentenceLabels.size(); ++i) {
        m_sentenceLabels[i]->setVisible(i < sentences.size());
        m_sentenceLabels[i]->setText(sentences.value(i));
    }
}

void DetailSection::copyFact(qsizetype index)
{
    const Fact &fact = m_facts.at(index);
    QGuiApplication::clipboard()->setText(fact.copy);
    emit noticed(tr("%1 copied").arg(fact.label));
}

void DetailSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyLook();
}

void DetailSection::lookOf(const FactRow &row)
{
    // As high as a line of text: the button must not spread the lines.
    const int unit = fontMetrics().height();
    row.copy->setIcon(copyIcon(palette(), unit));
    row.copy->setIconSize({unit, unit});
    row.copy->setFixedSize(unit + 2, unit + 2);
}

void DetailSection::applyLook()
{
    const int unit = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_headerLayout->setContentsMargins(unit * 3 / 4, unit / 3, unit * 3 / 4, unit / 3);
    m_body->setContentsMargins(unit * 3 / 4, unit / 2, unit / 2, unit / 2);
    m_body->setSpacing(unit / 2);
    m_grid->setHorizontalSpacing(unit * 2 / 3);
    m_grid->setVerticalSpacing(unit / 4);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 13);
    for (const FactRow &row : std::as_const(m_rows))
        lookOf(row);
    for (qsizetype i = 0; i < std::min(m_rows.size(), m_facts.size()); ++i)
        m_rows[i].value->setFont(fontOf(m_facts[i]));
}

} // namespace Gapline
