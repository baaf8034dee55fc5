// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventtable.h"

#include "app/cli/countedword.h"
#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"
#include "core/domain/eventjson.h"
#include "core/report/csvwriter.h"
#include "core/report/eventslices.h"

#include <algorithm>

namespace Gapline {
namespace {

QString flagsText(EventFlags flags)
{
    QString text;
    if (flags.testFlag(EventFlag::NoTimestamp))
        text += QStringLiteral("[no timestamp] ");
    if (flags.testFlag(EventFlag::MalformedPayload))
        text += QStringLiteral("[malformed payload] ");
    if (flags.testFlag(EventFlag::Conflict))
        text += QStringLiteral("[conflict] ");
    if (flags.testFlag(EventFlag::Damaged))
        text += QStringLiteral("[damaged] ");
    if (flags.testFlag(EventFlag::AppearedLate))
        text += QStringLiteral("[appeared late] ");
    return text;
}

/// Only read while rows are formatted.
class EventTable
{
public:
    EventTable(const StreamRows &rows, const EventTableOptions &options);

    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] QByteArray format(const RowChunk &chunk) const;

private:
    [[nodiscard]] QByteArray line(const QString &seq,
                                  const QString &time,
                                  const QString &type,
                                  const QString &step,
                                  const QString &data) const;
    [[nodiscard]] QByteArray gapLine(const Gap &gap) const;
    [[nodiscard]] QByteArray eventLine(quint32 index, const RowChunk &chunk) const;

    const StreamRows &m_rows;
    const EventStream &m_stream;
    EventTableOptions m_options;
    int m_seqWidth = 3;
    int m_timeWidth;
    int m_typeWidth = 4;
    int m_stepWidth = 4;
};

EventTable::EventTable(const StreamRows &rows, const EventTableOptions &options)
    : m_rows(rows)
    , m_stream(*rows.stream())
    , m_options(options)
    , m_timeWidth(options.zone == TimeZoneChoice::Utc ? 24 : 29)
{
    const auto widest = [](const std::vector<QByteArray> &texts, int width) {
        for (const QByteArray &text : texts)
            width = std::max(width, displayWidth(displayText(QString::fromUtf8(text))));
        return width;
    };
    m_typeWidth = widest(m_stream.types().texts(), m_typeWidth);
    m_stepWidth = widest(m_stream.steps().texts(), m_stepWidth);
    if (!m_stream.isEmpty()) {
        const qint64 last = m_stream.seqAt(m_stream.count() - 1).value;
        m_seqWidth = std::max(m_seqWidth, int(QString::number(last).size()));
    }
    for (const Gap &gap : rows.gaps()) {
        const qsizetype size = QString::number(gap.range.first.value).size() + 1
            + QString::number(gap.range.last.value).size();
        m_seqWidth = std::max(m_seqWidth, int(size));
        m_typeWidth = std::max(m_typeWidth, int(gapTypeCell(gap.kind).size()));
    }
    if (m_options.columns) {
        // How wide DATA would be is not known before every payload was read: it takes what it can get.
        const QList<TableColumn> columns{{{}, true}, {}, {}, {{}, false, true}, {}};
        const QList<int> wanted{
            m_seqWidth, m_timeWidth, m_typeWidth, m_stepWidth, *m_options.columns};
        m_stepWidth = fittedWidths(columns, wanted, *m_options.columns).at(3);
    }
}

QByteArray EventTable::header() const
{
    return line(QStringLiteral("SEQ"),
                QStringLiteral("TIME"),
                QStringLiteral("TYPE"),
                QStringLiteral("STEP"),
                QStringLiteral("DATA"));
}

QByteArray EventTable::line(const QString &seq,
                            const QString &time,
                            const QString &type,
                            const QString &step,
                            const QString &data) const
{
    const QString space = QStringLiteral("  ");
    QString text =
        tableCell(seq, m_seqWidth, true) + space + tableCell(time, m_timeWidth, false) + space
        + tableCell(type, m_typeWidth, false) + space
        + tableCell(
            step, m_stepWidth, false, m_options.columns ? Shortening::Middle : Shortening::None)
        + space;
    if (m_options.columns) {
        const int left = std::max(*m_options.columns - displayWidth(text), 1);
        text += tableCell(data, left, false, Shortening::End);
    } else {
        text += displayText(data);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text.toUtf8() + '\n';
}

QByteArray EventTable::gapLine(const Gap &gap) const
{
    const QString seqs = counted(gap.range.count(), QLatin1String("seq"));
    return line(QStringLiteral("%1-%2").arg(gap.range.first.value).arg(gap.range.last.value),
                {},
                QString::fromLatin1(gapTypeCell(gap.kind)),
                {},
                seqs);
}

QByteArray EventTable::eventLine(quint32 index, const RowChunk &chunk) const
{
    const QByteArrayView raw = chunk.raw(m_stream.rawLocationAt(index));
    const std::optional<EpochMs> time = m_stream.timeAt(index);
    const QString data = QString::fromUtf8(compactJson(findEventSlices(raw).data));
    return line(QString::number(m_stream.seqAt(index).value),
                time ? isoTime(*time, m_options.zone) : QString(),
                QString::fromUtf8(m_stream.typeAt(index)),
                QString::fromUtf8(m_stream.stepIdAt(index).value_or(QByteArray())),
                flagsText(m_stream.flagsAt(index)) + data);
}

QByteArray EventTable::format(const RowChunk &chunk) const
{
    QByteArray text;
    for (qsizetype row = chunk.firstRow; row < chunk.endRow; ++row) {
        const StreamRows::Row at = m_rows.at(row);
        text += at.isGap ? gapLine(m_rows.gaps()[at.index]) : eventLine(at.index, chunk);
    }
    return text;
}

} // namespace

Result<qint64> writeEventTable(const StreamRows &rows,
                               const PayloadSource &payloads,
                               const EventTableOptions &options,
                               QIODevice &out,
                               const KeepGoing &keepGoing)
{
    const EventTable table(rows, options);
    if (const Result<void> begun = writeAll(out, table.header()); !begun)
        return Failure(begun.error());
    return exportRows(
        rows,
        payloads,
        [&table](const RowChunk &chunk, QByteArray &text) { text = table.format(chunk); },
        out,
        keepGoing);
}

} // namespace Gapline
