// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxapi.h"

#include "core/sandbox/jsontext.h"
#include "core/sandbox/requestfields.h"
#include "core/sandbox/scenario.h"

#include <QJsonDocument>

#include <algorithm>

namespace Gapline {
namespace {

constexpr char kInvalid[] = "INVALID_ARGUMENT";
constexpr qint64 kLargestPage = 500;

SandboxReply refuse(const RequestFields &fields)
{
    SandboxReply reply{400, "{\"error\":{\"message\":"};
    appendJsonString(reply.body, fields.message());
    reply.body +=
        ",\"status\":\"INVALID_ARGUMENT\",\"details\":{\"issues\":" + fields.issues() + "}}}";
    return reply;
}

SandboxReply notFound(const char *what, const QByteArray &id)
{
    return refusal(404, "NOT_FOUND", what + QByteArray(" not found: ") + id);
}

SandboxReply getEvents(const Scenario &scenario, RequestFields &fields)
{
    const QByteArray id = fields.requiredString("executionId");
    const qint64 since = fields.integer("sinceSeq", 0, kMaxSafeInteger, 0);
    const qint64 pageSize = fields.integer("pageSize", 1, kLargestPage, 100);
    if (!fields.isSound())
        return refuse(fields);
    if (!scenario.contains(id))
        return notFound("Execution", id);
    return {200, scenario.page(id, Seq{since}, int(pageSize))};
}

SandboxReply getExecution(const Scenario &scenario, RequestFields &fields)
{
    const QByteArray id = fields.requiredString("executionId");
    if (!fields.isSound())
        return refuse(fields);
    if (!scenario.contains(id))
        return notFound("Execution", id);
    return {200, scenario.execution(id)};
}

SandboxReply listExecutions(const Scenario &scenario, RequestFields &fields)
{
    const QByteArray definitionId = fields.optionalString("definitionId").value_or(QByteArray());
    const QByteArray status = fields.optionalString("status").value_or(QByteArray());
    const qint64 pageSize = fields.integer("pageSize", 1, kLargestPage, 50);
    const std::optional<QByteArray> cursor = fields.optionalString("cursor");
    if (fields.isSound() && !status.isNull()
        && std::ranges::none_of(kExecutionStatuses,
                                [&](const char *known) { return status == known; })) {
        fields.refuse("status",
                      "invalid_enum_value",
                      "Invalid enum value. Expected 'pending' | 'running' | 'completed' | 'failed' "
                      "| 'cancelled'");
    }
    std::optional<qint64> before;
    if (cursor) {
        bool isNumber = false;
        before = cursor->toLongLong(&isNumber);
        if (!isNumber)
            fields.refuse("cursor", "custom", "Invalid cursor");
    }
    if (!fields.isSound())
        return refuse(fields);
    return {200, scenario.list(definitionId, status, int(pageSize), before)};
}

SandboxReply getDefinition(const Scenario &scenario, RequestFields &fields)
{
    const QByteArray id = fields.requiredString("definitionId");
    if (!fields.isSound())
        return refuse(fields);
    const QByteArray body = scenario.definition(id);
    return body.isEmpty() ? notFound("Definition", id) : SandboxReply{200, body};
}

struct Call
{
    const char *path;
    SandboxReply (*answer)(const Scenario &, RequestFields &);
};

constexpr Call kCalls[] = {
    {"/v2/workflow/executions/getEvents", getEvents},
    {"/v2/workflow/executions/get", getExecution},
    {"/v2/workflow/executions/list", listExecutions},
    {"/v2/workflow/definitions/get", getDefinition},
};

} // namespace

SandboxReply refusal(int httpStatus, QByteArrayView code, QByteArrayView message)
{
    SandboxReply reply{httpStatus, "{\"error\":{\"message\":"};
    appendJsonString(reply.body, message);
    reply.body += ",\"status\":";
    appendJsonString(reply.body, code);
    reply.body += "}}";
    return reply;
}

SandboxReply answer(const Scenario &scenario, const SandboxRequest &request)
{
    const auto call =
        std::ranges::find_if(kCalls, [&](const Call &c) { return request.path == c.path; });
    if (call == std::end(kCalls))
        return refusal(404, "NOT_FOUND", "No such call: " + request.path);
    if (request.method != "POST")
        return refusal(405, kInvalid, "Every call is a POST");
    if (request.authToken.isEmpty())
        return refusal(400, kInvalid, "Auth token is required");
    if (request.apiKey.isEmpty())
        return refusal(400, kInvalid, "API key is required");
    if (request.authToken != kSandboxToken)
        return refusal(403, "PERMISSION_DENIED", "Auth token is not registered");
    if (request.apiKey != kSandboxKey)
        return refusal(403, "PERMISSION_DENIED", "API key is not known");

    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refusal(400, kInvalid, "The body is not a JSON object");
    const QJsonObject envelope = document.object();
    const QJsonValue data = envelope.value(QLatin1String("data"));
    if (!data.isObject()) {
        RequestFields fields(envelope);
        const bool isAbsent = data.isUndefined() || data.isNull();
        fields.refuse("data", "invalid_type", isAbsent ? "Required" : "Expected object");
        return refuse(fields);
    }
    const QJsonObject object = data.toObject();
    RequestFields fields(object);
    return call->answer(scenario, fields);
}

} // namespace Gapline
