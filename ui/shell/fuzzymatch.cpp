// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzymatch.h"

#include <QStringList>

#include <algorithm>

namespace Gapline {
namespace {

constexpr int kWhole = 1000; // Any run of letters is better than letters apart.
constexpr int kAtWordBegin = 200;
constexpr int kFarthest = 100;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber()
        || (text[at].isUpper() && text[at - 1].isLower());
}

std::optional<int> scoreOfRun(QStringView word, QStringView text)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const int score = kWhole + (beginsWord(text, at) ? kAtWordBegin : 0)
            - int(std::min<qsizetype>(at, kFarthest));
        best = std::max(best.value_or(score), score);
        if (at > kFarthest)
            break;
    }
    return best;
}

std::optional<int> scoreOfLetters(QStringView word, QStringView text)
{
    int score = 0;
    qsizetype at = 0;
    for (const QChar letter : word) {
        // The begin of a word is what is meant more often than the next letter that fits. A letter inside of another
        // word never is: random ids hold every letter somewhere.
        qsizetype found = -1;
        bool isSameWord = at > 0;
        for (qsizetype i = at; i < text.size(); ++i) {
            const bool begins = beginsWord(text, i);
            isSameWord = isSameWord && !begins;
            if (text[i].toCaseFolded() != letter.toCaseFolded() || !(begins || isSameWord))
                continue;
            if (found < 0)
                found = i;
            if (begins) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        score += beginsWord(text, found) ? 20 : 1;
        at = found + 1;
    }
    return score;
}

} // namespace

std::optional<int> fuzzyScore(const QString &query, const QString &text)
{
    int total = 0;
    for (const QString &word : query.split(u' ', Qt::SkipEmptyParts)) {
        std::optional<int> score = scoreOfRun(word, text);
        if (!score)
            score = scoreOfLetters(word, text);
        if (!score)
            return std::nullopt;
        total += *score;
    }
    // Of two that match alike the shorter one is nearer.
    return total * 8 - int(std::min<qsizetype>(text.size(), kFarthest)) / 8;
}

} // namespace Gapline
