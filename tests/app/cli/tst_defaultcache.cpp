// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/defaultcache.h"

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
