// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QUrl>

namespace Gapline {

/// executions/getEvents as a command for a POSIX shell (api-contract.md, "executions/getEvents"). The secrets are
/// placeholders for the shell to fill in: "$VELT_API_KEY" and "$VELT_AUTH_TOKEN". Whatever the id holds stays
/// inside single quotes.
[[nodiscard]] QString curlGetEvents(const QUrl &baseUrl,
                                    const ExecutionId &executionId,
                                    Seq sinceSeq,
                                    int pageSize = 500);

/// Any request of the API, likewise; `body` is JSON, which begins with a brace: curl would take "@..." for a file.
[[nodiscard]] QString curlRequest(const QUrl &url, const QByteArray &body);

} // namespace Gapline
