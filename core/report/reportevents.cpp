// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportevents.h"

#include "core/domain/jsonmask.h"
#include "core/domain/steplineage.h"
#include "core/report/eventslices.h"
#include "core/report/htmltext.h"
#include "core/report/jsonstring.h"

#include <QLocale>

namespace Gapline {
namespace {

QByteArray head(const QString &text, bool isNumber = false)
{
    return (isNumber ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">")
        + text.toHtmlEscaped().toUtf8() + "</th>";
}

QString number(qint64 value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

ReportEvents::ReportEvents(const ExecutionReport &report, const StreamRows &rows)
    : m_report(report)
    , m_rows(rows)
    , m_stream(*report.stream)
{ }

int ReportEvents::columnCount() const
{
    return 6 + (m_report.deliveries ? 1 : 0) + (m_report.includesData ? 1 : 0);
}

QByteArray ReportEvents::begin() const
{
    QByteArray html = "<h2 id=\"events\">" + tr("Events").toHtmlEscaped().toUtf8() + "</h2>\n<p>";
    const qint64 all = m_stream.count();
    if (m_rows.eventCount() < all) {
        html += tr("The first %1 of %2 events. The rest is in the window (File, Export What Is "
                   "Shown) and on the command line: gapline events EXECUTION --format csv.")
                    .arg(number(m_rows.eventCount()), number(all))
                    .toHtmlEscaped()
                    .toUtf8();
    } else {
        html += (all == 1 ? tr("The one event that is known.")
                          : tr("All %1 events that are known.").arg(number(all)))
                    .toHtmlEscaped()
                    .toUtf8();
    }
    html += "</p>\n<div class=\"wide\"><table class=\"events\"><thead><tr>" + head(tr("seq"), true)
        + head(tr("type")) + head(tr("step"))
        + head(m_report.zone == TimeZoneChoice::Utc ? tr("time (UTC)") : tr("time (local)"))
        + head(tr("event id"));
    if (m_report.deliveries)
        html += head(tr("webhook"));
    html += head(tr("remarks"));
    if (m_report.includesData)
        html += head(tr("data"));
    return html + "</tr></thead><tbody>\n";
}

QByteArray ReportEvents::end()
{
    return "</tbody></table></div>\n";
}

void ReportEvents::format(const RowChunk &chunk, QByteArray &html) const
{
    html.clear();
    for (qsizetype row = chunk.firstRow; row < chunk.endRow; ++row) {
        const StreamRows::Row at = m_rows.at(row);
        html += at.isGap ? gapRow(m_rows.gaps()[at.index]) : eventRow(at.index, chunk);
    }
}

QByteArray ReportEvents::gapRow(const Gap &gap) const
{
    const bool isUnknown = gap.kind == GapKind::Unknown;
    const qint64 first = gap.range.first.value;
    const qint64 last = gap.range.last.value;
    const QString seqs =
        first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
    const QString text = isUnknown
        ? tr("? %n seq(s) not scanned", nullptr, int(std::min<qint64>(last - first + 1, INT_MAX)))
        : tr(
            "▨ %n internal-only seq(s)", nullptr, int(std::min<qint64>(last - first + 1, INT_MAX)));
    return "<tr class=\"" + QByteArray(isUnknown ? "unknown" : "internal") + "\"><td class=\"n\">"
        + seqs.toUtf8() + "</td><td colspan=\"" + QByteArray::number(columnCount() - 1) + "\">"
        + text.toHtmlEscaped().toUtf8() + "</td></tr>\n";
}

QByteArray ReportEvents::eventRow(qsizetype event, const RowChunk &chunk) const
{
    QByteArray step;
    if (const auto id = m_stream.stepIdAt(event)) {
        step = escapedHtmlUtf8(nodeOfStep(*id));
        if (nodeOfStep(*id) != *id)
            step += "<br/><small>" + escapedHtmlUtf8(*id) + "</small>";
    }
    const std::optional<EpochMs> time = m_stream.timeAt(event);
    // What cannot be read as JSON cannot be masked either.
    const bool isReadable =
        !(m_stream.flagsAt(event) & (EventFlag::MalformedPayload | EventFlag::Damaged));
    const EventSlices slices =
        isReadable ? findEventSlices(chunk.raw(m_stream.rawLocationAt(event))) : EventSlices{};
    QByteArray html = "<tr>" + htmlNumberCell(m_stream.seqAt(event).value)
        + htmlCell(escapedHtmlUtf8(m_stream.typeAt(event))) + htmlCell(step)
        + htmlCell(time ? isoTime(*time, m_report.zone).toUtf8() : QByteArray())
        + htmlCell(escapedHtmlUtf8(unescapedJsonString(slices.eventId)));
    if (m_report.deliveries)
        html += verdictCell(m_stream.seqAt(event));
    html += htmlCell(remarks(event));
    if (m_report.includesData) {
        const QByteArray data = maskedJson(slices.data);
        html += htmlCell(data.isEmpty() || data == "null"
                             ? QByteArray()
                             : "<code>" + escapedHtmlUtf8(data) + "</code>");
    }
    return html + "</tr>\n";
}

QByteArray ReportEvents::verdictCell(Seq seq) const
{
    const std::optional<Verdict> verdict = m_report.deliveries->verdictOf(seq);
    if (!verdict)
        return htmlCell(tr("not compared").toHtmlEscaped().toUtf8());
    return *verdict == Verdict::NotExpected ? htmlCell("—")
                                            : htmlVerdictCell(verdictName(*verdict));
}

QByteArray ReportEvents::remarks(qsizetype event) const
{
    const EventFlags flags = m_stream.flagsAt(event);
    QStringList said;
    if (flags.testFlag(EventFlag::AppearedLate))
        said << tr("appeared late");
    if (flags.testFlag(EventFlag::Conflict))
        said << tr("the API later returned other content");
    if (flags.testFlag(EventFlag::Gone))
        said << tr("no longer returned by the API");
    if (flags.testFlag(EventFlag::MalformedPayload))
        said << tr("payload not readable as JSON");
    if (flags.testFlag(EventFlag::Damaged))
        said << tr("damaged in the cache");
    if (m_stream.runsBackwardsAt(event))
        said << tr("clock reads earlier than before");
    return said.join(QStringLiteral(", ")).toHtmlEscaped().toUtf8();
}

} // namespace Gapline
