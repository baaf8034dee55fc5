// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/cachefixture.h"
#include "tests/support/pagebuilder.h"

#include "core/cache/cacheopener.h"
#include "core/cache/schema.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Gapline;
using Gapline::Test::kNow;
using Gapline::Test::OpenCache;
using Gapline::Test::PageBuilder;
using Gapline::Test::seqsOf;
using Seqs = std::vector<qint64>;

static const QString kNewerVersion =
    QStringLiteral("PRAGMA user_version=%1").arg(kCacheSchemaVersion + 1);

static QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

class tst_CacheOpener : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_folders = 0;

    QString newFile()
    {
        const QDir root(m_temporary.path());
        const QString folder = QString::number(++m_folders);
        root.mkdir(folder);
        return root.filePath(folder + QStringLiteral("/cache.db"));
    }

    static QStringList filesBeside(const QString &file)
    {
        return QFileInfo(file).dir().entryList(QDir::Files | QDir::System | QDir::Hidden);
    }

    /// A closed cache with one page, after `sql` was run on it.
    QString newCache(const QStringList &sql = {})
    {
        const QString file = newFile();
        OpenCache cache(file);
        cache.store(PageBuilder().events({1, 4}).scanned(0, 5).build());
        for (const QString &statement : sql) {
            if (!cache.database->run(statement))
                qFatal("%s", qPrintable(statement));
        }
        return file;
    }

    /// Opening fails with `id`, and neither a byte nor a companion file changed.
    static void isRefused(const QString &file, ErrorId id)
    {
        const QByteArray before = contentOf(file);
        const QStringList files = filesBeside(file);
        for (const CacheAccess access : {CacheAccess::ReadWrite, CacheAccess::ReadOnly}) {
            const Result<OpenedCache> opened = openCache(file, access, kNow);
            QVERIFY(!opened);
            QCOMPARE(opened.error().id, id);
            QVERIFY(contentOf(file) == before);
            QCOMPARE(filesBeside(file), files);
        }
    }

    /// Opening sets the file aside, unchanged, and begins anew.
    static void isSetAside(const QString &file)
    {
        const QByteArray before = contentOf(file);
        const Result<OpenedCache> reading = openCache(file, CacheAccess::ReadOnly, kNow);
        QVERIFY(!reading);
        QCOMPARE(reading.error().id, ErrorId::CacheDamaged);
        QVERIFY2(reading.error().message.endsWith(QLatin1String("It was left as it is.")),
                 qPrintable(reading.error().message));
        QVERIFY(contentOf(file) == before);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("set aside")));
        OpenCache cache(file);
        QCOMPARE(cache.opening.setAsideAs, file + QStringLiteral(".damaged-20260428T111000000Z"));
        QVERIFY(cache.opening.isNew);
        QVERIFY(contentOf(cache.opening.setAsideAs) == before);
        cache.store(PageBuilder().events({2}).scanned(0, 2).build());
        QCOMPARE(seqsOf(cache.load()), Seqs{2});
    }

