// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/replyparser.h"

#include "core/api/replyerror.h"
#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"

namespace Gapline {
namespace {

bool isNull(QByteArrayView value)
{
    return value == "null";
}

/// Reads members into fields and remembers the first that has the wrong type.
class FieldReader
{
public:
    /// `object` and what is expected of its fields: marked for translation.
    explicit FieldReader(const char *object)
        : m_object(object)
    { }

    QString text(QByteArrayView key, QByteArrayView value)
    {
        if (isNull(value))
            return {};
        if (!value.startsWith('"'))
            refuse(key, QT_TRANSLATE_NOOP("Gapline::CoreText", "a text"));
        return value.startsWith('"') ? decodeJsonString(value) : QString();
    }

    std::optional<qint64> integer(QByteArrayView key, QByteArrayView value)
    {
        if (isNull(value))
            return std::nullopt;
        const std::optional<qint64> number = jsonInteger(value);
        if (!number)
            refuse(key, QT_TRANSLATE_NOOP("Gapline::CoreText", "an integer"));
        return number;
    }

    std::optional<EpochMs> time(QByteArrayView key, QByteArrayView value)
    {
        const std::optional<qint64> ms = integer(key, value);
        return ms ? std::optional(fromEpochMs(*ms)) : std::nullopt;
    }

    std::optional<FailureReason> reason(QByteArrayView key, QByteArrayView value)
    {
        if (isNull(value))
            return std::nullopt;
        FailureReason reason;
        if (value.startsWith('"')) // Seen on older executions: the message alone.
            reason.message = decodeJsonString(value);
        else if (!visitJsonMembers(value, [&reason](QByteArrayView name, QByteArrayView part) {
                     QString text = part.startsWith('"') ? decodeJsonString(part)
                         : isNull(part)                  ? QString()
                                                         : QString::fromUtf8(part);
                     if (name == "\"code\"")
                         reason.code = std::move(text);
                     else if (name == "\"message\"")
                         reason.message = std::move(text);
                 }))
            refuse(key, QT_TRANSLATE_NOOP("Gapline::CoreText", "an object"));
        return reason;
    }

