// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/rowmapping.h"

#include "core/deliverylog/rownumbers.h"
#include "core/domain/eventtype.h"
#include "core/domain/wording.h"

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

struct Alias
{
    RowField field;
    const char *name; ///< Lower case, without "-" and "_".
};

using enum RowField;

/// In the order of their rank within a field.
constexpr std::array kAliases{
    Alias{ReceivedAt, "receivedat"},
    Alias{ReceivedAt, "time"},
    Alias{ReceivedAt, "timestamp"},
    Alias{ReceivedAt, "@timestamp"},
    Alias{ReceivedAt, "received"},
    Alias{ReceivedAt, "timeiso8601"},
    Alias{ReceivedAt, "msec"},
    Alias{ReceivedAt, "timelocal"},
    Alias{ReceivedAt, "ts"},
    Alias{ReceivedAt, "datetime"},
    Alias{ReceivedAt, "date"},
    Alias{Status, "status"},
    Alias{Status, "statuscode"},
    Alias{Status, "response"},
    Alias{Status, "responsestatus"},
    Alias{Status, "responsecode"},
    Alias{Status, "httpstatus"},
    Alias{Attempt, "attempt"},
    Alias{Attempt, "xveltattempt"},
    Alias{Event, "eventid"},
    Alias{Event, "xvelteventid"},
    Alias{Execution, "executionid"},
    Alias{Position, "seq"},
    Alias{Type, "type"},
    Alias{Type, "event"},
    Alias{Type, "eventtype"},
    Alias{Body, "rawbody"},
    Alias{Body, "body"},
    Alias{Body, "payload"},
    Alias{Body, "requestbody"},
    Alias{Body, "event"},
    Alias{Signature, "signature"},
    Alias{Signature, "xveltsignature"},
    Alias{Signature, "webhooksignature"},
    Alias{Signature, "svixsignature"},
    Alias{MessageId, "webhookid"},
    Alias{MessageId, "svixid"},
    Alias{MessageTime, "webhooktimestamp"},
    Alias{MessageTime, "svixtimestamp"},
};

constexpr std::array kFieldNames{"receivedAt",
                                 "status",
                                 "attempt",
                                 "eventId",
                                 "executionId",
                                 "seq",
                                 "type",
                                 "body",
                                 "signature",
                                 "webhookId",
                                 "webhookTimestamp"};
static_assert(kFieldNames.size() == kRowFieldCount);

QByteArray normalized(QByteArrayView name)
{
    QByteArray text = name.toByteArray().toLower();
    text.removeIf([](char c) { return c == '-' || c == '_' || c == ' '; });
    return text;
}

/// Objects of log records around the fields, which say nothing of their own.
bool isWrapper(const QByteArray &part)
{
    static const QList<QByteArray> kWrappers{"headers",
                                             "header",
                                             "request",
                                             "req",
                                             "response",
                                             "res",
                                             "http",
                                             "httprequest",
                                             "requestheaders",
                                             "record",
                                             "log",
                                             "fields",
                                             "jsonpayload",
                                             "message",
                                             "msg",
                                             "webhook",
                                             "delivery"};
    return kWrappers.contains(part);
}

/// The name behind all wrappers; empty when something else stands around it.
QByteArray nameOf(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('.');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        if (!isWrapper(normalized(parts.at(i))))
            return {};
    }
    const QByteArray name = normalized(parts.last());
    // nginx's $http_x_velt_attempt
    return name.startsWith("httpx") || name.startsWith("httpw") ? name.mid(4) : name;
}

/// A body that was escaped once too often, or as nginx does by default.
QByteArray unescapedBody(const QByteArray &text)
{
    if (text.startsWith("{\\\"")) {
        QByteArray out = text;
        return out.replace("\\\"", "\"").replace("\\\\", "\\");
    }
    if (text.contains("\\x")) {
        QByteArray out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QByteArray code = text.mid(i, 2) == "\\x" ? text.mid(i + 2, 2) : QByteArray();
            bool isHex = false;
            const uint value = code.size() == 2 ? code.toUInt(&isHex, 16) : 0;
            if (isHex)
                i += 3;
            out += isHex ? char(value) : text.at(i);
        }
        return out;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).startsWith('{') ? *decoded : QByteArray();
}

} // namespace

struct RowMapping::Found
{
    std::array<const RowValue *, kRowFieldCount> values{};
    std::array<int, kRowFieldCount> ranks{};
    const RowValue *timestamp =
        nullptr; ///< The column of that very name, beside the row's own fields.
    bool hasEventMarks =
        false; ///< correlationId, stepId, data or definitionId: the row holds an event.

