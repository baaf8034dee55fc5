// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychainstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

namespace {

/// A keychain that answers as a test wants it to, at once or never.
class FakeKeychain final : public Keychain
{
public:
    void read(const QString &entry, const Read &answer) override
    {
        if (isSilent)
            return;
        if (!isThere)
            answer(KeychainAnswer::Unavailable, {});
        else if (entries.contains(entry))
            answer(KeychainAnswer::Done, Secret(entries.value(entry)));
        else
            answer(KeychainAnswer::NotFound, {});
    }
    void write(const QString &entry, const Secret &secret, const Done &answer) override
    {
        if (isSilent)
            return;
        if (isThere)
            entries.insert(entry, secret.reveal());
        answer(isThere ? KeychainAnswer::Done : KeychainAnswer::Unavailable);
    }
    void remove(const QString &entry, const Done &answer) override
    {
        entries.remove(entry);
        answer(KeychainAnswer::Done);
    }

    bool isThere = true;
    bool isSilent = false;
    QHash<QString, QByteArray> entries;
};

const QString kOrigin = QStringLiteral("https://api.velt.dev:443");

Credentials someCredentials()
{
    return {Secret("key-1"), Secret("token-1")};
}

/// "key token" of what the store holds for an origin, "none" for nothing; empty while there is no answer.
struct Loading
{
    Loading(KeychainStore &store, const QString &origin)
    {
        store.load(origin, &context, [this](const std::optional<Credentials> &credentials) {
            ++answers;
            text = credentials
                ? credentials->apiKey.reveal() + ' ' + credentials->authToken.reveal()
                : QByteArray("none");
        });
    }
    QObject context;
    QByteArray text;
    int answers = 0;
};

} // namespace

class tst_KeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void theKeychainKeepsBothSecretsForTheirOrigin()
    {
        FakeKeychain keychain;
        {
            KeychainStore store(keychain);
            QVERIFY(store.place() == SecretPlace::NotKnown);
            store.store(kOrigin, someCredentials());
            QVERIFY(store.place() == SecretPlace::Keychain);
        }
        KeychainStore later(keychain);
        const Loading loading(later, kOrigin);
        QTRY_COMPARE(loading.text, QByteArray("key-1 token-1"));
        const Loading elsewhere(later, QStringLiteral("https://evil.example:443"));
        QTRY_COMPARE(elsewhere.text, QByteArray("none"));
        QVERIFY(later.place() == SecretPlace::Keychain);
    }

    void withoutAKeychainSecretsLastForTheSession()
    {
        FakeKeychain keychain;
        keychain.isThere = false;
        KeychainStore store(keychain);
        QSignalSpy placeChanged(&store, &SecretStore::placeChanged);
        store.store(kOrigin, someCredentials());
        QVERIFY(store.place() == SecretPlace::SessionMemory);
        QCOMPARE(placeChanged.count(), 1);
        QVERIFY(keychain.entries.isEmpty());
        const Loading loading(store, kOrigin);
        QTRY_COMPARE(loading.text, QByteArray("key-1 token-1"));
        KeychainStore nextSession(keychain);
        const Loading later(nextSession, kOrigin);
        QTRY_COMPARE(later.text, QByteArray("none"));
    }

    void aKeychainThatNeverAnswersIsNone()
    {
        FakeKeychain keychain;
        keychain.isSilent = true;
        KeychainStore store(keychain, std::chrono::milliseconds(20));
        const Loading loading(store, kOrigin);
        QTRY_COMPARE(loading.text, QByteArray("none"));
        QCOMPARE(loading.answers, 1);
        QVERIFY(store.place() == SecretPlace::SessionMemory);
    }

    void anEntryThatCannotBeSentIsNone()
    {
        FakeKeychain keychain;
        keychain.entries.insert(kOrigin, "key\nto\r\nken");
        KeychainStore store(keychain);
        const Loading loading(store, kOrigin);
        QTRY_COMPARE(loading.text, QByteArray("none"));
    }

    void whatIsForgottenIsGone()
    {
        FakeKeychain keychain;
        KeychainStore store(keychain);
        store.store(kOrigin, someCredentials());
        store.forget(kOrigin);
        QVERIFY(keychain.entries.isEmpty());
        const Loading loading(store, kOrigin);
        QTRY_COMPARE(loading.text, QByteArray("none"));
    }
};

QTEST_GUILESS_MAIN(tst_KeychainStore)
#include "tst_keychainstore.moc"