private slots:
    void aNewCacheIsPrivate()
    {
        const QString folder = m_temporary.filePath(QStringLiteral("private/deep"));
        const QString file = folder + QStringLiteral("/cache.db");
        OpenCache cache(file);
        QVERIFY(cache.opening.isNew);
        cache.store(PageBuilder().events({1}).scanned(0, 1).build());
        constexpr auto kOwner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        for (const char *suffix : {"", "-wal", "-shm"})
            QCOMPARE(QFile::permissions(file + QLatin1String(suffix)), kOwner);
        QCOMPARE(QFile::permissions(folder), kOwner | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA application_id")), kCacheApplicationId);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA user_version")), kCacheSchemaVersion);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA trusted_schema")), 0);
        QCOMPARE(cache.number(QStringLiteral("PRAGMA synchronous")), 1);
        QCOMPARE(cache.database->value(QStringLiteral("PRAGMA journal_mode"))->toString(),
                 QStringLiteral("wal"));
    }

    void aNewerSchemaIsLeftUntouched()
    {
        isRefused(newCache({kNewerVersion}), ErrorId::CacheNewerSchema);
    }

    void anotherProgramsDatabaseIsLeftUntouched()
    {
        isRefused(newCache({QStringLiteral("PRAGMA application_id=0")}), ErrorId::CacheForeignFile);
        isRefused(newCache({QStringLiteral("PRAGMA application_id=252006675")}),
                  ErrorId::CacheForeignFile);
    }

    void aNewerSchemaIsSeenInAJournalToo()
    {
        const QString file = newCache();
        const QString copy = newFile();
        {
            // As a crash of the newer program leaves it: the version is in the -wal alone.
            OpenCache newer(file);
            QVERIFY(newer.database->run(kNewerVersion));
            QVERIFY(QFile::copy(file, copy));
            QVERIFY(QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        const QByteArray before = contentOf(copy);
        const QByteArray journal = contentOf(copy + QStringLiteral("-wal"));
        const Result<OpenedCache> opened = openCache(copy, CacheAccess::ReadWrite, kNow);
        QVERIFY(!opened);
        QCOMPARE(opened.error().id, ErrorId::CacheNewerSchema);
        QVERIFY(contentOf(copy) == before);
        QVERIFY(contentOf(copy + QStringLiteral("-wal")) == journal);
    }

    void linksAndOddFilesAreRefused()
    {
        const QString target = newCache();
        const QString link = newFile();
        QVERIFY(QFile::link(target, link));
        isRefused(link, ErrorId::CacheUnsafePath);
        const QString folder = newFile();
        QVERIFY(QDir().mkdir(folder));
        isRefused(folder, ErrorId::CacheUnsafePath);
    }

    void aCacheThatIsNoDatabaseAnyMoreIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray sound = contentOf(newCache());
        QTest::newRow("text") << QByteArray("This was a cache once.\n");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("noise") << QByteArray(8192, '\x9c');
        QTest::newRow("header lost") << QByteArray(100, '\x55') + sound.mid(100);
        QTest::newRow("first page lost") << QByteArray(4096, '\x55') + sound.mid(4096);
        QTest::newRow("magic lost") << "SQLite was here!" + sound.mid(16);
        QTest::newRow("header cut") << sound.first(40);
        QTest::newRow("header but for its magic lost") << sound.first(16) + QByteArray(4096, 'x');
    }

    void aCacheThatIsNoDatabaseAnyMoreIsSetAside()
    {
        QFETCH(QByteArray, content);
        const QString file = newCache();
        write(file, content);
        isSetAside(file);
    }

    void aCacheIsKnownByItsTablesWhoeverMayReadIt()
    {
        const QString file = newCache();
        write(file, QByteArray(100, '\x55') + contentOf(file).mid(100));
        QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ReadOther));
        isSetAside(file);
    }

    void whatLiesWhereCachesLieIsACache()
    {
        qputenv("XDG_DATA_HOME", m_temporary.path().toUtf8());
        QVERIFY(QDir(m_temporary.path()).mkpath(QStringLiteral("gapline/servers")));
        for (const char *name : {"gapline/cache.sqlite", "gapline/servers/other"}) {
            const QString file = m_temporary.filePath(QLatin1String(name));
            write(file, "Nothing of a database is left.\n");
            isSetAside(file);
        }
    }

    void whatIsNamedLikeACacheIsSetAsideWhoeverMayReadIt()
    {
        for (const char *name : {"audit.db", "audit.sqlite", "Cache-of-May"}) {
            const QString file = QFileInfo(newFile()).dir().filePath(QLatin1String(name));
            write(file, "Nothing of a database is left.\n");
            QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ReadOther));
            isSetAside(file);
        }
    }

    void whatWasNeverACacheIsLeftUntouched_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isPrivate");
        const QByteArray text = "Notes of a support engineer\r\n\tseq 4 \xe2\x80\xa6\n";
        const QByteArray picture = "\x89PNG\r\n\x1a\n" + QByteArray(4096, '\0') + "IDAT";
        const auto row =
            [](const char *tag, const char *name, const QByteArray &content, bool own) {
                QTest::newRow(tag) << QString::fromLatin1(name) << content << own;
            };
        row("text", "notes.txt", text, false);
        row("private text", "notes.txt", text, true);
        row("export", "events.csv", "executionId,seq,type\r\n", false);
        row("one word", "word", "x\n", true);
        row("picture", "window.png", picture, false);
        row("script that names our tables", "dump.sql", "CREATE TABLE refused_pages(\n", false);
    }

    void whatWasNeverACacheIsLeftUntouched()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(bool, isPrivate);
        const QString file = QFileInfo(newFile()).dir().filePath(name);
        write(file, content);
        const auto others = isPrivate ? QFile::Permissions() : QFile::ReadOther | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | others));
        isRefused(file, ErrorId::CacheForeignFile);
    }

    void anotherProgramsDamagedDatabaseIsLeftUntouched()
    {
        const QString file = newCache({QStringLiteral("PRAGMA application_id=252006675")});
        // The root page of the schema, which nothing can be read without.
        QByteArray content = contentOf(file);
        content.replace(100, 200, QByteArray(200, '\x55'));
        write(file, content);
        isRefused(file, ErrorId::CacheForeignFile);
    }

    void aCutFileIsSetAside()
    {
        const QString file = newCache();
        write(file, contentOf(file).first(5000));
        isSetAside(file);
    }

    void aPlantedSchemaIsSetAside()
    {
        isSetAside(newCache({QStringLiteral(
            "CREATE TRIGGER planted AFTER INSERT ON segments BEGIN DELETE FROM bodies; END")}));
        isSetAside(newCache({QStringLiteral("DROP INDEX segments_by_seq")}));
        isSetAside(newCache({QStringLiteral("DROP TABLE bodies"),
                             QStringLiteral("CREATE VIEW bodies AS SELECT 1 AS id")}));
    }

    void damageAfterAnUncleanEndIsFoundAtOnce()
    {
        const QString file = newCache();
        const QString copy = newFile();
        {
            OpenCache cache(file);
            cache.store(PageBuilder().events({9}).scanned(5, 9).build());
            QVERIFY(QFile::copy(file, copy));
            QVERIFY(QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        QByteArray content = contentOf(copy);
        // The root page of a table, found by its number: its cell pointers are overwritten.
        const qint64 root =
            OpenCache(file).number(QStringLiteral("SELECT rootpage FROM sqlite_schema"
                                                  " WHERE name = 'definitions'"));
        content.replace((root - 1) * 4096, 16, QByteArray(16, '\x55'));
        write(copy, content);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("set aside")));
        OpenCache cache(copy);
        QVERIFY(!cache.opening.setAsideAs.isEmpty());
        QVERIFY(QFile::exists(cache.opening.setAsideAs + QStringLiteral("-wal")));
    }

    void whatWasCommittedSurvivesAnUncleanEnd()
    {
        const QString file = newCache();
        const QString copy = newFile();
        {
            OpenCache cache(file);
            cache.store(PageBuilder().events({9}).scanned(5, 9).build());
            Transaction halfway(*cache.database);
            QVERIFY(halfway.begin());
            QVERIFY(cache.database->run(QStringLiteral("DELETE FROM segments")));
            QVERIFY(QFile::copy(file, copy));
            QVERIFY(QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        OpenCache cache(copy);
        QVERIFY(cache.opening.setAsideAs.isEmpty());
        QCOMPARE(seqsOf(cache.load()), (Seqs{1, 4, 9}));
        QCOMPARE(cache.load()->state().cursor, Seq{9});
    }

    void readingChangesNothing()
    {
        const QString file = newCache();
        const QByteArray before = contentOf(file);
        Result<OpenedCache> opened = openCache(file, CacheAccess::ReadOnly, kNow);
        QVERIFY(opened);
        QVERIFY(opened->opening.isReadOnly);
        EventStore events(*opened->database);
        QCOMPARE(seqsOf(*events.loadStream(ExecutionId(QStringLiteral("exec_test")), {})),
                 (Seqs{1, 4}));
        const Result<PageStored> stored =
            events.storePage(PageBuilder().events({6}).scanned(5, 6).build(), kNow);
        QVERIFY(!stored);
        QCOMPARE(stored.error().id, ErrorId::CacheReadOnly);
        QVERIFY(contentOf(file) == before);
        QCOMPARE(filesBeside(file), QStringList{QStringLiteral("cache.db")});
    }

    void readingWhatIsNotThereMakesNothing()
    {
        const QString file = newFile();
        const Result<OpenedCache> opened = openCache(file, CacheAccess::ReadOnly, kNow);
        QVERIFY(!opened);
        QCOMPARE(opened.error().id, ErrorId::CacheNotStored);
        QVERIFY(!QFile::exists(file));
    }

    void aReadOnlyFolderIsReadFrom()
    {
        if (geteuid() == 0)
            QSKIP("root may write anywhere");
        const QString file = newCache();
        const QString folder = QFileInfo(file).path();
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const Result<OpenedCache> opened = openCache(file, CacheAccess::ReadWrite, kNow);
        QVERIFY(
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(opened);
        QVERIFY(opened->opening.isReadOnly);
    }

    void permissionsThatAreTooWideAreTaken()
    {
        const QString file = newCache();
        QVERIFY(QFile::setPermissions(
            file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup));
        OpenCache cache(file);
        QVERIFY(!QFile::permissions(file).testFlag(QFile::ReadOther));
        QVERIFY(!QFile::permissions(file).testFlag(QFile::ReadGroup));
    }
};

QTEST_GUILESS_MAIN(tst_CacheOpener)
#include "tst_cacheopener.moc"
