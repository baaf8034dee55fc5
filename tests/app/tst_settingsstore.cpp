// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;

class tst_SettingsStore : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedIsReadBack()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("gapline.ini"));
        const Profile production{QStringLiteral("pro/duction"),
                                 QUrl(QStringLiteral("https://api.velt.dev/v2/")),
                                 {},
                                 {}};
        const Profile local{QStringLiteral("local"),
                            QUrl(QStringLiteral("http://127.0.0.1:8080/v2/")),
                            QStringLiteral("/tmp/c.sqlite"),
                            {}};
        {
            SettingsStore store(file);
            store.saveProfile(local);
            store.saveProfile(production);
            store.setTheme(ThemeChoice::Dark);
            store.setLanguage(QStringLiteral("de"));
            store.setTimeZone(TimeZoneChoice::Local);
            store.setLayout(QStringLiteral("window"), QByteArray("\0\1\xff", 3));
            store.addRecentExecution(production.name, QStringLiteral("exec_1"));
            store.addRecentExecution(production.name, QStringLiteral("exec_2"));
            store.addRecentExecution(production.name, QStringLiteral("exec_1"));
        }
        const SettingsStore store(file);
        QCOMPARE(store.profiles(), (QList<Profile>{production, local})); // the last used first
        QCOMPARE(store.profile(QStringLiteral("local")), std::optional<Profile>(local));
        QVERIFY(!store.profile(QStringLiteral("other")));
        QVERIFY(store.theme() == ThemeChoice::Dark);
        QCOMPARE(store.language(), QStringLiteral("de"));
        QVERIFY(store.timeZone() == TimeZoneChoice::Local);
        QCOMPARE(store.layout(QStringLiteral("window")), QByteArray("\0\1\xff", 3));
        QCOMPARE(store.recentExecutions(production.name),
                 (QStringList{QStringLiteral("exec_1"), QStringLiteral("exec_2")}));
        QVERIFY(store.recentExecutions(local.name).isEmpty());
    }

    void savedViewsAreReadBackInTheirOrder()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("gapline.ini"));
        const QList<SavedView> views{{QStringLiteral("b/\"x\", ä"),
                                      QStringLiteral("type:step.* text:\"a, b\""),
                                      false,
                                      {QStringLiteral("seq"), QStringLiteral("data")}},
                                     {QStringLiteral("a"), {}, true, {}}};
        SettingsStore(file).setSavedViews(views);
        QCOMPARE(SettingsStore(file).savedViews(), views);
        SettingsStore(file).setSavedViews({views.at(1)});
        QCOMPARE(SettingsStore(file).savedViews(), QList<SavedView>{views.at(1)});
    }

    void atFirstThereIsNothingToRead()
    {
        const QTemporaryDir folder;
        const SettingsStore store(folder.filePath(QStringLiteral("none.ini")));
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(store.theme() == ThemeChoice::System);
        QCOMPARE(store.language(), QString());
        QVERIFY(store.timeZone() == TimeZoneChoice::Utc);
        QVERIFY(store.layout(QStringLiteral("window")).isEmpty());
    }

    void anAddressThatWouldSendKeysUnprotectedIsLeftOut()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("gapline.ini"));
        QFile ini(file);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[profiles]\nsize=2\n1\\name=bad\n1\\baseUrl=http://api.example.com/\n"
                  "2\\name=good\n2\\baseUrl=https://api.example.com\n");
        ini.close();
        const SettingsStore store(file);
        QCOMPARE(store.profiles().size(), 1);
        QCOMPARE(store.profiles().constFirst().name, QStringLiteral("good"));
        QCOMPARE(store.profiles().constFirst().baseUrl,
                 QUrl(QStringLiteral("https://api.example.com/")));
    }
};

QTEST_GUILESS_MAIN(tst_SettingsStore)
#include "tst_settingsstore.moc"
