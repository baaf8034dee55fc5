// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/defaultcache.h"

#include "core/cache/cachefile.h"
#include "core/domain/displaytext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Gapline {
namespace {

const QString kServers = QStringLiteral("servers");

QString inCacheFolder(const QString &name)
{
    return QDir(cacheFolder()).filePath(name);
}

/// Readable where it can be, and another name for each origin always.
QString serverFileName(const QUrl &baseUrl)
{
    const QString origin = originOf(baseUrl);
    const QString host = baseUrl.host(QUrl::FullyEncoded).toLower();
    const bool isHttps = baseUrl.scheme() == QLatin1String("https");
    const QString text = QStringLiteral("%1_%2").arg(host).arg(baseUrl.port(isHttps ? 443 : 80));
    QString name = fileNameFrom(text);
    if (name != text || !isHttps) {
        const QByteArray hash =
            QCryptographicHash::hash(origin.toUtf8(), QCryptographicHash::Sha256).toHex();
        name += u'_' + QString::fromLatin1(hash.first(8));
    }
    return name + QStringLiteral(".sqlite");
}

/// The time of the last write, which a -wal may hold.
QDateTime lastWritten(const QString &file)
{
    return std::max(QFileInfo(file).lastModified(),
                    QFileInfo(file + QStringLiteral("-wal")).lastModified());
}

} // namespace

QString defaultCacheFile(const Profile &profile)
{
    if (!profile.name.isEmpty()) {
        // A saved profile may be pointed to another server.
        return inCacheFolder(QStringLiteral("profiles/%1/%2")
                                 .arg(fileNameFrom(profile.name), serverFileName(profile.baseUrl)));
    }
    if (originOf(profile.baseUrl) == originOf(defaultBaseUrl()))
        return inCacheFolder(QStringLiteral("cache.sqlite"));
    return inCacheFolder(kServers + u'/' + serverFileName(profile.baseUrl));
}

void moveTo(Profile &profile, const QUrl &baseUrl)
{
    const bool isOtherServer = originOf(profile.baseUrl) != originOf(baseUrl);
    profile.baseUrl = baseUrl;
    if (isOtherServer || profile.name.isEmpty())
        profile.cacheFile = defaultCacheFile({{}, baseUrl, {}, {}});
}

QString cacheToAnswerFrom()
{
    QString usual = defaultCacheFile({{}, defaultBaseUrl(), {}, {}});
    if (QFileInfo::exists(usual))
        return usual;
    const QDir servers(inCacheFolder(kServers));
    QString newest;
    for (const QString &name : servers.entryList({QStringLiteral("*.sqlite")}, QDir::Files)) {
        const QString file = servers.filePath(name);
        if (newest.isEmpty() || lastWritten(newest) < lastWritten(file))
            newest = file;
    }
    return newest.isEmpty() ? usual : newest;
}

} // namespace Gapline
