// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachemark.h"

#include "core/cache/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace Gapline {
namespace {

/// The schema's own text lies within the first pages, as they are made when the file is.
constexpr qint64 kBytesLookedAt = 256 * 1024;
constexpr qsizetype kHeaderBytes = 100;

bool hasMagic(const QByteArray &head)
{
    return head.startsWith(QByteArray("SQLite format 3\0", 16));
}

/// sqlite.org/fileformat2.html, "The Database Header": a power of two, and three bytes that never differ.
bool isHeaderSound(const QByteArray &head)
{
    if (head.size() < kHeaderBytes)
        return false;
    const quint16 pageSize = qFromBigEndian<quint16>(head.constData() + 16);
    const bool isPageSize = pageSize == 1 || (pageSize >= 512 && (pageSize & (pageSize - 1)) == 0);
    return isPageSize && head.sliced(21, 3) == QByteArray("\x40\x20\x20", 3);
}

qint64 applicationIdOf(const QByteArray &head)
{
    return qFromBigEndian<qint32>(head.constData() + 68);
}

bool isText(const QByteArray &head)
{
    return std::ranges::none_of(head, [](char c) {
        return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b';
    });
}

bool isBlank(const QByteArray &head)
{
    return std::ranges::all_of(head, [](char c) { return c == '\0'; });
}

bool isInOurFolder(const QString &file)
{
    const QString folder = QDir(cacheFolder()).absolutePath() + u'/';
    return QDir::cleanPath(QFileInfo(file).absoluteFilePath()).startsWith(folder);
}

/// Whoever named the file has called it one.
bool isNamedLikeACache(const QString &file)
{
    const QFileInfo named(file);
    const QString suffix = named.suffix();
    return suffix == QLatin1String("sqlite") || suffix == QLatin1String("sqlite3")
        || suffix == QLatin1String("db")
        || named.fileName().contains(QLatin1String("cache"), Qt::CaseInsensitive);
}

} // namespace

bool wasCacheOfOurs(const QString &file, const CacheFileState &state)
{
    // Locked, so a database; and closing it here would drop the locks that a connection of this process holds.
    if (state.isInUse())
        return true;
    QFile reader(file);
    if (!reader.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = reader.read(kBytesLookedAt);
    if (hasMagic(head))
        return !isHeaderSound(head) || applicationIdOf(head) == kCacheApplicationId;
    if (state.hasJournal || isInOurFolder(file) || isBlank(head) || isNamedLikeACache(file))
        return true;
    return !isText(head) && (state.isPrivate || head.contains("CREATE TABLE refused_pages("));
}

bool wasCaseFile(const QString &file)
{
    QFile reader(file);
    if (!reader.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = reader.read(kHeaderBytes);
    return hasMagic(head) && isHeaderSound(head) && applicationIdOf(head) == kCaseApplicationId;
}

} // namespace Gapline
