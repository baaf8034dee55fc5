// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/defaultcache.h"
#include "core/cache/cachefile.h"
#include "core/cache/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;

class tst_DefaultCache : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void theDefaultApiAndEachProfileHaveTheirOwn()
    {
        QCOMPARE(of({}, "https://api.velt.dev/v2/"), QStringLiteral("cache.sqlite"));
        QCOMPARE(of({}, "https://API.velt.dev:443/v2/"), QStringLiteral("cache.sqlite"));
        QCOMPARE(of("staging", "https://staging.example.com/v2/"),
                 QStringLiteral("profiles/staging/staging.example.com_443.sqlite"));
        QCOMPARE(of("../up", "https://api.velt.dev/v2/"),
                 QStringLiteral("profiles/_up/api.velt.dev_443.sqlite"));
        QCOMPARE(of({}, "https://staging.example.com/v2/"),
                 QStringLiteral("servers/staging.example.com_443.sqlite"));
    }

    void noTwoOriginsShareOne()
    {
        QSet<QString> files;
        const char *const origins[] = {"https://api.velt.dev/v2/",
                                       "https://api.velt.dev:8443/v2/",
                                       "https://example.com/",
                                       "http://localhost/",
                                       "http://localhost:443/",
                                       "https://localhost/",
                                       "http://127.0.0.1:8080/",
                                       "http://127.0.0.1:8081/",
                                       "http://[::1]:8080/",
                                       "https://b\u00fccher.example/",
                                       "https://b\u00f6cher.example/"};
        for (const char *origin : origins)
            files << of({}, origin) << of("one profile", origin) << of("another", origin);
        QCOMPARE(files.size(), 3 * qsizetype(std::size(origins)));
        const QString longHost = QString(63, u'a') + u'.' + QString(63, u'b');
        const auto longName = [&longHost](const char *end) {
            return defaultCacheFile(
                {{},
                 QUrl(QStringLiteral("https://%1.%2/").arg(longHost, QLatin1String(end))),
                 {},
                 {}});
        };
        QVERIFY(longName("com") != longName("org"));
    }

    void aProfileKeepsItsCacheWithinItsOrigin()
    {
        const QString own = QStringLiteral("/somewhere/own.sqlite");
        Profile profile{
            QStringLiteral("p"), QUrl(QStringLiteral("https://a.example/v2/")), own, {}};
        moveTo(profile, QUrl(QStringLiteral("https://a.example/v3/")));
        QCOMPARE(profile.cacheFile, own);
        QCOMPARE(profile.baseUrl.path(), QStringLiteral("/v3/"));
        moveTo(profile, QUrl(QStringLiteral("https://b.example/v2/")));
        QCOMPARE(profile.cacheFile,
                 m_home->filePath(QStringLiteral("gapline/servers/b.example_443.sqlite")));
    }

    void aProfilesCacheOfAnEarlierReleaseIsMovedToItsServersPlace()
    {
        const Profile staging = profileOf("staging");
        const QString former = touch("profiles/staging.sqlite", 0);
        const QString journal = touch("profiles/staging.replay-journal.ndjson", 0);
        const QString now =
            m_home->filePath(QStringLiteral("gapline/profiles/staging/staging.example_443"));
        const ProfileCache found = cacheOfProfile(staging, true);
        QCOMPARE(found.file, now + QStringLiteral(".sqlite"));
        QVERIFY(found.notice.contains(former) && found.notice.contains(found.file));
        QVERIFY(QFile::exists(found.file) && !QFile::exists(former));
        QVERIFY(QFile::exists(now + QStringLiteral(".replay-journal.ndjson")));
        QVERIFY(!QFile::exists(journal));
        // Said once; and one that turns up again later changes nothing.
        touch("profiles/staging.sqlite", 10);
        QCOMPARE(cacheOfProfile(staging, true).notice, QString());
        QVERIFY(QFile::exists(former));
    }

    void whatItsJournalHoldsIsMovedWithIt()
    {
        const QString former = m_home->filePath(QStringLiteral("gapline/profiles/staging.sqlite"));
        QVERIFY(createCacheFile(former));
        {
            const auto writing = Database::open(former, DatabaseMode::ReadWrite);
            QVERIFY(writing && (*writing)->run(QStringLiteral("PRAGMA journal_mode=WAL")));
            QVERIFY((*writing)->run(QStringLiteral("CREATE TABLE kept(x)")));
            // As a process that was killed leaves it.
            QVERIFY(QFile::copy(former, former + QStringLiteral("-copy")));
            QVERIFY(QFile::copy(former + QStringLiteral("-wal"), former + QStringLiteral("-log")));
        }
        QVERIFY(QFile::remove(former));
        QVERIFY(QFile::rename(former + QStringLiteral("-copy"), former));
        QVERIFY(QFile::rename(former + QStringLiteral("-log"), former + QStringLiteral("-wal")));
        const QString file = cacheOfProfile(profileOf("staging"), true).file;
        QVERIFY(!QFile::exists(former + QStringLiteral("-wal")));
        const auto moved = Database::open(file, DatabaseMode::ReadOnly);
        QVERIFY(moved);
        QCOMPARE((*moved)->value(QStringLiteral("SELECT name FROM sqlite_schema"))->toString(),
                 QStringLiteral("kept"));
    }

    void whereItMustNotOrCannotBeMovedItIsUsedWhereItIs()
    {
        const Profile staging = profileOf("staging");
        const QString former = touch("profiles/staging.sqlite", 0);
        const ProfileCache read = cacheOfProfile(staging, false);
        QCOMPARE(read.file, former);
        QVERIFY(read.notice.contains(former));

        const auto other = Database::open(former, DatabaseMode::ReadWrite);
        QVERIFY(other && (*other)->run(QStringLiteral("PRAGMA journal_mode=WAL")));
        QVERIFY((*other)->run(QStringLiteral("CREATE TABLE t(x)")));
        const ProfileCache used = cacheOfProfile(staging, true);
        QCOMPARE(used.file, former);
        QVERIFY2(used.notice.contains(QStringLiteral("in use")), qPrintable(used.notice));
        QVERIFY(QFile::exists(former));
    }

    void whereNoServerIsNamedTheDefaultApiAnswersOrElseTheLastOneUsed()
    {
        const QString usual = m_home->filePath(QStringLiteral("gapline/cache.sqlite"));
        QCOMPARE(cacheToAnswerFrom(), usual);
        const QString early = touch("servers/early_443.sqlite", 0);
        QCOMPARE(cacheToAnswerFrom(), early);
        const QString late = touch("servers/late_443.sqlite", 10);
        QCOMPARE(cacheToAnswerFrom(), late);
        touch("servers/early_443.sqlite-wal", 20);
        QCOMPARE(cacheToAnswerFrom(), early);
        touch("cache.sqlite", -100);
        QCOMPARE(cacheToAnswerFrom(), usual);
    }

private:
    QString of(const char *name, const char *url) const
    {
        const QString file =
            defaultCacheFile({QString::fromUtf8(name), QUrl(QString::fromUtf8(url)), {}, {}});
        return QDir(m_home->filePath(QStringLiteral("gapline"))).relativeFilePath(file);
    }

    static Profile profileOf(const char *name)
    {
        return {
            QString::fromUtf8(name), QUrl(QStringLiteral("https://staging.example/v2/")), {}, {}};
    }

    QString touch(const char *name, int seconds) const
    {
        const QString path = m_home->filePath(QStringLiteral("gapline/") + QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        const QDateTime time = QDateTime::fromSecsSinceEpoch(1777374504 + seconds, Qt::UTC);
        if (!file.open(QIODevice::WriteOnly)
            || !file.setFileTime(time, QFile::FileModificationTime))
            qFatal("%s", name);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(tst_DefaultCache)
#include "tst_defaultcache.moc"
