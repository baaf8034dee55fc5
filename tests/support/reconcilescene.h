// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/streambuilder.h"

#include "core/reconcile/reconciler.h"

namespace Gapline::Test {

/// Seconds after the scenes' start.
[[nodiscard]] EpochMs at(qint64 seconds);

/// Writes down a comparison as a test would say it; times are seconds after the start. Event ids are
/// "evt_<seq>", the first execution is "exec_test".
class Scene
{
public:
    Scene();
    explicit Scene(const EventStreamPtr &stream);

    static Delivery row(qint64 seq,
                        std::optional<qint64> receivedAt = {},
                        std::optional<int> attempt = {},
                        std::optional<int> status = {});

    Scene &execution(const EventStreamPtr &stream,
                     const QString &definition = {},
                     std::optional<qint64> version = {});
    Scene &add(const Delivery &delivery);
    Scene &span(qint64 from, qint64 to);
    ReceiverProfile &receiver() { return m_input.receiver; }
    ReconcileInput &input() { return m_input; }

    Reconciliation run();
    Verdict verdict(qsizetype event = 0);

private:
    std::shared_ptr<DeliveryTable> m_table;
    ReconcileInput m_input;
};

/// The world of the known answers: one event every 60 s, a receiver that refuses connections at once during
/// [0, outage), delivery by the direct schedule, and the log as it stands at `cut`.
[[nodiscard]] Scene outageScene(int events, qint64 outage, qint64 cut);

} // namespace Gapline::Test
