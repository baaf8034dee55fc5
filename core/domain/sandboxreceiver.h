// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/receiver.h"

#include <QString>
#include <QUrl>

namespace Gapline {

/// The receiver that the built-in sandbox delivers its webhooks to.
struct SandboxReceiver
{
    QString logFile; ///< What it has received, as NDJSON; grows while the sandbox runs.
    QUrl url; ///< Where it takes webhooks, replayed ones too.
    ReceiverProfile profile; ///< The one that fits: all types, the direct schedule, both secrets.
};

} // namespace Gapline
