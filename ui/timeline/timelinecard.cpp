// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecard.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/models/datasummary.h"
#include "ui/timeline/timelinetext.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/iterations.h"
#include "ui/workspace/streamview.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

constexpr qsizetype kDataCharacters = 160;
constexpr qsizetype kIdCharacters = 90;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TimelineCard)
};

/// Rows of a table: the title and sentences over its whole width, facts with a label before them.
class Card
{
public:
    void title(const QString &title) { row(QStringLiteral("<b>%1</b>"), title); }
    void sentence(const QString &sentence) { row(QStringLiteral("%1"), sentence); }
    void fact(const QString &label, const QString &value)
    {
        m_rows +=
            QStringLiteral(
                "<tr><td style='padding-right:10px; white-space:nowrap'>%1</td><td>%2</td></tr>")
                .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
    }
    [[nodiscard]] QString html() const
    {
        return m_rows.isEmpty() ? QString() : QStringLiteral("<table>%1</table>").arg(m_rows);
    }

private:
    void row(const QString &form, const QString &value)
    {
        m_rows +=
            QStringLiteral("<tr><td colspan='2'>%1</td></tr>").arg(form.arg(value.toHtmlEscaped()));
    }

    QString m_rows;
};

QString dataText(const EventStream &stream, qsizetype event, StreamView &view)
{
    const std::optional<QByteArray> raw = view.rawAt(stream.rawLocationAt(event));
    if (!raw)
        return QStringLiteral("…");
    const QString summary = eventSummary(stream.typeAt(event), *raw);
    return displayText(summary, kDataCharacters);
}

void addBookmark(Card &card, SeqRange seqs, StreamView *view)
{
    const Bookmark *bookmark = view ? view->bookmarks().firstIn(seqs) : nullptr;
    if (bookmark)
        card.sentence(TimelineText::bookmark(*bookmark));
}

void addEvent(
    Card &card, const TimelineIndex &index, qsizetype event, StreamView *view, TimeZoneChoice zone)
{
    const EventStream &stream = index.stream();
    card.title(TimelineText::event(index, event));
    const std::optional<EpochMs> time = stream.timeAt(event);
    card.fact(Text::tr("Time"), time ? isoTime(*time, zone) : Text::tr("none was sent"));
    const auto delta = event > 0 ? stream.timeBetween(event - 1, event) : std::nullopt;
    if (delta)
        card.fact(Text::tr("Since previous"), deltaText(*delta));
    if (const std::optional<QByteArray> step = stream.stepIdAt(event))
        card.fact(Text::tr("Step id"), displayText(QString::fromUtf8(*step), kIdCharacters));
    if (view) {
        if (const auto iteration = view->iterations().all()->of(stream, event))
            card.sentence(TimelineText::iteration(*iteration));
        if (const QString data = dataText(stream, event, *view); !data.isEmpty())
            card.fact(Text::tr("Data"), data);
        const StreamDeliveriesPtr &deliveries = view->deliveries();
        const auto finding = deliveries ? deliveries->findingOf(stream.seqAt(event)) : std::nullopt;
        if (finding)
            card.fact(Text::tr("Webhook"),
                      verdictInWords(deliveries->comparison(), *finding, zone));
    }
    for (const QString &remark : TimelineText::remarks(stream, event))
        card.sentence(remark);
    addBookmark(card, {stream.seqAt(event), stream.seqAt(event)}, view);
}

void addGap(
    Card &card, const TimelineIndex &index, const Gap &gap, StreamView *view, TimeZoneChoice zone)
{
    const EventStream &stream = index.stream();
    card.title(TimelineText::gap(gap));
    // The nearest events that have a time.
    std::optional<EpochMs> before;
    std::optional<EpochMs> after;
    const qsizetype next = stream.lowerBound(gap.range.first);
    for (qsizetype event = next - 1; event >= 0 && !before; --event)
        before = stream.timeAt(event);
    for (qsizetype event = next; event < stream.count() && !after; ++event)
        after = stream.timeAt(event);
    if (before)
        card.fact(Text::tr("After"), isoTime(*before, zone));
    if (after)
        card.fact(Text::tr("Before"), isoTime(*after, zone));
    card.sentence(TimelineText::gapMeaning(gap));
    addBookmark(card, gap.range, view);
}

} // namespace

QString timelineCard(const TimelineIndex &index,
                     const TimelineHit &hit,
                     StreamView *view,
                     TimeZoneChoice zone)
{
    Card card;
    if (hit.event)
        addEvent(card, index, *hit.event, view, zone);
    if (hit.eventCount > 1)
        card.sentence(Text::tr("%1 events here").arg(QLocale().toString(hit.eventCount)));
    if (!hit.event && hit.span)
        card.title(TimelineText::span(index, *hit.span));
    if (!hit.event && hit.gap)
        addGap(card, index, *hit.gap, view, zone);
    return card.html();
}

} // namespace Gapline
