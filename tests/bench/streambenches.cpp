// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include "core/stream/filtermatch.h"
#include "core/stream/gapfinder.h"
#include "core/stream/streamrows.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <random>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;

EventStreamPtr makeStream()
{
    StringTable types;
    for (const char *type :
         {"step.awaiting-approval", "step.completed", "step.failed", "step.breached"})
        types.intern(type);
    StringTable steps;
    for (const char *node : {"human-legal", "human-brand", "agent-publish", "agent-draft"})
        steps.intern(QByteArray("step_root_1777374504364_lwofay__to__") + node);
    std::mt19937_64 random(7);
    std::vector<EventColumns> events(kEvents);
    qint64 seq = 0;
    for (EventColumns &event : events) {
        seq += 1 + (random() % 3 == 0 ? 2 : 0);
        event.seq = {seq};
        event.timestamp = fromEpochMs(1777374504255 + seq * 100);
        event.typeIndex = quint32(random() % types.size());
        event.stepIndex = quint32(random() % steps.size());
    }
    EventStream::Builder builder{ExecutionId(QStringLiteral("exec_bench"))};
    builder.add(1, events, types, steps);
    StreamState state;
    state.coverage.add({{1}, {seq + 3}});
    builder.setState(state);
    return builder.build();
}

double sqlGapSeconds(const EventStream &stream)
{
    double seconds = 0;
    {
        QSqlDatabase db =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bench-gaps"));
        db.setDatabaseName(QStringLiteral(":memory:"));
        db.open();
        QSqlQuery query(db);
        query.exec(QStringLiteral("CREATE TABLE e (seq INTEGER PRIMARY KEY)"));
        db.transaction();
        query.prepare(QStringLiteral("INSERT INTO e VALUES (?)"));
        for (const qint64 seq : stream.seqs()) {
            query.bindValue(0, seq);
            query.exec();
        }
        db.commit();
        seconds = secondsOf([&] {
            query.exec(QStringLiteral(
                "SELECT prev + 1, seq - 1 FROM (SELECT seq, lag(seq) OVER (ORDER BY seq) "
                "AS prev FROM e) WHERE seq > prev + 1"));
            qint64 gaps = 0;
            while (query.next())
                gaps += query.value(0).toLongLong() > 0;
        });
    }
    QSqlDatabase::removeDatabase(QStringLiteral("bench-gaps"));
    return seconds;
}

/// What a first version would write: one QString per cell, filtered by a proxy.
class NaiveModel : public QAbstractTableModel
{
public:
    explicit NaiveModel(const EventStream &stream)
    {
        for (qsizetype i = 0; i < stream.count(); ++i) {
            m_types << QString::fromUtf8(stream.typeAt(i));
            m_steps << QString::fromUtf8(*stream.stepIdAt(i));
        }
    }
    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_types.size());
    }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? m_types[index.row()] : m_steps[index.row()];
    }

private:
    QStringList m_types;
    QStringList m_steps;
};

class NaiveProxy : public QSortFilterProxyModel
{
protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString type = sourceModel()->index(row, 0, parent).data().toString();
        const QString step = sourceModel()->index(row, 1, parent).data().toString();
        return type == QLatin1String("step.failed") && step.endsWith(QLatin1String("human-legal"));
    }
};

std::vector<Measured> measureGaps()
{
    const EventStreamPtr stream = makeStream();
    size_t found = 0;
    const double ours = bestSecondsOf(5, [&] { found = findGaps(*stream).size(); });
    return {{ours * 1000,
             sqlGapSeconds(*stream) * 1000,
             QStringLiteral("ms"),
             200,
             5,
             QStringLiteral("%1 gaps of 10^6 events").arg(found)}};
}

std::vector<Measured> measureFilter()
{
    const EventStreamPtr stream = makeStream();
    EventFilter filter;
    filter.types = {typePatternFrom(u"step.failed")};
    filter.steps = {stepPatternFrom(u"human-legal")};
    qsizetype shown = 0;
    const double scan =
        bestSecondsOf(5, [&] { shown = qsizetype(matchColumns(*stream, filter).size()); });
    // Found once for a stream, as the window does, and not for each filter.
    const auto gaps = std::make_shared<const std::vector<Gap>>(findGaps(*stream));
    const double rows = bestSecondsOf(5, [&] {
        StreamRows(stream, gaps, matchColumns(*stream, filter), filter, GapRows::Adjacent);
    });
    NaiveModel model(*stream);
    NaiveProxy proxy;
    const double naive = secondsOf([&] {
        proxy.setSourceModel(&model);
        proxy.rowCount();
    });
    return {{scan * 1000,
             naive * 1000,
             QStringLiteral("ms"),
             50,
             0,
             QStringLiteral("scan of 10^6 by type and step, %1 shown").arg(shown)},
            {rows * 1000,
             naive * 1000,
             QStringLiteral("ms"),
             0,
             20,
             QStringLiteral("the same with gap rows merged in")}};
}

} // namespace

std::vector<Row> streamBenches()
{
    return {{QStringLiteral("gaps"), QStringLiteral("SQL lag()"), measureGaps},
            {QStringLiteral("filter"), QStringLiteral("QSortFilterProxyModel"), measureFilter}};
}

} // namespace Gapline::Bench
