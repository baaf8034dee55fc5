// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/rowcopy.h"

#include "core/report/csvcell.h"

namespace Gapline {
namespace {

/// Text from outside: no tab or line break can get into it (displayText), and no sheet shall run it.
QString cellFrom(const QString &text)
{
    const bool isFormula = !text.isEmpty() && text.front().unicode() < 0x80
        && beginsLikeFormula(text.front().toLatin1());
    return isFormula ? u'\'' + text : text;
}

} // namespace

RowCopy::RowCopy(const StreamModel &model,
                 int firstRow,
                 int lastRow,
                 const QList<StreamModel::Column> &columns,
                 QObject *parent)
    : QObject(parent)
    , m_columns(columns)
    , m_nextRow(firstRow)
    , m_lastRow(std::min(lastRow, firstRow + kMostRows - 1))
{
    m_model.setLookFrom(model);
    m_model.setRows(model.rows());
    QStringList header;
    for (const StreamModel::Column column : columns)
        header << m_model.headerData(int(column), Qt::Horizontal).toString();
    m_text = header.join(u'\t') + u'\n';
}

void RowCopy::advance()
{
    if (m_isFinished)
        return;
    while (m_nextRow <= m_lastRow && m_nextRow < m_model.rowCount()) {
        if (!appendRow(m_nextRow))
            return;
        ++m_nextRow;
        ++m_rows;
    }
    m_isFinished = true;
    emit finished(m_text, m_rows);
}

void RowCopy::finishWithoutData()
{
    m_isWithoutData = true;
    advance();
}

bool RowCopy::appendRow(int row)
{
    const bool isGap = m_model.gapAt(row) != nullptr;
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
        } else if (column == StreamModel::Column::Delta) {
            cells << index.data().toString(); // Ours: "+" is a sign here.
        } else {
            cells << cellFrom(index.data().toString());
        }
    }
    m_text += cells.join(u'\t') + u'\n';
    return true;
}

} // namespace Gapline
