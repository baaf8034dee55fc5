// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QList>
#include <QStringList>

#include <optional>

namespace Gapline {

class Command;

/// What was written after the subcommand, checked against its options.
class Arguments
{
public:
    /// `words` are those after the subcommand's name. Errors: UsageInvalid for an unknown option, a missing
    /// or an unexpected value.
    [[nodiscard]] static Result<Arguments> parse(const Command &command, const QStringList &words);

    /// False also for an option that the command does not know.
    [[nodiscard]] bool has(QLatin1String option) const;
    /// The last one wins; empty when it is not there.
    [[nodiscard]] QString value(QLatin1String option) const;
    [[nodiscard]] QStringList values(QLatin1String option) const;
    [[nodiscard]] const QStringList &positionals() const { return m_positionals; }

    /// Nothing when the option is not there. Errors: UsageInvalid naming option, value and bounds.
    [[nodiscard]] Result<std::optional<qint64>>
    integer(QLatin1String option, qint64 smallest, qint64 largest) const;
    /// One of `choices`, or the first of them when the option is not there.
    [[nodiscard]] Result<QString> choice(QLatin1String option, const QStringList &choices) const;

private:
    std::shared_ptr<QCommandLineParser> m_parser;
    QStringList m_positionals;
    QStringList m_known;
};

/// --help, --version, --quiet, --verbose: every command has them.
[[nodiscard]] QList<QCommandLineOption> commonOptions();

/// UsageInvalid with this message.
[[nodiscard]] Failure usageError(const QString &message);

} // namespace Gapline
