// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"

#include <optional>

namespace Gapline {

/// Steps as the bytes that the cache keeps.
[[nodiscard]] QByteArray packSteps(const QList<StepView> &steps);
/// Nothing when the bytes are not what packSteps() makes.
[[nodiscard]] std::optional<QList<StepView>> unpackSteps(const QByteArray &packed);

/// Over every field but the steps, and the raw bytes.
[[nodiscard]] QByteArray executionChecksum(const Execution &execution, qint64 fetchedAt);

/// When an execution began as its id of the form exec_<epoch ms>_<rest> tells.
[[nodiscard]] std::optional<EpochMs> startFromId(const ExecutionId &executionId);

} // namespace Gapline
