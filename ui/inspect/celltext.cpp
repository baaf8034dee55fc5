// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/celltext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QtMath>

namespace Gapline {
namespace {

/// Some screens of rows.
constexpr int kMostTexts = 2000;

/// What one line can show of a text of several.
QString inOneLine(QString text)
{
    for (QChar &character : text) {
        if (character == u'\n' || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

} // namespace

CellText::CellText()
    : m_texts(kMostTexts)
{ }

const QStaticText &CellText::laidOut(const QPainter &painter, const Key &key)
{
    if (const QStaticText *known = m_texts.object(key))
        return *known;
    const QString line = inOneLine(key.text);
    auto *text = new QStaticText(key.mode == Qt::ElideNone
                                     ? line
                                     : painter.fontMetrics().elidedText(line, key.mode, key.width));
    text->setTextFormat(Qt::PlainText);
    text->setPerformanceHint(QStaticText::AggressiveCaching);
    text->prepare(painter.transform(), key.font);
    m_texts.insert(key, text);
    return *text;
}

void CellText::draw(QPainter &painter,
                    const QRect &rect,
                    const QString &text,
                    Qt::TextElideMode mode)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    const QStaticText &shown =
        laidOut(painter, {text, painter.font(), mode == Qt::ElideNone ? 0 : rect.width(), mode});
    const bool beginsRight = painter.layoutDirection() == Qt::RightToLeft;
    const QSizeF size = shown.size();
    // On whole pixels, as letters are hinted for them.
    const int left = beginsRight ? rect.left() + rect.width() - qCeil(size.width()) : rect.left();
    const int top = rect.top() + (rect.height() - qRound(size.height())) / 2;
    painter.drawStaticText(QPoint(left, top), shown);
}

qreal CellText::widthOf(const QPainter &painter, const QString &text)
{
    return laidOut(painter, {text, painter.font(), 0, Qt::ElideNone}).size().width();
}

} // namespace Gapline