    [[nodiscard]] const RowValue *of(RowField field) const { return values.at(size_t(field)); }
};

/// Not the `status` that a webhook's body holds itself.
bool RowMapping::isStatusOfDelivery(const Found &found)
{
    const RowValue *status = found.of(Status);
    return found.of(Body) || (status && normalized(status->path.split('.').last()) != "status");
}

QLatin1String rowFieldName(RowField field)
{
    return QLatin1String(kFieldNames.at(size_t(field)));
}

QStringList rowFieldNames()
{
    QStringList names;
    for (const char *name : kFieldNames)
        names.append(QLatin1String(name));
    return names;
}

std::optional<RowField> findRowField(QStringView name)
{
    for (int i = 0; i < kRowFieldCount; ++i) {
        if (name.compare(rowFieldName(RowField(i)), Qt::CaseInsensitive) == 0)
            return RowField(i);
    }
    return std::nullopt;
}

RowMapping::RowMapping()
    : m_bodyReader(std::make_shared<JsonRowReader>())
{ }

Result<RowMapping> RowMapping::corrected(const QMap<QString, QString> &corrections)
{
    RowMapping mapping;
    for (auto it = corrections.cbegin(); it != corrections.cend(); ++it) {
        const auto field = findRowField(it.key());
        if (!field || it.value().isEmpty()) {
            return failure(
                ErrorId::UsageInvalid,
                CoreText::tr("\"%1=%2\" maps no field: give one of %3 and a column.")
                    .arg(it.key(), it.value(), rowFieldNames().join(QStringLiteral(", "))));
        }
        mapping.m_corrections.insert(*field, it.value().toUtf8());
    }
    return mapping;
}

std::optional<RowMapping::Match> RowMapping::match(const RowValue &value)
{
    const QByteArray key = value.kind == RowValue::Kind::Object ? value.path + ".{" : value.path;
    const auto known = m_matches.constFind(key);
    if (known != m_matches.cend())
        return *known;
    std::optional<Match> result;
    for (auto it = m_corrections.cbegin(); it != m_corrections.cend(); ++it) {
        if (it.value() == value.path)
            result = Match{it.key(), -1};
    }
    const QByteArray name = result ? QByteArray() : nameOf(value.path);
    for (size_t i = 0; i < kAliases.size() && !name.isEmpty() && !result; ++i) {
        const Alias &alias = kAliases.at(i);
        const bool isObject = value.kind == RowValue::Kind::Object;
        const bool isObjectOnly = alias.field == Body && alias.name == QByteArrayView("event");
        // An object can only be a body; `event` as a text is a type.
        if (alias.name != name || (isObject ? alias.field != Body : isObjectOnly))
            continue;
        if (!m_corrections.contains(alias.field))
            result = Match{alias.field, int(i) * 8 + value.depth};
    }
    constexpr qsizetype kRememberedPaths =
        4096; // A log with endless names must not fill the memory.
    if (m_matches.size() < kRememberedPaths)
        m_matches.insert(key, result);
    return result;
}

bool RowMapping::knowsAnyOf(const QList<QByteArray> &columns)
{
    return std::ranges::any_of(columns, [this](const QByteArray &column) {
        return match({column, {}, RowValue::Kind::Text, 0}).has_value();
    });
}

RowMapping::Found RowMapping::find(const RowValues &values)
{
    Found found;
    for (const RowValue &value : values) {
        if (value.depth == 0) {
            const QByteArray &path = value.path;
            if (path == "timestamp")
                found.timestamp = &value;
            else if (path == "correlationId" || path == "stepId" || path == "data"
                     || path == "definitionId")
                found.hasEventMarks = true;
        }
        const auto matched = match(value);
        if (!matched || value.text.isEmpty())
            continue;
        const auto field = size_t(matched->field);
        const RowValue *&best = found.values.at(field);
        // Of two bodies, the raw text can be verified.
        const bool isRawer = best && matched->field == Body && best->kind == RowValue::Kind::Object
            && value.kind == RowValue::Kind::Text;
        const bool isObjectAgain = best && matched->field == Body
            && best->kind == RowValue::Kind::Text && value.kind == RowValue::Kind::Object;
        if (!best || isRawer || (!isObjectAgain && matched->rank < found.ranks.at(field))) {
            best = &value;
            found.ranks.at(field) = matched->rank;
        }
    }
    return found;
}

