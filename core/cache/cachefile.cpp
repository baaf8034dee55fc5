// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachefile.h"

#include "core/domain/wording.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace Gapline {
namespace {

Failure systemFailure(const QString &file, const char *what)
{
    const int code = errno;
    ErrorId id = ErrorId::CacheInputOutput;
    if (code == EACCES || code == EPERM || code == EROFS)
        id = ErrorId::CacheReadOnly;
    else if (code == ENOSPC || code == EDQUOT)
        id = ErrorId::CacheDiskFull;
    return failure(id,
                   QStringLiteral("%1: %2: %3")
                       .arg(file, CoreText::tr(what), QString::fromLocal8Bit(strerror(code))));
}

bool hasContent(const QString &file)
{
    return QFileInfo(file).size() > 0;
}

} // namespace

bool CacheFileState::isInUse() const
{
    // Locks end with their process, so a line in /proc/locks is a living user of the file.
    QFile locks(QStringLiteral("/proc/locks"));
    if (!exists || !locks.open(QIODevice::ReadOnly))
        return false;
    const QByteArray key = QStringLiteral(" %1:%2:%3 ")
                               .arg(major(device), 2, 16, QLatin1Char('0'))
                               .arg(minor(device), 2, 16, QLatin1Char('0'))
                               .arg(inode)
                               .toLatin1();
    return locks.readAll().contains(key);
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/gapline");
}

Result<CacheFileState> inspectCacheFile(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    CacheFileState state;
    struct stat status
    { };
    if (lstat(path.constData(), &status) != 0) {
        if (errno != ENOENT)
            return systemFailure(file,
                                 QT_TRANSLATE_NOOP("Gapline::CoreText", "cannot be looked at"));
        return state;
    }
    const auto unsafe = [&file](const char *why) {
        return failure(ErrorId::CacheUnsafePath,
                       QStringLiteral("%1 %2.").arg(file, CoreText::tr(why)));
    };
    if (S_ISLNK(status.st_mode))
        return unsafe(QT_TRANSLATE_NOOP("Gapline::CoreText", "is a symbolic link"));
    if (!S_ISREG(status.st_mode))
        return unsafe(QT_TRANSLATE_NOOP("Gapline::CoreText", "is no regular file"));
    const bool isOwn = status.st_uid == geteuid();
    if (!isOwn && status.st_uid != 0)
        return unsafe(QT_TRANSLATE_NOOP("Gapline::CoreText", "belongs to another user"));
    state.exists = true;
    state.device = status.st_dev;
    state.inode = status.st_ino;
    state.byteCount = status.st_size;
    state.changedNs = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    state.isWritable = isOwn && access(path.constData(), W_OK) == 0
        && access(folder.constData(), W_OK | X_OK) == 0;
    state.hasJournal =
        hasContent(file + QStringLiteral("-wal")) || hasContent(file + QStringLiteral("-journal"));
    state.isPrivate = (status.st_mode & 077) == 0;
    return state;
}

Result<void> makeFolderOf(const QString &file)
{
    // Folders that are made on the way are private; those that exist are the user's business.
    QStringList missing;
    for (QDir folder = QFileInfo(file).absoluteDir(); !folder.exists();) {
        missing.prepend(folder.absolutePath());
        folder.setPath(QFileInfo(folder.absolutePath()).absolutePath());
    }
    for (const QString &folder : missing) {
        if (mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
            return systemFailure(
                folder, QT_TRANSLATE_NOOP("Gapline::CoreText", "the folder cannot be made"));
    }
    return {};
}

Result<void> createCacheFile(const QString &file)
{
    if (Result<void> made = makeFolderOf(file); !made)
        return made;
    const int descriptor = ::open(QFile::encodeName(file).constData(),
                                  O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC,
                                  0600);
    if (descriptor < 0)
        return errno == EEXIST
            ? Result<void>()
            : systemFailure(file, QT_TRANSLATE_NOOP("Gapline::CoreText", "cannot be made"));
    ::close(descriptor);
    return {};
}

void makePrivate(const QString &file)
{
    struct stat status
    { };
    const QByteArray path = QFile::encodeName(file);
    if (lstat(path.constData(), &status) == 0 && S_ISREG(status.st_mode)
        && (status.st_mode & 077) != 0)
        chmod(path.constData(), 0600);
}

Result<QString> setAside(const QString &file, const CacheFileState &state, EpochMs now)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(toEpochMs(now), Qt::UTC)
                             .toString(QStringLiteral("yyyyMMddTHHmmsszzzZ"));
    const QString aside = file + QStringLiteral(".damaged-") + time;
    struct stat status
    { };
    if (lstat(QFile::encodeName(file).constData(), &status) != 0
        || quint64(status.st_ino) != state.inode || quint64(status.st_dev) != state.device)
        return QString();
    for (const char *companion : {"-wal", "-shm", "-journal", ""}) {
        const QString suffix = QString::fromLatin1(companion);
        const QByteArray from = QFile::encodeName(file + suffix);
        const QByteArray to = QFile::encodeName(aside + suffix);
        const bool isMain = suffix.isEmpty();
        if (rename(from.constData(), to.constData()) != 0 && (isMain || errno != ENOENT))
            return systemFailure(file + suffix,
                                 QT_TRANSLATE_NOOP("Gapline::CoreText", "cannot be set aside"));
    }
    return aside;
}

qint64 sizeWithCompanions(const QString &file)
{
    qint64 bytes = 0;
    for (const char *companion : {"", "-wal", "-shm"})
        bytes += QFileInfo(file + QString::fromLatin1(companion)).size();
    return bytes;
}

} // namespace Gapline
