// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/executioncodec.h"

#include "core/cache/segmentcodec.h"

#include <QDataStream>
#include <QIODevice>

namespace Gapline {
namespace {

constexpr quint8 kFormat = 1;
constexpr auto kStreamVersion = QDataStream::Qt_6_0;

void writeTime(QDataStream &stream, const std::optional<EpochMs> &time)
{
    stream << time.has_value() << (time ? toEpochMs(*time) : qint64(0));
}

std::optional<EpochMs> readTime(QDataStream &stream)
{
    bool isSet = false;
    qint64 ms = 0;
    stream >> isSet >> ms;
    return isSet ? std::optional(fromEpochMs(ms)) : std::nullopt;
}

void writeStep(QDataStream &stream, const StepView &step)
{
    stream << step.stepId.text() << step.nodeId.text() << step.nodeType << step.status
           << step.groupId.has_value() << step.groupId.value_or(QString()) << step.output
           << step.error.has_value() << step.error.value_or(FailureReason{}).code
           << step.error.value_or(FailureReason{}).message;
    writeTime(stream, step.startedAt);
    writeTime(stream, step.completedAt);
}

StepView readStep(QDataStream &stream)
{
    StepView step;
    QString stepId;
    QString nodeId;
    bool hasGroup = false;
    QString groupId;
    bool hasError = false;
    FailureReason error;
    stream >> stepId >> nodeId >> step.nodeType >> step.status >> hasGroup >> groupId >> step.output
        >> hasError >> error.code >> error.message;
    step.stepId = StepId(stepId);
    step.nodeId = NodeId(nodeId);
    if (hasGroup)
        step.groupId = groupId;
    if (hasError)
        step.error = error;
    step.startedAt = readTime(stream);
    step.completedAt = readTime(stream);
    return step;
}

qint64 number(const std::optional<EpochMs> &time)
{
    return time ? toEpochMs(*time) : std::numeric_limits<qint64>::min();
}

} // namespace

QByteArray packSteps(const QList<StepView> &steps)
{
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    stream.setVersion(kStreamVersion);
    stream << kFormat << quint32(steps.size());
    for (const StepView &step : steps)
        writeStep(stream, step);
    return packed;
}

std::optional<QList<StepView>> unpackSteps(const QByteArray &packed)
{
    QDataStream stream(packed);
    stream.setVersion(kStreamVersion);
    quint8 format = 0;
    quint32 count = 0;
    stream >> format >> count;
    if (format != kFormat)
        return std::nullopt;
    QList<StepView> steps;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        steps << readStep(stream);
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return steps;
}

QByteArray executionChecksum(const Execution &execution, qint64 fetchedAt)
{
    const FailureReason reason = execution.failureReason.value_or(FailureReason{});
    return Checksum()
        .add(fetchedAt)
        .add(execution.executionId.text().toUtf8())
        .add(execution.status.toUtf8())
        .add(number(execution.startedAt))
        .add(number(execution.completedAt))
        .add(number(execution.cancelledAt))
        .add(execution.definitionId.text().toUtf8())
        .add(execution.definitionVersion.value_or(-1))
        .add(execution.correlationId.toUtf8())
        .add(execution.idempotencyKey.toUtf8())
        .add(qint64(execution.failureReason.has_value()))
        .add(reason.code.toUtf8())
        .add(reason.message.toUtf8())
        .add(execution.raw)
        .result();
}

std::optional<EpochMs> startFromId(const ExecutionId &executionId)
{
    constexpr QLatin1String kPrefix("exec_");
    const QString &text = executionId.text();
    if (!text.startsWith(kPrefix))
        return std::nullopt;
    const QStringView rest = QStringView(text).sliced(kPrefix.size());
    const qsizetype end = rest.indexOf(u'_');
    bool isNumber = false;
    const qint64 ms = (end < 0 ? rest : rest.first(end)).toLongLong(&isNumber);
    // Shorter numbers are counters, not times.
    constexpr qint64 kYear2001 = 1'000'000'000'000;
    if (!isNumber || ms < kYear2001 || ms > kMaxSafeInteger)
        return std::nullopt;
    return fromEpochMs(ms);
}

} // namespace Gapline
