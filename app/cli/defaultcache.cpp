// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/defaultcache.h"

#include "core/cache/cachefile.h"
#include "core/cache/cachemove.h"
#include "core/domain/displaytext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
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

/// What was sent again from the window, beside the cache of the same executions.
QString replayJournalOf(const QString &cache)
{
    return cache.chopped(qstrlen(".sqlite")) + QStringLiteral(".replay-journal.ndjson");
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

ProfileCache cacheOfProfile(const Profile &profile, bool mayMove)
{
    const QString file = defaultCacheFile(profile);
    if (profile.name.isEmpty() || QFileInfo::exists(file))
        return {file, {}};
    const QString former =
        inCacheFolder(QStringLiteral("profiles/%1.sqlite").arg(fileNameFrom(profile.name)));
    if (!QFileInfo(former).isFile())
        return {file, {}};
    if (!mayMove) {
        return {former,
                QStringLiteral("Answering from %1, where the cache of this profile was kept before "
                               "each server had one of its own.")
                    .arg(former)};
    }
    if (const Result<void> moved = moveCacheFile(former, file); !moved) {
        return {former,
                QStringLiteral("Using %1, where the cache of this profile was kept before each "
                               "server had one of its own; it could not be moved to %2: %3")
                    .arg(former, file, moved.error().message)};
    }
    // What was sent cannot be fetched again.
    QFile::rename(replayJournalOf(former), replayJournalOf(file));
    return {file,
            QStringLiteral("The cache of this profile was moved from %1 to %2: each server has one "
                           "of its own now.")
                .arg(former, file)};
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
