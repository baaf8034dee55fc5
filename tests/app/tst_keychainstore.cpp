// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakekeychain.h"

#include "app/keychainstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using Gapline::Test::FakeKeychain;

namespace {

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

/// The secrets that the store gave for a receiver.
struct ReceiverLoading
{
    ReceiverLoading(KeychainStore &store, const QString &entry)
    {
        store.loadReceiver(entry, &context, [this](const QList<Secret> &secrets) {
            ++answers;
            for (const Secret &secret : secrets)
                texts.append(secret.reveal());
        });
    }
    QObject context;
    QByteArrayList texts;
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

    void aReceiversSecretsComeBackWhateverTheyHold()
    {
        FakeKeychain keychain;
        const QString entry = QStringLiteral("receiver:Work/Shop");
        const QList<Secret> secrets{Secret("whsec_old"), Secret("new \n\xc3\xa4,;\0 secret")};
        {
            KeychainStore store(keychain);
            store.storeReceiver(entry, secrets);
            QVERIFY(store.place() == SecretPlace::Keychain);
            // Entry by entry: neither another receiver's nor a connection's.
            store.storeReceiver(QStringLiteral("receiver:Work/Billing"), {Secret("other")});
            store.store(kOrigin, someCredentials());
        }
        QCOMPARE(keychain.entries.size(), 3);
        KeychainStore later(keychain);
        const ReceiverLoading loading(later, entry);
        QTRY_COMPARE(loading.answers, 1);
        QCOMPARE(loading.texts, (QByteArrayList{secrets.at(0).reveal(), secrets.at(1).reveal()}));
        const ReceiverLoading none(later, QStringLiteral("receiver:Home/Shop"));
        QTRY_COMPARE(none.answers, 1);
        QVERIFY(none.texts.isEmpty());
    }

    void withoutAKeychainAReceiversSecretsLastForTheSession()
    {
        FakeKeychain keychain;
        keychain.isThere = false;
        const QString entry = QStringLiteral("receiver:Work/Shop");
        KeychainStore store(keychain);
        store.storeReceiver(entry, {Secret("one")});
        QVERIFY(store.place() == SecretPlace::SessionMemory);
        const ReceiverLoading loading(store, entry);
        QTRY_COMPARE(loading.texts, QByteArrayList{"one"});
        KeychainStore nextSession(keychain);
        const ReceiverLoading later(nextSession, entry);
        QTRY_COMPARE(later.answers, 1);
        QVERIFY(later.texts.isEmpty() && keychain.entries.isEmpty());
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
