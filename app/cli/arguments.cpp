// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/command.h"

namespace Gapline {

QList<QCommandLineOption> commonOptions()
{
    return {
        QCommandLineOption({QStringLiteral("q"), QStringLiteral("quiet")},
                           QStringLiteral("Only errors on standard error.")),
        QCommandLineOption(
            {QStringLiteral("v"), QStringLiteral("verbose")},
            QStringLiteral("Progress and retries on standard error, terminal or not.")),
        QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")},
                           QStringLiteral("Show this help and exit.")),
        QCommandLineOption(QStringLiteral("version"), QStringLiteral("Show the version and exit.")),
    };
}

Failure usageError(const QString &message)
{
    return failure(ErrorId::UsageInvalid, message);
}

Result<Arguments> Arguments::parse(const Command &command, const QStringList &words)
{
    Arguments arguments;
    // Not process(): that one ends the program by itself, with exit status 1.
    arguments.m_parser = std::make_shared<QCommandLineParser>();
    arguments.m_parser->addOptions(command.options());
    arguments.m_parser->addOptions(commonOptions());
    if (!arguments.m_parser->parse(QStringList(command.name()) + words))
        return usageError(arguments.m_parser->errorText());
    // QCommandLineParser complains aloud when it is asked for an option that it was not told of.
    for (const QCommandLineOption &option : command.options() + commonOptions())
        arguments.m_known << option.names();
    arguments.m_positionals = arguments.m_parser->positionalArguments();
    return arguments;
}

bool Arguments::has(QLatin1String option) const
{
    return m_known.contains(option) && m_parser->isSet(QString(option));
}

QString Arguments::value(QLatin1String option) const
{
    return has(option) ? m_parser->value(QString(option)) : QString();
}

QStringList Arguments::values(QLatin1String option) const
{
    return has(option) ? m_parser->values(QString(option)) : QStringList();
}

Result<std::optional<qint64>>
Arguments::integer(QLatin1String option, qint64 smallest, qint64 largest) const
{
    if (!has(option))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < smallest || number > largest) {
        return usageError(QStringLiteral("--%1 takes an integer from %2 to %3, not \"%4\".")
                              .arg(option)
                              .arg(smallest)
                              .arg(largest)
                              .arg(value(option)));
    }
    return number;
}

Result<QString> Arguments::choice(QLatin1String option, const QStringList &choices) const
{
    if (!has(option))
        return choices.constFirst();
    if (!choices.contains(value(option))) {
        return usageError(QStringLiteral("--%1 takes one of %2, not \"%3\".")
                              .arg(option, choices.join(QStringLiteral(", ")), value(option)));
    }
    return value(option);
}

} // namespace Gapline
