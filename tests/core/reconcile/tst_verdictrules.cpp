// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts of thousands of random worlds against a slow reference that reads the written rules one by one.
#include "tests/support/streambuilder.h"

#include "core/reconcile/reconciler.h"
#include "core/reconcile/retryhorizon.h"

#include <QTest>

#include <map>
#include <rapidcheck.h>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

struct PlainEvent
{
    int execution;
    qint64 seq;
    qint64 t; // ms
    std::string type;
    std::string id;
};

struct PlainRow
{
    std::string execution;
    std::optional<qint64> seq;
    std::string id;
    std::optional<qint64> at;
    std::optional<int> attempt;
    std::optional<int> status;
    bool isSignatureInvalid;
    bool isAcceptedByDocumentedReceiver; // upper-case hex, for example
};

struct World
{
    std::vector<std::pair<qint64, qint64>> scanned; // per execution: (since, cursor]
    std::vector<PlainEvent> events;
    std::vector<PlainRow> rows;
    std::vector<std::string> subscription;
    std::vector<bool> ownWebhook;
    std::vector<bool> isComplete; // the last answer had hasMore false
    std::vector<bool> hasIds; // the events' ids were read
    std::vector<qint64> offsets; // s
    qint64 timeout; // s
    qint64 late; // ms
    std::optional<qint64> from, to, asOf; // ms
};

const std::vector<std::string> kTypeNames{
    "step.completed", "step.failed", "execution.completed", "step.retried", "step.of-the-future"};

const std::string kOther = "exec_other"; // cached, but not compared

std::string executionName(int index)
{
    return "exec_" + std::to_string(index);
}

