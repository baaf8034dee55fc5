// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filterterms.h"

namespace Gapline {
namespace {

/// Reads one quoted value; `at` stands on the opening quote, and behind the closing one afterwards.
void readQuoted(QStringView text, qsizetype &at, FilterTerm &term)
{
    const qsizetype opened = at++;
    term.isQuoted = true;
    while (at < text.size() && text[at] != u'"') {
        const bool isEscape = text[at] == u'\\' && at + 1 < text.size()
            && (text[at + 1] == u'"' || text[at + 1] == u'\\');
        if (isEscape)
            ++at;
        term.value += text[at++];
    }
    if (at == text.size())
        term.openQuote = opened;
    else
        ++at;
}

} // namespace

std::vector<FilterTerm> splitFilterTerms(QStringView text)
{
    std::vector<FilterTerm> terms;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        FilterTerm term;
        term.begin = at;
        if (text[at] == u'-') {
            term.isExclusion = true;
            ++at;
        }
        term.valueBegin = at;
        while (at < text.size() && !text[at].isSpace()) {
            if (text[at] == u':' && !term.hasKey && !term.isQuoted) {
                term.hasKey = true;
                term.key = term.value.toLower();
                term.value.clear();
                term.valueBegin = at + 1;
                ++at;
            } else if (text[at] == u'"' && at == term.valueBegin) {
                readQuoted(text, at, term);
            } else {
                (term.isQuoted ? term.behindQuote : term.value) += text[at++];
            }
        }
        term.end = at;
        terms.push_back(std::move(term));
    }
    return terms;
}

} // namespace Gapline
