// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace Gapline {

class Arguments;
class CliContext;

/// What help says of a command.
struct CommandText
{
    QString name; ///< The word after `gapline`.
    QString
        positionals; ///< What follows it and stands before [OPTIONS], for example "EXECUTION"; may be empty.
    QString summary; ///< One line for `gapline --help`, without a full stop.
    QString description; ///< Paragraphs with an empty line between them; help breaks the lines.
};

/// One subcommand of the command line (command-line.md): what its help and the man page say, and what it does.
/// Main thread, before any event loop runs.
class Command
{
public:
    explicit Command(CommandText text)
        : m_text(std::move(text))
    { }
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    [[nodiscard]] const QString &name() const { return m_text.name; }
    [[nodiscard]] const CommandText &text() const { return m_text; }
    /// All options but the common ones (--help, --version, --quiet, --verbose), in the order that help shows.
    [[nodiscard]] virtual QList<QCommandLineOption> options() const = 0;

    /// Does the work. Results go to context.console().out(); an error that is returned is shown by the caller
    /// and decides the exit status.
    [[nodiscard]] virtual Result<ExitStatus> run(const Arguments &arguments,
                                                 CliContext &context) = 0;

private:
    CommandText m_text;
};

} // namespace Gapline
