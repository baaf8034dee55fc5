// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scenario.h"

#include "core/sandbox/fleetplan.h"
#include "core/sandbox/jsontext.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

/// How many seqs the engine looks through for one page. Only a long internal run makes it stop there: the page
/// then comes back short, or empty, with hasMore and a moved cursor.
constexpr qint64 kLookAhead = 5'000;
/// All definitions were created this long before the scenario's now.
constexpr qint64 kDefinitionAge = 90LL * 86'400'000;
constexpr int kTypicalEventBytes = 360;

} // namespace

struct Scenario::Private
{
    Private(const SandboxOptions &o, const Clock &c)
        : speed(o.speed)
        , clock(c)
        , origin(c.monotonic())
        , start(o.now == EpochMs() ? c.now() : o.now)
        , fleet(planFleet(o, toEpochMs(start)))
    {
        for (std::size_t i = 0; i < fleet.size(); ++i)
            byId.insert(fleet[i].identity.executionId, i);
    }

    PlannedExecution &find(QByteArrayView id)
    {
        return fleet[byId.value(QByteArray::fromRawData(id.data(), id.size()))];
    }

    const History &historyOf(PlannedExecution &planned) const
    {
        if (!planned.history)
            planned.history = workOut(planned, toEpochMs(start));
        return *planned.history;
    }

    void appendView(QByteArray &out, PlannedExecution &planned, qint64 now, bool withSteps) const
    {
        const History &history = historyOf(planned);
        const ExecutionState state = history.stateAt(now);
        const ExecutionIdentity &identity = planned.identity;
        out += "{\"executionId\":";
        appendJsonString(out, identity.executionId);
        out += ",\"status\":\"" + QByteArray(state.status) + "\",\"startedAt\":";
        appendNumber(out, identity.startedAt);
        out += ",\"completedAt\":";
        appendNumberOrNull(out, state.completedAt);
        out += ",\"cancelledAt\":";
        appendNumberOrNull(out, state.cancelledAt);
        out += ",\"definitionId\":";
        appendJsonString(out, identity.definitionId);
        out += ",\"definitionVersion\":";
        appendNumber(out, identity.definitionVersion);
        out += ",\"correlationId\":";
        appendJsonString(out, identity.correlationId);
        out += ",\"idempotencyKey\":";
        appendJsonString(out, identity.idempotencyKey);
        out += ",\"failureReason\":";
        out += state.failureReason.isEmpty() ? QByteArray("null") : state.failureReason;
        out += ",\"steps\":[";
        if (withSteps)
            history.appendSteps(out, now);
        out += "]}";
    }

    const double speed;
    const Clock &clock;
    const std::chrono::milliseconds origin;
    const EpochMs start;
    std::vector<PlannedExecution> fleet; ///< Newest first.
    QHash<QByteArray, std::size_t> byId;
};

Scenario::Scenario(const SandboxOptions &options, const Clock &clock)
    : d(std::make_unique<Private>(options, clock))
{ }

Scenario::~Scenario() = default;

EpochMs Scenario::now() const
{
    const auto passed = double((d->clock.monotonic() - d->origin).count()) * d->speed;
    return d->start + std::chrono::milliseconds(qint64(passed));
}

EpochMs Scenario::start() const
{
    return d->start;
}

double Scenario::speed() const
{
    return d->speed;
}

std::optional<std::chrono::milliseconds> Scenario::clockTimeUntil(EpochMs at) const
{
    const std::chrono::milliseconds ahead = at - now();
    if (ahead.count() <= 0)
        return std::chrono::milliseconds(0);
    if (d->speed <= 0)
        return std::nullopt;
    // Rounded up, so that the moment has come when the time is over.
    return std::chrono::milliseconds(qint64(std::ceil(double(ahead.count()) / d->speed)));
}

std::vector<ExecutionId> Scenario::executions() const
{
    std::vector<ExecutionId> ids;
    for (const PlannedExecution &planned : d->fleet)
        ids.push_back(ExecutionId(QString::fromUtf8(planned.identity.executionId)));
    return ids;
}

bool Scenario::contains(QByteArrayView executionId) const
{
    return d->byId.contains(QByteArray::fromRawData(executionId.data(), executionId.size()));
}

