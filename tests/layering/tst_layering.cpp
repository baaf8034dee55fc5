// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Which room may include which: the arrows of ARCHITECTURE.md, written down. A room may always include itself.
/// Rooms below are implied: what a room may include, it may include with everything beneath.
static const QHash<QString, QStringList> &directArrows()
{
    static const QHash<QString, QStringList> arrows{
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/domain"), {QStringLiteral("core/base")}},
        {QStringLiteral("core/filter"), {QStringLiteral("core/domain")}},
        {QStringLiteral("core/api"), {QStringLiteral("core/domain")}},
        {QStringLiteral("core/deliverylog"), {QStringLiteral("core/domain")}},
        {QStringLiteral("core/sandbox"), {QStringLiteral("core/domain")}},
        {QStringLiteral("core/stream"), {QStringLiteral("core/filter")}},
        {QStringLiteral("core/cache"), {QStringLiteral("core/stream")}},
        {QStringLiteral("core/reconcile"), {QStringLiteral("core/stream")}},
        {QStringLiteral("core/timeline"), {QStringLiteral("core/stream")}},
        {QStringLiteral("core/compare"), {QStringLiteral("core/stream")}},
        {QStringLiteral("core/graph"), {QStringLiteral("core/compare")}},
        {QStringLiteral("core/sync"), {QStringLiteral("core/api"), QStringLiteral("core/cache")}},
        {QStringLiteral("core/report"), {QStringLiteral("core/reconcile")}},
        {QStringLiteral("core/handover"),
         {QStringLiteral("core/api"),
          QStringLiteral("core/cache"),
          QStringLiteral("core/deliverylog"),
          QStringLiteral("core/report")}},
        {QStringLiteral("ui/workspace"),
         {QStringLiteral("core/sync"),
          QStringLiteral("core/handover"),
          QStringLiteral("core/report"),
          QStringLiteral("core/timeline"),
          QStringLiteral("core/compare"),
          QStringLiteral("core/deliverylog")}},
    };
    return arrows;
}

/// Core values that ui folders other than ui/workspace may name, beside ui/workspace itself and each other.
static const QStringList &uiCoreRooms()
{
    static const QStringList rooms{
        QStringLiteral("core/base"),
        QStringLiteral("core/domain"),
        QStringLiteral("core/filter"),
        QStringLiteral("core/stream"),
        QStringLiteral("core/sync"),
        QStringLiteral("core/reconcile"),
        QStringLiteral("core/timeline"),
        QStringLiteral("core/compare"),
        QStringLiteral("core/graph"),
        QStringLiteral("core/report"),
    };
    return rooms;
}

static QSet<QString> reachableFrom(const QString &room)
{
    QSet<QString> rooms{room};
    QStringList open{room};
    while (!open.isEmpty()) {
        for (const QString &below : directArrows().value(open.takeLast())) {
            if (!rooms.contains(below)) {
                rooms.insert(below);
                open.append(below);
            }
        }
    }
    return rooms;
}

static bool mayInclude(const QString &room, const QString &target)
{
    if (room == target || room == QLatin1String("app"))
        return true;
    if (room == QLatin1String("app/cli"))
        return target.startsWith(QLatin1String("core/"));
    // The workspace reaches api and sandbox neither directly nor by way of sync: connections are handed to it.
    if (room == QLatin1String("ui/workspace"))
        return target != QLatin1String("core/api") && reachableFrom(room).contains(target);
    if (room.startsWith(QLatin1String("ui/")))
        return target.startsWith(QLatin1String("ui/")) || uiCoreRooms().contains(target);
    return reachableFrom(room).contains(target);
}

/// "core/cache" for core/cache/schema.cpp, "app" for app/main.cpp.
static QString roomOf(const QString &file)
{
    return file.left(file.lastIndexOf(u'/'));
}

class tst_Layering : public QObject
{
    Q_OBJECT

private slots:
    void everyIncludeFollowsTheArrows()
    {
        QStringList violations;
        forEachLine([&violations](const QString &file, const QString &line) {
            static const QRegularExpression include(
                QStringLiteral("^\\s*#\\s*include\\s+\"((?:app|core|ui)/[^\"]+)\""));
            const QRegularExpressionMatch match = include.match(line);
            if (match.hasMatch() && !mayInclude(roomOf(file), roomOf(match.captured(1))))
                violations << file + QStringLiteral(" → ") + roomOf(match.captured(1));
        });
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    }

    void onlyTheApiRoomNamesTheNetworkAccess()
    {
        QCOMPARE(filesOutside(QStringLiteral("core/api"), QStringLiteral("QNetworkAccessManager")),
                 QStringList());
    }

    void onlyTheCacheRoomNamesTheDatabase()
    {
        QCOMPARE(filesOutside(QStringLiteral("core/cache"), QStringLiteral("QSql")), QStringList());
        QCOMPARE(filesOutside(QStringLiteral("core/cache"), QStringLiteral("sqlite3")),
                 QStringList());
    }

    void coreNeverNamesGuiOrWidgets()
    {
        QStringList violations;
        forEachLine([&violations](const QString &file, const QString &line) {
            static const QRegularExpression gui(QStringLiteral(
                "^\\s*#\\s*include\\s+<(QtGui|QtWidgets|QWidget|QColor|QPainter|QImage|QFont|QIcon|"
                "QGuiApplication|QApplication|QDialog|QMessageBox)"));
            const bool isBelowTheWindow = file.startsWith(QLatin1String("core/"))
                || file.startsWith(QLatin1String("app/cli/"));
            if (isBelowTheWindow && gui.match(line).hasMatch())
                violations << file + QStringLiteral(": ") + line.trimmed();
        });
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    }

    void everySourceSaysItsLicence()
    {
        QStringList without;
        for (const QString &file : sources()) {
            QFile source(QStringLiteral(GAPLINE_SOURCE_DIR "/") + file);
            QVERIFY(source.open(QIODevice::ReadOnly));
            if (!source.readLine().contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                without << file;
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

private:
    static QStringList sources()
    {
        QStringList files;
        const QString root = QStringLiteral(GAPLINE_SOURCE_DIR "/");
        for (const QString &top :
             {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator it(root + top,
                            {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                            QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext())
                files << it.next().mid(root.size());
        }
        files.sort();
        return files;
    }

    template<typename Visit>
    static void forEachLine(Visit &&visit)
    {
        for (const QString &file : sources()) {
            QFile source(QStringLiteral(GAPLINE_SOURCE_DIR "/") + file);
            QVERIFY(source.open(QIODevice::ReadOnly));
            while (!source.atEnd())
                visit(file, QString::fromUtf8(source.readLine()));
        }
    }

    static QStringList filesOutside(const QString &room, const QString &name)
    {
        QSet<QString> files;
        forEachLine([&](const QString &file, const QString &line) {
            const qsizetype comment = line.indexOf(QLatin1String("//"));
            if (roomOf(file) != room
                && line.left(comment < 0 ? line.size() : comment).contains(name))
                files.insert(file);
        });
        QStringList sorted(files.cbegin(), files.cend());
        sorted.sort();
        return sorted;
    }
};

QTEST_GUILESS_MAIN(tst_Layering)
#include "tst_layering.moc"
