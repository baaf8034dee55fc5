// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/registry.h"

#include "app/cli/cachecommand.h"
#include "app/cli/eventscommand.h"
#include "app/cli/gapscommand.h"
#include "app/cli/listcommand.h"
#include "app/cli/reconcilecommand.h"
#include "app/cli/replaycommand.h"
#include "app/cli/sandboxcommand.h"
#include "app/cli/synccommand.h"

#include <algorithm>

namespace Gapline {

Commands makeCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<EventsCommand>());
    commands.push_back(std::make_unique<GapsCommand>());
    commands.push_back(std::make_unique<ReconcileCommand>());
    commands.push_back(std::make_unique<ReplayCommand>());
    commands.push_back(std::make_unique<SandboxCommand>());
    commands.push_back(std::make_unique<CacheCommand>());
    return commands;
}

QStringList commandNames(const Commands &commands)
{
    QStringList names{QStringLiteral("help")};
    for (const auto &command : commands)
        names << command->name();
    return names;
}

Command *findCommand(const Commands &commands, const QString &name)
{
    const auto found = std::ranges::find_if(
        commands, [&name](const auto &command) { return command->name() == name; });
    return found == commands.end() ? nullptr : found->get();
}

} // namespace Gapline