MappedRow RowMapping::read(const RowValues &values, bool isJson)
{
    MappedRow row;
    Delivery &delivery = row.delivery;
    Found found = find(values);
    const auto text = [&found](RowField field) {
        const RowValue *value = found.of(field);
        return value ? value->text : QByteArray();
    };
    const auto status = statusNumber(text(Status));
    const bool isLogRecord = status || found.of(Attempt) || found.of(Body) || found.of(Signature);
    const bool namesEvent = found.of(Position) && found.of(Type);
    // The event's own time is no evidence of when it came. A `timestamp` is the event's where the row is one.
    const bool isEvent = namesEvent && (found.hasEventMarks || (isJson && !isLogRecord));
    if (isEvent && found.timestamp) {
        delivery.eventTime = parseLogTime(found.timestamp->text);
        if (found.of(ReceivedAt) == found.timestamp && !m_corrections.contains(ReceivedAt))
            found.values.at(size_t(ReceivedAt)) = nullptr;
    }
    if (const RowValue *time = found.of(ReceivedAt)) {
        delivery.receivedAt = parseLogTime(time->text);
        row.isTimeUnread = !delivery.receivedAt;
    }
    delivery.status = status;
    delivery.isAcknowledged = status ? *status >= 200 && *status <= 299
                                     : !tellsOfFailure(text(Status), isStatusOfDelivery(found));
    if (const auto attempt = wholeNumber(text(Attempt)); attempt && *attempt <= 1000)
        delivery.attempt = int(*attempt);
    delivery.executionId = text(Execution);
    delivery.eventId = text(Event);
    delivery.type = text(Type);
    delivery.signature = text(Signature).trimmed();
    delivery.messageId = text(MessageId);
    delivery.messageTime = text(MessageTime);
    if (found.of(Position)) {
        const auto seq = wholeNumber(text(Position));
        if (!seq) {
            row.problem = QStringLiteral("seq \"%1\" is no whole number")
                              .arg(QString::fromUtf8(text(Position).left(64)));
            return row;
        }
        delivery.seq = Seq{*seq};
    }
    if (const RowValue *body = found.of(Body))
        readBody(*body, row);
    // A message id of the advanced scheme is not the event's.
    if (delivery.eventId.isEmpty() && !delivery.messageId.startsWith("msg_"))
        delivery.eventId = delivery.messageId;
    const bool isNamed =
        !delivery.eventId.isEmpty() || (!delivery.executionId.isEmpty() && delivery.seq);
    if (!isNamed && row.problem.isEmpty())
        row.problem =
            QStringLiteral("names no event: neither executionId with seq, nor an event id");
    if (isNamed)
        row.problem.clear();
    for (int i = 0; i < kRowFieldCount; ++i) {
        if (const RowValue *value = found.of(RowField(i)); value && !m_found.contains(RowField(i)))
            m_found.insert(RowField(i), value->path);
    }
    return row;
}

void RowMapping::readBody(const RowValue &value, MappedRow &row)
{
    Delivery &delivery = row.delivery;
    delivery.body = value.text;
    delivery.isRawBody = value.kind == RowValue::Kind::Text;
    RowValues inner;
    QString problem = m_bodyReader->read(value.text, inner);
    if (!problem.isEmpty()) {
        const QByteArray unescaped = unescapedBody(value.text);
        problem = m_bodyReader->read(unescaped, inner);
        if (!problem.isEmpty()) {
            row.problem = QStringLiteral("the body is %1").arg(problem);
            return;
        }
        delivery.body = unescaped;
    }
    for (const RowValue &field : inner) {
        if (field.depth > 0 || field.kind == RowValue::Kind::Object)
            continue;
        const QByteArray name = normalized(field.path);
        if (name == "executionid" && delivery.executionId.isEmpty())
            delivery.executionId = field.text;
        else if (name == "eventid" && delivery.eventId.isEmpty())
            delivery.eventId = field.text;
        else if (name == "seq" && !delivery.seq) {
            if (const auto seq = wholeNumber(field.text))
                delivery.seq = Seq{*seq};
        } else if ((name == "event" || name == "type")
                   && (delivery.type.isEmpty() || !findEventType(delivery.type)))
            delivery.type = field.text; // A record's own "type" may mean something else.
        else if (name == "timestamp" && !delivery.eventTime)
            delivery.eventTime = parseLogTime(field.text);
    }
}

} // namespace Gapline