World randomWorld()
{
    using namespace rc::gen;
    World world;
    const int executions = *inRange(1, 4);
    for (int e = 0; e < executions; ++e) {
        const qint64 since = *weightedElement<qint64>({{4, 0}, {1, 2}});
        const qint64 cursor = since + *inRange(1, 12);
        world.scanned.push_back({since, cursor});
        for (qint64 seq = since + 1; seq <= cursor; ++seq) {
            if (*inRange(0, 3) == 0)
                continue;
            const std::string id = executionName(e) + "/" + std::to_string(seq);
            world.events.push_back(
                {e, seq, *inRange<qint64>(0, 900'000), *elementOf(kTypeNames), id});
        }
        world.ownWebhook.push_back(*inRange(0, 5) == 0);
        world.isComplete.push_back(*arbitrary<bool>());
        world.hasIds.push_back(*inRange(0, 4) > 0);
    }
    const int rows = *inRange(0, 25);
    for (int r = 0; r < rows; ++r) {
        PlainRow row;
        const int e = *inRange(0, executions + 1); // the last one is not in the cache
        row.execution = executionName(e);
        row.seq = *inRange<qint64>(1, 14);
        row.id = *inRange(0, 6) == 0 ? "stranger" : row.execution + "/" + std::to_string(*row.seq);
        if (*inRange(0, 12) == 0)
            row.execution = kOther;
        switch (*inRange(0, 8)) {
        case 0:
            row.seq.reset();
            break;
        case 1:
            row.execution.clear();
            break;
        case 2:
            row.id.clear();
            break;
        default:
            break;
        }
        if (*inRange(0, 5) > 0)
            row.at = *inRange<qint64>(0, 1'700'000);
        if (*inRange(0, 3) > 0)
            row.attempt = *inRange(0, 4);
        if (*inRange(0, 3) > 0)
            row.status = *element(200, 204, 299, 300, 500, 0);
        row.isSignatureInvalid = *inRange(0, 4) == 0;
        row.isAcceptedByDocumentedReceiver = *inRange(0, 3) == 0;
        world.rows.push_back(row);
    }
    if (*arbitrary<bool>())
        world.subscription = *container<std::vector<std::string>>(elementOf(kTypeNames));
    using Offsets = std::vector<qint64>;
    world.offsets = *elementOf(std::vector<Offsets>{{0, 2, 10, 42, 162, 642}, {0}, {0, 5, 60}});
    world.timeout = *element<qint64>(0, 10, 15);
    world.late = *element<qint64>(0, 10'000, 120'000);
    if (*arbitrary<bool>())
        world.from = *inRange<qint64>(0, 500'000);
    if (*arbitrary<bool>())
        world.to = *inRange<qint64>(500'000, 2'000'000);
    if (*arbitrary<bool>())
        world.asOf = *inRange<qint64>(0, 2'500'000);
    return world;
}

bool isAcknowledged(const PlainRow &row)
{
    return !row.status || *row.status / 100 == 2;
}

bool isInternal(const std::string &type)
{
    return type == "step.retried";
}

/// Everything that the reference says about a world, in comparable form.
struct Answer
{
    std::map<std::string, std::pair<std::string, int>> verdicts; // event id → verdict, duplicates
    std::vector<std::string> rows; // per row: "" for matched, or its verdict
    int otherRows = 0;
};

/// Where a row belongs, found by looking at every event.
std::string placeOf(const World &world, const PlainRow &row, const PlainEvent **match)
{
    int known = -1;
    for (int e = 0; e < int(world.scanned.size()); ++e) {
        if (row.execution == executionName(e))
            known = e;
    }
    if (row.execution == kOther)
        return "other";
    if (!row.execution.empty() && known < 0)
        return "foreign";
    const bool isForged = row.isSignatureInvalid && !row.isAcceptedByDocumentedReceiver;
    const std::string unmatched = isForged ? "forged" : "unexpected";
    if (known >= 0 && row.seq) {
        for (const PlainEvent &event : world.events) {
            if (event.execution != known || event.seq != *row.seq || isInternal(event.type))
                continue;
            if (world.hasIds[size_t(known)] && !row.id.empty() && row.id != event.id)
                return "conflict";
            *match = &event;
            return "";
        }
        const auto [since, cursor] = world.scanned[size_t(known)];
        return *row.seq > since && *row.seq <= cursor ? unmatched : "beyond";
    }
    for (const PlainEvent &event : world.events) {
        const bool isAsked =
            (known < 0 || event.execution == known) && world.hasIds[size_t(event.execution)];
        if (isAsked && !row.id.empty() && row.id == event.id && !isInternal(event.type)) {
            *match = &event;
            return "";
        }
    }
    if (known < 0)
        return "foreign";
    // Only a whole stream whose ids were read proves that an id is not in it.
    const bool hasEvents =
        std::any_of(world.events.begin(), world.events.end(), [known](const PlainEvent &e) {
            return e.execution == known;
        });
    const bool knowsIds = world.hasIds[size_t(known)] || !hasEvents;
    return world.isComplete[size_t(known)] && knowsIds ? unmatched : "beyond";
}

Answer reference(const World &world)
{
    Answer answer;
    std::map<const PlainEvent *, std::vector<PlainRow>> matched;
    std::vector<qint64> received, eventTimes;
    for (const PlainRow &row : world.rows) {
        const PlainEvent *match = nullptr;
        answer.rows.push_back(placeOf(world, row, &match));
        answer.otherRows += answer.rows.back() == "other";
        if (match)
            matched[match].push_back(row);
        if (row.at)
            received.push_back(*row.at);
        else if (match)
            eventTimes.push_back(match->t);
    }
    const std::vector<qint64> &times = received.empty() ? eventTimes : received;
    std::optional<qint64> from = world.from, to = world.to;
    if (!from && !times.empty())
        from = *std::min_element(times.begin(), times.end());
    if (!to && !times.empty())
        to = *std::max_element(times.begin(), times.end());
    if (!world.to && world.asOf && from && (!to || *to < *world.asOf))
        to = world.asOf;
    const std::optional<qint64> now = world.asOf ? world.asOf : to;
    const qint64 h = (world.offsets.back() + qint64(world.offsets.size()) * world.timeout) * 1000;

    for (const PlainEvent &event : world.events) {
        if (isInternal(event.type))
            continue;
        const std::vector<PlainRow> &rows = matched[&event];
        int acknowledged = 0;
        bool isInTime = false;
        for (const PlainRow &row : rows) {
            if (!isAcknowledged(row))
                continue;
            ++acknowledged;
            if (row.attempt)
                isInTime = isInTime || *row.attempt == 0;
            else
                isInTime = isInTime || !row.at || *row.at <= event.t + world.late;
        }
        const auto &types = world.subscription;
        const bool isSubscribed = types.empty() || world.ownWebhook[size_t(event.execution)]
            || std::find(types.begin(), types.end(), event.type) != types.end();
        const bool isOver = !now || *now >= event.t + h;
        const bool isCovered = from && to && *from <= event.t && event.t + h <= *to;
        std::string verdict;
        if (acknowledged > 0 && isInTime)
            verdict = "delivered";
        else if (acknowledged > 0)
            verdict = "late";
        else if (rows.empty() && !isSubscribed)
            verdict = "not-subscribed";
        else if (!rows.empty() && isOver)
            verdict = "rejected";
        else if (!isOver)
            verdict = "pending";
        else if (!isCovered)
            verdict = "no-evidence";
        else
            verdict = "missed";
        answer.verdicts[event.id] = {verdict, std::max(0, acknowledged - 1)};
    }
    return answer;
}

ReconcileInput inputOf(const World &world)
{
    ReconcileInput input;
    for (int e = 0; e < int(world.scanned.size()); ++e) {
        StreamBuilder builder(QString::fromStdString(executionName(e)));
        ReconcileExecution execution;
        for (const PlainEvent &event : world.events) {
            if (event.execution != e)
                continue;
            builder.event(event.seq, QByteArray::fromStdString(event.type), {}, event.t);
            if (world.hasIds[size_t(e)])
                execution.eventIds.append(QByteArray::fromStdString(event.id));
        }
        const auto [since, cursor] = world.scanned[size_t(e)];
        execution.stream =
            builder.scanned(since, cursor).complete(world.isComplete[size_t(e)]).build();
        input.executions.push_back(execution);
        if (world.ownWebhook[size_t(e)])
            input.receiver.ownWebhook.insert(execution.stream->executionId());
    }
    auto table = std::make_shared<DeliveryTable>();
    table->beginFile(QStringLiteral("log"));
    for (const PlainRow &row : world.rows) {
        Delivery delivery;
        delivery.executionId = QByteArray::fromStdString(row.execution);
        delivery.eventId = QByteArray::fromStdString(row.id);
        if (row.seq)
            delivery.seq = Seq{*row.seq};
        if (row.at)
            delivery.receivedAt = fromEpochMs(*row.at);
        delivery.attempt = row.attempt;
        delivery.status = row.status;
        delivery.isAcknowledged = isAcknowledged(row);
        delivery.signatureVerdict =
            row.isSignatureInvalid ? SignatureVerdict::Invalid : SignatureVerdict::Unverifiable;
        delivery.documentedReceiverAccepts = row.isAcceptedByDocumentedReceiver;
        table->add(delivery);
    }
    input.deliveries = table;
    input.otherExecutions.insert(ExecutionId(QString::fromStdString(kOther)));
    ReceiverProfile &receiver = input.receiver;
    for (const std::string &type : world.subscription)
        receiver.subscribedTypes.append(QString::fromStdString(type));
    for (const qint64 offset : world.offsets)
        receiver.schedule.offsets.push_back(std::chrono::seconds(offset));
    receiver.schedule.timeout = std::chrono::seconds(world.timeout);
    receiver.lateThreshold = std::chrono::milliseconds(world.late);
    const auto time = [](std::optional<qint64> ms) {
        return ms ? std::optional(fromEpochMs(*ms)) : std::nullopt;
    };
    receiver.span = {time(world.from), time(world.to)};
    receiver.asOf = time(world.asOf);
    return input;
}

Answer answerOf(const ReconcileInput &input)
{
    const Reconciliation result = reconcile(input);
    Answer answer;
    std::vector<bool> isMatched(size_t(input.deliveries->count()), false);
    for (size_t e = 0; e < input.executions.size(); ++e) {
        const ReconcileExecution &execution = input.executions[e];
        for (qsizetype i = 0; i < execution.stream->count(); ++i) {
            const EventVerdict &event = result.executions[e].events[size_t(i)];
            for (const quint32 row : result.rowsOf(event))
                isMatched[row] = true;
            if (event.verdict == Verdict::NotExpected)
                continue;
            const std::string id =
                executionName(int(e)) + "/" + std::to_string(execution.stream->seqAt(i).value);
            answer.verdicts[id] = {std::string(verdictName(event.verdict).data()),
                                   int(event.duplicates)};
        }
    }
    answer.otherRows = int(result.rowsOfOtherExecutions);
    for (qsizetype row = 0; row < input.deliveries->count(); ++row) {
        const QByteArray &execution =
            input.deliveries->executions().at(input.deliveries->executionIndexAt(row));
        const bool isOther = execution == kOther.c_str();
        answer.rows.push_back(isMatched[size_t(row)] ? "" : isOther ? "other" : "beyond");
    }
    for (const RowFinding &finding : result.rows)
        answer.rows[finding.row] = rowVerdictName(finding.verdict).data();
    return answer;
}

} // namespace

class tst_VerdictRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "max_success=10000");
    }

    void everyVerdictIsTheOneThatTheRulesGive()
    {
        std::map<std::string, int> met;
        const bool holds = rc::check("verdicts equal the reference", [&met] {
            const World world = randomWorld();
            const Answer expected = reference(world);
            const Answer found = answerOf(inputOf(world));
            for (const auto &[id, verdict] : expected.verdicts)
                ++met[verdict.first];
            for (const std::string &row : expected.rows)
                ++met[row];
            RC_ASSERT(found.verdicts == expected.verdicts);
            RC_ASSERT(found.rows == expected.rows);
            RC_ASSERT(found.otherRows == expected.otherRows);
        });
        QVERIFY(holds);
        // The worlds are varied enough to hold every verdict, matched rows, and those beyond the coverage or of
        // executions not compared.
        QCOMPARE(met.size(), size_t(kVerdictCount + kRowVerdictCount + 3));
    }

    void totalsAddUp()
    {
        const bool holds = rc::check("totals are the sums of the verdicts", [] {
            const World world = randomWorld();
            const ReconcileInput input = inputOf(world);
            const Reconciliation result = reconcile(input);
            qint64 rows = result.rowsBeyondCoverage + result.rowsOfOtherExecutions
                + qint64(result.rows.size());
            ReconcileTotals sum;
            for (const ExecutionFinding &execution : result.executions) {
                for (const EventVerdict &event : execution.events) {
                    rows += event.rowCount;
                    sum.duplicate += event.duplicates;
                    if (event.verdict != Verdict::NotExpected)
                        ++sum.verdicts[size_t(event.verdict)];
                }
            }
            RC_ASSERT(rows == qint64(world.rows.size()));
            RC_ASSERT(sum.verdicts == result.totals.verdicts);
            RC_ASSERT(sum.duplicate == result.totals.duplicate);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_VerdictRules)
#include "tst_verdictrules.moc"
