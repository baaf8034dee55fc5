// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiondialog.h"
#include "ui/settings/secretstore.h"

#include <QLineEdit>
#include <QTest>

using namespace Gapline;

namespace {

class NoSecrets final : public SecretStore
{
public:
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::SessionMemory; }
    void load(const QString &, QObject *, const Loaded &) override { }
    void store(const QString &, const Credentials &) override { }
    void forget(const QString &) override { }
};

const Profile kSaved{QStringLiteral("Production"),
                     QUrl(QStringLiteral("https://api.example/v2/")),
                     QStringLiteral("/somewhere/production.sqlite"),
                     {}};

} // namespace

class tst_ConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void anotherServerGetsAnotherCache_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("cacheFile");
        QTest::newRow("the same") << kSaved.baseUrl.toString() << kSaved.cacheFile;
        QTest::newRow("another path")
            << QStringLiteral("https://api.example/v3/") << kSaved.cacheFile;
        QTest::newRow("its port named")
            << QStringLiteral("https://API.example:443/v2/") << kSaved.cacheFile;
        QTest::newRow("another host") << QStringLiteral("https://staging.example/v2/") << QString();
        QTest::newRow("another port")
            << QStringLiteral("https://api.example:8443/v2/") << QString();
    }
    void anotherServerGetsAnotherCache()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, cacheFile);
        NoSecrets secrets;
        const ConnectionDialog dialog(kSaved, secrets);
        field(dialog, kSaved.baseUrl.toString())->setText(url);
        QCOMPARE(dialog.profile().name, kSaved.name);
        QCOMPARE(dialog.profile().baseUrl, QUrl(url));
        QCOMPARE(dialog.profile().cacheFile, cacheFile);
    }

    void anotherNameGetsAnotherCache()
    {
        NoSecrets secrets;
        const ConnectionDialog dialog(kSaved, secrets);
        field(dialog, kSaved.name)->setText(QStringLiteral("Staging"));
        QCOMPARE(dialog.profile().cacheFile, QString());
    }

private:
    /// The field that shows the text.
    static QLineEdit *field(const QDialog &dialog, const QString &text)
    {
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->text() == text)
                return edit;
        }
        qFatal("no field shows \"%s\"", qPrintable(text));
    }
};

QTEST_MAIN(tst_ConnectionDialog)
#include "tst_connectiondialog.moc"
