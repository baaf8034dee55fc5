// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/showntext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ShownText", source);
}

QString number(qsizetype value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

QString shownText(const StreamView &view)
{
    const StreamRows &rows = *view.rows();
    const qsizetype events = view.stream()->count();
    if (!view.isLoaded())
        return text("reading from the cache …");
    if (view.isFiltering())
        return text("searching %1 …").arg(number(events));
    if (events == 0)
        return text("no events");
    const QString shown = rows.eventCount() == events && view.streamFilter().isEmpty()
        ? (events == 1 ? text("one event") : text("all %1 events").arg(number(events)))
        : text("%1 of %2 events").arg(number(rows.eventCount()), number(events));
    // A gap of which a range of seqs shows a part is shown.
    const qsizetype gaps = qsizetype(view.gaps().size());
    const qsizetype hidden = gaps - qsizetype(rows.gaps().size());
    if (hidden <= 0)
        return shown;
    return shown + QStringLiteral(" · ")
        + (hidden == 1 ? text("one gap hidden") : text("%1 gaps hidden").arg(number(hidden)));
}

QString whyNoRows(const StreamView &view)
{
    if (!view.isLoaded())
        return text("Reading from the cache …");
    if (view.isFiltering())
        return text("Searching …");
    if (view.stream()->highestKnownSeq() == Seq{0})
        return text("Nothing is known of this execution yet. F5 fetches it, once there is a "
                    "connection.");
    if (!view.streamFilter().isEmpty())
        return text("No event passes the filter. Ctrl+Z takes the last change back, "
                    "Ctrl+Shift+F clears the filter.");
    return text("No seq that was scanned holds a visible event, and the rows of gaps are hidden "
                "(Ctrl+G).");
}

} // namespace Gapline
