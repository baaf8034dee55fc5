// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <vector>

namespace Gapline {

/// One value of a log row: a cell, or a scalar or body somewhere inside a JSON object.
struct RowValue
{
    enum class Kind : quint8
    {
        Text,
        Number,
        Other, ///< true or false.
        Object, ///< Its compact JSON text.
    };
    QByteArray path; ///< "headers.x-velt-attempt"; a column's name.
    QByteArray text; ///< UTF-8.
    Kind kind = Kind::Text;
    int depth = 0; ///< Objects around it, beside the row itself.
};
using RowValues = std::vector<RowValue>;

/// Reads one JSON object after the other into its values. Objects are descended into, a few levels deep, but
/// for bodies and `data`; the first element stands for an array. Null is absent. Single-threaded; keeps its
/// parser's memory.
class JsonRowReader
{
public:
    JsonRowReader();
    ~JsonRowReader();
    JsonRowReader(const JsonRowReader &) = delete;
    JsonRowReader &operator=(const JsonRowReader &) = delete;

    /// Empty when read; otherwise why not. What a strict parser refuses but a log may well hold is mended and
    /// read: bytes that are no UTF-8, lone surrogates, numbers beyond 64 bits, nginx's \xHH.
    [[nodiscard]] QString read(QByteArrayView json, RowValues &values);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// JSON made readable for a strict parser, as JsonRowReader says. Nothing else is changed.
[[nodiscard]] QByteArray mendedJson(QByteArrayView json);

} // namespace Gapline
