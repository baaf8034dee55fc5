// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "core/domain/timetext.h"
#include "core/filter/eventfilter.h"

namespace Gapline {

// Options that several commands share (command-line.md): their texts, and what they mean. Reading them gives
// UsageInvalid, which names the option and what it takes.

[[nodiscard]] QList<QCommandLineOption> connectionOptions(); ///< --profile --base-url --retries
[[nodiscard]] QList<QCommandLineOption> cacheOptions(); ///< --cache
[[nodiscard]] QCommandLineOption offlineOption();
[[nodiscard]] QCommandLineOption pageSizeOption();
[[nodiscard]] QList<QCommandLineOption>
outputOptions(const QStringList &formats); ///< --format --output
[[nodiscard]] QCommandLineOption sinceSeqOption(); ///< As a sync understands it.
[[nodiscard]] QList<QCommandLineOption> filterOptions(); ///< --type ... --text
[[nodiscard]] QList<QCommandLineOption> timeOptions(); ///< --utc --local

[[nodiscard]] Result<EventFilter> filterFrom(const Arguments &arguments);
/// --since-seq alone.
[[nodiscard]] Result<std::optional<Seq>> sinceSeqFrom(const Arguments &arguments);
[[nodiscard]] Result<TimeZoneChoice> timeZoneFrom(const Arguments &arguments);
[[nodiscard]] Result<int> pageSizeFrom(const Arguments &arguments);

/// What --format says; without it "table" when results go to a terminal, else `piped`.
[[nodiscard]] Result<QString> formatFrom(const Arguments &arguments,
                                         const QStringList &formats,
                                         const QString &piped,
                                         const Console &console);

/// The one execution id that a command needs. Errors: UsageInvalid when there is none or more than one.
[[nodiscard]] Result<ExecutionId> onlyExecution(const Arguments &arguments);
/// All execution ids, each once, in their order. Errors: UsageInvalid for an empty one.
[[nodiscard]] Result<QList<ExecutionId>> executionsFrom(const Arguments &arguments);
/// The same of `words`, for a command whose arguments begin with something else.
[[nodiscard]] Result<QList<ExecutionId>> executionsFrom(const QStringList &words);
/// Errors: UsageInvalid when any word is left.
[[nodiscard]] Result<void> expectNoPositionals(const Arguments &arguments);

} // namespace Gapline
