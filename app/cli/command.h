// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace Gapline {

class Arguments;
class CliContext;

/// One subcommand of the command line (command-line.md): what its help and the man page say, and what it does.
/// Main thread, before any event loop runs.
class Command
{
public:
    Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    /// The word after `gapline`.
    [[nodiscard]] virtual QString name() const = 0;
    /// What follows the name and stands before [OPTIONS], for example "EXECUTION"; may be empty.
    [[nodiscard]] virtual QString positionals() const { return {}; }
    /// One line for `gapline --help`, without a full stop.
    [[nodiscard]] virtual QString summary() const = 0;
    /// What --help adds to the summary: paragraphs with an empty line between them; help breaks the lines.
    [[nodiscard]] virtual QString description() const { return {}; }
    /// All options but the common ones (--help, --version, --quiet, --verbose), in the order that help shows.
    [[nodiscard]] virtual QList<QCommandLineOption> options() const = 0;

    /// Does the work. Results go to context.console().out(); an error that is returned is shown by the caller
    /// and decides the exit status.
    [[nodiscard]] virtual Result<ExitStatus> run(const Arguments &arguments,
                                                 CliContext &context) = 0;
};

} // namespace Gapline
