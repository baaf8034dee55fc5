// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/requestfields.h"

#include "core/domain/ids.h"
#include "core/sandbox/jsontext.h"

#include <cmath>

namespace Gapline {
namespace {

QByteArray typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return "boolean";
    case QJsonValue::Double:
        return "number";
    case QJsonValue::String:
        return "string";
    case QJsonValue::Array:
        return "array";
    case QJsonValue::Object:
        return "object";
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return "null";
}

} // namespace

QByteArray RequestFields::requiredString(const char *name)
{
    const QJsonValue value = m_data.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        refuse(name, "invalid_type", "Required");
        return {};
    }
    const QByteArray text = optionalString(name).value_or(QByteArray());
    if (value.isString() && text.isEmpty())
        refuse(name, "too_small", "String must contain at least 1 character(s)");
    return text;
}

std::optional<QByteArray> RequestFields::optionalString(const char *name)
{
    const QJsonValue value = m_data.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (value.isString())
        return value.toString().toUtf8();
    refuse(name, "invalid_type", "Expected string, received " + typeName(value));
    return std::nullopt;
}

qint64 RequestFields::integer(const char *name, qint64 low, qint64 high, qint64 fallback)
{
    const QJsonValue value = m_data.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isDouble()) {
        refuse(name, "invalid_type", "Expected number, received " + typeName(value));
        return fallback;
    }
    // As a double, since the bounds are exact in it and 1e300 is not an integer to QJsonValue.
    const double number = value.toDouble();
    if (std::floor(number) != number)
        refuse(name, "invalid_type", "Expected integer, received float");
    else if (number < double(low))
        refuse(name,
               "too_small",
               "Number must be greater than or equal to " + QByteArray::number(low));
    else if (number > double(high))
        refuse(name, "too_big", "Number must be less than or equal to " + QByteArray::number(high));
    else
        return qint64(number);
    return fallback;
}

void RequestFields::refuse(const char *name, const char *code, const QByteArray &message)
{
    if (m_message.isEmpty())
        m_message = message == "Required" ? message : QByteArray(name) + ": " + message;
    else
        m_issues += ',';
    m_issues += "{\"code\":\"" + QByteArray(code) + "\",\"path\":[\"" + name
        + "\"],\"message\":" + jsonString(message) + '}';
}

} // namespace Gapline
