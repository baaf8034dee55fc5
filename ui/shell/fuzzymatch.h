// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Gapline {

/// How well `text` answers `query`, in which every word must occur: as it is, or as letters in their order ("zws" or
/// "zmstr" for "Zoom to the Whole Stream"), each at the begin of a word or in the word of the one before. Case is ignored. More is better; nothing when it does not match. An empty query matches
/// everything alike. Pure.
[[nodiscard]] std::optional<int> fuzzyScore(const QString &query, const QString &text);

} // namespace Gapline
