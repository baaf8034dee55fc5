// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/rowdelegate.h"

#include "ui/inspect/categorymark.h"
#include "ui/inspect/gapexpansion.h"
#include "ui/models/streammodel.h"
#include "ui/timeline/flagpainter.h"
#include "ui/timeline/timelinepalette.h"
#include "ui/timeline/verdictmark.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace Gapline {
namespace {

using Column = StreamModel::Column;

int padding(const QFontMetrics &metrics)
{
    return metrics.height() / 2;
}

/// Where the row begins, seen from the cell's painter: the left edge of the first column.
int rowLeft(const QStyleOptionViewItem &option)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table)
        return option.rect.left();
    const QHeaderView *header = table->horizontalHeader();
    return header->sectionViewportPosition(header->logicalIndex(0));
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    QColor line = option.palette.color(QPalette::Text);
    line.setAlphaF(0.08F);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
}

QFont fixedFont(const QFont &font)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

/// At the left of `rect`; how wide it is.
int paintBookmark(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    painter.save();
    paintFlag(
        painter, QPointF(rect.left() + 1, rect.center().y() + 6), timelinePalette(isDark(palette)));
    painter.restore();
    return 12;
}

/// All of the row that has the focus: its text runs through the cells, none of which means anything by itself. Empty where
/// it has none.
QRect focusedRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table || !table->hasFocus() || table->currentIndex().row() != index.row())
        return {};
    return {rowLeft(option),
            option.rect.top(),
            table->horizontalHeader()->length(),
            option.rect.height()};
}

/// Of a row that may be higher: its first line.
QRect firstLine(const QStyleOptionViewItem &option, int left)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const int height = table ? table->verticalHeader()->defaultSectionSize() : option.rect.height();
    return {left, option.rect.top(), 1 << 20, std::min(height, option.rect.height())};
}

void paintTriangle(QPainter &painter, const QRectF &box, bool isOpen, const QColor &color)
{
    QPolygonF triangle;
    if (isOpen)
        triangle << box.topLeft() << box.topRight() << QPointF(box.center().x(), box.bottom());
    else
        triangle << box.topLeft() << QPointF(box.right(), box.center().y()) << box.bottomLeft();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(triangle);
    painter.restore();
}

/// The node, and right behind it which iteration of a loop it is in.
void paintStep(QPainter &painter, CellText &texts, const QRect &rect, const QModelIndex &index)
{
    const QString node = index.data(Qt::DisplayRole).toString();
    const QString iteration = index.data(StreamModel::IterationRole).toString();
    if (iteration.isEmpty())
        return texts.draw(painter, rect, node, Qt::ElideMiddle);
    const QFontMetrics metrics = painter.fontMetrics();
    const int gap = metrics.horizontalAdvance(u' ') * 2;
    const int wide = metrics.horizontalAdvance(iteration) + gap;
    // A pixel more: the advance is rounded, and what is a fraction short is elided.
    const int shown = std::min(metrics.horizontalAdvance(node) + 1, rect.width() - wide);
    texts.draw(
        painter, QRect(rect.left(), rect.top(), shown, rect.height()), node, Qt::ElideMiddle);
    texts.draw(painter, rect.adjusted(shown + gap, 0, 0, 0), iteration, Qt::ElideNone);
}

} // namespace

RowDelegate::RowDelegate(GapExpansion &gaps, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_gaps(gaps)
{ }

bool RowDelegate::editorEvent(QEvent *event,
                              QAbstractItemModel *model,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease
        && index.data(StreamModel::IsGapRole).toBool()) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        const QRect triangle =
            GapExpansion::triangleOf(firstLine(option, rowLeft(option)), option.fontMetrics);
        if (mouse->button() == Qt::LeftButton
            && triangle.adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint()))
            return m_gaps.toggle(index.row());
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

void RowDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const bool isGap = index.data(StreamModel::IsGapRole).toBool();
    if (isGap)
        paintGap(*painter, option, index);
    else
        paintEvent(*painter, option, index);
    // Which cell is meant by "only this value".
    const QRect focused = isGap                         ? focusedRow(option, index)
        : option.state.testFlag(QStyle::State_HasFocus) ? option.rect
                                                        : QRect();
    if (!focused.isEmpty()) {
        painter->setOpacity(1.0);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DotLine));
        painter->drawRect(focused.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void RowDelegate::paintGap(QPainter &painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const bool isUnknown = index.data(StreamModel::IsUnknownGapRole).toBool();
    const int left = rowLeft(option);
    const QPointF origin(left, option.rect.top());
    // The view has drawn the ground of selected rows; a gap keeps its hatching there.
    painter.setOpacity(option.state.testFlag(QStyle::State_Selected) ? 0.35 : 1.0);
    paintHatch(painter, option.rect, origin, isUnknown, option.palette);
    painter.setOpacity(1.0);
    paintRowGround(painter, option);

    QFont font = option.font;
    font.setItalic(true);
    painter.setFont(font);
    const QColor ink = option.palette.color(isUnknown ? QPalette::Text : QPalette::PlaceholderText);
    painter.setPen(ink);
    const QRect line = firstLine(option, left);
    const QRect triangle = GapExpansion::triangleOf(line, option.fontMetrics);
    paintTriangle(painter, triangle, m_gaps.isOpen(index.row()), ink);
    int inset = triangle.right() + padding(option.fontMetrics) * 3 / 4 - left;
    if (index.data(StreamModel::BookmarkRole).isValid())
        inset += paintBookmark(
            painter, QRect(left + inset, line.top(), 0, line.height()), option.palette);
    const QString text = index.data(StreamModel::GapTextRole).toString();
    // The text begins in the first cell and runs through the next ones, each of which shows its part.
    if (left + inset + m_texts.widthOf(painter, text) >= option.rect.left())
        m_texts.draw(painter, line.adjusted(inset, 0, 0, 0), text, Qt::ElideNone);
    painter.setFont(option.font);
    painter.setPen(option.palette.color(QPalette::Text));
    QRect more(left + inset, line.bottom(), 1 << 20, option.fontMetrics.lineSpacing());
    for (const QString &known : m_gaps.linesOf(index.row())) {
        m_texts.draw(painter, more, known, Qt::ElideNone);
        more.translate(0, more.height());
    }
}

void RowDelegate::paintEvent(QPainter &painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QVariant verdict = index.data(StreamModel::VerdictRole);
    const bool isMissed = verdict.isValid() && Verdict(verdict.toInt()) == Verdict::Missed;
    const bool isDarkTheme = isDark(option.palette);
    if (isMissed && !option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, missedTint(isDarkTheme));
    paintRowGround(painter, option);
    const int inset = padding(option.fontMetrics);
    QRect rect = option.rect.adjusted(inset, 0, -inset / 2, 0);
    const auto column = Column(index.column());
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.setPen(option.palette.color(QPalette::Text));
    painter.setFont(column == Column::Seq || column == Column::Time ? fixedFont(option.font)
                                                                    : option.font);
    if (column == Column::Seq && index.data(StreamModel::BookmarkRole).isValid()) {
        const int left = rect.left() + painter.fontMetrics().horizontalAdvance(text) + inset / 2;
        paintBookmark(painter, QRect(left, rect.top(), 0, rect.height()), option.palette);
    }
    if (column == Column::Type) {
        const int size = option.fontMetrics.height() * 4 / 5;
        const QRectF mark(rect.left(), rect.center().y() - size / 2.0 + 0.5, size, size);
        paintCategoryMark(painter,
                          mark,
                          EventCategory(index.data(StreamModel::CategoryRole).toInt()),
                          option.palette);
        rect.setLeft(rect.left() + size + inset * 3 / 4);
    }
    if (column == Column::Webhook && verdict.isValid()) {
        const int size = option.fontMetrics.height() * 4 / 5;
        const QRectF box(rect.left(), rect.center().y() - size / 2.0 + 0.5, size, size);
        const DeliveryMark mark = deliveryMark(Verdict(verdict.toInt()),
                                               index.data(StreamModel::DuplicatesRole).toUInt());
        paintDeliveryMark(painter, box, mark, isDarkTheme);
        rect.setLeft(rect.left() + size + inset * 3 / 4);
        if (isMissed) {
            QFont bold = option.font;
            bold.setBold(true);
            painter.setFont(bold);
            painter.setPen(deliveryColor(mark, isDarkTheme));
        }
    }
    if (column == Column::Step) {
        paintStep(painter, m_texts, rect, index);
        return;
    }
    if (column != Column::Data) {
        m_texts.draw(painter, rect, text, Qt::ElideRight);
        return;
    }
    const QString remarks = index.data(StreamModel::RemarksRole).toString();
    if (!remarks.isEmpty()) {
        QFont bold = option.font;
        bold.setBold(true);
        painter.setFont(bold);
        const QString marked = QStringLiteral("⚠ ") + remarks;
        m_texts.draw(painter, rect, marked, Qt::ElideRight);
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(marked) + inset);
        painter.setFont(option.font);
        painter.setPen(option.palette.color(QPalette::PlaceholderText));
        m_texts.draw(painter, rect, text.sliced(marked.size()).trimmed(), Qt::ElideRight);
        return;
    }
    painter.setPen(option.palette.color(QPalette::PlaceholderText));
    m_texts.draw(painter, rect, text, Qt::ElideRight);
}

} // namespace Gapline
