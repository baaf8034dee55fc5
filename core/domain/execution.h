// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Gapline {

/// {code, message} of a failed execution or step.
struct FailureReason
{
    QString code;
    QString message;

    friend bool operator==(const FailureReason &, const FailureReason &) = default;
};

/// StepView of executions/get (api-contract.md, "executions/get and executions/list"). Statuses and node
/// types are open sets and keep their text.
struct StepView
{
    StepId stepId;
    NodeId nodeId;
    QString nodeType;
    QString status;
    std::optional<QString> groupId;
    std::optional<EpochMs> startedAt;
    std::optional<EpochMs> completedAt;
    QByteArray output; ///< Raw JSON, empty when null or absent.
    std::optional<FailureReason> error;
};

/// ExecutionView of executions/get; from executions/list it has no steps.
struct Execution
{
    ExecutionId executionId;
    QString
        status; ///< pending, running, completed, failed, cancelled, or one that is not known yet.
    std::optional<EpochMs> startedAt;
    std::optional<EpochMs> completedAt;
    std::optional<EpochMs> cancelledAt;
    DefinitionId definitionId;
    std::optional<qint64> definitionVersion;
    QString correlationId;
    QString idempotencyKey;
    std::optional<FailureReason> failureReason;
    QList<StepView> steps;
    QByteArray raw; ///< The JSON object as the server sent it.

    [[nodiscard]] bool isTerminal() const;
    /// completedAt or cancelledAt, whichever is set.
    [[nodiscard]] std::optional<EpochMs> endedAt() const;
};

/// One page of executions/list.
struct ExecutionPage
{
    QList<Execution> items;
    std::optional<QString> nextCursor; ///< Opaque; passed back unchanged.
};

/// definitions/get: kept raw; nodes and edges are read from it where a view needs them.
struct Definition
{
    DefinitionId definitionId;
    QString name;
    std::optional<qint64> version;
    QByteArray raw;
};

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::Execution)
