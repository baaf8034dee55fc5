// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace Gapline {

/// One term of a filter text, as it stands there. Positions count QChars from the begin of the text.
struct FilterTerm
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isExclusion = false; ///< "-" in front of a key or a word.
    bool hasKey = false; ///< A colon outside of quotes.
    QString key; ///< In lower case, without sign and colon.
    qsizetype valueBegin = 0; ///< Behind the colon, or the begin of the word.
    QString value; ///< Without quotes and backslashes.
    bool isQuoted = false;
    QString behindQuote; ///< What follows a closing quote: "/" of step:"a b"/.
    std::optional<qsizetype> openQuote; ///< A quote that is never closed.
};

/// The terms of a text in their order; never fails, what is wrong shows in the terms. Pure.
[[nodiscard]] std::vector<FilterTerm> splitFilterTerms(QStringView text);

} // namespace Gapline
