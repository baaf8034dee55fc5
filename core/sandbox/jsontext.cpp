// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/jsontext.h"

#include <charconv>

namespace Gapline {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

} // namespace

void appendJsonString(QByteArray &out, QByteArrayView text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (uchar(c) < 0x20) {
            out += "\\u00";
            out += kHexDigits[uchar(c) >> 4];
            out += kHexDigits[uchar(c) & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
}

QByteArray jsonString(QByteArrayView text)
{
    QByteArray out;
    appendJsonString(out, text);
    return out;
}

void appendNumber(QByteArray &out, qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end - digits);
}

void appendNumberOrNull(QByteArray &out, std::optional<qint64> number)
{
    if (number)
        appendNumber(out, *number);
    else
        out += "null";
}

void appendHex(QByteArray &out, quint64 number)
{
    char digits[16];
    for (int i = 15; i >= 0; --i, number >>= 4)
        digits[i] = kHexDigits[number & 0xf];
    out.append(digits, sizeof digits);
}

} // namespace Gapline
