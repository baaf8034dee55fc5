// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/replaypack.h"

#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"
#include "core/report/jsonline.h"
#include "core/report/recoverypack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Gapline {
namespace {

std::vector<quint32> executionsByName(const ReconcileReport &report)
{
    std::vector<quint32> order;
    for (size_t i = 0; i < report.input.executions.size(); ++i)
        order.push_back(quint32(i));
    std::ranges::sort(order, {}, [&report](quint32 i) -> const QString & {
        return report.input.executions[i].stream->executionId().text();
    });
    return order;
}

std::optional<Webhook> webhookFrom(QByteArrayView line)
{
    Webhook webhook;
    std::optional<qint64> seq;
    bool hasBody = false;
    const bool isWhole = visitJsonMembers(line, [&](QByteArrayView name, QByteArrayView value) {
        if (name == "\"executionId\"") {
            webhook.executionId = ExecutionId(decodeJsonString(value));
        } else if (name == "\"seq\"") {
            seq = jsonInteger(value);
        } else if (name == "\"eventId\"") {
            webhook.eventId = decodeJsonUtf8(value);
        } else if (name == "\"body\"") {
            webhook.body = decodeJsonUtf8(value);
            hasBody = value.startsWith('"');
        }
    });
    if (!isWhole || !seq || !hasBody || webhook.executionId.isEmpty()
        || !isHeaderSafe(webhook.eventId))
        return std::nullopt;
    webhook.seq = Seq{*seq};
    return webhook;
}

} // namespace

Result<void> forEachMissed(const ReconcileReport &report,
                           const PayloadSource &payloads,
                           const std::optional<ExecutionId> &only,
                           const std::function<Result<void>(const Webhook &webhook)> &visit)
{
    SegmentBodyPtr body;
    for (const quint32 index : executionsByName(report)) {
        const ReconcileExecution &execution = report.input.executions[index];
        if (only && execution.stream->executionId() != *only)
            continue;
        const auto &events = report.result.executions[index].events;
        for (qsizetype i = 0; i < qsizetype(events.size()); ++i) {
            if (events[size_t(i)].verdict != Verdict::Missed)
                continue;
            const RawLocation location = execution.stream->rawLocationAt(i);
            if (!body || body->id != location.bodyId) {
                const auto loaded = payloads(location.bodyId);
                if (!loaded)
                    return Failure(loaded.error());
                body = *loaded;
            }
            const auto text = webhookBody(execution, i, body->raw(location));
            if (!text)
                return Failure(text.error());
            Webhook webhook{execution.stream->executionId(), execution.stream->seqAt(i), {}, *text};
            if (i < execution.eventIds.count() && isHeaderSafe(execution.eventIds.at(i)))
                webhook.eventId = execution.eventIds.at(i).toByteArray();
            if (const auto visited = visit(webhook); !visited)
                return visited;
        }
    }
    return {};
}

QByteArray replayLine(const Webhook &webhook)
{
    JsonLine json;
    json.beginObject();
    json.member("executionId", webhook.executionId.text());
    json.member("seq", webhook.seq.value);
    json.member("eventId", QString::fromLatin1(webhook.eventId));
    json.member("body", QString::fromUtf8(webhook.body));
    json.endObject();
    return json.text();
}

Result<std::vector<Webhook>> readReplayPack(const QString &path)
{
    const QString name =
        QFileInfo(path).isDir() ? QDir(path).filePath(QLatin1String(kReplayFile)) : path;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorId::FileUnreadable,
                       CoreText::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    std::vector<Webhook> webhooks;
    for (qint64 number = 1; !file.atEnd(); ++number) {
        constexpr qint64 kLongestLine = 16 * 1024 * 1024;
        const QByteArray line = file.readLine(kLongestLine).trimmed();
        if (line.isEmpty())
            continue;
        auto webhook = webhookFrom(line);
        if (!webhook) {
            return failure(ErrorId::FileMalformed,
                           CoreText::tr("Line %1 of %2 is no event of a recovery pack.")
                               .arg(number)
                               .arg(name));
        }
        webhooks.push_back(std::move(*webhook));
    }
    return webhooks;
}

} // namespace Gapline
