// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/report/recoverypack.h"
#include "core/report/rowexport.h"
#include "core/report/samefile.h"

#include <QFileInfo>

#include <vector>

namespace Gapline {
namespace {

struct WrittenFile
{
    QLatin1String option;
    QString name;
};

std::vector<WrittenFile> writtenFiles(const Arguments &arguments)
{
    std::vector<WrittenFile> files;
    const QLatin1String output("output");
    if (const QString name = arguments.value(output); !name.isEmpty() && name != u"-")
        files.push_back({output, name});
    const QLatin1String caseFile("case-file");
    if (const QString name = arguments.value(caseFile); !name.isEmpty())
        files.push_back({caseFile, name});
    const QLatin1String pack("recovery-pack");
    if (const QString folder = arguments.value(pack); !folder.isEmpty()) {
        for (const QString &name : recoveryPackFiles(folder))
            files.push_back({pack, name});
    }
    return files;
}

} // namespace

Result<std::unique_ptr<Output>> Output::open(const Arguments &arguments, Console &console)
{
    std::unique_ptr<Output> output(new Output(console));
    const QLatin1String option("output");
    const QString name = arguments.value(option);
    if (!arguments.has(option) || name == QLatin1String("-"))
        return output;
    if (name.isEmpty())
        return usageError(QStringLiteral("--output takes a file name."));
    if (const QFileInfo existing(name); existing.exists() && !existing.isFile()) {
        // A device or pipe cannot be replaced by a rename.
        return failure(ErrorId::FileUnwritable,
                       QStringLiteral("\"%1\" is no regular file.").arg(name));
    }
    output->m_file = std::make_unique<QSaveFile>(name);
    if (!output->m_file->open(QIODevice::WriteOnly)) {
        return failure(ErrorId::FileUnwritable,
                       QStringLiteral("\"%1\" cannot be written: %2.")
                           .arg(name, output->m_file->errorString()));
    }
    return output;
}

Result<void> Output::check(const Arguments &arguments, Console &console)
{
    // The file is only made for a moment: whether it can be, nothing else tells for sure.
    if (const auto output = open(arguments, console); !output)
        return Failure(output.error());
    return {};
}

QIODevice &Output::device()
{
    if (m_file)
        return *m_file;
    return m_console.out();
}

std::optional<int> Output::columns() const
{
    return m_file ? std::nullopt : m_console.outColumns();
}

Result<void> Output::write(const QByteArray &bytes)
{
    return writeAll(device(), bytes);
}

Result<void> Output::finish()
{
    if (!m_file)
        return {};
    if (!m_file->flush() || !m_file->commit()) {
        return failure(ErrorId::FileUnwritable,
                       QStringLiteral("\"%1\" cannot be written: %2.")
                           .arg(m_file->fileName(), m_file->errorString()));
    }
    return {};
}

Result<void> checkInputsAreKept(const Arguments &arguments, const QStringList &inputs)
{
    for (const WrittenFile &written : writtenFiles(arguments)) {
        for (const QString &input : inputs) {
            if (!input.isEmpty() && isSameFile(written.name, input)) {
                return usageError(
                    QStringLiteral("--%1 \"%2\" would replace what this command reads: \"%3\". "
                                   "Name another %4.")
                        .arg(written.option,
                             written.name,
                             input,
                             written.option == QLatin1String("recovery-pack")
                                 ? QStringLiteral("folder")
                                 : QStringLiteral("file")));
            }
        }
    }
    return {};
}

Result<void> checkOutputsDiffer(const Arguments &arguments)
{
    const std::vector<WrittenFile> files = writtenFiles(arguments);
    for (auto one = files.begin(); one != files.end(); ++one) {
        for (auto other = std::next(one); other != files.end(); ++other) {
            if (one->option != other->option && isSameFile(one->name, other->name)) {
                return usageError(QStringLiteral("--%1 and --%2 name the same file: \"%3\".")
                                      .arg(one->option, other->option, other->name));
            }
        }
    }
    return {};
}

Result<ExitStatus> writeReport(const Arguments &arguments,
                               Console &console,
                               const std::function<QByteArray(const Output &output)> &report)
{
    auto output = Output::open(arguments, console);
    if (!output)
        return Failure(output.error());
    console.endProgress();
    if (const Result<void> written = (*output)->write(report(**output)); !written)
        return Failure(written.error());
    if (const Result<void> finished = (*output)->finish(); !finished)
        return Failure(finished.error());
    return ExitStatus::Done;
}

} // namespace Gapline
