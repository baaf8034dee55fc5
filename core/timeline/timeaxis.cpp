// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeaxis.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// What people call a pause: thresholds that can be said in a word.
constexpr std::array kPauses{kSecond,
                             2 * kSecond,
                             5 * kSecond,
                             10 * kSecond,
                             30 * kSecond,
                             kMinute,
                             2 * kMinute,
                             5 * kMinute,
                             10 * kMinute,
                             30 * kMinute,
                             kHour,
                             2 * kHour,
                             6 * kHour,
                             12 * kHour,
                             kDay,
                             7 * kDay,
                             30 * kDay,
                             365 * kDay};

/// Of the whole duration: a pause that takes less hides nothing.
constexpr qint64 kIdleShare = 20;
/// Of the time that is not idle: as much as a break takes.
constexpr double kBreakShare = 1.0 / 12;
constexpr size_t kManyBreaks = 12;

qint64 pauseFor(qint64 duration)
{
    const auto above = std::ranges::upper_bound(kPauses, duration / kIdleShare);
    return above == kPauses.begin() ? kPauses.front() : *std::prev(above);
}

} // namespace

TimeAxis::TimeAxis(std::span<const qint64> times, IdleTime idle)
    : m_isEmpty(times.empty())
{
    if (m_isEmpty)
        return;
    m_first = times.front();
    m_last = times.back();
    if (idle == IdleTime::Shortened)
        findBreaks(times);
}

void TimeAxis::findBreaks(std::span<const qint64> times)
{
    m_longestIdle = pauseFor(m_last - m_first);
    for (size_t i = 1; i < times.size(); ++i) {
        if (times[i] - times[i - 1] > m_longestIdle)
            m_breaks.push_back({times[i - 1], times[i], 0, 0});
    }
    // Many breaks are hard to read: only the longest ones then, as long as there are any.
    for (auto pause = std::ranges::upper_bound(kPauses, m_longestIdle);
         m_breaks.size() > kManyBreaks && pause != kPauses.end();
         ++pause) {
        const auto isShort = [&](const Break &at) { return at.duration() <= *pause; };
        if (std::ranges::all_of(m_breaks, isShort))
            break;
        m_longestIdle = *pause;
        std::erase_if(m_breaks, isShort);
    }
    // However many there are, they leave half of the axis to what happened; where nothing lasted, they are all of it.
    auto busy = double(m_last - m_first);
    for (const Break &at : m_breaks)
        busy -= double(at.duration());
    const double share = std::min(kBreakShare, 1.0 / double(std::max<size_t>(m_breaks.size(), 1)));
    const double width = busy > 0 ? busy * share : double(m_longestIdle) / kIdleShare;
    double removed = 0;
    for (Break &at : m_breaks) {
        at.position = double(at.from - m_first) - removed;
        at.width = std::min(width, double(at.duration()));
        removed += double(at.duration()) - at.width;
    }
}

double TimeAxis::positionOf(qint64 epochMs) const
{
    // The last break that begins before the time.
    const auto after = std::ranges::upper_bound(m_breaks, epochMs, {}, &Break::from);
    if (after == m_breaks.begin())
        return double(epochMs - m_first);
    const Break &at = *std::prev(after);
    if (epochMs >= at.to)
        return at.position + at.width + double(epochMs - at.to);
    return at.position + at.width * double(epochMs - at.from) / double(at.duration());
}

double TimeAxis::timeAt(double position) const
{
    const auto after = std::ranges::upper_bound(m_breaks, position, {}, &Break::position);
    if (after == m_breaks.begin())
        return double(m_first) + position;
    const Break &at = *std::prev(after);
    const double beyond = position - at.position;
    if (beyond >= at.width)
        return double(at.to) + beyond - at.width;
    return double(at.from) + double(at.duration()) * beyond / at.width;
}

AxisRange TimeAxis::whole() const
{
    const double length = m_isEmpty ? 0 : positionOf(m_last);
    const double room = std::max(length * 0.02, 5.0);
    return {-room, length + room};
}

std::vector<BreakMark> breakMarks(const TimeAxis &axis, const TimelineScale &scale)
{
    std::vector<BreakMark> marks;
    for (const TimeAxis::Break &at : axis.breaks()) {
        const double left = scale.pixelAt(at.position);
        const double right = scale.pixelAt(at.position + at.width);
        if (right >= 0 && left <= scale.width())
            marks.push_back({left, right - left, at.duration()});
    }
    return marks;
}

} // namespace Gapline
