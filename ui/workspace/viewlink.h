// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/workspace/viewstate.h"

namespace Gapline {

// gapline://open/EXECUTION?filter=type%3Astep.*&range=10..40.5&seq=19&gaps=hidden
//
// A link to one execution and what is looked at there. It names neither server nor connection: whoever opens it
// looks at the execution through a connection of their own, so that no link can send a key anywhere. Pure.

struct ViewLink
{
    ExecutionId executionId;
    ViewState state;
};

[[nodiscard]] QString viewLinkText(const ViewLink &link);
/// True for texts that are meant to be one, right or wrong.
[[nodiscard]] bool isViewLink(QStringView text);
/// Errors: UsageInvalid. What is not known in a link is passed over.
[[nodiscard]] Result<ViewLink> parseViewLink(const QString &text);

} // namespace Gapline
