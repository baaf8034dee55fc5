// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/palettemodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

/// Text at the left, what it belongs to behind it, keys at the right.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        ground.text.clear();
        const QWidget *widget = option.widget;
        widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor lit = option.palette.color(QPalette::HighlightedText);
        const QColor weak = isSelected ? lit : option.palette.color(QPalette::PlaceholderText);
        const bool isUsable = index.data(PaletteModel::UsableRole).toBool();
        const QColor strong = isSelected ? lit
            : isUsable                   ? option.palette.color(QPalette::Text)
                                         : weak;
        const QFontMetrics metrics(option.font);
        const int inset = metrics.height() / 2;
        QRect rect = option.rect.adjusted(inset, 0, -inset, 0);
        const QString keys = index.data(PaletteModel::ShortcutRole).toString();
        painter->save();
        painter->setFont(option.font);
        painter->setPen(weak);
        painter->drawText(rect, int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), keys);
        if (!keys.isEmpty())
            rect.setRight(rect.right() - metrics.horizontalAdvance(keys) - inset * 2);
        painter->setPen(strong);
        const QString text = metrics.elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, rect.width());
        painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
        rect.setLeft(rect.left() + metrics.horizontalAdvance(text) + inset * 2);
        painter->setPen(weak);
        painter->drawText(rect,
                          int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                          metrics.elidedText(index.data(PaletteModel::DetailRole).toString(),
                                             Qt::ElideRight,
                                             std::max(rect.width(), 0)));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() * 7 / 4};
    }
};

} // namespace

CommandPalette::CommandPalette(const QList<PaletteEntry> &entries, QWidget *parent)
    : QDialog(parent)
    , m_model(new PaletteModel(entries, this))
    , m_query(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
{
    setWindowTitle(tr("Command Palette"));
    m_query->setPlaceholderText(tr("A command, an execution by id or correlation, or a step"));
    m_query->setAccessibleName(tr("What to find"));
    m_query->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus); // The keys of the field move its selection.
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("Nothing matches. A few letters of each word are enough, in their order."));
    m_empty->hide();
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_list, &QListView::clicked, this, &CommandPalette::accept);
    connect(m_query, &QLineEdit::returnPressed, this, &CommandPalette::accept);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_query);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 96, fontMetrics().height() * 28);
    showMatches();
}

void CommandPalette::showMatches()
{
    m_model->setQuery(m_query->text());
    m_list->setCurrentIndex(m_model->index(0));
    m_empty->setVisible(m_model->rowCount() == 0);
}

void CommandPalette::accept()
{
    const PaletteEntry *entry = m_model->entryAt(m_list->currentIndex().row());
    if (!entry || !entry->run)
        return;
    // Once the window has its focus back: a command may open a dialog, or move the focus itself.
    QTimer::singleShot(0, parentWidget() ? parentWidget() : this, entry->run);
    QDialog::accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    int next = row;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        next = row + 1 < rows ? row + 1 : 0;
        break;
    case Qt::Key_Up:
        next = row > 0 ? row - 1 : rows - 1;
        break;
    case Qt::Key_PageDown:
        next = std::min(row + page, rows - 1);
        break;
    case Qt::Key_PageUp:
        next = std::max(row - page, 0);
        break;
    default:
        return QDialog::eventFilter(watched, event);
    }
    m_list->setCurrentIndex(m_model->index(next));
    return true;
}

} // namespace Gapline
