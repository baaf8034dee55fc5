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
    const QString all = hidden == gaps
        ? text("all %1 gaps hidden").arg(number(gaps))
        : text("%1 of %2 gaps hidden").arg(number(hidden), number(gaps));
    return shown + QStringLiteral(" · ") + all;
}

} // namespace Gapline
