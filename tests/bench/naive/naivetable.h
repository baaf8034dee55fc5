// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTableView>

namespace Gapline::Bench {

/// What a first version would write: each page parsed with QJsonDocument, one item for each cell.
class NaiveTable : public QTableView
{
public:
    NaiveTable();

    struct Page
    {
        qint64 nextCursor = 0;
        bool hasMore = false;
    };
    /// Appends the events of one getEvents reply.
    Page add(const QByteArray &reply);
    [[nodiscard]] int eventCount() const { return m_events.rowCount(); }

private:
    QStandardItemModel m_events;
};

} // namespace Gapline::Bench
