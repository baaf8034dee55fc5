// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineContent knows of its axis: where things stand on it, and how the view's visible seqs and the range of a
// time axis follow each other.
#include "ui/timeline/timelinecontent.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// Beside what a range of seqs takes on a time axis, so that its ends can be seen.
constexpr double kRoom = 0.05;
constexpr double kLeastRoom = 5; ///< Milliseconds.

AxisRange withRoom(AxisRange range)
{
    const double room = std::max(range.width() * kRoom, kLeastRoom);
    return {range.from - room, range.to + room};
}

} // namespace

void TimelineContent::setAxis(AxisKind axis, IdleTime idleTime)
{
    if (axis == m_axis && idleTime == m_idleTime)
        return;
    m_axis = axis;
    m_idleTime = idleTime;
    rebuildAtOnce();
}

/// Someone has asked for another look, and waits for it.
void TimelineContent::rebuildAtOnce()
{
    emit lookChanged();
    if (m_view && !m_isBuilding)
        buildIndex();
}

std::optional<double> TimelineContent::xOf(qsizetype event, double width) const
{
    return xOf(m_index->stream(), event, width);
}

std::optional<double>
TimelineContent::xOf(const EventStream &stream, qsizetype event, double width) const
{
    if (!m_times)
        return scale(width).centreOf(stream.seqAt(event));
    const std::optional<EpochMs> time = stream.timeAt(event);
    if (!time || m_times->axis().isEmpty())
        return std::nullopt;
    return scale(width).pixelAt(m_times->axis().positionOf(toEpochMs(*time)));
}

PixelSpan TimelineContent::columnOf(SeqRange seqs, double width) const
{
    const TimelineScale at = scale(width);
    PixelSpan span;
    if (m_times) {
        const AxisRange range = m_times->positionsOf(seqs);
        span = {at.pixelAt(range.from), at.pixelAt(range.to)};
    } else {
        span = {at.pixelAt(double(seqs.first.value)), at.pixelAt(double(seqs.last.value) + 1)};
    }
    span.right = std::max(span.right, span.left + 1);
    return span;
}

std::optional<SeqRange> TimelineContent::seqsBetween(double left, double right, double width) const
{
    const TimelineScale at = scale(width);
    if (m_times)
        return m_times->seqsBetween(at.positionAt(left), at.positionAt(right));
    const AxisRange whole = wholeRange();
    const Seq first{qint64(whole.from)};
    const Seq last{qint64(whole.to) - 1};
    return SeqRange{std::clamp(at.seqAt(left), first, last),
                    std::clamp(at.seqAt(right), first, last)};
}

void TimelineContent::zoomTo(SeqRange seqs)
{
    if (!m_times) {
        show(zoomedTo(seqs, wholeRange(), m_minimumRange));
        return;
    }
    // With its neighbours: a single event is no stretch of time.
    AxisRange range = m_times->positionsOf(seqs);
    if (seqs.count() == 1) {
        const AxisRange before = m_times->positionsOf({seqs.first.previous(), seqs.first});
        const AxisRange after = m_times->positionsOf({seqs.last, seqs.last.next()});
        range = {std::min(range.from, before.from), std::max(range.to, after.to)};
    }
    show(withRoom(range));
}

AxisRange TimelineContent::rangeOfSeqs() const
{
    const VisibleSeqs seqs = m_view->visibleSeqs();
    const VisibleSeqs whole = m_view->wholeStream();
    if (m_times->axis().isEmpty() || (seqs.from <= whole.from && seqs.to >= whole.to))
        return m_times->axis().whole();
    const Seq first{qint64(std::ceil(seqs.from - 0.5))};
    const Seq last{std::max(qint64(std::floor(seqs.to - 0.5)), first.value)};
    return withRoom(m_times->positionsOf({first, last}));
}

bool TimelineContent::setTimeRange(AxisRange range)
{
    if (range == m_timeRange)
        return false;
    m_timeRange = range;
    if (!m_view || m_times->axis().isEmpty())
        return true;
    const QScopedValueRollback<bool> guard(m_isTellingSeqs, true);
    const auto seqs = m_times->seqsBetween(range.from, range.to);
    if (!seqs)
        return true;
    // What lies before the first event and behind the last has no time of its own.
    const VisibleSeqs whole = m_view->wholeStream();
    const auto isInSight = [&](qint64 time) {
        const double at = m_times->axis().positionOf(time);
        return at >= range.from && at <= range.to;
    };
    m_view->setVisibleSeqs(
        {isInSight(m_times->axis().firstTime()) ? whole.from : double(seqs->first.value),
         isInSight(m_times->axis().lastTime()) ? whole.to : double(seqs->last.value) + 1});
    return true;
}

/// The view shows other seqs: because someone wants to see them, or because the stream has grown.
void TimelineContent::followSeqs()
{
    if (m_isTellingSeqs)
        return;
    if (!m_times) {
        emit rangeChanged();
        return;
    }
    m_followsSeqs = m_view->stream().get() != &m_index->stream();
    if (m_followsSeqs)
        return;
    m_timeRange = clampedTo(rangeOfSeqs(), wholeRange(), m_minimumRange);
    emit rangeChanged();
}

void TimelineContent::adoptTimes(const TimeIndexPtr &times)
{
    const TimeIndexPtr before = std::exchange(m_times, times);
    if (!times || !m_view)
        return;
    // Zooming leaves rounding errors behind.
    const bool wasWhole = before && m_timeRange.width() >= before->axis().whole().width() - 1e-3;
    if (!before || before->axis().isEmpty() || std::exchange(m_followsSeqs, false)) {
        m_timeRange = rangeOfSeqs();
    } else if (wasWhole) {
        m_timeRange = wholeRange();
    } else if (before != times) {
        // The same moments, wherever they stand now.
        const auto moved = [&](double position) {
            return times->axis().positionOf(qint64(std::round(before->axis().timeAt(position))));
        };
        m_timeRange = {moved(m_timeRange.from), moved(m_timeRange.to)};
    }
    m_timeRange = clampedTo(m_timeRange, wholeRange(), m_minimumRange);
}

/// Who selects elsewhere brings the seq into sight; on a time axis it may still be out of it.
void TimelineContent::revealSelection()
{
    const std::optional<SeqRange> selected = selection();
    if (!m_times || !selected || m_times->axis().isEmpty())
        return;
    const AxisRange range = m_times->positionsOf(*selected);
    const bool isInSight = range.from >= m_timeRange.from && range.to <= m_timeRange.to;
    const bool isCrossed = range.from <= m_timeRange.to && range.to >= m_timeRange.from;
    if (isInSight || (isCrossed && range.width() > m_timeRange.width()))
        return;
    const double middle = (range.from + range.to) / 2;
    const double half = m_timeRange.width() / 2;
    show({middle - half, middle + half});
}

} // namespace Gapline
