// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/filteredit.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Gapline {
namespace {

bool hasInclusion(const QList<TypePattern> &patterns)
{
    return std::ranges::any_of(patterns,
                               [](const TypePattern &pattern) { return !pattern.isExclusion; });
}

bool isShown(const EventFilter &filter, const QByteArray &type)
{
    return matchesTypes(filter, QString::fromUtf8(type));
}

QList<TypePattern> patternsOf(const QByteArrayList &types, bool isExclusion)
{
    QList<TypePattern> patterns;
    for (const QByteArray &type : types)
        patterns.append({QString::fromUtf8(type), isExclusion});
    return patterns;
}

} // namespace

std::vector<TypeCount> countTypes(const EventStream &stream)
{
    std::vector<qint64> events(stream.types().size(), 0);
    for (const quint16 type : stream.typeIndexes())
        ++events[type];
    return countTypes(stream, events);
}

std::vector<TypeCount> countTypes(const EventStream &stream, const std::vector<qint64> &events)
{
    std::vector<TypeCount> counts;
    for (const EventType &type : externalEventTypes())
        counts.push_back({QByteArray(type.name), type.category, 0});
    for (quint32 i = 0; i < stream.types().size(); ++i) {
        const QByteArray &name = stream.types().at(i);
        const auto known =
            std::ranges::find_if(counts, [&name](const TypeCount &c) { return c.name == name; });
        if (known != counts.end())
            known->events = events[i];
        else if (events[i] > 0)
            counts.push_back({name, categoryOf(name), events[i]});
    }
    std::ranges::stable_sort(counts, {}, &TypeCount::category);
    return counts;
}

Shown shownTypes(const EventFilter &filter, const QByteArrayList &types)
{
    const auto shown = std::ranges::count_if(
        types, [&filter](const QByteArray &type) { return isShown(filter, type); });
    if (shown == types.size())
        return Shown::All;
    return shown == 0 ? Shown::None : Shown::Some;
}

EventFilter withTypesShown(const EventFilter &filter,
                           const QByteArrayList &types,
                           bool show,
                           const QByteArrayList &all)
{
    QByteArrayList shown;
    QByteArrayList hidden;
    for (const QByteArray &type : all)
        ((types.contains(type) ? show : isShown(filter, type)) ? shown : hidden) << type;

    EventFilter changed = filter;
    if (hidden.isEmpty())
        changed.types.clear();
    else if (hasInclusion(filter.types) && !shown.isEmpty())
        changed.types = patternsOf(shown, false);
    else
        changed.types = patternsOf(hidden, true);
    return changed;
}

EventFilter withOnlyTypes(const EventFilter &filter, const QByteArrayList &types)
{
    EventFilter changed = filter;
    changed.types = patternsOf(types, false);
    return changed;
}

EventFilter withAllTypesBut(const EventFilter &filter, const QByteArrayList &types)
{
    EventFilter changed = filter;
    changed.types = patternsOf(types, true);
    return changed;
}

StepChoice stepChoice(const EventFilter &filter, const QByteArray &stepId)
{
    const QString id = QString::fromUtf8(stepId);
    for (const StepPattern &pattern : filter.steps) {
        if (pattern.pattern == id)
            return pattern.isExclusion ? StepChoice::Hidden : StepChoice::Only;
    }
    return StepChoice::Any;
}

EventFilter withStepChoice(const EventFilter &filter,
                           const QByteArray &stepId,
                           StepChoice choice,
                           bool withDescendants)
{
    EventFilter changed = filter;
    const QString id = QString::fromUtf8(stepId);
    changed.steps.removeIf([&id](const StepPattern &pattern) { return pattern.pattern == id; });
    if (choice != StepChoice::Any)
        changed.steps.append({id, withDescendants, choice == StepChoice::Hidden});
    return changed;
}

EventFilter withOnlyStep(const EventFilter &filter, const QByteArray &stepId)
{
    EventFilter changed = filter;
    changed.steps = {{QString::fromUtf8(stepId), false, false}};
    return changed;
}

std::optional<SeqLimits> parseSeqLimits(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,16})?\\s*([-–—…]|\\.\\.)?\\s*(\\d{1,16})?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto seqOf = [&match](int group) {
        return match.captured(group).isEmpty()
            ? std::nullopt
            : std::optional<Seq>(Seq{match.captured(group).toLongLong()});
    };
    SeqLimits limits{seqOf(1), seqOf(3)};
    const bool isRange = !match.captured(2).isEmpty();
    if (!isRange && limits.last)
        return std::nullopt;
    if (!isRange)
        limits.last = limits.first;
    if (limits.first && limits.last && *limits.last < *limits.first)
        return std::nullopt;
    return limits;
}

QString seqLimitsText(const EventFilter &filter)
{
    if (!filter.sinceSeq && !filter.untilSeq)
        return {};
    const QString first =
        filter.sinceSeq ? QString::number(filter.sinceSeq->next().value) : QString();
    const QString last = filter.untilSeq ? QString::number(filter.untilSeq->value) : QString();
    return first == last ? first : first + u'–' + last;
}

EventFilter withSeqLimits(const EventFilter &filter, const SeqLimits &limits)
{
    EventFilter changed = filter;
    changed.sinceSeq.reset();
    if (limits.first && *limits.first > Seq{1})
        changed.sinceSeq = limits.first->previous();
    changed.untilSeq = limits.last;
    return changed;
}

} // namespace Gapline
