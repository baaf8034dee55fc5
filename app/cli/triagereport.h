// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "core/reconcile/triage.h"

namespace Gapline {

/// `reconcile --triage`: counts, and each run that is lacking or pending. `format`: json or table.
[[nodiscard]] QByteArray triageText(const Triage &triage,
                                    const QString &format,
                                    TimeZoneChoice zone,
                                    std::optional<int> columns);

} // namespace Gapline
