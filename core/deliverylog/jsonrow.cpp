// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/jsonrow.h"

#include <QList>

#include <simdjson.h>

#include <algorithm>
#include <string_view>

namespace Gapline {
namespace {

namespace dom = simdjson::dom;

constexpr int kMaxDepth = 4;
/// A record of 4 MiB has at most 700,000; so many are no log's.
constexpr size_t kMaxValues = 20'000;

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

QByteArray compact(const dom::element &element)
{
    return QByteArray::fromStdString(simdjson::minify(element));
}

/// Kept whole: `data` belongs to the event, and a body is a row of its own.
bool isKeptWhole(std::string_view key)
{
    QByteArray name = bytesOf(key).toLower();
    name.removeIf([](char c) { return c == '_' || c == '-'; });
    static const QList<QByteArray> kWhole{
        "data", "body", "payload", "rawbody", "requestbody", "event"};
    return kWhole.contains(name);
}

class Flattener
{
public:
    explicit Flattener(RowValues &values)
        : m_values(values)
    { }

    void add(const dom::object &object, const QByteArray &prefix, int depth)
    {
        for (const dom::key_value_pair field : object) {
            if (m_values.size() >= kMaxValues) {
                m_isCut = true;
                return;
            }
            const QByteArray key = bytesOf(field.key);
            const QByteArray path = prefix.isEmpty() ? key : prefix + '.' + key;
            addElement(field.value, field.key, path, depth);
        }
    }

    /// Values were left out.
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    void
    addElement(const dom::element &element, std::string_view key, const QByteArray &path, int depth)
    {
        switch (element.type()) {
        case dom::element_type::STRING:
            m_values.push_back(
                {path, bytesOf(element.get_string().value_unsafe()), RowValue::Kind::Text, depth});
            break;
        case dom::element_type::INT64:
        case dom::element_type::UINT64:
            m_values.push_back({path, compact(element), RowValue::Kind::Number, depth});
            break;
        case dom::element_type::DOUBLE:
            // Epoch seconds with a fraction must not come back as 1.77e9.
            m_values.push_back({path,
                                QByteArray::number(element.get_double().value_unsafe(), 'f', 6),
                                RowValue::Kind::Number,
                                depth});
            break;
        case dom::element_type::BOOL:
            m_values.push_back({path, compact(element), RowValue::Kind::Other, depth});
            break;
        case dom::element_type::OBJECT:
            if (isKeptWhole(key))
                m_values.push_back({path, compact(element), RowValue::Kind::Object, depth});
            else if (depth < kMaxDepth)
                add(element.get_object().value_unsafe(), path, depth + 1);
            break;
        case dom::element_type::ARRAY: {
            // Several logs keep each header as a list of its values.
            const dom::array array = element.get_array().value_unsafe();
            if (array.begin() != array.end() && !isKeptWhole(key)) {
                const dom::element first = *array.begin();
                if (!first.is_object() && !first.is_array())
                    addElement(first, key, path, depth);
            }
            break;
        }
        case dom::element_type::NULL_VALUE:
            break;
        }
    }

    RowValues &m_values;
    bool m_isCut = false;
};

bool isHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return std::isxdigit(uchar(c)) != 0; });
}

/// Mends inside one string; `i` is at a backslash. Returns how many bytes were taken.
qsizetype mendEscape(QByteArrayView json, qsizetype i, QByteArray &out)
{
    const QByteArrayView rest = json.sliced(i);
    if (rest.size() >= 4 && rest[1] == 'x' && isHex(rest.sliced(2, 2))) {
        const auto code = rest.sliced(2, 2).toByteArray().toUInt(nullptr, 16);
        if (code < 0x80)
            out += "\\u00" + rest.sliced(2, 2).toByteArray();
        else
            out += char(code);
        return 4;
    }
    if (rest.size() >= 6 && rest[1] == 'u' && isHex(rest.sliced(2, 4))) {
        const auto code = rest.sliced(2, 4).toByteArray().toUInt(nullptr, 16);
        if (QChar::isHighSurrogate(code) && rest.size() >= 12 && rest[6] == '\\' && rest[7] == 'u'
            && isHex(rest.sliced(8, 4))
            && QChar::isLowSurrogate(rest.sliced(8, 4).toByteArray().toUInt(nullptr, 16))) {
            out += rest.first(12);
            return 12;
        }
        out += QChar::isSurrogate(code) ? QByteArrayView("\\ufffd") : rest.first(6);
        return 6;
    }
    const qsizetype length = std::min<qsizetype>(2, rest.size());
    out += rest.first(length);
    return length;
}

} // namespace

QByteArray mendedJson(QByteArrayView json)
{
    constexpr qsizetype kSafeDigits = 18;
    QByteArray out;
    out.reserve(json.size() + 64);
    bool isInString = false;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json[i];
        if (isInString && c == '\\') {
            i += mendEscape(json, i, out);
            continue;
        }
        if (c == '"')
            isInString = !isInString;
        if (!isInString && (c == '-' || (c >= '0' && c <= '9'))) {
            qsizetype end = i + 1;
            while (end < json.size() && QByteArrayView("0123456789+-.eE").contains(json[end]))
                ++end;
            const QByteArrayView number = json.sliced(i, end - i);
            bool isInRange = false;
            (void)number.toByteArray().toDouble(&isInRange);
            if (number.size() > kSafeDigits || !isInRange) // 1e400
                out += '"' + number.toByteArray() + '"';
            else
                out += number;
            i = end;
            continue;
        }
        out += c;
        ++i;
    }
    // Through UTF-16 and back: bytes that are no UTF-8 become U+FFFD.
    return QString::fromUtf8(out).toUtf8();
}

struct JsonRowReader::Parser
{
    dom::parser parser;
};

JsonRowReader::JsonRowReader()
    : m_parser(std::make_unique<Parser>())
{ }

JsonRowReader::~JsonRowReader() = default;

QString JsonRowReader::read(QByteArrayView json, RowValues &values)
{
    values.clear();
    if (json.isEmpty()) // The parser copies from it, and there may be no memory at all.
        return QStringLiteral("not JSON: it is empty");
    dom::element row;
    auto error = m_parser->parser.parse(json.data(), size_t(json.size())).get(row);
    if (error) {
        const QByteArray mended = mendedJson(json);
        if (m_parser->parser.parse(mended.constData(), size_t(mended.size())).get(row))
            return QStringLiteral("not JSON: %1")
                .arg(QString::fromUtf8(simdjson::error_message(error)));
    }
    dom::object object;
    if (row.get_object().get(object))
        return QStringLiteral("not a JSON object");
    Flattener flattener(values);
    flattener.add(object, {}, 0);
    // The field that would have changed the verdict may be one of those left out.
    return flattener.isCut() ? QStringLiteral("more than %1 fields").arg(kMaxValues) : QString();
}

} // namespace Gapline
