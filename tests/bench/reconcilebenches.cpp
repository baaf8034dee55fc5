// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include "core/deliverylog/signature.h"
#include "core/reconcile/reconciler.h"
#include "core/reconcile/retryhorizon.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;
constexpr qint64 kStart = 1777374504255;
const QString kExecution = QStringLiteral("exec_bench");

qint64 seqOf(qint64 i)
{
    return 2 * i + 1;
}

/// One row in a hundred never came, one in a hundred came late.
bool hasArrived(qint64 i)
{
    return i % 100 != 7;
}

bool isLate(qint64 i)
{
    return i % 100 == 42;
}

QByteArray bodyOf(qint64 i)
{
    return R"({"executionId":"exec_bench","eventId":"evt_)" + QByteArray::number(i, 16)
        + R"(","seq":)" + QByteArray::number(seqOf(i))
        + R"(,"type":"step.completed","stepId":"step_agent-draft_1777374504364_lwofay__to__legal",)"
        + R"("timestamp":)" + QByteArray::number(kStart + i * 100)
        + R"(,"correlationId":"corr_campaign_42","data":{"decision":"approve"}})";
}

ReconcileExecution makeExecution()
{
    StringTable types;
    types.intern("step.completed");
    StringTable steps;
    steps.intern("step_agent-draft_1777374504364_lwofay__to__legal");
    std::vector<EventColumns> events(kEvents);
    ReconcileExecution execution;
    for (qint64 i = 0; i < kEvents; ++i) {
        events[size_t(i)].seq = {seqOf(i)};
        events[size_t(i)].timestamp = fromEpochMs(kStart + i * 100);
        execution.eventIds.append("evt_" + QByteArray::number(i, 16));
    }
    EventStream::Builder builder{ExecutionId(kExecution)};
    builder.add(1, events, types, steps);
    StreamState state;
    state.coverage.add({{1}, {2 * kEvents}});
    builder.setState(state);
    execution.stream = builder.build();
    return execution;
}

Delivery deliveryOf(qint64 i)
{
    Delivery row;
    row.line = i + 1;
    row.receivedAt = fromEpochMs(kStart + i * 100 + (isLate(i) ? 42'000 : 80));
    row.status = 200;
    row.attempt = isLate(i) ? 3 : 0;
    row.executionId = kExecution.toUtf8();
    row.seq = Seq{seqOf(i)};
    row.eventId = "evt_" + QByteArray::number(i, 16);
    row.type = "step.completed";
    return row;
}

/// Events and rows in two tables, and a verdict from joins and groups.
double sqlSeconds()
{
    double seconds = 0;
    {
        QSqlDatabase db =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bench-reconcile"));
        db.setDatabaseName(QStringLiteral(":memory:"));
        db.open();
        QSqlQuery query(db);
        query.exec(
            QStringLiteral("CREATE TABLE events (seq INTEGER PRIMARY KEY, id TEXT, t INTEGER)"));
        query.exec(
            QStringLiteral("CREATE TABLE rows (seq INTEGER, id TEXT, at INTEGER, status INTEGER, "
                           "attempt INTEGER)"));
        db.transaction();
        query.prepare(QStringLiteral("INSERT INTO events VALUES (?, ?, ?)"));
        for (qint64 i = 0; i < kEvents; ++i) {
            query.bindValue(0, seqOf(i));
            query.bindValue(1, QStringLiteral("evt_%1").arg(i, 0, 16));
            query.bindValue(2, kStart + i * 100);
            query.exec();
        }
        query.prepare(QStringLiteral("INSERT INTO rows VALUES (?, ?, ?, 200, ?)"));
        for (qint64 i = 0; i < kEvents; ++i) {
            if (!hasArrived(i))
                continue;
            query.bindValue(0, seqOf(i));
            query.bindValue(1, QStringLiteral("evt_%1").arg(i, 0, 16));
            query.bindValue(2, kStart + i * 100 + (isLate(i) ? 42'000 : 80));
            query.bindValue(3, isLate(i) ? 3 : 0);
            query.exec();
        }
        db.commit();
        seconds = secondsOf([&] {
            query.exec(QStringLiteral("CREATE INDEX rows_by_seq ON rows(seq)"));
            query.exec(QStringLiteral(
                "SELECT verdict, count(*) FROM (SELECT CASE WHEN count(r.seq) = 0 THEN 'missed' "
                "WHEN "
                "min(r.attempt) = 0 THEN 'delivered' ELSE 'late' END AS verdict FROM events e LEFT "
                "JOIN rows r ON r.seq = e.seq AND r.id = e.id AND r.status BETWEEN 200 AND 299 "
                "GROUP "
                "BY e.seq) GROUP BY verdict"));
            while (query.next()) {
            }
        });
    }
    QSqlDatabase::removeDatabase(QStringLiteral("bench-reconcile"));
    return seconds;
}

double signatureSeconds()
{
    const Secret secret("whsec_bench");
    const SignatureVerifier verifier({secret});
    std::vector<Delivery> signedRows;
    constexpr qint64 kSigned = 100'000; // A tenth, ten times: their bodies would fill the memory.
    for (qint64 i = 0; i < kSigned; ++i) {
        Delivery &row = signedRows.emplace_back();
        row.body = bodyOf(i);
        row.isRawBody = true;
        row.signature = signDirect(secret, row.body);
    }
    qint64 valid = 0;
    const double seconds = bestSecondsOf(3, [&] {
        valid = 0;
        for (int round = 0; round < 10; ++round) {
            verifier.checkAll(signedRows);
            valid += std::ranges::count(
                signedRows, SignatureVerdict::Valid, &Delivery::signatureVerdict);
        }
    });
    return valid == kEvents ? seconds : 1e9;
}

std::vector<Measured> measureReconcile()
{
    ReconcileInput input;
    input.executions.push_back(makeExecution());
    auto table = std::make_shared<DeliveryTable>();
    table->beginFile(QStringLiteral("bench"));
    for (qint64 i = 0; i < kEvents; ++i) {
        if (hasArrived(i))
            table->add(deliveryOf(i));
    }
    input.deliveries = table;
    input.receiver.schedule = directSchedule();
    input.receiver.span = {fromEpochMs(kStart), fromEpochMs(kStart + kEvents * 100 + 3'600'000)};
    qint64 missed = 0;
    qint64 late = 0;
    const double ours = bestSecondsOf(3, [&] {
        const Reconciliation result = reconcile(input);
        missed = result.totals.of(Verdict::Missed);
        late = result.totals.of(Verdict::Late);
    });
    const double sql = sqlSeconds();
    const double withSignatures = ours + signatureSeconds();
    return {{ours,
             sql,
             QStringLiteral("s"),
             20,
             0,
             QStringLiteral("reconcile 10^6 events with %1 rows: %2 missed, %3 late")
                 .arg(table->count())
                 .arg(missed)
                 .arg(late)},
            {withSignatures,
             sql,
             QStringLiteral("s"),
             0,
             1,
             QStringLiteral("the same, and 10^6 signatures of 300 B checked")}};
}

} // namespace

std::vector<Row> reconcileBenches()
{
    return {{QStringLiteral("reconcile"), QStringLiteral("SQL joins"), measureReconcile}};
}

} // namespace Gapline::Bench
