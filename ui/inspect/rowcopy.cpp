// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/rowcopy.h"

#include "core/report/csvcell.h"
#include "core/report/ndjsonwriter.h"

namespace Gapline {
namespace {

/// Text from outside: no tab or line break can get into it (displayText), and no sheet shall run it.
QString safeInSheets(const QString &text)
{
    const bool isFormula = !text.isEmpty() && text.front().unicode() < 0x80
        && beginsLikeFormula(text.front().toLatin1());
    return isFormula ? u'\'' + text : text;
}

/// No cell shall end early, and none become a link, a picture or HTML.
QString markdownCell(const QString &text)
{
    QString cell;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*_{}[]<>#|~").contains(c))
            cell += u'\\';
        cell += c;
    }
    return cell;
}

QString csvText(const QString &cell)
{
    return QString::fromUtf8(csvCell(cell.toUtf8(), CellSafety::Raw));
}

} // namespace

RowCopy::RowCopy(const StreamModel &model,
                 int firstRow,
                 int lastRow,
                 const QList<StreamModel::Column> &columns,
                 CopyFormat format,
                 QObject *parent)
    : QObject(parent)
    , m_columns(columns)
    , m_format(format)
    , m_nextRow(firstRow)
    , m_lastRow(std::min(lastRow, firstRow + kMostRows - 1))
{
    m_model.setLookFrom(model);
    m_model.setRows(model.rows());
    appendHeader();
}

void RowCopy::appendHeader()
{
    if (m_format == CopyFormat::TsvWithoutHeader || m_format == CopyFormat::Ndjson)
        return;
    QStringList header;
    QStringList rules;
    for (const StreamModel::Column column : m_columns) {
        header << m_model.headerData(int(column), Qt::Horizontal).toString();
        rules << QStringLiteral("---");
    }
    appendLine(header);
    if (m_format == CopyFormat::Markdown)
        m_text += QStringLiteral("| ") + rules.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

void RowCopy::appendLine(const QStringList &cells)
{
    QStringList parts;
    switch (m_format) {
    case CopyFormat::Csv:
        for (const QString &cell : cells)
            parts << csvText(cell);
        m_text += parts.join(u',') + QStringLiteral("\r\n");
        break;
    case CopyFormat::Markdown:
        for (const QString &cell : cells)
            parts << markdownCell(cell);
        m_text += QStringLiteral("| ") + parts.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
        break;
    case CopyFormat::Tsv:
    case CopyFormat::TsvWithoutHeader:
    case CopyFormat::Ndjson:
        m_text += cells.join(u'\t') + u'\n';
        break;
    }
}

void RowCopy::advance()
{
    if (m_isFinished)
        return;
    while (m_nextRow <= m_lastRow && m_nextRow < m_model.rowCount()) {
        if (!(m_format == CopyFormat::Ndjson ? appendEvent(m_nextRow) : appendRow(m_nextRow)))
            return;
        ++m_nextRow;
    }
    m_isFinished = true;
    emit finished(m_text, m_rows);
}

void RowCopy::finishWithoutData()
{
    m_isWithoutData = true;
    advance();
}

bool RowCopy::appendEvent(int row)
{
    const std::optional<QByteArray> raw = m_model.loadedRaw(row);
    if (!raw && !m_isWithoutData)
        return false;
    if (raw && !raw->isEmpty()) {
        m_text += QString::fromUtf8(ndjsonLine(*raw)) + u'\n';
        ++m_rows;
    }
    return true;
}

bool RowCopy::appendRow(int row)
{
    const bool isGap = m_model.gapAt(row) != nullptr;
    // Markdown is read, not run.
    const bool isForSheets = m_format != CopyFormat::Markdown;
    QStringList cells;
    for (const StreamModel::Column column : m_columns) {
        const QModelIndex index = m_model.index(row, int(column));
        const bool isData = column == StreamModel::Column::Data && !isGap;
        if (isData && !m_isWithoutData && !m_model.loadedSummary(row))
            return false;
        if (column == StreamModel::Column::Time && !isGap) {
            const EventStream &stream = *m_model.rows()->stream();
            const std::optional<EpochMs> time = stream.timeAt(*m_model.eventAt(row));
            cells << (time ? isoTime(*time, m_model.timeZone()) : QString());
        } else if (column == StreamModel::Column::Delta || !isForSheets) {
            cells << index.data().toString(); // Ours: "+" is a sign here.
        } else {
            cells << safeInSheets(index.data().toString());
        }
    }
    appendLine(cells);
    ++m_rows;
    return true;
}

} // namespace Gapline
