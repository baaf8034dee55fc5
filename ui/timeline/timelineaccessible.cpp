// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/models/rowtext.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinetext.h"
#include "ui/timeline/verdictmark.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/iterations.h"
#include "ui/workspace/streamview.h"

#include <cmath>

namespace Gapline {
namespace {

/// Screen readers walk lists item by item; nobody walks further.
constexpr qsizetype kMostItems = 400;

/// ", webhook missed"; empty where nothing was compared.
QString verdictOf(const StreamView &view, Seq seq)
{
    const StreamDeliveriesPtr deliveries = view.deliveries();
    const auto finding = deliveries ? deliveries->findingOf(seq) : std::nullopt;
    return finding ? QStringLiteral(", ")
            + DeliveryText::webhook(finding->verdict, quint32(finding->duplicates))
                   : QString();
}

/// ", iteration 2 of 3"; empty where no loop came back.
QString iterationOf(const StreamView &view, const EventStream &stream, qsizetype event)
{
    const auto iteration = view.iterations().all()->of(stream, event);
    return iteration ? QStringLiteral(", ") + iterationText(*iteration) : QString();
}

/// One row in sight.
class TimelineItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TimelineItem(TimelineCanvas *canvas, StreamRowsPtr rows, qsizetype row)
        : m_canvas(canvas)
        , m_rows(std::move(rows))
        , m_row(row)
    { }

    [[nodiscard]] qsizetype row() const { return m_row; }

    [[nodiscard]] bool isValid() const override
    {
        return m_canvas && m_canvas->content()->view()
            && m_canvas->content()->view()->rows() == m_rows;
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        const QString row = rowText(text);
        const Bookmarks *bookmarks = isValid() ? m_canvas->content()->bookmarks() : nullptr;
        const Bookmark *bookmark = bookmarks ? bookmarks->firstIn(m_rows->seqsAt(m_row)) : nullptr;
        if (row.isEmpty() || !bookmark)
            return row;
        const QString separator =
            text == QAccessible::Name ? QStringLiteral(". ") : QStringLiteral("\n");
        return row + separator + TimelineText::bookmark(*bookmark);
    }

