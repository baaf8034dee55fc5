// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/rowmapping.h"

#include <array>

namespace Gapline {
namespace {

constexpr std::array kMonths{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// `count` digits at `at`, or -1.
int digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// "Z", "+02:00", "-0730", "+02" or nothing, as minutes.
std::optional<int> offsetMinutes(QByteArrayView text)
{
    if (text.isEmpty() || text == QByteArrayView("Z") || text == QByteArrayView("z"))
        return 0;
    const int hours = digits(text, 1, 2);
    const qsizetype minutesAt = text.size() > 3 && text[3] == ':' ? 4 : 3;
    const int minutes = text.size() > 3 ? digits(text, minutesAt, 2) : 0;
    const bool isWhole = text.size() == 3 || text.size() == minutesAt + 2;
    if ((text[0] != '+' && text[0] != '-') || hours < 0 || minutes < 0 || !isWhole)
        return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::optional<EpochMs> timeFrom(int year, int month, int day, QByteArrayView clock)
{
    const int hour = digits(clock, 0, 2);
    const int minute = digits(clock, 3, 2);
    const int second = digits(clock, 6, 2);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 60 || clock[2] != ':' || clock[5] != ':')
        return std::nullopt;
    qint64 ms = 0;
    QByteArrayView rest = clock.sliced(8);
    if (!rest.isEmpty() && (rest[0] == '.' || rest[0] == ',')) {
        qint64 weight = 100;
        rest = rest.sliced(1);
        while (!rest.isEmpty() && rest[0] >= '0' && rest[0] <= '9') {
            ms += (rest[0] - '0') * weight;
            weight /= 10;
            rest = rest.sliced(1);
        }
    }
    while (!rest.isEmpty() && rest[0] == ' ')
        rest = rest.sliced(1);
    const auto offset = offsetMinutes(rest);
    if (!offset)
        return std::nullopt;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    const qint64 minutes = (days * 24 + hour) * 60 + minute - *offset;
    return fromEpochMs((minutes * 60 + second) * 1000 + ms);
}

/// Digits, perhaps with a fraction: s below 10^11 (the year 5138), then ms, µs and ns by a thousand each.
std::optional<EpochMs> epochTime(QByteArrayView text)
{
    const qsizetype point = text.indexOf('.');
    const QByteArrayView whole = point < 0 ? text : text.first(point);
    bool isNumber = false;
    const qint64 value = whole.toByteArray().toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return std::nullopt;
    if (value >= 100'000'000'000'000'000)
        return fromEpochMs(value / 1'000'000);
    if (value >= 100'000'000'000'000)
        return fromEpochMs(value / 1000);
    if (value >= 100'000'000'000)
        return fromEpochMs(value);
    qint64 ms = 0;
    qint64 weight = 100;
    for (qsizetype i = point + 1; point >= 0 && i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        ms += (text[i] - '0') * weight;
        weight /= 10;
    }
    return fromEpochMs(value * 1000 + ms);
}

} // namespace

namespace {

std::optional<EpochMs> anyTime(QByteArrayView text)
{
    if (text.size() >= 19 && digits(text, 0, 4) >= 0 && text[4] == '-' && text[7] == '-')
        return timeFrom(
            digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2), text.sliced(11));
    if (text.size() >= 20 && text[2] == '/' && text[6] == '/' && text[11] == ':') {
        for (size_t month = 0; month < kMonths.size(); ++month) {
            if (text.sliced(3, 3) == QByteArrayView(kMonths.at(month)))
                return timeFrom(
                    digits(text, 7, 4), int(month) + 1, digits(text, 0, 2), text.sliced(12));
        }
        return std::nullopt;
    }
    return epochTime(text);
}

} // namespace

std::optional<EpochMs> parseLogTime(QByteArrayView text)
{
    // What programs write where they have no time: 0, the year 1, the year 9999. One such row would stretch the log's span
    // over all that it never covered, and what lies there would be called missed.
    constexpr qint64 kYear2000 = 946'684'800'000;
    constexpr qint64 kYear2100 = 4'102'444'800'000;
    const std::optional<EpochMs> time = anyTime(text.trimmed());
    const bool isPlausible = time && toEpochMs(*time) >= kYear2000 && toEpochMs(*time) < kYear2100;
    return isPlausible ? time : std::nullopt;
}

} // namespace Gapline
