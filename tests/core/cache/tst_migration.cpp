// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"

#include "core/cache/cacheaudit.h"
#include "core/cache/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Gapline;
using namespace Gapline::Test;

namespace {

constexpr int kOldVersion = 1;
constexpr int kPoints = 60;

/// Runs `work` in a process of its own, which no file may be written by beyond so many bytes: the write that would cross
/// them is cut there, and the process killed at the next one. True when it was killed.
bool isKilledAtByte(rlim_t bytes, const std::function<bool()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_DFL);
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        const rlimit limit{bytes, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
        return true;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("the migration ended with status %d", status);
    return false;
}

bool migrates(const QString &file)
{
    return openCache(file, CacheAccess::ReadWrite, kNow).has_value();
}

/// Another process that has the cache open for as long as this lives, as a window beside a command.
class OtherProcess
{
public:
    explicit OtherProcess(const QString &file)
    {
        int ready[2];
        if (::pipe(ready) != 0)
            qFatal("no pipe");
        m_process = ::fork();
        if (m_process == 0) {
            auto database = Database::open(file, DatabaseMode::ReadWrite);
            const bool isOpen = database
                && (*database)->value(QStringLiteral("SELECT count(*) FROM streams")).has_value();
            const char answer = isOpen ? '1' : '0';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char answer = '0';
        if (::read(ready[0], &answer, 1) != 1 || answer != '1')
            qFatal("the other process cannot read the cache");
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherProcess()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(OtherProcess)

private:
    pid_t m_process = -1;
};

} // namespace

/// Promise P19 of trust.md: what earlier releases wrote is brought up to date whole, or not at all.
class tst_Migration : public QObject
{
    Q_OBJECT

private slots:
    /// All that the migration changes goes into the -wal at its COMMIT: cut at every part of it.
    void aMigrationKilledWhileItIsWrittenLeavesTheOldCacheOrTheNewOne()
    {
        rlim_t length = 0;
        {
            const QString name = frozen();
            const OtherProcess other(name); // Its -wal is not taken away at the end.
            QVERIFY(!isKilledAtByte(RLIM_INFINITY, [&name] { return migrates(name); }));
            length = rlim_t(QFileInfo(name + QStringLiteral("-wal")).size());
        }
        QVERIFY(length > 20 * 1024);
        int kills = 0;
        for (int point = 0; point <= kPoints; ++point) {
            const rlim_t bytes = length * rlim_t(point) / kPoints;
            const QString name = frozen();
            {
                const OtherProcess other(name);
                kills += isKilledAtByte(bytes, [&name] { return migrates(name); }) ? 1 : 0;
            }
            look(name);
        }
        QCOMPARE(kills, kPoints);
        QVERIFY(m_old >= kPoints - 5); // Whole with its last page alone.
        QCOMPARE(m_old + m_new, kPoints + 1);
    }

    /// The last one to close writes what the -wal holds into the file.
    void aMigrationKilledWhileTheFileIsWrittenLeavesTheNewOne()
    {
        const QString whole = frozen();
        const auto before = rlim_t(QFileInfo(whole).size());
        QVERIFY(migrates(whole));
        const auto after = rlim_t(QFileInfo(whole).size());
        QVERIFY(after > before);
        int kills = 0;
        for (int point = 0; point < kPoints; ++point) {
            const QString name = frozen();
            const rlim_t bytes = before + (after - before) * rlim_t(point) / kPoints;
            kills += isKilledAtByte(bytes, [&name] { return migrates(name); }) ? 1 : 0;
            look(name);
        }
        QCOMPARE(kills, kPoints);
        QCOMPARE(m_new, kPoints);
    }

    void init()
    {
        m_old = 0;
        m_new = 0;
    }

private:
    /// Old or new, never between; and nothing is lost when it is opened again.
    void look(const QString &name)
    {
        {
            const auto database = Database::open(name, DatabaseMode::ReadOnly);
            if (!database)
                qFatal("%s", qPrintable(database.error().message));
            const auto identity = readIdentity(**database);
            QVERIFY(identity);
            QVERIFY(*hasExpectedSchema(**database));
            QVERIFY(identity->version == kOldVersion || identity->version == kCacheSchemaVersion);
            (identity->version == kOldVersion ? m_old : m_new) += 1;
        }
        OpenCache cache(name);
        QVERIFY(cache.opening.setAsideAs.isEmpty() && !cache.opening.isNew);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA user_version")), kCacheSchemaVersion);
        QVERIFY(*hasExpectedSchema(*cache.database));
        QCOMPARE(cache.number(QStringLiteral("SELECT sum(event_count) FROM streams")), 140);
        QVERIFY(verifyCache(*cache.database)->isSound);
    }

    /// A copy of a cache that version 1 of the schema wrote: 3 executions of the sandbox.
    QString frozen()
    {
        const QString folder = QString::number(++m_folders);
        QDir(m_temporary.path()).mkdir(folder);
        const QString name = m_temporary.filePath(folder + QStringLiteral("/cache.db"));
        if (!QFile::copy(QStringLiteral(GAPLINE_SOURCE_DIR "/tests/data/cache/version-1.sqlite"),
                         name)
            || !QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner))
            qFatal("the frozen cache cannot be copied");
        return name;
    }

    QTemporaryDir m_temporary;
    int m_folders = 0;
    int m_old = 0;
    int m_new = 0;
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_migration.moc"
