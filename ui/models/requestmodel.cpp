// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestmodel.h"

#include "core/domain/displaytext.h"

#include <QLocale>

#include <algorithm>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kUpdatesEvery{100};

QString endpointOf(const HttpLogEntry &entry)
{
    return entry.path.section(u'/', -2);
}

QVariant rawValue(const HttpLogEntry &entry, RequestModel::Column column)
{
    using Column = RequestModel::Column;
    switch (column) {
    case Column::Time:
        return toEpochMs(entry.startedAt);
    case Column::Endpoint:
        return entry.path;
    case Column::Execution:
        return entry.executionId.text();
    case Column::SinceSeq:
        return entry.sinceSeq ? QVariant(entry.sinceSeq->value) : QVariant();
    case Column::Attempt:
        return entry.attempt;
    case Column::Status:
        return entry.httpStatus ? QVariant(*entry.httpStatus) : QVariant();
    case Column::Duration:
        return qint64(entry.duration.count());
    case Column::Size:
        return entry.bytes;
    case Column::Outcome:
        return entry.errorId;
    }
    return {};
}

bool isNumber(RequestModel::Column column)
{
    using Column = RequestModel::Column;
    return column == Column::SinceSeq || column == Column::Attempt || column == Column::Status
        || column == Column::Duration || column == Column::Size;
}

} // namespace

RequestModel::RequestModel(RequestLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kUpdatesEvery);
    connect(&m_pace, &QTimer::timeout, this, &RequestModel::update);
    connect(&m_log, &RequestLog::changed, this, [this] {
        if (!m_pace.isActive())
            m_pace.start();
    });
    update();
}

void RequestModel::update()
{
    dropOld();
    appendNew();
    emit updated();
}

void RequestModel::dropOld()
{
    const qint64 first = firstNumber();
    const auto kept = std::ranges::lower_bound(m_rows, first);
    if (kept == m_rows.begin())
        return;
    beginRemoveRows({}, 0, int(kept - m_rows.begin()) - 1);
    m_rows.erase(m_rows.begin(), kept);
    endRemoveRows();
}

void RequestModel::appendNew()
{
    std::vector<qint64> more;
    for (qint64 number = std::max(m_seen, firstNumber()); number < m_log.log().count(); ++number) {
        if (passes(entry(number)))
            more.push_back(number);
    }
    m_seen = m_log.log().count();
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(more.size()) - 1);
    m_rows.insert(m_rows.end(), more.begin(), more.end());
    endInsertRows();
}

void RequestModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_seen = m_log.log().count();
    for (qint64 number = firstNumber(); number < m_seen; ++number) {
        if (passes(entry(number)))
            m_rows.push_back(number);
    }
    endResetModel();
    emit updated();
}

qint64 RequestModel::firstNumber() const
{
    return m_log.log().count() - m_log.log().entries().size();
}

const HttpLogEntry &RequestModel::entry(qint64 number) const
{
    return m_log.log().entries().at(number - firstNumber());
}

const HttpLogEntry *RequestModel::entryAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    // The log may have dropped it since: until the next update its row stands empty.
    const qint64 number = m_rows[size_t(row)];
    return number < firstNumber() ? nullptr : &entry(number);
}

bool RequestModel::passes(const HttpLogEntry &entry) const
{
    if (m_isOnlyFailed && !entry.hasFailed())
        return false;
    if (m_words.isEmpty())
        return true;
    const QString searchable =
        QStringList{entry.path,
                    entry.subject,
                    entry.executionId.text(),
                    entry.httpStatus ? QString::number(*entry.httpStatus) : QString(),
                    entry.errorId,
                    entry.message}
            .join(u'\n')
            .toCaseFolded();
    return std::ranges::all_of(
        m_words, [&searchable](const QString &word) { return searchable.contains(word); });
}

void RequestModel::setTimeZone(TimeZoneChoice zone)
{
    if (zone == m_timeZone)
        return;
    m_timeZone = zone;
    const int column = int(Column::Time);
    emit headerDataChanged(Qt::Horizontal, column, column);
    if (rowCount() > 0)
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

void RequestModel::setOnlyFailed(bool isOn)
{
    if (std::exchange(m_isOnlyFailed, isOn) != isOn)
        rebuild();
}

void RequestModel::setSearch(const QString &text)
{
    const QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    if (std::exchange(m_words, words) != words)
        rebuild();
}

qsizetype RequestModel::totalCount() const
{
    return m_log.log().entries().size();
}

qsizetype RequestModel::failedCount() const
{
    return std::ranges::count_if(m_log.log().entries(), &HttpLogEntry::hasFailed);
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HttpLogEntry *entry = entryAt(index.row());
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*entry, column);
    case Qt::AccessibleTextRole:
        return column == Column::Outcome && !entry->hasFailed() ? tr("good answer")
                                                                : cellText(*entry, column);
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>").arg(toolTip(*entry, column).toHtmlEscaped());
    case SortRole:
        return rawValue(*entry, column);
    case HasFailedRole:
        return entry->hasFailed();
    default:
        return {};
    }
}

QString RequestModel::cellText(const HttpLogEntry &entry, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Time:
        return clockTime(entry.startedAt, m_timeZone);
    case Column::Endpoint:
        return displayText(endpointOf(entry));
    case Column::Execution:
        return displayText(entry.executionId.isEmpty() ? entry.subject : entry.executionId.text());
    case Column::SinceSeq:
        return entry.sinceSeq ? QString::number(entry.sinceSeq->value) : QString();
    case Column::Attempt:
        return QString::number(entry.attempt);
    case Column::Status:
        return entry.httpStatus ? QString::number(*entry.httpStatus) : QStringLiteral("–");
    case Column::Duration:
        return tr("%1 ms").arg(locale.toString(qlonglong(entry.duration.count())));
    case Column::Size:
        return entry.httpStatus ? locale.formattedDataSize(entry.bytes) : QString();
    case Column::Outcome:
        return entry.hasFailed() ? QStringLiteral("✕ ") + entry.errorId : QStringLiteral("✓");
    }
    return {};
}

QString RequestModel::toolTip(const HttpLogEntry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return isoTime(entry.startedAt, m_timeZone);
    case Column::Endpoint:
        return displayText(entry.url);
    case Column::Attempt:
        return entry.attempt == 1 ? tr("The first attempt") : tr("Retry %1").arg(entry.attempt - 1);
    case Column::Outcome:
        return entry.hasFailed() ? displayText(entry.message) : tr("Answered, and read to its end");
    default:
        return cellText(entry, column);
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Column::Attempt)
        return tr("1 is the first attempt, 2 the first retry");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return m_timeZone == TimeZoneChoice::Utc ? tr("Time (UTC)") : tr("Time (local)");
    case Column::Endpoint:
        return tr("Endpoint");
    case Column::Execution:
        return tr("Execution");
    case Column::SinceSeq:
        return tr("sinceSeq");
    case Column::Attempt:
        return tr("Attempt");
    case Column::Status:
        return tr("HTTP");
    case Column::Duration:
        return tr("Took");
    case Column::Size:
        return tr("Size");
    case Column::Outcome:
        return tr("Outcome");
    }
    return {};
}

} // namespace Gapline
