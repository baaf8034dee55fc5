// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/timelinepicture.h"

#include "core/domain/displaytext.h"
#include "core/filter/filterparser.h"
#include "core/timeline/timeticks.h"
#include "ui/models/countedtext.h"
#include "ui/shell/coverageline.h"
#include "ui/timeline/timelinecontent.h"
#include "ui/timeline/timelinetext.h"
#include "ui/timeline/verdictmark.h"
#include "ui/workspace/streamview.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Gapline {
namespace {

class PictureText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)

public:
    static QString subtitle(const StreamView &view, TimeZoneChoice zone)
    {
        QStringList parts;
        if (const auto &definition = view.definition(); definition && !definition->name.isEmpty())
            parts << displayText(definition->name, 100);
        if (const auto &execution = view.execution()) {
            const QString id = displayText(execution->definitionId.text(), 100);
            parts << (execution->definitionVersion
                          ? tr("workflow %1, version %2")
                                .arg(id, QString::number(*execution->definitionVersion))
                          : tr("workflow %1").arg(id));
            parts << displayText(execution->status, 40);
            if (execution->startedAt)
                parts << tr("started %1").arg(isoTime(*execution->startedAt, zone));
            if (const auto ended = execution->endedAt(); ended && execution->startedAt)
                parts << tr("took %1").arg(deltaText(*ended - *execution->startedAt).mid(1));
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }

    static QString shownRange(const TimelinePicture &picture, PictureRange range)
    {
        const EventStream &stream = picture.index->stream();
        const QLocale locale;
        const QString last = locale.toString(qlonglong(stream.highestKnownSeq().value));
        QString text;
        if (range == PictureRange::Whole) {
            text = tr("Shown: the whole stream, seq 1 to %1").arg(last);
        } else if (picture.times) {
            const TimeAxis &axis = picture.times->axis();
            const auto at = [&](double position) {
                return isoTime(fromEpochMs(qint64(std::round(axis.timeAt(position)))),
                               picture.zone);
            };
            text = tr("Shown: %1 to %2 of a stream of seq 1 to %3")
                       .arg(at(picture.range.from), at(picture.range.to), last);
        } else {
            const auto first = qint64(std::floor(picture.range.from));
            const auto end = qint64(std::ceil(picture.range.to)) - 1;
            text = tr("Shown: seq %1 to %2 of 1 to %3")
                       .arg(locale.toString(qlonglong(first)),
                            locale.toString(qlonglong(std::max(first, end))),
                            last);
        }
        if (picture.times) {
            text += picture.zone == TimeZoneChoice::Utc ? tr(" · time axis, UTC")
                                                        : tr(" · time axis, local time");
            if (const qint64 untimed = picture.times->untimedCount(); untimed > 0)
                text += QStringLiteral(" · ") + TimelineText::untimed(untimed);
            if (!picture.times->axis().breaks().empty()) {
                text += tr(" · idle stretches longer than %1 are shortened")
                            .arg(breakText(picture.times->axis().longestIdle()));
            }
        }
        return text;
    }

    static QString wholeStream(const StreamView &view, TimeZoneChoice zone)
    {
        QString text = tr("Whole stream: %1")
                           .arg(CoverageLine::coverageText(view).replace(QStringLiteral("    "),
                                                                         QStringLiteral(" · ")));
        if (const auto fetched = view.stream()->state().fetchedAt)
            text += tr(" · fetched %1").arg(isoTime(*fetched, zone));
        return text;
    }

    static QString filtered(const StreamView &view)
    {
        const QLocale locale;
        return tr("Filtered: %1 of %2 are drawn (%3)")
            .arg(locale.toString(qlonglong(view.rows()->eventCount())),
                 CountedText::events(view.stream()->count()),
                 displayText(filterText(view.streamFilter()), 200));
    }

    static QStringList webhooks(const StreamDeliveries &deliveries, TimeZoneChoice zone)
    {
        const ReconcileTotals &totals = deliveries.totals();
        QStringList parts{tr("%1 expected").arg(QLocale().toString(qlonglong(totals.expected())))};
        for (const Verdict verdict : kVerdicts) {
            if (const qint64 count = totals.of(verdict); count > 0)
                parts << QStringLiteral("%1 %2").arg(QLocale().toString(qlonglong(count)),
                                                     DeliveryText::name(deliveryMark(verdict, 0)));
        }
        return {
            tr("Webhooks of this execution: %1").arg(parts.join(QStringLiteral(", "))),
            displayText(coverageStatement(deliveries.comparison().report(), zone, Wording::Window)
                            .join(u' '),
                        2000)};
    }
};

} // namespace

std::optional<double>
TimelinePicture::xOf(const EventStream &stream, qsizetype event, const TimelineScale &scale) const
{
    if (!times)
        return scale.centreOf(stream.seqAt(event));
    const std::optional<EpochMs> time = stream.timeAt(event);
    if (!time || times->axis().isEmpty())
        return std::nullopt;
    return scale.pixelAt(times->axis().positionOf(toEpochMs(*time)));
}

std::pair<double, double> TimelinePicture::columnOf(SeqRange seqs, const TimelineScale &scale) const
{
    const AxisRange at = times ? times->positionsOf(seqs)
                               : AxisRange{double(seqs.first.value), double(seqs.last.value) + 1};
    const double left = scale.pixelAt(at.from);
    return {left, std::max(scale.pixelAt(at.to), left + 1)};
}

std::optional<TimelinePicture>
takePicture(const TimelineContent &content, PictureRange range, TimeZoneChoice zone)
{
    const StreamView *view = content.view();
    if (!view)
        return std::nullopt;
    TimelinePicture picture;
    picture.index = content.index();
    picture.times = content.times();
    const AxisRange whole = content.wholeRange();
    const AxisRange visible = content.visibleRange();
    if (visible.from <= whole.from && visible.to >= whole.to)
        range = PictureRange::Whole;
    picture.range = range == PictureRange::Whole ? whole : visible;
    if (picture.times && picture.times->axis().isEmpty()) { // No event has a time.
        picture.times.reset();
        picture.range = picture.index->wholeStream();
    }
    picture.turns = content.index()->loopTurns();
    picture.deliveries = view->deliveries();
    picture.zone = zone;
    picture.title = displayText(view->executionId().text(), 300);
    picture.subtitle = PictureText::subtitle(*view, zone);
    picture.coverage << PictureText::shownRange(picture, range)
                     << PictureText::wholeStream(*view, zone);
    if (!view->streamFilter().isEmpty())
        picture.coverage << PictureText::filtered(*view);
    if (picture.deliveries)
        picture.coverage << PictureText::webhooks(*picture.deliveries, zone);
    return picture;
}

} // namespace Gapline
