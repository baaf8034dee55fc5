// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reconcilescene.h"

#include "core/reconcile/retryhorizon.h"

#include <array>

namespace Gapline::Test {

EpochMs at(qint64 seconds)
{
    constexpr qint64 kStart = 1777374504000;
    return fromEpochMs(kStart + seconds * 1000);
}

Scene::Scene()
    : m_table(std::make_shared<DeliveryTable>())
{
    m_input.receiver.schedule = directSchedule();
    m_table->beginFile(QStringLiteral("receiver.log"));
    m_input.deliveries = m_table;
}

Scene::Scene(const EventStreamPtr &stream)
    : Scene()
{
    execution(stream);
}

Delivery Scene::row(qint64 seq,
                    std::optional<qint64> receivedAt,
                    std::optional<int> attempt,
                    std::optional<int> status)
{
    Delivery delivery;
    delivery.line = seq;
    delivery.executionId = "exec_test";
    delivery.seq = Seq{seq};
    if (receivedAt)
        delivery.receivedAt = at(*receivedAt);
    delivery.attempt = attempt;
    delivery.status = status;
    delivery.isAcknowledged = !status || (*status >= 200 && *status < 300);
    return delivery;
}

Scene &Scene::execution(const EventStreamPtr &stream,
                        const QString &definition,
                        std::optional<qint64> version)
{
    ReconcileExecution execution;
    execution.definitionId = DefinitionId(definition);
    execution.definitionVersion = version;
    execution.stream = stream;
    for (qsizetype i = 0; i < stream->count(); ++i)
        execution.eventIds.append("evt_" + QByteArray::number(stream->seqAt(i).value));
    m_input.executions.push_back(execution);
    return *this;
}

Scene &Scene::add(const Delivery &delivery)
{
    m_table->add(delivery);
    return *this;
}

Scene &Scene::span(qint64 from, qint64 to)
{
    m_input.receiver.span = {at(from), at(to)};
    return *this;
}

Reconciliation Scene::run()
{
    return reconcile(m_input);
}

Verdict Scene::verdict(qsizetype event)
{
    return run().executions[0].events.at(size_t(event)).verdict;
}

Scene outageScene(int events, qint64 outage, qint64 cut)
{
    constexpr std::array<qint64, 6> kOffsets{0, 2, 10, 42, 162, 642};
    StreamBuilder stream;
    for (int i = 0; i < events; ++i)
        stream.event(i + 1, "step.completed", {}, toEpochMs(at(i * 60)));
    Scene scene(stream.scanned(0, events).complete().build());
    scene.span(0, cut);
    for (int i = 0; i < events; ++i) {
        for (size_t attempt = 0; attempt < kOffsets.size(); ++attempt) {
            const qint64 arrival = i * 60 + kOffsets.at(attempt);
            if (arrival < outage)
                continue; // Refused at once: the receiver never saw it.
            if (arrival <= cut)
                scene.add(Scene::row(i + 1, arrival, int(attempt), 200));
            break;
        }
    }
    return scene;
}

} // namespace Gapline::Test
