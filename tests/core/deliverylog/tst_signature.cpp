// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Gapline;

namespace {

// The vectors come from OpenSSL's command line, with B holding kBody:
//   printf '%s' "$B" | openssl dgst -sha256 -hmac 'whsec_c2VjcmV0LW9uZQ==' -hex
//   printf '%s' "$B" | openssl dgst -sha256 -hmac 'rotated-secret' -hex
//   printf '%s' "$B" | openssl dgst -sha256 -hmac "$(printf 'k%.0s' $(seq 1 100))" -hex
//   printf '%s' "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W.1777363500.$B" | openssl dgst -sha256 -mac HMAC
//       -macopt hexkey:$(printf 'c2VjcmV0LW9uZQ==' | base64 -d | xxd -p -c200) -binary | base64
const QByteArray kBody =
    R"({"event":"step.completed","executionId":"exec_1","seq":7,"timestamp":"2026-04-28T08:05:00.000Z",)"
    R"("correlationId":"corr_42","data":{"note":"Grüße 🎉"}})";
const QByteArray kDirect =
    "sha256=9d66bfc1471b8db4ab000521f86667ccde50afcc59db612d90970ab17f5a6cb0";
const QByteArray kRotated =
    "sha256=a41fcd8411f903f43d944bdba5f865c2f0f68ea0168b579956530d491542605f";
const QByteArray kLongKey =
    "sha256=39112e1f416b3e6560f51044841072f2f88e8a55774c4dfcbd6f0acbfbdfcebd";
const QByteArray kAdvanced = "v1,kTfm+7AhsYmn2B+CMsM+VSl8k7x/8qH2Nx9n/KgOE+0=";
const Secret kSecret(QByteArray("whsec_c2VjcmV0LW9uZQ=="));
const Secret kOther(QByteArray("rotated-secret"));

Delivery signedRow(const QByteArray &signature, const QByteArray &body = kBody)
{
    Delivery row;
    row.signature = signature;
    row.body = body;
    row.isRawBody = true;
    row.messageId = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
    row.messageTime = "1777363500";
    return row;
}

const SignatureCheck kValid{SignatureVerdict::Valid, true};
const SignatureCheck kInvalid{SignatureVerdict::Invalid, false};
const SignatureCheck kUnverifiable{SignatureVerdict::Unverifiable, false};
const SignatureCheck kOnlyLenient{SignatureVerdict::Invalid, true};

} // namespace

class tst_Signature : public QObject
{
    Q_OBJECT

private slots:
    void signaturesEqualThoseOfOpenSsl()
    {
        QCOMPARE(signDirect(kSecret, kBody), kDirect);
        QCOMPARE(signDirect(kOther, kBody), kRotated);
        QCOMPARE(signDirect(Secret(QByteArray(100, 'k')), kBody), kLongKey);
        QCOMPARE(signAdvanced(kSecret, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "1777363500", kBody),
                 kAdvanced);
    }

    void anyOfSeveralSecretsVerifies()
    {
        const SignatureVerifier verifier({kOther, kSecret});
        for (const QByteArray &signature :
             {kDirect, kRotated, kAdvanced, "v1,AAAA " + kAdvanced, "v1a,x " + kAdvanced})
            QVERIFY2(verifier.check(signedRow(signature)) == kValid, signature.constData());
        QVERIFY(verifier.check(signedRow(kLongKey)) == kInvalid);
        QVERIFY(SignatureVerifier({kOther}).check(signedRow(kAdvanced)) == kInvalid);
        QVERIFY(SignatureVerifier({kOther}).check(signedRow(kDirect)) == kInvalid);
    }

    void oneChangedByteIsInvalid()
    {
        const SignatureVerifier verifier({kSecret});
        QByteArray body = kBody;
        body.replace("\"seq\":7", "\"seq\":8");
        QVERIFY(verifier.check(signedRow(kDirect, body)) == kInvalid);
        QVERIFY(verifier.check(signedRow(kAdvanced, body)) == kInvalid);
        Delivery row = signedRow(kAdvanced);
        row.messageTime = "1777363501";
        QVERIFY(verifier.check(row) == kInvalid);
        QVERIFY(verifier.check(signedRow(kDirect.chopped(1))) == kInvalid);
        QVERIFY(verifier.check(signedRow("sha256=")) == kInvalid);
        QVERIFY(verifier.check(signedRow("nonsense")) == kInvalid);
    }