    void refuse(QByteArrayView key, const char *expected)
    {
        if (!m_error)
            m_error = Error{
                ErrorId::ContractWrongType,
                CoreText::tr("%1 of %2 is not %3, as documented.")
                    .arg(QString::fromUtf8(key), CoreText::tr(m_object), CoreText::tr(expected))};
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const char *m_object;
    std::optional<Error> m_error;
};

QByteArray rawOrNothing(QByteArrayView value)
{
    return isNull(value) ? QByteArray() : value.toByteArray();
}

/// The value of "result", after the whole document was found well-formed.
Result<QByteArrayView> resultOf(QByteArrayView body)
{
    if (!isJsonStructure(body))
        return Failure(unreadableAnswer(body));
    QByteArrayView result;
    visitJsonMembers(body, [&result](QByteArrayView key, QByteArrayView value) {
        if (key == "\"result\"")
            result = value;
    });
    if (result.isEmpty())
        return Failure(errorOfEnvelope(body).value_or(unreadableAnswer(body)));
    if (!result.startsWith('{'))
        return failure(ErrorId::ContractWrongType, CoreText::tr("result is no object."));
    return result;
}

Result<StepView> readStep(QByteArrayView raw)
{
    StepView step;
    FieldReader reader(QT_TRANSLATE_NOOP("Gapline::CoreText", "a step"));
    const bool isObject = visitJsonMembers(raw, [&](QByteArrayView key, QByteArrayView value) {
        if (key == "\"stepId\"")
            step.stepId = StepId(reader.text(key, value));
        else if (key == "\"nodeId\"")
            step.nodeId = NodeId(reader.text(key, value));
        else if (key == "\"nodeType\"")
            step.nodeType = reader.text(key, value);
        else if (key == "\"status\"")
            step.status = reader.text(key, value);
        else if (key == "\"groupId\"" && !isNull(value))
            step.groupId = reader.text(key, value);
        else if (key == "\"startedAt\"")
            step.startedAt = reader.time(key, value);
        else if (key == "\"completedAt\"")
            step.completedAt = reader.time(key, value);
        else if (key == "\"output\"")
            step.output = rawOrNothing(value);
        else if (key == "\"error\"")
            step.error = reader.reason(key, value);
    });
    if (!isObject)
        reader.refuse("steps[]", QT_TRANSLATE_NOOP("Gapline::CoreText", "an object"));
    if (reader.error())
        return Failure(*reader.error());
    return step;
}

Result<QList<StepView>> readSteps(QByteArrayView array)
{
    QList<StepView> steps;
    std::optional<Error> error;
    const bool isArray = visitJsonElements(array, [&steps, &error](QByteArrayView raw) {
        Result<StepView> step = readStep(raw);
        if (step)
            steps.append(std::move(*step));
        else if (!error)
            error = step.error();
    });
    if (!isArray && !isNull(array))
        return failure(ErrorId::ContractWrongType, CoreText::tr("steps is no array."));
    if (error)
        return Failure(*error);
    return steps;
}

Result<Execution> readExecution(QByteArrayView raw)
{
    Execution execution;
    execution.raw = raw.toByteArray();
    FieldReader reader(QT_TRANSLATE_NOOP("Gapline::CoreText", "an execution"));
    std::optional<Error> stepError;
    const auto take = [&](QByteArrayView key, QByteArrayView value) {
        if (key == "\"executionId\"")
            execution.executionId = ExecutionId(reader.text(key, value));
        else if (key == "\"status\"")
            execution.status = reader.text(key, value);
        else if (key == "\"startedAt\"")
            execution.startedAt = reader.time(key, value);
        else if (key == "\"completedAt\"")
            execution.completedAt = reader.time(key, value);
        else if (key == "\"cancelledAt\"")
            execution.cancelledAt = reader.time(key, value);
        else if (key == "\"definitionId\"")
            execution.definitionId = DefinitionId(reader.text(key, value));
        else if (key == "\"definitionVersion\"")
            execution.definitionVersion = reader.integer(key, value);
        else if (key == "\"correlationId\"")
            execution.correlationId = reader.text(key, value);
        else if (key == "\"idempotencyKey\"")
            execution.idempotencyKey = reader.text(key, value);
        else if (key == "\"failureReason\"")
            execution.failureReason = reader.reason(key, value);
        else if (key == "\"steps\"") {
            Result<QList<StepView>> steps = readSteps(value);
            if (steps)
                execution.steps = std::move(*steps);
            else
                stepError = steps.error();
        }
    };
    if (!visitJsonMembers(raw, take))
        reader.refuse("items[]", QT_TRANSLATE_NOOP("Gapline::CoreText", "an object"));
    else if (execution.executionId.isEmpty())
        reader.refuse("executionId",
                      QT_TRANSLATE_NOOP("Gapline::CoreText", "a text that is not empty"));
    if (reader.error())
        return Failure(*reader.error());
    if (stepError)
        return Failure(*stepError);
    return execution;
}

} // namespace

Result<Execution> parseExecution(const QByteArray &body)
{
    return resultOf(body).and_then(readExecution);
}

Result<ExecutionPage> parseExecutionPage(const QByteArray &body)
{
    const Result<QByteArrayView> result = resultOf(body);
    if (!result)
        return Failure(result.error());
    ExecutionPage page;
    FieldReader reader(QT_TRANSLATE_NOOP("Gapline::CoreText", "the list"));
    std::optional<Error> error;
    bool hasItems = false;
    visitJsonMembers(*result, [&](QByteArrayView key, QByteArrayView value) {
        if (key == "\"nextCursor\"" && !isNull(value))
            page.nextCursor = reader.text(key, value);
        if (key != "\"items\"")
            return;
        hasItems = visitJsonElements(value, [&page, &error](QByteArrayView raw) {
            Result<Execution> execution = readExecution(raw);
            if (execution)
                page.items.append(std::move(*execution));
            else if (!error)
                error = execution.error();
        });
    });
    if (!hasItems)
        reader.refuse("items", QT_TRANSLATE_NOOP("Gapline::CoreText", "an array"));
    if (reader.error())
        return Failure(*reader.error());
    if (error)
        return Failure(*error);
    return page;
}

Result<Definition> parseDefinition(const QByteArray &body)
{
    const Result<QByteArrayView> result = resultOf(body);
    if (!result)
        return Failure(result.error());
    Definition definition;
    definition.raw = result->toByteArray();
    FieldReader reader(QT_TRANSLATE_NOOP("Gapline::CoreText", "a definition"));
    visitJsonMembers(*result, [&definition, &reader](QByteArrayView key, QByteArrayView value) {
        if (key == "\"definitionId\"")
            definition.definitionId = DefinitionId(reader.text(key, value));
        else if (key == "\"name\"")
            definition.name = reader.text(key, value);
        else if (key == "\"version\"")
            definition.version = reader.integer(key, value);
    });
    if (definition.definitionId.isEmpty())
        reader.refuse("definitionId",
                      QT_TRANSLATE_NOOP("Gapline::CoreText", "a text that is not empty"));
    if (reader.error())
        return Failure(*reader.error());
    return definition;
}

} // namespace Gapline
