// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/windowrequest.h"

#include "app/cli/arguments.h"
#include "core/domain/profile.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace Gapline {
namespace {

Result<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([1-9]\\d{1,4})x([1-9]\\d{1,4})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return usageError(QStringLiteral("--size takes WIDTHxHEIGHT, not \"%1\".").arg(text));
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

/// QApplication takes these out of argv, together with their values.
QStringList withoutQtOptions(const QStringList &words)
{
    QStringList kept;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString name = words.at(i);
        if (name.startsWith(QLatin1String("--")))
            name.remove(0, 1);
        if (name == QLatin1String("-platform") || name == QLatin1String("-style"))
            ++i;
        else
            kept << words.at(i);
    }
    return kept;
}

} // namespace

QList<QCommandLineOption> windowOptions()
{
    return {
        QCommandLineOption(QStringLiteral("demo"),
                           QStringLiteral("Open the built-in sandbox: no account, no network.")),
        QCommandLineOption(QStringLiteral("profile"),
                           QStringLiteral("Begin with this saved connection."),
                           QStringLiteral("NAME")),
        QCommandLineOption(QStringLiteral("base-url"),
                           QStringLiteral("The API, instead of the profile's."),
                           QStringLiteral("URL")),
        QCommandLineOption(QStringLiteral("cache"),
                           QStringLiteral("The SQLite cache, instead of the profile's."),
                           QStringLiteral("FILE")),
        QCommandLineOption(QStringLiteral("case"),
                           QStringLiteral("Show a case file: no connection, nothing changes."),
                           QStringLiteral("FILE")),
        QCommandLineOption(QStringLiteral("offline"),
                           QStringLiteral("Never open a connection: show what the cache holds.")),
        QCommandLineOption(QStringLiteral("screenshot"),
                           QStringLiteral("Write a picture (PNG) of the loaded window, and end."),
                           QStringLiteral("FILE")),
        QCommandLineOption(QStringLiteral("size"),
                           QStringLiteral("Of the screenshot, for example 1600x1000."),
                           QStringLiteral("WxH")),
    };
}

Result<WindowRequest> parseWindowRequest(const QStringList &words, const QStringList &commands)
{
    QCommandLineParser parser;
    parser.addOptions(windowOptions());
    parser.addOptions(commonOptions());
    const bool isParsed =
        parser.parse(QStringList(QStringLiteral("gapline")) + withoutQtOptions(words));
    const QStringList names = parser.positionalArguments();
    // Before an option of that command is called unknown.
    for (const QString &name : names) {
        if (commands.contains(name) && !words.contains(QLatin1String("--"))) {
            return usageError(
                QStringLiteral("Put the command first: gapline %1 [OPTIONS]. An execution that is "
                               "named so opens with gapline -- %1.")
                    .arg(name));
        }
    }
    if (!isParsed)
        return usageError(parser.errorText());
    if (names.size() > 1) {
        return usageError(
            QStringLiteral("\"%1\" is no command, and the window opens one execution, not %2.")
                .arg(names.constFirst())
                .arg(names.size()));
    }
    WindowRequest request;
    if (!names.isEmpty() && !names.constFirst().isEmpty())
        request.execution = ExecutionId(names.constFirst());
    // gapline gapline://open/exec_1?seq=19, as a desktop starts it for a link
    if (request.execution
        && request.execution->text().startsWith(QLatin1String("gapline:"), Qt::CaseInsensitive)) {
        request.link = request.execution->text();
        request.execution.reset();
    }
    request.caseFile = parser.value(QStringLiteral("case"));
    // gapline night.gaplinecase
    if (request.execution && request.execution->text().endsWith(QLatin1String(".gaplinecase"))) {
        request.caseFile = request.execution->text();
        request.execution.reset();
    }
    request.isDemo = parser.isSet(QStringLiteral("demo"));
    request.profile = parser.value(QStringLiteral("profile"));
    request.cacheFile = parser.value(QStringLiteral("cache"));
    if (parser.isSet(QStringLiteral("base-url"))) {
        const Result<QUrl> url = checkedBaseUrl(parser.value(QStringLiteral("base-url")));
        if (!url)
            return Failure(url.error());
        request.baseUrl = *url;
    }
    if (request.isDemo && (request.baseUrl || !request.profile.isEmpty())) {
        return usageError(QStringLiteral("--demo has its own server; it takes no --base-url or "
                                         "--profile."));
    }
    if (!request.caseFile.isEmpty()
        && (request.isDemo || request.baseUrl || !request.profile.isEmpty()
            || !request.cacheFile.isEmpty())) {
        return usageError(QStringLiteral("A case file holds all that is shown: it takes no --demo, "
                                         "--profile, --base-url or --cache."));
    }
    request.isOffline = parser.isSet(QStringLiteral("offline"));
    request.screenshotFile = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("size"))) {
        const Result<QSize> size = sizeFrom(parser.value(QStringLiteral("size")));
        if (!size)
            return Failure(size.error());
        request.screenshotSize = *size;
    }
    return request;
}

} // namespace Gapline
