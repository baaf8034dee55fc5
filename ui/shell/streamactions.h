// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace Gapline {

class Actions;
class InspectPage;
class Workspace;

/// Lets the actions that move about in a stream (jumps, go to, zoom, show only) act on the open execution. `remark` shows
/// a line such as "No further gap". All of them must outlive the page.
void connectStreamActions(Actions &actions,
                          Workspace &workspace,
                          InspectPage &page,
                          const std::function<void(const QString &)> &remark);

} // namespace Gapline
