// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachemove.h"

#include "core/cache/cachefile.h"
#include "core/cache/database.h"
#include "core/domain/wording.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace Gapline {
namespace {

Failure busy(const QString &file, const char *why)
{
    return failure(ErrorId::CacheBusy, QStringLiteral("%1 %2.").arg(file, CoreText::tr(why)));
}

/// The last connection that closes takes the -wal with it.
Result<void> emptyJournal(const QString &file)
{
    const Result<std::unique_ptr<Database>> database =
        Database::open(file, DatabaseMode::ReadWrite);
    if (!database)
        return Failure(database.error());
    return (*database)->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace

Result<void> moveCacheFile(const QString &from, const QString &to)
{
    Result<CacheFileState> state = inspectCacheFile(from);
    if (!state)
        return Failure(state.error());
    if (state->isInUse())
        return busy(from, QT_TRANSLATE_NOOP("Gapline::CoreText", "is in use"));
    // A -wal that was left there would be taken for this cache's.
    for (const char *companion : {"", "-wal", "-journal"}) {
        if (const QString there = to + QLatin1String(companion); QFile::exists(there))
            return busy(there, QT_TRANSLATE_NOOP("Gapline::CoreText", "is there already"));
    }
    if (state->hasJournal) {
        if (const Result<void> emptied = emptyJournal(from); !emptied)
            return emptied;
        state = inspectCacheFile(from);
        if (!state)
            return Failure(state.error());
        if (state->hasJournal)
            return busy(from, QT_TRANSLATE_NOOP("Gapline::CoreText", "is in use"));
    }
    if (const Result<void> made = makeFolderOf(to); !made)
        return made;
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return failure(ErrorId::CacheInputOutput,
                       CoreText::tr("%1 cannot be moved to %2: %3")
                           .arg(from, to, QString::fromLocal8Bit(std::strerror(errno))));
    }
    for (const char *companion : {"-wal", "-shm"})
        QFile::remove(from + QLatin1String(companion));
    return {};
}

} // namespace Gapline
