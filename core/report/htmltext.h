// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/displaytext.h"
#include "core/domain/verdict.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Gapline {

// Pieces of reports in HTML. Whatever comes from outside passes one of the first two.

/// Made safe to look at (displayText()) and escaped, for text and attributes.
[[nodiscard]] QByteArray escapedHtml(QStringView text, qsizetype limit = kCellCharacters);
[[nodiscard]] QByteArray escapedHtmlUtf8(QByteArrayView text, qsizetype limit = kCellCharacters);

/// A table cell; of ready HTML, a number, or a verdict under its own class.
[[nodiscard]] QByteArray htmlCell(const QByteArray &html);
[[nodiscard]] QByteArray htmlNumberCell(qint64 value);
[[nodiscard]] QByteArray htmlVerdictCell(QLatin1String name);

} // namespace Gapline
