// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/windowrequest.h"

#include "app/cli/arguments.h"
#include "core/domain/profile.h"

#include <QCommandLineParser>

namespace Gapline {
namespace {

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
    };
}

Result<WindowRequest> parseWindowRequest(const QStringList &words)
{
    QCommandLineParser parser;
    parser.addOptions(windowOptions());
    parser.addOptions(commonOptions());
    if (!parser.parse(QStringList(QStringLiteral("gapline")) + withoutQtOptions(words)))
        return usageError(parser.errorText());

    const QStringList names = parser.positionalArguments();
    if (names.size() > 1) {
        return usageError(
            QStringLiteral("\"%1\" is no command, and the window opens one execution, not %2.")
                .arg(names.constFirst())
                .arg(names.size()));
    }
    WindowRequest request;
    if (!names.isEmpty() && !names.constFirst().isEmpty())
        request.execution = ExecutionId(names.constFirst());
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
    return request;
}

} // namespace Gapline
