// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/domain/receiver.h"
#include "core/report/reconcilereport.h"

#include <QProcessEnvironment>

namespace Gapline {

/// --deliveries, --map, --subscribed ... --recovery-pack.
[[nodiscard]] QList<QCommandLineOption> reconcileOptions();

/// What the options say of the receiver. Secrets are read from the named environment variables.
/// Errors: UsageInvalid.
[[nodiscard]] Result<ReceiverProfile> receiverFrom(const Arguments &arguments,
                                                   const QProcessEnvironment &environment);
/// --verdict, for events and rows alike. Errors: UsageInvalid naming all of them.
[[nodiscard]] Result<FindingFilter> findingFilterFrom(const Arguments &arguments);

} // namespace Gapline
