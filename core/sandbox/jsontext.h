// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Gapline {

// The sandbox writes its answers by appending: 500 events must cost microseconds, and every byte must be known.

/// A JSON string with its quotes; `text` is UTF-8.
void appendJsonString(QByteArray &out, QByteArrayView text);
[[nodiscard]] QByteArray jsonString(QByteArrayView text);
void appendNumber(QByteArray &out, qint64 number);
/// The number, or null.
void appendNumberOrNull(QByteArray &out, std::optional<qint64> number);
/// 16 hexadecimal digits.
void appendHex(QByteArray &out, quint64 number);

} // namespace Gapline
