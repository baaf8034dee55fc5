// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Gapline {

/// One value of a JSON text, with the key or position under which it stands.
struct JsonItem
{
    qsizetype parent =
        -1; ///< Index of the object or array that holds it; -1 for the value that is the text.
    QString key; ///< An object's key, decoded; empty in an array and for the whole.
    qsizetype index = -1; ///< Position in an array; -1 elsewhere.
    QByteArrayView raw; ///< The value's bytes as they stand in the text.
    qsizetype children = -1; ///< Of an object or array; -1 for anything else.
    qsizetype depth = 0;

    [[nodiscard]] bool isObject() const { return raw.startsWith('{'); }
    [[nodiscard]] bool isContainer() const { return children >= 0; }
};

/// The values of a text, level by level, at most `most` of them and kDeepest levels; `isCut` says that there are more.
struct JsonOutline
{
    static constexpr qsizetype kDeepest = 64;

    std::vector<JsonItem> items;
    bool isCut = false;
};

/// Takes JSON apart for a tree. Numbers and strings stay the bytes they were; what stands inside them may be anything
/// (see jsontokens.h). Nothing when the structure is broken. Views point into `json`. Pure; any thread.
[[nodiscard]] std::optional<JsonOutline> outlineOf(QByteArrayView json, qsizetype most);

/// A string decoded; any other scalar as it is written; "{}" and "[]" with their number of members.
[[nodiscard]] QString valueText(const JsonItem &item);

} // namespace Gapline
