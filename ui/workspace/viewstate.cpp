// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/viewstate.h"

#include "core/domain/displaytext.h"
#include "core/filter/filterparser.h"
#include "ui/workspace/streamview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

constexpr qsizetype kShownCharacters = 48;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ViewState)
};

QString shown(const QString &value)
{
    return displayText(value, kShownCharacters);
}

/// The one pattern that `after` has more than `before`; nothing when there are others, or other changes.
template<typename Pattern>
std::optional<Pattern> addedPattern(const QList<Pattern> &before, const QList<Pattern> &after)
{
    if (after.size() != before.size() + 1
        || !std::equal(before.begin(), before.end(), after.begin()))
        return std::nullopt;
    return after.constLast();
}

template<typename Pattern>
QString patternsText(const QList<Pattern> &before,
                     const QList<Pattern> &after,
                     const QString &all,
                     const QString &asTerms)
{
    if (after.isEmpty())
        return all;
    if (after.size() == 1 && !after.constFirst().isExclusion)
        return Text::tr("only %1").arg(shown(after.constFirst().pattern));
    const std::optional<Pattern> added = addedPattern(before, after);
    if (added && added->isExclusion)
        return Text::tr("not %1").arg(shown(added->pattern));
    return shown(asTerms);
}

QString seqsText(const EventFilter &filter)
{
    EventFilter seqs;
    seqs.sinceSeq = filter.sinceSeq;
    seqs.untilSeq = filter.untilSeq;
    return seqs.isEmpty() ? Text::tr("every seq")
                          : Text::tr("seq %1").arg(filterText({seqs, {}}).mid(4));
}

QString filterChangeText(const StreamFilter &before, const StreamFilter &after)
{
    if (after.isEmpty())
        return Text::tr("Clear the Filter");
    const EventFilter &was = before.events;
    const EventFilter &is = after.events;
    QStringList parts;
    if (was.types != is.types) {
        EventFilter types;
        types.types = is.types;
        parts << patternsText(was.types, is.types, Text::tr("every type"), filterText({types, {}}));
    }
    if (was.steps != is.steps) {
        EventFilter steps;
        steps.steps = is.steps;
        parts << patternsText(was.steps, is.steps, Text::tr("every step"), filterText({steps, {}}));
    }
    if (was.sinceSeq != is.sinceSeq || was.untilSeq != is.untilSeq)
        parts << seqsText(is);
    if (was.from != is.from || was.to != is.to)
        parts << (is.from || is.to ? Text::tr("span of time") : Text::tr("every time"));
    if (before.verdicts != after.verdicts) {
        StreamFilter verdicts;
        verdicts.verdicts = after.verdicts;
        parts << (after.verdicts.isEmpty() ? Text::tr("every verdict") : filterText(verdicts));
    }
    if (was.text != is.text)
        parts << (is.text.isEmpty() ? Text::tr("any text")
                                    : Text::tr("text \"%1\"").arg(shown(is.text)));
    return Text::tr("Filter: %1").arg(parts.join(QStringLiteral(", ")));
}

QString selectionText(const std::optional<SeqRange> &selection)
{
    if (!selection)
        return Text::tr("Select Nothing");
    return selection->count() == 1
        ? Text::tr("Select Seq %1").arg(selection->first.value)
        : Text::tr("Select Seqs %1–%2").arg(selection->first.value).arg(selection->last.value);
}

} // namespace

ViewState viewStateOf(const StreamView &view)
{
    const bool isWhole = view.visibleSeqs() == view.wholeStream();
    return {view.streamFilter(),
            view.showsGapRows(),
            isWhole ? std::nullopt : std::optional(view.visibleSeqs()),
            view.selection()};
}

void applyViewState(StreamView &view, const ViewState &state)
{
    view.setStreamFilter(state.filter);
    view.setShowsGapRows(state.showsGapRows);
    view.select(state.selection);
    // Last: a selection may scroll.
    view.setVisibleSeqs(state.visible.value_or(view.wholeStream()));
}

QString viewChangeText(const ViewState &before, const ViewState &after)
{
    if (before.filter != after.filter)
        return filterChangeText(before.filter, after.filter);
    if (before.showsGapRows != after.showsGapRows)
        return after.showsGapRows ? Text::tr("Show Gap Rows") : Text::tr("Hide Gap Rows");
    if (before.selection != after.selection)
        return selectionText(after.selection);
    constexpr double kSameWidth = 1e-6;
    const bool isScroll = before.visible && after.visible
        && std::abs(before.visible->width() - after.visible->width()) < kSameWidth;
    return isScroll ? Text::tr("Scroll") : Text::tr("Zoom");
}

} // namespace Gapline
