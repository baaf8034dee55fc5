// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspectpage.h"

#include "ui/inspect/eventdetail.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/filterbar.h"
#include "ui/inspect/findbar.h"
#include "ui/inspect/roomsplitter.h"
#include "ui/timeline/timelinewidget.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
namespace {

constexpr quint32 kStateMark = 0x47504532; // "GPE2": another layout gets another number.
constexpr int kLeastRows = 5; ///< That the table shows where the window has the room.
constexpr int kLeastLetters = 64; ///< From which on columns up to the type stand side by side.

} // namespace

InspectPage::InspectPage(QWidget *parent)
    : QWidget(parent)
    , m_filterBar(new FilterBar)
    , m_findBar(new FindBar)
    , m_timeline(new TimelineWidget(nullptr))
    , m_table(new EventTable)
    , m_detail(new EventDetail)
    , m_middle(new RoomSplitter(Qt::Vertical))
    , m_sides(new RoomSplitter(Qt::Horizontal))
{
    arrange();
    setFocusProxy(m_timeline);
    connect(m_filterBar, &FilterBar::left, m_timeline, qOverload<>(&QWidget::setFocus));
    connect(m_findBar, &FindBar::closed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &EventTable::noticed, this, &InspectPage::noticed);
    connect(m_detail, &EventDetail::noticed, this, &InspectPage::noticed);
    connect(m_table, &EventTable::whyWanted, m_detail, &EventDetail::revealDelivery);
    connect(m_detail, &EventDetail::exportMissedWanted, this, &InspectPage::exportMissedWanted);
    connect(m_detail, &EventDetail::replayWanted, this, &InspectPage::replayWanted);
    connect(m_detail, &EventDetail::curlWanted, this, &InspectPage::curlWanted);
    connect(m_detail, &EventDetail::graphWindowWanted, this, &InspectPage::graphWindowWanted);
    connect(m_timeline, &TimelineWidget::drawn, this, [this] {
        fitTimeline();
        emit drawn();
    });
}

void InspectPage::arrange()
{
    m_middle->addWidget(m_timeline);
    m_middle->addWidget(m_table);
    m_middle->setStretchFactor(0, 0);
    m_middle->setStretchFactor(1, 1);
    m_middle->setChildrenCollapsible(false);

    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_middle, 1);
    column->addWidget(m_findBar);
    m_sides->addWidget(left);
    m_sides->addWidget(m_detail);
    m_sides->setStretchFactor(0, 1);
    m_sides->setStretchFactor(1, 0);
    m_sides->setCollapsible(0, false);
    const int letter = fontMetrics().averageCharWidth();
    left->setMinimumWidth(letter * 40);
    m_sides->setSizes({letter * 130, letter * 44});
    connect(m_middle, &QSplitter::splitterMoved, this, [this] { m_hasOwnSizes = true; });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);
    applyRoom();
}

void InspectPage::applyRoom()
{
    m_sides->keep(0, fontMetrics().averageCharWidth() * kLeastLetters);
    m_middle->keep(1, m_table->heightOf(kLeastRows));
}

void InspectPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // After the table has taken the font, too.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &InspectPage::applyRoom, Qt::QueuedConnection);
}

void InspectPage::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    m_filterBar->setView(view);
    m_findBar->setView(view);
    m_timeline->setView(view);
    m_table->setView(view);
    m_detail->setView(view);
    if (view) {
        connect(view, &StreamView::filteringChanged, this, &InspectPage::drawn);
        // The receiver's lane asks for room of its own.
        connect(view,
                &StreamView::deliveriesChanged,
                this,
                &InspectPage::fitTimeline,
                Qt::QueuedConnection);
    }
}

bool InspectPage::isDrawn() const
{
    return !m_view || (m_view->isLoaded() && !m_view->isFiltering() && m_timeline->isDrawn());
}

void InspectPage::fitTimeline()
{
    // Until its lanes are known the timeline keeps its height: the ones of an empty stream say nothing.
    if (m_hasOwnSizes || !m_view || m_view->stream()->isEmpty() || !m_timeline->isDrawn())
        return;
    // As high as its lanes ask for, but the table keeps at least two fifths, and a readable number of rows.
    const int whole = m_middle->height();
    const int table = std::max(whole * 2 / 5, m_middle->kept());
    const int wanted = std::clamp(whole - table, 1, m_timeline->sizeHint().height());
    m_middle->setSizes({wanted, whole - wanted});
    m_middle->settle();
}

void InspectPage::setTimeZone(TimeZoneChoice zone)
{
    m_timeline->setTimeZone(zone);
    m_table->setTimeZone(zone);
    m_detail->setTimeZone(zone);
}

QByteArray InspectPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateMark << m_sides->saveState() << m_middle->saveState() << m_table->saveState();
    return state;
}

bool InspectPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 mark = 0;
    QByteArray sides;
    QByteArray middle;
    QByteArray table;
    in >> mark >> sides >> middle >> table;
    if (in.status() != QDataStream::Ok || mark != kStateMark)
        return false;
    m_hasOwnSizes = true;
    const bool isRestored = m_sides->restoreState(sides) && m_middle->restoreState(middle)
        && m_table->restoreState(table);
    m_sides->settle();
    m_middle->settle();
    return isRestored;
}

} // namespace Gapline
