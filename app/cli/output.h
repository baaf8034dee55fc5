// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"

#include <QSaveFile>

#include <functional>
#include <memory>

namespace Gapline {

/// Where results go: standard output, or the file of --output, which appears whole or not at all.
class Output
{
public:
    /// Errors: UsageInvalid for an empty --output, FileUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<Output>> open(const Arguments &arguments,
                                                              Console &console);

    /// Whether open() will do, said before a long fetch. Errors: the same.
    [[nodiscard]] static Result<void> check(const Arguments &arguments, Console &console);

    [[nodiscard]] QIODevice &device();
    [[nodiscard]] bool isFile() const { return m_file != nullptr; }
    /// The terminal's width, if results go to one.
    [[nodiscard]] std::optional<int> columns() const;

    /// Writes it all. Errors: FileUnwritable.
    [[nodiscard]] Result<void> write(const QByteArray &bytes);
    /// Puts the file in its place; without this call it never appears. Errors: FileUnwritable.
    [[nodiscard]] Result<void> finish();

private:
    explicit Output(Console &console)
        : m_console(console)
    { }

    Console &m_console;
    std::unique_ptr<QSaveFile> m_file;
};

/// Whether the files that the words have written, --output, --case-file and those of --recovery-pack, are none of
/// `inputs`, by whatever path or link they are named: the answer would replace what it is made from.
/// Errors: UsageInvalid.
[[nodiscard]] Result<void> checkInputsAreKept(const Arguments &arguments,
                                              const QStringList &inputs);

/// Whether no two options have the same file written. Errors: UsageInvalid.
[[nodiscard]] Result<void> checkOutputsDiffer(const Arguments &arguments);

/// A report that is small enough to be made at once, written to where the words say.
/// Gives ExitStatus::Done. Errors: FileUnwritable.
[[nodiscard]] Result<ExitStatus>
writeReport(const Arguments &arguments,
            Console &console,
            const std::function<QByteArray(const Output &output)> &report);

} // namespace Gapline