    void whatOnlyTheDocumentedReceiverAcceptsIsSaidApart()
    {
        const SignatureVerifier verifier({kSecret});
        const QByteArray digits = kDirect.mid(7);
        QVERIFY(verifier.check(signedRow("sha256=" + digits.toUpper())) == kOnlyLenient);
        QVERIFY(verifier.check(signedRow(kDirect + " trailing junk")) == kOnlyLenient);
        QVERIFY(verifier.check(signedRow(kDirect + "z")) == kOnlyLenient);
        QVERIFY(verifier.check(signedRow(kDirect + "ab")) == kInvalid); // 33 bytes: another length
        QVERIFY(verifier.check(signedRow(digits)) == kInvalid);
    }

    void withoutTheRawBodyNothingIsCalledInvalid()
    {
        const SignatureVerifier verifier({kOther});
        Delivery row = signedRow(kDirect);
        row.isRawBody = false;
        QVERIFY(verifier.check(row) == kUnverifiable);
        row.body.clear();
        QVERIFY(verifier.check(row) == kUnverifiable);
        QVERIFY(verifier.check(signedRow({})) == kUnverifiable);
        row = signedRow(kAdvanced);
        row.messageId.clear();
        QVERIFY(verifier.check(row) == kUnverifiable);
        // A re-serialised body that verifies all the same proves itself.
        row = signedRow(kRotated);
        row.isRawBody = false;
        QVERIFY(verifier.check(row) == kValid);
    }

    void manyAtOnceGetTheVerdictsOfEachAlone()
    {
        const SignatureVerifier verifier({kOther, kSecret});
        const QList<QByteArray> signatures{kDirect,
                                           kRotated,
                                           kLongKey,
                                           kAdvanced,
                                           "sha256=" + kDirect.mid(7).toUpper(),
                                           kDirect + "ab",
                                           {}};
        std::vector<Delivery> rows;
        for (qsizetype i = 0; i < 1000; ++i)
            rows.push_back(signedRow(signatures.at(i * i % signatures.size())));
        verifier.checkAll(rows);
        for (const Delivery &row : rows) {
            const SignatureCheck alone = verifier.check(row);
            QCOMPARE(row.signatureVerdict, alone.verdict);
            QCOMPARE(row.documentedReceiverAccepts, alone.documentedReceiverAccepts);
        }
        QCOMPARE(rows.at(1).signatureVerdict, SignatureVerdict::Valid);
    }

    /// Against another implementation, with lengths on both sides of each block's end, and neighbours of other lengths.
    void bodiesOfEveryLengthAreCheckedRightWhereverTheyStand()
    {
        std::vector<Delivery> rows;
        QByteArray body;
        for (int length = 1; length <= 700; ++length) {
            body.append(char('!' + length % 90));
            Delivery row;
            row.body = length % 7 == 0 ? body.first(length / 7) : body;
            row.isRawBody = true;
            row.signature = "sha256="
                + QMessageAuthenticationCode::hash(
                      row.body, kSecret.reveal(), QCryptographicHash::Sha256)
                      .toHex();
            if (length % 5 == 0)
                row.body.back() = char(row.body.back() ^ 1);
            rows.push_back(row);
        }
        for (const size_t count : {rows.size(), size_t(1), size_t(2), size_t(3), size_t(9)}) {
            std::vector<Delivery> some(rows.begin(), rows.begin() + qsizetype(count));
            SignatureVerifier({kOther, kSecret}).checkAll(some);
            for (size_t i = 0; i < count; ++i) {
                const bool isAltered = (i + 1) % 5 == 0;
                QCOMPARE(some[i].signatureVerdict,
                         isAltered ? SignatureVerdict::Invalid : SignatureVerdict::Valid);
                QCOMPARE(some[i].documentedReceiverAccepts, !isAltered);
            }
        }
    }

    void withoutASecretNothingIsChecked()
    {
        QVERIFY(SignatureVerifier({}).check(signedRow(kDirect)) == SignatureCheck{});
    }
};

QTEST_GUILESS_MAIN(tst_Signature)
#include "tst_signature.moc"
