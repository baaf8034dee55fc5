// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"
#include "core/sandbox/sandboxoptions.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

class History;
struct ExecutionIdentity;

/// The five documented states of an execution, as executions/list filters by them.
inline constexpr const char *kExecutionStatuses[] = {
    "pending", "running", "completed", "failed", "cancelled"};

/// The simulated approval engine without HTTP: its executions and what the API shows of them. The same options and
/// the same clock give the same bytes. Executions are worked out when they are first asked for and kept, so even the
/// const functions belong to one thread at a time.
class Scenario
{
public:
    /// `clock` must outlive the scenario.
    Scenario(const SandboxOptions &options, const Clock &clock);
    ~Scenario();

    /// The engine's own time: the options' now, and what the clock has gone on since, times the speed.
    [[nodiscard]] EpochMs now() const;

    /// The engine's time when the scenario was made.
    [[nodiscard]] EpochMs start() const;
    [[nodiscard]] double speed() const;
    /// How long the clock takes until the engine's time is `at`: 0 when that is past, nothing while time stands still.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockTimeUntil(EpochMs at) const;

    /// Newest first, as executions/list has them.
    [[nodiscard]] std::vector<ExecutionId> executions() const;
    [[nodiscard]] bool contains(QByteArrayView executionId) const;
    /// The execution worth opening first; empty when there is none at all.
    [[nodiscard]] ExecutionId showcase() const;
    /// The execution of SandboxOptions::events; empty when none was asked for.
    [[nodiscard]] ExecutionId largest() const;

    // What the API answers: whole bodies with their envelope. The execution or definition must exist.
    [[nodiscard]] QByteArray page(QByteArrayView executionId, Seq since, int pageSize) const;
    [[nodiscard]] QByteArray execution(QByteArrayView executionId) const;
    /// `before`: the cursor, epoch ms; `status` and `definitionId`: empty for all.
    [[nodiscard]] QByteArray list(QByteArrayView definitionId,
                                  QByteArrayView status,
                                  int pageSize,
                                  std::optional<qint64> before) const;
    /// Empty for a definition that does not exist.
    [[nodiscard]] QByteArray definition(QByteArrayView definitionId) const;

    /// The truth behind the pages: the type of every seq that has happened, internal ones included; the first
    /// is that of seq 1.
    [[nodiscard]] std::vector<QByteArray> allSeqsOf(const ExecutionId &executionId) const;
    [[nodiscard]] const History &history(QByteArrayView executionId) const;
    [[nodiscard]] const ExecutionIdentity &identity(QByteArrayView executionId) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gapline
