// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/helptext.h"

#include <QLoggingCategory>

namespace Gapline {
namespace {

bool isHelp(const QString &word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h");
}

bool isVersion(const QString &word)
{
    return word == QLatin1String("--version");
}

ExitStatus print(CliContext &context, const QString &text)
{
    Console &console = context.console();
    if (console.print(text.trimmed()) || console.out().readerHasGone())
        return ExitStatus::Done;
    console.showError({ErrorId::FileUnwritable,
                       QStringLiteral("Standard output cannot be written: %1.")
                           .arg(console.out().errorString())});
    return ExitStatus::File;
}

/// Help and version win over whatever else is on the line, right or wrong, up to a "--".
std::optional<QString> askedText(const Command &command, const QStringList &words)
{
    for (const QString &word : words) {
        if (word == QLatin1String("--"))
            break;
        if (isHelp(word))
            return commandHelp(command);
        if (isVersion(word))
            return versionText();
    }
    return std::nullopt;
}

ExitStatus runHelp(const Commands &commands, const QStringList &words, CliContext &context)
{
    if (words.isEmpty() || isHelp(words.constFirst()))
        return print(context, programHelp(commands));
    const Command *command = findCommand(commands, words.constFirst());
    if (command)
        return print(context, commandHelp(*command));
    context.console().showError(
        usageError(QStringLiteral("There is no command \"%1\".").arg(words.constFirst())).value());
    return ExitStatus::Usage;
}

ExitStatus runCommand(Command &command, const QStringList &words, CliContext &context)
{
    Console &console = context.console();
    if (const std::optional<QString> text = askedText(command, words))
        return print(context, *text);
    const Result<Arguments> arguments = Arguments::parse(command, words);
    if (!arguments) {
        console.showError(arguments.error());
        return arguments.error().exitStatus();
    }
    if (arguments->has(QLatin1String("quiet")))
        console.setVerbosity(Verbosity::Quiet);
    else if (arguments->has(QLatin1String("verbose")))
        console.setVerbosity(Verbosity::Verbose);

    // A refused page is told with its sync. QT_LOGGING_RULES may still say otherwise.
    QLoggingCategory::setFilterRules(arguments->has(QLatin1String("quiet"))
                                         ? QStringLiteral("gapline.*.warning=false")
                                         : QStringLiteral("gapline.sync.warning=false"));

    const Result<ExitStatus> status = command.run(*arguments, context);
    console.endProgress();
    // `gapline events ... | head`: the reader has seen enough, which is no failure.
    if (console.out().readerHasGone())
        return ExitStatus::Done;
    if (status)
        return *status;
    console.showError(status.error());
    return status.error().exitStatus();
}

} // namespace

bool isForCommandLine(const Commands &commands, const QStringList &words)
{
    if (words.isEmpty())
        return false;
    if (words.constFirst() == QLatin1String("help") || findCommand(commands, words.constFirst()))
        return true;
    for (const QString &word : words) {
        if (word == QLatin1String("--"))
            return false;
        if (isHelp(word) || isVersion(word))
            return true;
    }
    return false;
}

ExitStatus runCommandLine(const Commands &commands, const QStringList &words, CliContext &context)
{
    const QString first = words.value(0);
    if (Command *command = findCommand(commands, first))
        return runCommand(*command, words.sliced(1), context);
    if (first == QLatin1String("help"))
        return runHelp(commands, words.sliced(1), context);
    for (const QString &word : words) {
        if (isVersion(word))
            return print(context, versionText());
        if (isHelp(word))
            break;
    }
    return print(context, programHelp(commands));
}

} // namespace Gapline
