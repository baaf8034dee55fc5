// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/helptext.h"

#include "app/cli/arguments.h"
#include "app/cli/windowrequest.h"

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kLineWidth = 79;

/// `text` broken between words, each line after the first indented by `indent`.
QString wrapped(const QString &text, qsizetype indent)
{
    const QString newLine = u'\n' + QString(indent, u' ');
    QString result;
    qsizetype column = indent;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isFirst = result.isEmpty();
        if (!isFirst && column + 1 + word.size() > kLineWidth) {
            result += newLine;
            column = indent;
        } else if (!isFirst) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

QString optionTable(const QList<QCommandLineOption> &options)
{
    constexpr qsizetype kIndent = 22;
    QString text;
    for (const QCommandLineOption &option : options) {
        const QString head = QStringLiteral("  ") + optionSyntax(option);
        text += head;
        if (head.size() + 2 > kIndent)
            text += u'\n' + QString(kIndent, u' ');
        else
            text += QString(kIndent - head.size(), u' ');
        text += wrapped(option.description(), kIndent) + u'\n';
    }
    return text;
}

QString paragraphs(const QString &text)
{
    QStringList result;
    for (QString paragraph : text.split(QStringLiteral("\n\n")))
        result << wrapped(paragraph.replace(u'\n', u' '), 0) + u'\n';
    return result.join(u'\n');
}

} // namespace

QString optionSyntax(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names << (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    const QString syntax = names.join(QStringLiteral(", "));
    return option.valueName().isEmpty() ? syntax : syntax + u' ' + option.valueName();
}

QString versionText()
{
    return QStringLiteral("gapline " GAPLINE_VERSION);
}

QString programHelp(const Commands &commands)
{
    QString text = QStringLiteral(
        "Usage: gapline [EXECUTION]          open the window, on that execution if named\n"
        "       gapline gapline://open/...   open a link that was copied from the window\n"
        "       gapline --demo               open the window on the built-in sandbox\n"
        "       gapline COMMAND [OPTIONS]    do one thing without a window\n"
        "\n"
        "Seq timeline and gap audit for approval engine events: which seq is an event,\n"
        "which is internal-only, which was never scanned.\n"
        "\n"
        "Commands:\n");
    qsizetype width = 0;
    for (const auto &command : commands)
        width = std::max(width, command->name().size());
    for (const auto &command : commands) {
        text += QStringLiteral("  ") + command->name().leftJustified(width + 2)
            + wrapped(command->text().summary, width + 4) + u'\n';
    }
    text += QStringLiteral("\nOptions of the window:\n") + optionTable(windowOptions());
    text += QStringLiteral("\nOptions everywhere:\n") + optionTable(commonOptions());
    text += QStringLiteral(
        "\n"
        "Credentials come from VELT_API_KEY and VELT_AUTH_TOKEN, or from the keychain\n"
        "entry of --profile; they are never arguments.\n"
        "\n"
        "Exit status: 0 done, 1 unexpected failure, 2 wrong usage, 3 the API said no,\n"
        "4 credentials, 5 network, 6 the server broke its contract, 7 the cache or\n"
        "another file, 8 missed webhooks (reconcile --check), 130 interrupted.\n"
        "\n"
        "gapline COMMAND --help tells more; so does man gapline.\n");
    return text;
}

QString commandHelp(const Command &command)
{
    QString usage = QStringLiteral("Usage: gapline ") + command.name();
    if (!command.text().positionals.isEmpty())
        usage += u' ' + command.text().positionals;
    usage += QStringLiteral(" [OPTIONS]\n\n");
    QString text = usage + paragraphs(command.text().summary + u'.');
    if (!command.text().description.isEmpty())
        text += u'\n' + paragraphs(command.text().description);
    return text + QStringLiteral("\nOptions:\n") + optionTable(command.options() + commonOptions());
}

} // namespace Gapline
