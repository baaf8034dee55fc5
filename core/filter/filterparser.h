// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/streamfilter.h"

#include <QString>

#include <tl/expected.hpp>

namespace Gapline {

// The text form of a filter, such as
//
//     type:step.* -type:step.cancelled step:human-legal/ seq:10..40 verdict:missed text:"sla"
//
// Terms stand apart by white space. "type:" and "step:" may be repeated and, with "-" in front, exclude; a step with
// "/" behind counts with all that follows from it. "seq:" is 10..40, 10.., ..40 or 15; "from:" and "to:" are ISO 8601
// or epoch ms; "verdict:" may be repeated; words alone are "text:". A value that holds white space or a quote stands in
// double quotes, in which \" and \\ are a quote and a backslash. Pure.

/// What is wrong with a filter text, where, and what to write instead.
struct FilterProblem
{
    qsizetype position = 0; ///< Of the first character that is wrong.
    qsizetype length = 0; ///< 0: something is wanted there.
    QString message; ///< A whole sentence, plain text.
    QString instead; ///< For this stretch of the text; a valid example, or empty when nobody knows.
};

/// Empty text is the empty filter.
[[nodiscard]] tl::expected<StreamFilter, FilterProblem> parseFilter(QStringView text);

/// parseFilter() of it gives `filter` again, as long as its ranges do not run backwards.
[[nodiscard]] QString filterText(const StreamFilter &filter);

/// What is being written at a place of a filter text.
enum class FilterPart
{
    Key, ///< "ty" before any colon; or nothing yet.
    Type,
    Step,
    Verdict,
    Other, ///< Nothing that could be completed.
};

struct FilterCursor
{
    FilterPart part = FilterPart::Key;
    qsizetype begin = 0; ///< Of what a completion replaces: the key with its sign, or the value.
    qsizetype length = 0; ///< To the end of the term, also beyond the cursor.
    QString typed; ///< Up to the cursor, without quotes.
};

[[nodiscard]] FilterCursor filterCursorAt(QStringView text, qsizetype position);

/// The keys with their colon, each with "-" where it can exclude.
[[nodiscard]] QStringList filterKeys();
/// `value` as it stands behind a colon: quoted where it must be.
[[nodiscard]] QString filterValue(const QString &value);

} // namespace Gapline
