// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/session.h"
#include "core/domain/timetext.h"

#include <functional>

namespace Gapline {

/// What the options say that several commands share; a command that lacks one has its default.
struct SharedChoices
{
    QString format;
    TimeZoneChoice zone = TimeZoneChoice::Utc;
    int pageSize = 500;
    std::optional<Seq> since; ///< --since-seq
};

/// A command that works on the cache and, unless it is offline, on the API: everything that the words ask for is
/// checked first, and only then is anything opened.
class SessionCommand : public Command
{
public:
    /// `formats`: what --format takes; `piped`: the one for results that do not go to a terminal.
    SessionCommand(CommandText text, QStringList formats, QString piped);

    [[nodiscard]] QList<QCommandLineOption> options() const final;
    [[nodiscard]] Result<ExitStatus> run(const Arguments &arguments, CliContext &context) final;

protected:
    /// What is left to be done with an open session.
    using Work = std::function<Result<ExitStatus>(Session &session)>;

    /// The command's own options, which help shows before those of the session.
    [[nodiscard]] virtual QList<QCommandLineOption> ownOptions() const = 0;
    /// Those of the session; all unless said otherwise.
    [[nodiscard]] virtual QList<QCommandLineOption> connectedBy() const { return sessionOptions(); }
    /// Offline with --offline, else online, unless said otherwise.
    [[nodiscard]] virtual SessionKind kindOf(const Arguments &arguments) const;
    /// Checks the command's own words. `arguments` and `context` outlive the work.
    [[nodiscard]] virtual Result<Work>
    prepare(const Arguments &arguments, const SharedChoices &shared, CliContext &context) const = 0;

    /// What is answered when the session cannot be opened: no more than that, unless said otherwise.
    [[nodiscard]] virtual Result<ExitStatus> answerWithout(const Arguments &arguments,
                                                           const SharedChoices &shared,
                                                           CliContext &context,
                                                           const Error &why) const;

    [[nodiscard]] const QStringList &formats() const { return m_formats; }

private:
    QStringList m_formats;
    QString m_piped;
};

/// table, csv, json, ndjson.
[[nodiscard]] QStringList fourFormats();

} // namespace Gapline
