// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/secretmask.h"

#include <QTest>

using namespace Gapline;

namespace {

const QByteArray kKey = "canary+key/5fd1~\"q\\z";
const QByteArray kToken = "canary-token-77ab";

Credentials credentials()
{
    return {Secret(kKey), Secret(kToken)};
}

} // namespace

class tst_SecretMask : public QObject
{
    Q_OBJECT

private slots:
    void everyFormOfASecretIsMasked_data()
    {
        QTest::addColumn<QByteArray>("echo");
        QTest::newRow("plain") << kKey;
        QTest::newRow("in JSON") << QByteArray(R"(canary+key/5fd1~\"q\\z)");
        QTest::newRow("in JSON, slashes too") << QByteArray(R"(canary+key\/5fd1~\"q\\z)");
        QTest::newRow("percent") << kKey.toPercentEncoding();
        QTest::newRow("hex") << kKey.toHex();
        QTest::newRow("upper-case hex") << kKey.toHex().toUpper();
        QTest::newRow("base64") << kKey.toBase64();
        QTest::newRow("base64 for URLs") << kKey.toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("the token") << kToken;
        QTest::newRow("in JSON, one character by its number")
            << QByteArray(R"(canary\u002Bkey/5fd1~\"q\\z)");
        QTest::newRow("in JSON inside JSON") << QByteArray(R"(canary\\u002bkey/5fd1~\\\"q\\\\z)");
        QTest::newRow("percent, lower case") << kKey.toPercentEncoding().toLower();
        QTest::newRow("percent, only what an address cannot hold")
            << QByteArray("canary+key/5fd1~%22q%5Cz");
        QTest::newRow("in a web page") << QByteArray(R"(canary&#43;key&#x2F;5fd1~&quot;q\z)");
        QTest::newRow("base64 in JSON, slashes too") << kKey.toBase64().replace("/", "\\/");
    }

    void everyCharacterMayBeEscaped()
    {
        QByteArray echo;
        for (const char c : kToken)
            echo += "\\u00" + QByteArray(1, c).toHex();
        QCOMPARE(SecretMask(credentials()).masked("bad token " + echo + "."),
                 QByteArray("bad token [secret]."));
    }

    void eachOfSeveralIsMaskedAndWhatStandsBetweenIsLeft()
    {
        QCOMPARE(SecretMask(credentials()).masked("a " + kToken + " b " + kToken + kToken + " c"),
                 QByteArray("a [secret] b [secret][secret] c"));
        QCOMPARE(SecretMask(credentials()).masked(kToken.chopped(1) + "\\u00"),
                 kToken.chopped(1) + "\\u00");
    }

    void everyFormOfASecretIsMasked()
    {
        QFETCH(QByteArray, echo);
        const QByteArray masked = SecretMask(credentials()).masked("token " + echo + " is unknown");
        QVERIFY2(masked.startsWith("token "), masked.constData());
        QVERIFY2(masked.endsWith(" is unknown"), masked.constData());
        QVERIFY2(masked.contains("[secret]"), masked.constData());
        // Of base64 the padding and one character that belongs to both sides may stay.
        QVERIFY2(masked.size() <= QByteArray("token [secret]xx== is unknown").size(),
                 masked.constData());
    }

    void base64InsideALongerTextIsMaskedAtEveryOffset()
    {
        for (int before = 0; before < 4; ++before) {
            const QByteArray basic = (QByteArray(before, 'u') + kToken + ":rest").toBase64();
            QVERIFY(SecretMask(credentials()).masked(basic).contains("[secret]"));
        }
    }

    void whatHoldsNoSecretIsLeft()
    {
        QCOMPARE(SecretMask(credentials()).masked("plain words"), QByteArray("plain words"));
        QCOMPARE(SecretMask({Secret("a"), Secret("")}).masked("a b c"), QByteArray("a b c"));
    }

    void allThatTheServerSaidIsMasked()
    {
        ReplyFacts facts;
        facts.body = kToken;
        facts.location = "https://elsewhere.test/?key=" + kToken;
        facts.retryAfter = kToken;
        facts.transportText = QString::fromUtf8(kToken);
        const ReplyFacts masked = SecretMask(credentials()).masked(facts);
        QCOMPARE(masked.body, QByteArray(kMaskedSecret));
        QCOMPARE(masked.location, QByteArray("https://elsewhere.test/?key=[secret]"));
        QCOMPARE(masked.retryAfter, QByteArray(kMaskedSecret));
        QCOMPARE(masked.transportText, QString::fromLatin1(kMaskedSecret));
    }
};

QTEST_GUILESS_MAIN(tst_SecretMask)
#include "tst_secretmask.moc"
