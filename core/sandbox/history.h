// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Gapline {

/// Who an execution is: what does not change while it runs. Texts are UTF-8.
struct ExecutionIdentity
{
    QByteArray executionId;
    QByteArray definitionId;
    int definitionVersion = 1;
    qint64 startedAt = 0; ///< Epoch ms.
    QByteArray correlationId;
    QByteArray idempotencyKey;
    quint64 key = 0; ///< Seeds the event ids.
};

/// What one event consists of, as pieces of JSON text where it says so.
struct EventParts
{
    QByteArray eventId;
    QByteArrayView type;
    QByteArrayView stepId; ///< JSON: a string or null.
    qint64 timestamp; ///< Epoch ms.
    QByteArray tail; ///< JSON: `,"data":...` and what else follows correlationId; may be empty.
};

/// How an execution stands at one moment.
struct ExecutionState
{
    const char *status; ///< pending, running, completed, failed, cancelled
    std::optional<qint64> completedAt; ///< Epoch ms.
    std::optional<qint64> cancelledAt;
    QByteArray failureReason; ///< Raw JSON; empty: null.
};

/// All seqs of one execution, 1 to the last, internal ones included; those later than "now" have not happened yet.
/// Immutable. Every question costs the same at the end as at the start.
class History
{
public:
    virtual ~History() = default;

    /// Highest seq that has happened by `now` (epoch ms); 0 when none has.
    [[nodiscard]] virtual Seq lastSeq(qint64 now) const = 0;
    /// How many external events lie at or below `seq`.
    [[nodiscard]] virtual qint64 externalUpTo(Seq seq) const = 0;
    /// The seq of the n-th external event, counted from 1 to externalUpTo(last).
    [[nodiscard]] virtual Seq externalAt(qint64 n) const = 0;
    /// Seq must exist.
    [[nodiscard]] virtual QByteArrayView typeAt(Seq seq) const = 0;
    [[nodiscard]] virtual qint64 timeAt(Seq seq) const = 0;
    /// Appends the event as the API shows it (ApprovalEventView).
    virtual void appendEvent(QByteArray &out, Seq seq) const = 0;
    [[nodiscard]] virtual EventParts partsAt(Seq seq) const = 0;
    [[nodiscard]] virtual ExecutionState stateAt(qint64 now) const = 0;
    /// Appends the StepViews, comma-separated.
    virtual void appendSteps(QByteArray &out, qint64 now) const = 0;
};

} // namespace Gapline
