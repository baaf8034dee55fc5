// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/jsonview.h"

#include "core/domain/displaytext.h"
#include "core/domain/eventjson.h"
#include "ui/inspect/jsonhighlighter.h"
#include "ui/inspect/jsontree.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

QString brokenLines(const QString &text, qsizetype columns)
{
    QString broken;
    broken.reserve(text.size() + text.size() / columns);
    qsizetype column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        // A surrogate pair stays together.
        if (column >= columns && c != u'\n' && !c.isLowSurrogate()) {
            broken += u'\n';
            column = 0;
        }
        broken += c;
        column = c == u'\n' ? 0 : column + 1;
    }
    return broken;
}

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document()))
    , m_showAll(new QPushButton(this))
{
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setAccessibleName(tr("JSON for reading"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_showAll->hide();
    m_showAll->setToolTip(tr("Long texts take a moment"));
    connect(m_showAll, &QPushButton::clicked, this, &JsonView::showAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_showAll);
    applyLook();
}

void JsonView::setJson(const QByteArray &json)
{
    if (json == m_json && !m_text->document()->isEmpty())
        return;
    m_json = json;
    showBytes(kBytesAtFirst);
    showTree();
}

void JsonView::setTree(bool isTree)
{
    if (m_isTree == isTree)
        return;
    m_isTree = isTree;
    if (isTree && !m_tree) {
        m_tree = new JsonTree(this);
        layout()->addWidget(m_tree);
        connect(m_tree, &JsonTree::rowsChanged, this, &JsonView::fitHeight);
    }
    showBytes(kBytesAtFirst);
    showTree();
}

void JsonView::showTree()
{
    const bool isShown = m_isTree && m_tree->setJson(m_json);
    if (m_tree)
        m_tree->setVisible(isShown);
    m_text->setHidden(isShown);
    if (isShown)
        m_showAll->hide();
    fitHeight();
}

QString JsonView::shownText() const
{
    return m_text->toPlainText();
}

bool JsonView::isCut() const
{
    return !m_showAll->isHidden();
}

void JsonView::showAll()
{
    showBytes(m_json.size() * 16);
}

void JsonView::showBytes(qsizetype limit)
{
    const QByteArray pretty = prettyJson(m_json);
    const bool isCut = pretty.size() > limit;
    QString text = QString::fromUtf8(isCut ? QByteArrayView(pretty).first(limit) : pretty);
    if (isCut && text.endsWith(QChar::ReplacementCharacter))
        text.chop(1); // A character that the cut went through.
    m_text->setPlainText(brokenLines(displayBlock(text), kColumns));
    m_showAll->setVisible(isCut);
    m_showAll->setText(tr("Show all (%1)").arg(QLocale().formattedDataSize(m_json.size())));
    fitHeight();
}

void JsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyLook();
}

void JsonView::applyLook()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_text->setFont(fixed);
    m_highlighter->setPalette(palette());
    fitHeight();
}

void JsonView::fitHeight()
{
    // As high as the text, within reason: what is longer scrolls inside.
    constexpr int kMostLines = 24;
    const int lines = std::clamp(m_text->blockCount(), 1, kMostLines);
    const int margins = int(m_text->document()->documentMargin() * 2) + m_text->frameWidth() * 2;
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + margins
                           + m_text->horizontalScrollBar()->sizeHint().height());
    if (!m_tree || m_tree->isHidden())
        return;
    int rows = 1; // The header.
    for (QModelIndex at = m_tree->model()->index(0, 0); at.isValid() && rows < kMostLines;
         at = m_tree->indexBelow(at))
        ++rows;
    const int rowHeight = std::max(m_tree->sizeHintForRow(0), m_tree->fontMetrics().lineSpacing());
    m_tree->setFixedHeight(rows * rowHeight + rowHeight);
}

} // namespace Gapline
