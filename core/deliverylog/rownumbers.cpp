// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/rownumbers.h"

#include "core/domain/ids.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Gapline {

std::optional<qint64> wholeNumber(const QByteArray &text)
{
    QByteArray digits = text.trimmed();
    if (const qsizetype point = digits.indexOf('.'); point > 0) {
        const QByteArrayView fraction = QByteArrayView(digits).sliced(point + 1);
        if (std::ranges::all_of(fraction, [](char c) { return c == '0'; }))
            digits.truncate(point);
    }
    bool isNumber = false;
    const qint64 value = digits.toLongLong(&isNumber);
    return isNumber && value >= 0 && value <= kMaxSafeInteger ? std::optional(value) : std::nullopt;
}

std::optional<int> statusNumber(const QByteArray &text)
{
    const QList<QByteArray> words = text.trimmed().split(' ');
    const QByteArray word =
        words.size() > 1 && words.first().startsWith("HTTP/") ? words.at(1) : words.first();
    const auto number = wholeNumber(word);
    return number && *number <= 999 ? std::optional(int(*number)) : std::nullopt;
}

bool tellsOfFailure(const QByteArray &status, bool isOfDelivery)
{
    constexpr qsizetype kLongest = 64;
    if (status.size() > kLongest || statusNumber(status))
        return false;
    const QByteArray text = status.trimmed().toLower();
    bool isRead = false;
    const double value = text.toDouble(&isRead);
    const bool isNumber =
        isRead && std::isfinite(value); // "nan" stands for a status that is not there.
    static constexpr std::array kWords{"error",
                                       "timeout",
                                       "timed out",
                                       "timedout",
                                       "refused",
                                       "reject",
                                       "reset",
                                       "abort",
                                       "econn",
                                       "unreachable",
                                       "unavailable",
                                       "denied",
                                       "dropped"};
    return isNumber || (isOfDelivery && text.contains("fail"))
        || std::ranges::any_of(kWords, [&text](const char *word) { return text.contains(word); });
}

} // namespace Gapline
