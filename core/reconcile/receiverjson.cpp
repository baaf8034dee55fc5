// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/receiverjson.h"

#include "core/domain/wording.h"
#include "core/reconcile/retryhorizon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gapline {
namespace {

using std::chrono::milliseconds;

QJsonValue timeValue(const std::optional<EpochMs> &time)
{
    return time ? QJsonValue(toEpochMs(*time)) : QJsonValue();
}

std::optional<EpochMs> timeFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(fromEpochMs(value.toInteger())) : std::nullopt;
}

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue item : value.toArray())
        texts.append(item.toString());
    return texts;
}

std::optional<RetrySchedule> scheduleFrom(const QJsonObject &object)
{
    RetrySchedule schedule;
    schedule.name = object.value(u"name").toString();
    for (const QJsonValue offset : object.value(u"attemptsMs").toArray()) {
        const milliseconds at(offset.toInteger(-1));
        const bool isInOrder =
            schedule.offsets.empty() ? at.count() == 0 : at > schedule.offsets.back();
        if (!isInOrder)
            return std::nullopt;
        schedule.offsets.push_back(at);
    }
    schedule.timeout = milliseconds(object.value(u"timeoutMs").toInteger(-1));
    if (schedule.offsets.empty() || schedule.timeout.count() < 0)
        return std::nullopt;
    return schedule;
}

} // namespace

QByteArray receiverJson(const ReceiverProfile &receiver)
{
    QJsonArray offsets;
    for (const milliseconds offset : receiver.schedule.offsets)
        offsets.append(qint64(offset.count()));
    QStringList overrides;
    for (const ExecutionId &id : receiver.ownWebhook)
        overrides.append(id.text());
    overrides.sort();
    QJsonObject mapping;
    for (auto it = receiver.mapping.cbegin(); it != receiver.mapping.cend(); ++it)
        mapping.insert(it.key(), it.value());
    const QJsonObject object{
        {QStringLiteral("name"), receiver.name},
        {QStringLiteral("subscribed"), QJsonArray::fromStringList(receiver.subscribedTypes)},
        {QStringLiteral("schedule"),
         QJsonObject{{QStringLiteral("name"), receiver.schedule.name},
                     {QStringLiteral("attemptsMs"), offsets},
                     {QStringLiteral("timeoutMs"), qint64(receiver.schedule.timeout.count())}}},
        {QStringLiteral("from"), timeValue(receiver.span.from)},
        {QStringLiteral("to"), timeValue(receiver.span.to)},
        {QStringLiteral("lateMs"), qint64(receiver.lateThreshold.count())},
        {QStringLiteral("overrides"), QJsonArray::fromStringList(overrides)},
        {QStringLiteral("mapping"), mapping}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ReceiverProfile> parseReceiverJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto schedule = scheduleFrom(object.value(u"schedule").toObject());
    if (!schedule)
        return failure(ErrorId::FileMalformed,
                       CoreText::tr("The settings hold a receiver that cannot be read."));
    ReceiverProfile receiver;
    receiver.name = object.value(u"name").toString();
    receiver.subscribedTypes = textsFrom(object.value(u"subscribed"));
    receiver.schedule = *schedule;
    receiver.span = {timeFrom(object.value(u"from")), timeFrom(object.value(u"to"))};
    receiver.lateThreshold = milliseconds(
        std::max<qint64>(0, object.value(u"lateMs").toInteger(kDefaultLateThreshold.count())));
    for (const QString &id : textsFrom(object.value(u"overrides")))
        receiver.ownWebhook.insert(ExecutionId(id));
    const QJsonObject mapping = object.value(u"mapping").toObject();
    for (auto it = mapping.constBegin(); it != mapping.constEnd(); ++it)
        receiver.mapping.insert(it.key(), it.value().toString());
    return receiver;
}

} // namespace Gapline
