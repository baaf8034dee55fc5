// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/retryhorizon.h"

#include "core/domain/wording.h"

#include <QStringList>

namespace Gapline {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace std::chrono_literals;

QString secondsText(milliseconds time)
{
    const qint64 ms = time.count();
    return ms % 1000 == 0 ? QString::number(ms / 1000) : QString::number(double(ms) / 1000.0);
}

Failure badSchedule(QStringView text, const QString &why)
{
    return failure(ErrorId::UsageInvalid,
                   CoreText::tr("\"%1\" is no retry schedule: %2. Give direct, advanced, or "
                                "seconds such as 0,2,10.")
                       .arg(text, why));
}

} // namespace

RetrySchedule directSchedule()
{
    return {QStringLiteral("direct"), {0s, 2s, 10s, 42s, 162s, 642s}, 10s};
}

RetrySchedule advancedSchedule()
{
    RetrySchedule schedule{QStringLiteral("advanced"), {0s}, 15s};
    for (const seconds delay : {5s, 300s, 1800s, 7200s, 18000s, 36000s, 36000s})
        schedule.offsets.push_back(schedule.offsets.back() + delay);
    return schedule;
}

Result<RetrySchedule> parseSchedule(QStringView text)
{
    if (text == u"direct")
        return directSchedule();
    if (text == u"advanced")
        return advancedSchedule();
    constexpr double kLongest = 366.0 * 86'400;
    RetrySchedule schedule{QStringLiteral("custom"), {}, 10s};
    for (const QStringView part : text.split(u',')) {
        bool isNumber = false;
        const double value = part.trimmed().toDouble(&isNumber);
        if (!isNumber || !(value >= 0) || value > kLongest)
            return badSchedule(text, CoreText::tr("\"%1\" is no number of seconds").arg(part));
        const milliseconds offset(qRound64(value * 1000));
        if (schedule.offsets.empty() && offset != 0ms)
            return badSchedule(text, CoreText::tr("it must begin with 0"));
        if (!schedule.offsets.empty() && offset <= schedule.offsets.back())
            return badSchedule(text, CoreText::tr("its seconds must ascend"));
        schedule.offsets.push_back(offset);
    }
    return schedule;
}

milliseconds lastAttemptOffset(const RetrySchedule &schedule)
{
    return schedule.offsets.back();
}

milliseconds horizon(const RetrySchedule &schedule)
{
    return schedule.offsets.back() + schedule.timeout * qint64(schedule.offsets.size());
}

EpochMs latestArrival(const RetrySchedule &schedule, EpochMs t)
{
    return t + horizon(schedule);
}

QString scheduleInWords(const RetrySchedule &schedule, Wording wording)
{
    QStringList offsets;
    for (const milliseconds offset : schedule.offsets)
        offsets.append(secondsText(offset));
    QString list = offsets.takeLast();
    if (!offsets.isEmpty()) {
        list = CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "%1 and %2"))
                   .arg(offsets.join(QStringLiteral(", ")), list);
    }
    return CoreText::say(wording,
                         QT_TRANSLATE_NOOP("Gapline::CoreText",
                                           "attempts at %1 s, %2 s timeout each: over after %3 s"))
        .arg(list, secondsText(schedule.timeout), secondsText(horizon(schedule)));
}

} // namespace Gapline
