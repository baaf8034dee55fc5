// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeticks.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Gapline {
namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr double kPadding = 10;

constexpr std::array kSteps{qint64(1),    qint64(2),   qint64(5),    qint64(10),   qint64(20),
                            qint64(50),   qint64(100), qint64(200),  qint64(500),  kSecond,
                            2 * kSecond,  5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
                            kMinute,      2 * kMinute, 5 * kMinute,  10 * kMinute, 15 * kMinute,
                            30 * kMinute, kHour,       2 * kHour,    3 * kHour,    6 * kHour,
                            12 * kHour,   kDay,        2 * kDay,     7 * kDay,     14 * kDay};

/// Nothing outside the years 1–9999.
QDateTime dateTimeAt(qint64 time, TimeZoneChoice zone)
{
    constexpr qint64 kFirst = -62135596800000; // 0001-01-01T00:00:00Z
    constexpr qint64 kLast = 253402300799999; // 9999-12-31T23:59:59.999Z
    if (time < kFirst || time > kLast)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time,
                                          zone == TimeZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
}

/// From UTC to the shown zone at that moment.
qint64 offsetAt(qint64 time, TimeZoneChoice zone)
{
    if (zone == TimeZoneChoice::Utc)
        return 0;
    const QDateTime at = dateTimeAt(time, zone);
    return at.isValid() ? qint64(at.offsetFromUtc()) * kSecond : 0;
}

qint64 roundedUp(qint64 value, qint64 step)
{
    const qint64 down = value / step * step;
    return down >= value ? down : down + step;
}

} // namespace

double TimeLabelWidths::of(qint64 step) const
{
    return step < kSecond ? milliseconds : step < kMinute ? seconds : step < kDay ? minutes : days;
}

qint64 timeTickStep(const TimeAxis &axis, const TimelineScale &scale, const TimeLabelWidths &widths)
{
    const double perPixel = 1 / scale.pixelsPerSeq();
    // Where days begin the label is a date, once there is more than one day.
    const bool showsDates = axis.timeAt(scale.range().to) - axis.timeAt(scale.range().from) > kDay;
    const auto hasRoom = [&](qint64 step) {
        double width = widths.of(step);
        if (showsDates && step >= kMinute)
            width = std::max(width, widths.days);
        return double(step) >= (width + kPadding) * perPixel;
    };
    for (const qint64 step : kSteps) {
        if (hasRoom(step))
            return step;
    }
    qint64 step = kSteps.back();
    while (!hasRoom(step) && step < kMaxSafeInteger / 2)
        step *= 2;
    return step;
}

std::vector<TimeTick> timeTicks(const TimeAxis &axis,
                                const TimelineScale &scale,
                                const TimeLabelWidths &widths,
                                TimeZoneChoice zone)
{
    std::vector<TimeTick> ticks;
    if (axis.isEmpty())
        return ticks;
    const qint64 step = timeTickStep(axis, scale, widths);
    const double apart = double(step) * scale.pixelsPerSeq();
    double taken = -apart;
    // [from, to] are moments between two breaks.
    const auto addBetween = [&](qint64 from, qint64 to) {
        from = std::max(from, qint64(std::floor(axis.timeAt(scale.range().from))));
        to = std::min(to, qint64(std::ceil(axis.timeAt(scale.range().to))));
        qint64 wall = roundedUp(from + offsetAt(from, zone), step);
        for (;; wall += step) {
            // A change of the clocks moves what follows.
            const qint64 guess = wall - offsetAt(from, zone);
            const qint64 time = wall - offsetAt(guess, zone);
            if (time > to)
                break;
            const double x = scale.pixelAt(axis.positionOf(time));
            if (time < from || x < 0 || x > scale.width() || x - taken < apart * 0.75)
                continue;
            ticks.push_back({time, x});
            taken = x;
        }
    };
    qint64 from = std::numeric_limits<qint64>::min();
    for (const TimeAxis::Break &at : axis.breaks()) {
        if (at.position > scale.range().to)
            break;
        if (at.position >= scale.range().from)
            addBetween(from, at.from);
        from = at.to;
        taken = std::max(taken, scale.pixelAt(at.position + at.width) - apart * 0.5);
    }
    addBetween(from, std::numeric_limits<qint64>::max());
    return ticks;
}

QString timeTickText(qint64 time, qint64 step, TimeZoneChoice zone)
{
    const QDateTime at = dateTimeAt(time, zone);
    if (!at.isValid())
        return QString::number(time);
    if (step >= kMinute && (step >= kDay || at.time() == QTime(0, 0)))
        return at.toString(QStringLiteral("yyyy-MM-dd"));
    return at.toString(step < kSecond       ? QStringLiteral("HH:mm:ss.zzz")
                           : step < kMinute ? QStringLiteral("HH:mm:ss")
                                            : QStringLiteral("HH:mm"));
}

QString dateText(qint64 time, TimeZoneChoice zone)
{
    const QDateTime at = dateTimeAt(time, zone);
    return at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd")) : QString::number(time);
}

QString breakText(qint64 duration)
{
    // Without the sign that deltas have: an idle stretch runs one way.
    return deltaText(std::chrono::milliseconds(duration)).mid(1);
}

QString shortBreakText(qint64 duration)
{
    const QStringList parts = breakText(duration).split(u' ');
    return parts.size() > 2 ? parts[0] + u' ' + parts[1] : parts.join(u' ');
}

} // namespace Gapline
