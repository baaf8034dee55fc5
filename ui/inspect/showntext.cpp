// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/showntext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownText)
};

QString number(qsizetype value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

QString shownText(const StreamView &view)
{
    const StreamRows &rows = *view.rows();
    const qsizetype events = view.stream()->count();
    if (view.isUnreadable())
        return Text::tr("not readable from the cache");
    if (!view.isLoaded())
        return Text::tr("reading from the cache …");
    if (view.isFiltering())
        return Text::tr("searching %1 …").arg(number(events));
    if (events == 0)
        return Text::tr("no events");
    const QString shown = rows.eventCount() == events && view.streamFilter().isEmpty()
        ? (events == 1 ? Text::tr("one event") : Text::tr("all %1 events").arg(number(events)))
        : Text::tr("%1 of %2 events").arg(number(rows.eventCount()), number(events));
    // A gap of which a range of seqs shows a part is shown.
    const qsizetype gaps = qsizetype(view.gaps().size());
    const qsizetype hidden = gaps - qsizetype(rows.gaps().size());
    if (hidden <= 0)
        return shown;
    return shown + QStringLiteral(" · ")
        + (hidden == 1 ? Text::tr("one gap hidden")
                       : Text::tr("%1 gaps hidden").arg(number(hidden)));
}

QString whyNoEvents(const StreamView &view, TimeZoneChoice zone)
{
    if (!view.stream()->isEmpty())
        return {};
    const StreamState &state = view.stream()->state();
    if (view.stream()->highestKnownSeq() > Seq{0})
        return state.isComplete
            ? Text::tr("All its seqs are scanned, and none holds a visible event.")
            : Text::tr("No seq that was scanned so far holds a visible event.");
    if (!state.isComplete)
        return Text::tr("Nothing is known of this execution yet. F5 fetches it, once there is a "
                        "connection.");
    // Read to its end, and the end is where it begins.
    return state.fetchedAt
        ? Text::tr("The API has no event of this execution to show (fetched %1).")
              .arg(shortDateTime(*state.fetchedAt, zone))
        : Text::tr("The API has no event of this execution to show.");
}

QString whyNoRows(const StreamView &view, TimeZoneChoice zone)
{
    if (view.isUnreadable())
        return Text::tr("The cache could not be read: nothing can be said of this execution.");
    if (!view.isLoaded())
        return Text::tr("Reading from the cache …");
    if (view.isFiltering())
        return Text::tr("Searching …");
    if (view.stream()->highestKnownSeq() == Seq{0})
        return whyNoEvents(view, zone);
    if (!view.streamFilter().isEmpty())
        return Text::tr("No event passes the filter. Ctrl+Z takes the last change back, "
                        "Ctrl+Shift+F clears the filter.");
    return Text::tr(
        "No seq that was scanned holds a visible event, and the rows of gaps are hidden "
        "(Ctrl+G).");
}

} // namespace Gapline
