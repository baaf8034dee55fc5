// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/bookmarkstore.h"
#include "core/cache/cacheaudit.h"
#include "core/cache/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using Gapline::Test::seqsOf;
using Seqs = std::vector<qint64>;

namespace {

const ExecutionId &execution()
{
    static const ExecutionId id(QStringLiteral("exec_test"));
    return id;
}

Bookmark bookmark(qint64 seq, const QString &note = {})
{
    return {{seq}, note, kNow};
}

QList<Bookmark> bookmarksOf(OpenCache &cache)
{
    const Result<QList<Bookmark>> loaded =
        BookmarkStore(*cache.database).loadBookmarks(execution());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return *loaded;
}

} // namespace

class tst_BookmarkStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(QStringLiteral("cache%1.db").arg(++m_files)); }

    static void add(OpenCache &cache, const Bookmark &added)
    {
        QVERIFY(BookmarkStore(*cache.database).storeBookmark(execution(), added));
    }

private slots:
    void bookmarksComeBackBySeqWithTheirNotes()
    {
        const QString file = newFile();
        {
            OpenCache cache(file);
            add(cache, bookmark(19, QStringLiteral("<b>SLA</b>\n'; DROP TABLE")));
            add(cache, bookmark(4));
            add(cache, bookmark(19, QStringLiteral("breach")));
        }
        OpenCache cache(file);
        QCOMPARE(bookmarksOf(cache),
                 (QList<Bookmark>{bookmark(4, QStringLiteral("")),
                                  bookmark(19, QStringLiteral("breach"))}));
        QVERIFY(BookmarkStore(*cache.database).removeBookmark(execution(), {4}));
        QVERIFY(BookmarkStore(*cache.database).removeBookmark(execution(), {5}));
        QCOMPARE(bookmarksOf(cache).size(), 1);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA synchronous")), 1);
    }

    void theySurviveAFreshRead()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1, 4}).scanned(0, 5).build());
        add(cache, bookmark(3, QStringLiteral("a gap")));
        cache.store(PageBuilder().events({1, 4}).scanned(0, 5).build());
        QCOMPARE(bookmarksOf(cache).size(), 1);
    }

    void theyAreForgottenWithTheirExecution()
    {
        OpenCache cache(newFile());
        cache.store(PageBuilder().events({1}).scanned(0, 1).build());
        add(cache, bookmark(1));
        QVERIFY(BookmarkStore(*cache.database)
                    .storeBookmark(ExecutionId(QStringLiteral("exec_other")), bookmark(2)));
        QVERIFY(purgeCache(*cache.database, {execution()}));
        QVERIFY(bookmarksOf(cache).isEmpty());
        QCOMPARE(cache.number(QStringLiteral("SELECT count(*) FROM bookmarks")), 1);
        QVERIFY(purgeCache(*cache.database, {}));
        QCOMPARE(cache.number(QStringLiteral("SELECT count(*) FROM bookmarks")), 0);
    }

    void aDamagedBookmarkIsNotShown()
    {
        OpenCache cache(newFile());
        add(cache, bookmark(1, QStringLiteral("true")));
        add(cache, bookmark(2, QStringLiteral("true")));
        QVERIFY(cache.database->run(
            QStringLiteral("UPDATE bookmarks SET note = 'false' WHERE seq = 2")));
        QCOMPARE(bookmarksOf(cache), QList<Bookmark>{bookmark(1, QStringLiteral("true"))});
    }

    void aCacheOfTheVersionBeforeIsBroughtForward()
    {
        const QString file = newFile();
        {
            OpenCache cache(file);
            cache.store(PageBuilder().events({1, 4}).scanned(0, 5).build());
            const QString before =
                QStringLiteral("PRAGMA user_version=%1").arg(kCacheSchemaVersion - 1);
            for (const QString &statement : {QStringLiteral("DROP TABLE bookmarks"), before})
                QVERIFY(cache.database->run(statement));
        }
        {
            // Who may only read it is content with what it has.
            const Result<OpenedCache> opened = openCache(file, CacheAccess::ReadOnly, kNow);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
            const auto loaded = BookmarkStore(*opened->database).loadBookmarks(execution());
            QVERIFY(loaded && loaded->isEmpty());
        }
        OpenCache cache(file);
        QVERIFY(!cache.opening.isNew);
        QVERIFY(cache.opening.setAsideAs.isEmpty());
        QCOMPARE(cache.number(QStringLiteral("PRAGMA user_version")), kCacheSchemaVersion);
        QCOMPARE(seqsOf(cache.load()), (Seqs{1, 4}));
        add(cache, bookmark(4));
        QCOMPARE(bookmarksOf(cache).size(), 1);
    }

    void aVersionThatItsTablesDoNotHaveIsDamage()
    {
        const QString file = newFile();
        {
            OpenCache cache(file);
            QVERIFY(cache.database->run(QStringLiteral("DROP TABLE bookmarks")));
        }
        const Result<OpenedCache> opened = openCache(file, CacheAccess::ReadOnly, kNow);
        QVERIFY(!opened);
        QCOMPARE(opened.error().id, ErrorId::CacheDamaged);
    }

    void theyAreTakenOverFromACacheThatIsSetAside()
    {
        const QString file = newFile();
        {
            OpenCache cache(file);
            add(cache, bookmark(7, QStringLiteral("kept")));
            // No cache of ours has such a table: it is set aside.
            QVERIFY(cache.database->run(QStringLiteral("CREATE TABLE planted(x)")));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("set aside")));
        OpenCache cache(file);
        QVERIFY(!cache.opening.setAsideAs.isEmpty());
        QCOMPARE(bookmarksOf(cache), QList<Bookmark>{bookmark(7, QStringLiteral("kept"))});
    }
};

QTEST_GUILESS_MAIN(tst_BookmarkStore)
#include "tst_bookmarkstore.moc"