ExecutionId Scenario::showcase() const
{
    const auto found =
        std::ranges::find(d->fleet, PlannedExecution::Course::Showcase, &PlannedExecution::course);
    if (found == d->fleet.end())
        return largest();
    return ExecutionId(QString::fromUtf8(found->identity.executionId));
}

ExecutionId Scenario::largest() const
{
    const auto found =
        std::ranges::find(d->fleet, PlannedExecution::Course::Bulk, &PlannedExecution::course);
    if (found == d->fleet.end())
        return {};
    return ExecutionId(QString::fromUtf8(found->identity.executionId));
}

QByteArray Scenario::page(QByteArrayView executionId, Seq since, int pageSize) const
{
    const History &history = this->history(executionId);
    const Seq last = history.lastSeq(toEpochMs(now()));
    const qint64 from = std::min(since.value, last.value);
    const Seq reach{std::min(last.value, from + kLookAhead)};
    const qint64 before = history.externalUpTo({from});
    const qint64 count = std::min<qint64>(pageSize, history.externalUpTo(reach) - before);
    const bool hasMore = before + count < history.externalUpTo(last);

    Seq cursor = reach;
    QByteArray out;
    out.reserve(200 + count * kTypicalEventBytes);
    out += "{\"result\":{\"executionId\":";
    appendJsonString(out, executionId);
    out += ",\"events\":[";
    for (qint64 n = 1; n <= count; ++n) {
        if (n > 1)
            out += ',';
        const Seq seq = history.externalAt(before + n);
        history.appendEvent(out, seq);
        if (n == pageSize)
            cursor = seq;
    }
    out += "],\"nextCursor\":";
    appendNumber(out, hasMore ? cursor.value : std::max(since, last).value);
    out += hasMore ? ",\"hasMore\":true}}" : ",\"hasMore\":false}}";
    return out;
}

QByteArray Scenario::execution(QByteArrayView executionId) const
{
    QByteArray out = "{\"result\":";
    d->appendView(out, d->find(executionId), toEpochMs(now()), true);
    return out + '}';
}

QByteArray Scenario::list(QByteArrayView definitionId,
                          QByteArrayView status,
                          int pageSize,
                          std::optional<qint64> before) const
{
    const qint64 now = toEpochMs(this->now());
    auto planned = d->fleet.begin();
    if (before) {
        planned = std::ranges::partition_point(d->fleet, [before](const PlannedExecution &p) {
            return p.identity.startedAt >= *before;
        });
    }
    QByteArray out = "{\"result\":{\"items\":[";
    int count = 0;
    qint64 lastStart = 0;
    for (; planned != d->fleet.end() && count < pageSize; ++planned) {
        if (!definitionId.isEmpty()
            && definitionId != QByteArrayView(planned->identity.definitionId))
            continue;
        if (!status.isEmpty()
            && status != QByteArrayView(d->historyOf(*planned).stateAt(now).status))
            continue;
        if (count++ > 0)
            out += ',';
        d->appendView(out, *planned, now, false);
        lastStart = planned->identity.startedAt;
    }
    out += "],\"nextCursor\":";
    if (count == pageSize)
        out += '"' + QByteArray::number(lastStart) + '"';
    else
        out += "null";
    return out + "}}";
}

QByteArray Scenario::definition(QByteArrayView definitionId) const
{
    const Workflow *workflow = findWorkflow(definitionId);
    if (!workflow)
        return {};
    return "{\"result\":" + definitionJson(*workflow, toEpochMs(d->start) - kDefinitionAge) + '}';
}

std::vector<QByteArray> Scenario::allSeqsOf(const ExecutionId &executionId) const
{
    const History &history = this->history(executionId.text().toUtf8());
    const Seq last = history.lastSeq(toEpochMs(now()));
    std::vector<QByteArray> types;
    types.reserve(last.value);
    for (Seq seq{1}; seq <= last; seq = seq.next())
        types.push_back(history.typeAt(seq).toByteArray());
    return types;
}

const History &Scenario::history(QByteArrayView executionId) const
{
    return d->historyOf(d->find(executionId));
}

const ExecutionIdentity &Scenario::identity(QByteArrayView executionId) const
{
    return d->find(executionId).identity;
}

} // namespace Gapline
