// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timetext.h"

#include <QDateTime>

#include <cstdlib>

namespace Gapline {
namespace {

/// Null outside the years 1–9999, where ISO 8601 with four digits ends.
QDateTime toDateTime(EpochMs time, TimeZoneChoice zone)
{
    constexpr qint64 kFirst = -62135596800000; // 0001-01-01T00:00:00Z
    constexpr qint64 kLast = 253402300799999; // 9999-12-31T23:59:59.999Z
    const qint64 ms = toEpochMs(time);
    if (ms < kFirst || ms > kLast)
        return {};
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    if (zone == TimeZoneChoice::Utc)
        return utc;
    const QDateTime local = utc.toLocalTime();
    // An explicit offset makes Qt write it.
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

} // namespace

QString isoTime(EpochMs time, TimeZoneChoice zone)
{
    const QDateTime at = toDateTime(time, zone);
    return at.isValid() ? at.toString(Qt::ISODateWithMs) : QString::number(toEpochMs(time));
}

QString clockTime(EpochMs time, TimeZoneChoice zone)
{
    const QDateTime at = toDateTime(time, zone);
    if (!at.isValid())
        return QString::number(toEpochMs(time));
    const QString text = at.time().toString(QStringLiteral("HH:mm:ss.zzz"));
    return zone == TimeZoneChoice::Utc ? text + u'Z' : text;
}

QString shortDateTime(EpochMs time, TimeZoneChoice zone)
{
    const QDateTime at = toDateTime(time, zone);
    if (!at.isValid())
        return QString::number(toEpochMs(time));
    const QString text = at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return zone == TimeZoneChoice::Utc ? text + u'Z' : text;
}

QString deltaText(std::chrono::milliseconds delta)
{
    const QString sign = delta.count() < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
    const qint64 ms = std::abs(delta.count());
    if (ms < 1000)
        return QStringLiteral("%1%2 ms").arg(sign).arg(ms);
    if (ms < 60'000)
        return QStringLiteral("%1%2.%3 s").arg(sign).arg(ms / 1000).arg(ms % 1000 / 100);
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        return QStringLiteral("%1%2 m %3 s").arg(sign).arg(seconds / 60).arg(seconds % 60);
    if (seconds < 86'400)
        return QStringLiteral("%1%2 h %3 m").arg(sign).arg(seconds / 3600).arg(seconds % 3600 / 60);
    return QStringLiteral("%1%2 d %3 h")
        .arg(sign)
        .arg(seconds / 86'400)
        .arg(seconds % 86'400 / 3600);
}

std::optional<EpochMs> parseTime(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    bool isNumber = false;
    const qint64 ms = trimmed.toLongLong(&isNumber);
    if (isNumber)
        return fromEpochMs(ms);
    QDateTime at = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!at.isValid())
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    return fromEpochMs(at.toMSecsSinceEpoch());
}

} // namespace Gapline
