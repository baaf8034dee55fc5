// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/subscriptionlint.h"

#include "core/domain/eventtype.h"

#include <algorithm>
#include <vector>

namespace Gapline {
namespace {

/// Length of the longest common subsequence, as a share of both lengths: "step.waiting" lies wholly inside
/// "step.awaiting-approval", which an edit distance would punish for its length.
double likeness(QStringView a, QStringView b)
{
    std::vector<int> lengths(size_t(b.size()) + 1, 0);
    for (const QChar c : a) {
        int diagonal = 0;
        for (size_t j = 1; j < lengths.size(); ++j) {
            const int above = lengths[j];
            lengths[j] = c == b[qsizetype(j) - 1] ? diagonal + 1 : std::max(above, lengths[j - 1]);
            diagonal = above;
        }
    }
    return 2.0 * lengths.back() / double(a.size() + b.size());
}

QString nearestType(const QString &name)
{
    constexpr double kLikeEnough = 0.5;
    constexpr qsizetype kLongest = 200; // Nobody's typo is longer, and the cost is the product.
    QString nearest;
    double best = kLikeEnough;
    for (const EventType &type : externalEventTypes()) {
        const QString candidate = QLatin1String(type.name);
        const double score = likeness(name.left(kLongest).toLower(), candidate);
        if (score > best) {
            best = score;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace

QList<SubscriptionProblem> lintSubscription(const QStringList &types)
{
    QList<SubscriptionProblem> problems;
    for (const QString &name : types) {
        const EventType *type = findEventType(name.toUtf8());
        if (!type || !type->isExternal)
            problems.append({name, type != nullptr, nearestType(name)});
    }
    return problems;
}

QString problemInWords(const SubscriptionProblem &problem, Wording wording)
{
    const QString text = problem.isInternal
        ? CoreText::say(
            wording,
            QT_TRANSLATE_NOOP("Gapline::CoreText",
                              "\"%1\" is an internal type, which is never sent as a webhook"))
        : CoreText::say(
            wording,
            QT_TRANSLATE_NOOP("Gapline::CoreText",
                              "\"%1\" is no documented type and subscribes to nothing"));
    if (problem.nearest.isEmpty())
        return text.arg(problem.name);
    const QString question =
        CoreText::say(wording, QT_TRANSLATE_NOOP("Gapline::CoreText", "; did you mean \"%1\"?"));
    return text.arg(problem.name) + question.arg(problem.nearest);
}

} // namespace Gapline
