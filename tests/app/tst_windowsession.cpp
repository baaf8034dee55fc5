// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsstore.h"
#include "app/windowsession.h"
#include "core/deliverylog/logreader.h"
#include "ui/settings/secretstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
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

} // namespace

class tst_WindowSession : public QObject
{
    Q_OBJECT

private slots:
    void theSandboxHasItsReceiversLogAtHand()
    {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath(QStringLiteral("gapline.ini")));
        NoSecrets secrets;
        const SystemClock clock;
        Cache cache;
        WindowSession session(cache, clock, settings, secrets);
        Workspace &workspace = session.workspace();
        QVERIFY(!workspace.sandboxReceiver());
        QSignalSpy changed(&workspace, &Workspace::sandboxReceiverChanged);
        session.openSandbox();
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(workspace.isSandbox());
        const SandboxReceiver receiver = workspace.sandboxReceiver().value();
        QCOMPARE(receiver.url.host(), QStringLiteral("127.0.0.1"));

        // The log reads without a bad row, and every signature fits the profile's secrets.
        QFile file(receiver.logFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        RowMapping mapping;
        qint64 valid = 0;
        const LogReading reading = readLog(file,
                                           mapping,
                                           receiver.profile.secrets,
                                           {[&valid](const Delivery &row) {
                                                valid +=
                                                    row.signatureVerdict == SignatureVerdict::Valid;
                                            },
                                            {},
                                            {}});
        QVERIFY(reading.accepted > 500);
        QCOMPARE(reading.rejected, 0);
        QCOMPARE(valid, reading.accepted);

        workspace.connectTo({{}, defaultBaseUrl(), folder.filePath(QStringLiteral("c.sqlite")), {}},
                            std::nullopt);
        QVERIFY(!workspace.sandboxReceiver());
        QCOMPARE(changed.count(), 2);
    }
};

QTEST_MAIN(tst_WindowSession)
#include "tst_windowsession.moc"
