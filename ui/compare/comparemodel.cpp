// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparemodel.h"

#include "core/domain/timetext.h"
#include "core/report/csvcell.h"
#include "ui/compare/comparetext.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace Gapline {
namespace {

using Column = CompareModel::Column;

bool isNumber(Column column)
{
    return column == Column::Turn || column == Column::WaitedInA || column == Column::WaitedInB
        || column == Column::Longer;
}

QVariant waitedOf(const std::optional<StepVisit> &visit)
{
    return visit && visit->waited ? QVariant(qlonglong(visit->waited->count())) : QVariant();
}

QString cellOf(const QString &text, bool isCsv)
{
    if (isCsv)
        return QString::fromUtf8(csvCell(text.toUtf8(), CellSafety::Neutralised));
    QString cell = text;
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

CompareModel::CompareModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void CompareModel::setComparison(const ExecutionComparisonPtr &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    fillRows();
    endResetModel();
}

void CompareModel::setShowsOnlyDifferences(bool shows)
{
    if (shows == m_showsOnlyDifferences)
        return;
    beginResetModel();
    m_showsOnlyDifferences = shows;
    fillRows();
    endResetModel();
}

void CompareModel::fillRows()
{
    m_rows.clear();
    if (!m_comparison)
        return;
    const std::vector<ComparedStep> &steps = m_comparison->steps;
    for (quint32 step = 0; step < steps.size(); ++step) {
        if (!m_showsOnlyDifferences || steps[step].differences)
            m_rows.push_back(step);
    }
    if (m_sortColumn == Column::Step) {
        if (m_sortOrder == Qt::DescendingOrder)
            std::ranges::reverse(m_rows);
        return;
    }
    // What has no value stands below everything else, whichever way round.
    std::vector<QVariant> values;
    for (const ComparedStep &step : steps)
        values.push_back(sortValue(step, m_sortColumn));
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    std::ranges::stable_sort(m_rows, [&](quint32 a, quint32 b) {
        if (values[a].isValid() != values[b].isValid())
            return values[a].isValid();
        const bool isLess = isNumber(m_sortColumn)
            ? values[isAscending ? a : b].toLongLong() < values[isAscending ? b : a].toLongLong()
            : values[isAscending ? a : b].toString() < values[isAscending ? b : a].toString();
        return isLess;
    });
}

const ComparedStep *CompareModel::stepAt(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_comparison->steps[m_rows[size_t(row)]];
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString CompareModel::shown(const ComparedStep &step, Column column) const
{
    switch (column) {
    case Column::Step:
        return CompareText::path(m_comparison->paths[step.path]);
    case Column::Turn:
        return QLocale().toString(step.turn);
    case Column::InA:
        return CompareText::outcome(step.a, m_comparison->a.lack);
    case Column::WaitedInA:
        return CompareText::waited(step.a);
    case Column::InB:
        return CompareText::outcome(step.b, m_comparison->b.lack);
    case Column::WaitedInB:
        return CompareText::waited(step.b);
    case Column::Longer: {
        const auto longer = step.waitedLonger();
        return longer && !step.isUnproved ? deltaText(*longer) : QString();
    }
    case Column::Difference:
        break;
    }
    return CompareText::difference(step, m_comparison->a.lack, m_comparison->b.lack);
}

QVariant CompareModel::sortValue(const ComparedStep &step, Column column) const
{
    switch (column) {
    case Column::Turn:
        return step.turn;
    case Column::WaitedInA:
        return waitedOf(step.a);
    case Column::WaitedInB:
        return waitedOf(step.b);
    case Column::Longer: {
        const auto longer = step.waitedLonger();
        return longer && !step.isUnproved ? QVariant(qlonglong(longer->count())) : QVariant();
    }
    default:
        return shown(step, column);
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedStep &step = *stepAt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown(step, column);
    case Qt::ToolTipRole: {
        QString text = shown(step, column);
        const std::optional<StepVisit> &visit = column == Column::InA ? step.a : step.b;
        if ((column == Column::InA || column == Column::InB) && visit && visit->seqs)
            text +=
                tr(" · seq %1 to %2").arg(visit->seqs->first.value).arg(visit->seqs->last.value);
        return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(step, column);
    case CategoryRole:
        if (column == Column::InA && step.a)
            return int(categoryOfVisit(step.a));
        if (column == Column::InB && step.b)
            return int(categoryOfVisit(step.b));
        return {};
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(Column(section)) ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (Column(section)) {
        case Column::Turn:
            return tr("Which visit of the step: a loop comes back to the same one");
        case Column::WaitedInA:
        case Column::WaitedInB:
            return tr("From step.awaiting-approval to the event that ended the step");
        case Column::Longer:
            return tr("B's wait less A's");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<const char *, kColumnCount> kNames{QT_TR_NOOP("Step"),
                                                               QT_TR_NOOP("Turn"),
                                                               QT_TR_NOOP("A"),
                                                               QT_TR_NOOP("Waited in A"),
                                                               QT_TR_NOOP("B"),
                                                               QT_TR_NOOP("Waited in B"),
                                                               QT_TR_NOOP("B − A"),
                                                               QT_TR_NOOP("Difference")};
    return tr(kNames.at(size_t(section)));
}

void CompareModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<quint32> old = m_rows;
    m_sortColumn = Column(column);
    m_sortOrder = order;
    fillRows();
    std::vector<int> rowOf(m_comparison ? m_comparison->steps.size() : 0);
    for (size_t row = 0; row < m_rows.size(); ++row)
        rowOf[m_rows[row]] = int(row);
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after << this->index(rowOf[old[size_t(index.row())]], index.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

QString CompareModel::textOf(const QList<int> &rows, bool isCsv) const
{
    const QString separator = isCsv ? QStringLiteral(",") : QStringLiteral("\t");
    QStringList cells;
    for (int column = 0; column < kColumnCount; ++column)
        cells << cellOf(headerData(column, Qt::Horizontal).toString(), isCsv);
    QString text = cells.join(separator) + u'\n';
    for (const int row : rows) {
        const ComparedStep *step = stepAt(row);
        if (!step)
            continue;
        cells.clear();
        for (int column = 0; column < kColumnCount; ++column)
            cells << cellOf(shown(*step, Column(column)), isCsv);
        text += cells.join(separator) + u'\n';
    }
    return text;
}

} // namespace Gapline
