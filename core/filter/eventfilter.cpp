// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/eventfilter.h"

#include "core/domain/steplineage.h"

#include <algorithm>

namespace Gapline {
namespace {

template<typename Pattern, typename Matches>
bool passes(const QList<Pattern> &patterns, Matches &&matches)
{
    bool hasInclusion = false;
    bool isIncluded = false;
    for (const Pattern &pattern : patterns) {
        const bool isMatch = matches(pattern);
        if (pattern.isExclusion && isMatch)
            return false;
        hasInclusion |= !pattern.isExclusion;
        isIncluded |= !pattern.isExclusion && isMatch;
    }
    return isIncluded || !hasInclusion;
}

bool matchesStep(const StepPattern &pattern, QStringView stepId)
{
    if (stepId.isEmpty())
        return false;
    const auto matches = [&pattern](QByteArrayView id) {
        return matchesWildcard(pattern.pattern, QString::fromUtf8(id));
    };
    const QByteArray utf8 = stepId.toUtf8();
    for (std::optional<QByteArrayView> id = utf8; id; id = parentOfStep(*id)) {
        if (matches(*id) || matches(nodeOfStep(*id)))
            return true;
        if (!pattern.withDescendants)
            return false;
    }
    return false;
}

} // namespace

TypePattern typePatternFrom(QStringView option)
{
    const bool isExclusion = option.startsWith(u'!');
    return {(isExclusion ? option.sliced(1) : option).toString(), isExclusion};
}

StepPattern stepPatternFrom(QStringView option)
{
    const bool isExclusion = option.startsWith(u'!');
    QStringView rest = isExclusion ? option.sliced(1) : option;
    const bool withDescendants = rest.endsWith(u'/');
    if (withDescendants)
        rest.chop(1);
    return {rest.toString(), withDescendants, isExclusion};
}

bool matchesWildcard(QStringView pattern, QStringView text)
{
    // Greedy matching with one point of return: linear for one '*', never exponential.
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype starAt = -1;
    qsizetype resumeAt = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            starAt = p++;
            resumeAt = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (starAt >= 0) {
            p = starAt + 1;
            t = ++resumeAt;
        } else {
            return false;
        }
    }
    return std::ranges::all_of(pattern.sliced(p), [](QChar c) { return c == u'*'; });
}

bool matchesTypes(const EventFilter &filter, QStringView type)
{
    return passes(filter.types, [type](const TypePattern &pattern) {
        return matchesWildcard(pattern.pattern, type);
    });
}

bool matchesSteps(const EventFilter &filter, QStringView stepId)
{
    return passes(filter.steps,
                  [stepId](const StepPattern &pattern) { return matchesStep(pattern, stepId); });
}

} // namespace Gapline