    [[nodiscard]] QString rowText(QAccessible::Text text) const
    {
        if (!isValid() || (text != QAccessible::Name && text != QAccessible::Description))
            return {};
        const StreamRows::Row at = m_rows->at(m_row);
        const bool isName = text == QAccessible::Name;
        if (at.isGap) {
            const Gap &gap = m_rows->gaps()[at.index];
            return isName ? TimelineText::gap(gap) : TimelineText::gapDetails(gap);
        }
        const TimelineIndex &index = *m_canvas->content()->index();
        if (&index.stream() != m_rows->stream().get())
            return {};
        const StreamView &view = *m_canvas->content()->view();
        const QString more = iterationOf(view, index.stream(), qsizetype(at.index))
            + verdictOf(view, m_rows->seqsAt(m_row).first);
        return (isName ? TimelineText::event(index, at.index)
                       : TimelineText::eventDetails(index, at.index, m_canvas->timeZone()))
            + more;
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const SeqRange seqs = m_rows->seqsAt(m_row);
        const PixelSpan column = m_canvas->content()->columnOf(seqs, m_canvas->width());
        const int left = int(std::floor(std::max(column.left, 0.0)));
        const int right = int(std::ceil(std::min(column.right, double(m_canvas->width()))));
        QRect box(left, 0, std::max(right - left, 1), m_canvas->height());
        if (!m_rows->at(m_row).isGap) {
            if (const std::optional<QPointF> centre = m_canvas->centreOf(seqs.first)) {
                const auto radius = int(kMarkRadius) + 1;
                box = QRect(centre->toPoint() - QPoint(radius, radius),
                            QSize(2 * radius, 2 * radius));
            }
        }
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.selected = m_canvas->content()->selection() == m_rows->seqsAt(m_row);
        state.focused = state.selected && m_canvas->hasFocus();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (isValid() && action == pressAction())
            m_canvas->content()->selectAndReveal(m_rows->seqsAt(m_row));
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TimelineCanvas> m_canvas;
    StreamRowsPtr m_rows;
    qsizetype m_row;
};

QAccessibleInterface *makeTimelineAccessible(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<TimelineCanvas *>(object);
    return canvas ? new TimelineAccessible(canvas) : nullptr;
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineCanvas *canvas)
    : QAccessibleWidget(canvas, QAccessible::List)
{ }

TimelineAccessible::~TimelineAccessible()
{
    forgetItems();
}

TimelineCanvas *TimelineAccessible::canvas() const
{
    return static_cast<TimelineCanvas *>(object());
}

void TimelineAccessible::forgetItems() const
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
    m_items.clear();
}

TimelineAccessible::RowRange TimelineAccessible::rowsInSight() const
{
    const StreamView *view = canvas()->content()->view();
    if (!view)
        return {};
    const StreamRows &rows = *view->rows();
    const VisibleSeqs visible = view->visibleSeqs();
    const Seq first{qint64(std::floor(visible.from))};
    const Seq end{qint64(std::ceil(visible.to))};
    RowRange range{rows.rowAtOrAfter(first).value_or(rows.count()),
                   rows.rowAtOrAfter(end).value_or(rows.count())};
    if (range.to - range.from <= kMostItems)
        return range;
    const auto selection = view->selection();
    const qsizetype middle =
        selection ? rows.rowAtOrAfter(selection->first).value_or(range.from) : range.from;
    const qsizetype from = std::clamp(middle - kMostItems / 2, range.from, range.to - kMostItems);
    return {from, from + kMostItems};
}

int TimelineAccessible::childCount() const
{
    const RowRange range = rowsInSight();
    return int(range.to - range.from);
}

QAccessibleInterface *TimelineAccessible::itemAt(qsizetype row) const
{
    const StreamRowsPtr &rows = canvas()->content()->view()->rows();
    if (rows != m_rows) {
        forgetItems();
        m_rows = rows;
    }
    const auto known = m_items.constFind(row);
    if (known != m_items.cend())
        return QAccessible::accessibleInterface(*known);
    auto *item = new TimelineItem(canvas(), rows, row);
    m_items.insert(row, QAccessible::registerAccessibleInterface(item));
    return item;
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    const RowRange range = rowsInSight();
    if (index < 0 || index >= range.to - range.from)
        return nullptr;
    return itemAt(range.from + index);
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const int count = childCount();
    for (int i = 0; i < count; ++i) {
        QAccessibleInterface *item = child(i);
        if (item->rect().contains(x, y))
            return item;
    }
    return nullptr;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const TimelineItem *>(child);
    if (!item || !item->isValid())
        return -1;
    const RowRange range = rowsInSight();
    const bool isInSight = item->row() >= range.from && item->row() < range.to;
    return isInSight ? int(item->row() - range.from) : -1;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    const std::optional<SeqRange> selection = canvas()->content()->selection();
    if (!selection || !canvas()->hasFocus())
        return nullptr;
    const std::optional<qsizetype> row =
        canvas()->content()->view()->rows()->rowOf(selection->first);
    return row ? itemAt(*row) : nullptr;
}

QString TimelineAccessible::text(QAccessible::Text text) const
{
    if (text != QAccessible::Value)
        return QAccessibleWidget::text(text);
    const std::optional<SeqRange> selection = canvas()->content()->selection();
    if (!selection)
        return {};
    const std::optional<qsizetype> row =
        canvas()->content()->view()->rows()->rowOf(selection->first);
    return row ? itemAt(*row)->text(QAccessible::Name) : QString();
}

void installTimelineAccessible()
{
    // Qt ignores a factory that it has already.
    QAccessible::installFactory(makeTimelineAccessible);
}

void announceSelection(TimelineCanvas *canvas)
{
    if (!QAccessible::isActive() || !canvas->hasFocus())
        return;
    auto *accessible =
        dynamic_cast<TimelineAccessible *>(QAccessible::queryAccessibleInterface(canvas));
    QAccessibleInterface *item = accessible ? accessible->focusChild() : nullptr;
    if (!item)
        return;
    QAccessibleEvent event(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace Gapline
