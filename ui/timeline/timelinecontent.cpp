// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecontent.h"

#include "core/base/whenfinished.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/iterations.h"
#include "ui/workspace/streamjumps.h"

#include <QtConcurrent>

namespace Gapline {
namespace {

using namespace std::chrono_literals;

/// Up to here an index is built in less than a frame.
constexpr qsizetype kIndexedAtOnce = 20'000;
/// And up to here the index of another filter, once lanes and spans of the stream are known.
constexpr qsizetype kFilteredAtOnce = 2'000'000;
/// A stream that grows by the page is not redrawn by the page.
constexpr auto kIndexInterval = 33ms;

VisibleSeqs visibleFrom(AxisRange range)
{
    return {range.from, range.to};
}

AxisRange rangeFrom(VisibleSeqs seqs)
{
    return {seqs.from, seqs.to};
}

} // namespace

TimelineContent::TimelineContent(QObject *parent)
    : QObject(parent)
    , m_index(std::make_shared<TimelineIndex>())
{
    m_indexTimer.setSingleShot(true);
    connect(&m_indexTimer, &QTimer::timeout, this, &TimelineContent::buildIndex);
}

void TimelineContent::setView(StreamView *view)
{
    if (m_view == view)
        return;
    if (m_view) {
        m_view->disconnect(this);
        m_view->bookmarks().disconnect(this);
        m_view->iterations().disconnect(this);
    }
    m_view = view;
    m_builds.invalidate();
    m_isBuilding = false;
    m_indexTimer.stop();
    m_subject = {};
    if (view) {
        connect(view, &StreamView::filteringChanged, this, &TimelineContent::scheduleIndex);
        connect(view, &StreamView::rowsChanged, this, &TimelineContent::scheduleIndex);
        connect(view, &StreamView::executionChanged, this, [this] {
            ++m_executionVersion;
            scheduleIndex();
        });
        connect(view, &StreamView::visibleSeqsChanged, this, &TimelineContent::followSeqs);
        connect(view, &StreamView::selectionChanged, this, [this] {
            revealSelection();
            emit selectionChanged();
        });
        connect(&view->bookmarks(), &Bookmarks::changed, this, &TimelineContent::bookmarksChanged);
        connect(
            &view->iterations(), &Iterations::changed, this, &TimelineContent::iterationsChanged);
        connect(view, &StreamView::payloadsLoaded, this, &TimelineContent::payloadsLoaded);
        connect(view, &QObject::destroyed, this, [this] {
            m_builds.invalidate();
            m_isBuilding = false;
            m_subject = {};
            showIndex({std::make_shared<TimelineIndex>(), {}});
        });
    }
    // What another execution left must not stay in sight while the new index is built.
    showIndex({std::make_shared<TimelineIndex>(), {}});
    emit viewChanged();
    if (view)
        buildIndex();
}

TimelineContent::Subject TimelineContent::subject() const
{
    // Without a filter nothing has to wait for the rows. Once they are there, the index is of their stream: a later
    // one may hold the same events.
    if (m_view->isFiltering() && m_view->filter().isEmpty() && m_view->verdicts().isEmpty())
        return {m_view->stream(), {}, m_executionVersion, m_lanesVersion, m_axis, m_idleTime};
    const StreamRowsPtr &rows = m_view->rows();
    const bool showsAll = rows->eventCount() == rows->stream()->count();
    return {rows->stream(),
            showsAll ? StreamRowsPtr() : rows,
            m_executionVersion,
            m_lanesVersion,
            m_axis,
            m_idleTime};
}

bool TimelineContent::isCurrent() const
{
    return !m_isBuilding && (!m_view || subject() == m_subject);
}

void TimelineContent::scheduleIndex()
{
    if (m_isBuilding || !m_view)
        return;
    // The first one after a rest is due at once, and so is what someone has asked for: another filter.
    const auto rest = m_sinceIndex.isValid()
        ? kIndexInterval - std::chrono::milliseconds(m_sinceIndex.elapsed())
        : 0ms;
    if (m_index->stream().isEmpty() || rest <= 0ms || m_subject.hasSameStream(subject()))
        buildIndex();
    else if (!m_indexTimer.isActive())
        m_indexTimer.start(rest);
}

void TimelineContent::buildIndex()
{
    if (!m_view || m_isBuilding || isCurrent())
        return;
    m_indexTimer.stop();
    const Subject before = std::exchange(m_subject, subject());
    // Another axis or filter needs no other lanes.
    const TimelineIndexPtr known = before.hasSameStream(m_subject) ? m_index : nullptr;
    const bool isSameFilter = before.filtered == m_subject.filtered;
    const LaneOptions lanes{m_laneOrder, m_collapsed.value(definitionKey()), m_view->definition()};
    const auto build = [wanted = m_subject,
                        known,
                        isSameFilter,
                        lanes,
                        execution = m_view->execution()] {
        Built built{known, {}};
        if (!known && wanted.filtered)
            built.index = std::make_shared<const TimelineIndex>(wanted.filtered, execution, lanes);
        else if (!known)
            built.index = std::make_shared<const TimelineIndex>(wanted.stream, execution, lanes);
        else if (!isSameFilter)
            built.index = std::make_shared<const TimelineIndex>(known->filtered(wanted.filtered));
        if (wanted.axis == AxisKind::Time)
            built.times = std::make_shared<const TimeIndex>(built.index, wanted.idleTime);
        return built;
    };
    const bool isQuick = known && m_subject.axis == AxisKind::Seq;
    if (m_subject.stream->count() <= (isQuick ? kFilteredAtOnce : kIndexedAtOnce)) {
        showIndex(build());
        return;
    }
    m_isBuilding = true;
    const Generation::Ticket ticket = m_builds.begin();
    whenFinished(QtConcurrent::run(build)).then(this, [this, ticket](const Built &built) {
        if (!m_builds.isCurrent(ticket))
            return;
        m_isBuilding = false;
        showIndex(built);
        // What has changed meanwhile.
        if (!isCurrent())
            scheduleIndex();
    });
}

void TimelineContent::showIndex(const Built &built)
{
    m_index = built.index;
    adoptTimes(built.times);
    m_sinceIndex.start();
    emit indexChanged();
}

AxisRange TimelineContent::wholeRange() const
{
    if (m_times)
        return m_times->axis().whole();
    return m_view ? rangeFrom(m_view->wholeStream()) : AxisRange{};
}

AxisRange TimelineContent::visibleRange() const
{
    if (m_times)
        return m_timeRange;
    return m_view ? rangeFrom(m_view->visibleSeqs()) : AxisRange{};
}

const Bookmarks *TimelineContent::bookmarks() const
{
    return m_view ? &m_view->bookmarks() : nullptr;
}

std::optional<SeqRange> TimelineContent::selection() const
{
    return m_view ? m_view->selection() : std::nullopt;
}

const TimelineScene &TimelineContent::scene(double width, const TimelineLayoutOptions &options)
{
    const TimelineScale wanted = scale(width);
    if (m_sceneIndex != m_index || m_sceneTimes != m_times || m_scene.scale != wanted
        || m_sceneOptions != options) {
        m_scene = m_times ? layoutTimes(*m_times, wanted, options)
                          : layoutTimeline(*m_index, wanted, options);
        m_sceneIndex = m_index;
        m_sceneTimes = m_times;
        m_sceneOptions = options;
    }
    return m_scene;
}

TimelineHit
TimelineContent::hitAt(const TimelineScene &scene, double x, std::optional<quint32> lane) const
{
    return m_times ? hitTestTimes(*m_times, scene, x, lane) : hitTest(*m_index, scene, x, lane);
}

void TimelineContent::show(AxisRange range)
{
    const AxisRange clamped = clampedTo(range, wholeRange(), m_minimumRange);
    if (!m_times && m_view)
        m_view->setVisibleSeqs(visibleFrom(clamped));
    else if (m_times && setTimeRange(clamped))
        emit rangeChanged();
}

void TimelineContent::zoomAt(double position, double factor)
{
    show(zoomedAt(visibleRange(), position, factor, wholeRange(), m_minimumRange));
}

void TimelineContent::panBy(double distance)
{
    show(pannedBy(visibleRange(), distance, wholeRange()));
}

void TimelineContent::zoomToWhole()
{
    if (m_times)
        show(wholeRange());
    else if (m_view)
        m_view->zoomToWhole();
}

void TimelineContent::select(std::optional<SeqRange> range)
{
    if (m_view)
        m_view->select(range);
}

void TimelineContent::selectAndReveal(SeqRange range)
{
    if (m_view)
        Gapline::selectAndReveal(*m_view, range);
}

} // namespace Gapline
