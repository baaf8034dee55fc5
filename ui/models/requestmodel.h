// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/workspace/requestlog.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <optional>

namespace Gapline {

/// The attempts of a RequestLog as rows, oldest first, narrowed to those that failed or hold some words. Follows the
/// log in batches, so that a fleet's thousand requests a second cost a view a few updates. Lives on the UI thread.
class RequestModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Time,
        Endpoint,
        Execution,
        SinceSeq,
        Attempt,
        Status,
        Duration,
        Size,
        Outcome,
    };
    static constexpr int kColumnCount = 9;

    enum Role
    {
        SortRole = Qt::UserRole, ///< The raw value of the cell; invalid where there is none.
        HasFailedRole,
    };

    /// `log` must outlive the model.
    explicit RequestModel(RequestLog &log, QObject *parent = nullptr);

    void setTimeZone(TimeZoneChoice zone);
    void setOnlyFailed(bool isOn);
    /// Words, each of which must occur in endpoint, subject, status or error; case is ignored.
    void setSearch(const QString &text);

    [[nodiscard]] qsizetype totalCount() const;
    [[nodiscard]] qsizetype failedCount() const;
    /// Null when the row does not exist.
    [[nodiscard]] const HttpLogEntry *entryAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

public slots:
    /// Takes what the log has got since; by itself within a tenth of a second.
    void update();

signals:
    /// After update() and every change of the filter.
    void updated();

private:
    void rebuild();
    void dropOld();
    void appendNew();
    [[nodiscard]] qint64 firstNumber() const;
    [[nodiscard]] const HttpLogEntry &entry(qint64 number) const;
    [[nodiscard]] bool passes(const HttpLogEntry &entry) const;
    [[nodiscard]] QString cellText(const HttpLogEntry &entry, Column column) const;
    [[nodiscard]] QString toolTip(const HttpLogEntry &entry, Column column) const;

    RequestLog &m_log;
    std::deque<qint64> m_rows; ///< Numbers of entries; the log's first of all is 0.
    qint64 m_seen = 0; ///< Entries below this number have been looked at.
    QStringList m_words;
    bool m_isOnlyFailed = false;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
    QTimer m_pace;
};

} // namespace Gapline
