// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/jsonmask.h"

#include <QTest>

using namespace Gapline;

class tst_JsonMask : public QObject
{
    Q_OBJECT

private slots:
    void secretsAreMaskedByNameAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("masked");
        QTest::newRow("resumeKey")
            << QByteArray("{\"data\": {\"resumeKey\":\"human:6f0c\",\"mandatoryCount\":1} }")
            << QByteArray("{\"data\": {\"resumeKey\":\"[masked]\",\"mandatoryCount\":1} }");
        QTest::newRow("any spelling")
            << QByteArray("{\"RESUME_KEY\":1,\"x-velt-signature\":\"s\",\"accessToken\":{\"a\":[1]}"
                          ",\"my-Api_Key\":[2]}")
            << QByteArray("{\"RESUME_KEY\":\"[masked]\",\"x-velt-signature\":\"[masked]\","
                          "\"accessToken\":\"[masked]\",\"my-Api_Key\":\"[masked]\"}");
        QTest::newRow("an escaped name")
            << QByteArray("{\"res\\u0075meKey\":\"k\",\"b\":2}")
            << QByteArray("{\"res\\u0075meKey\":\"[masked]\",\"b\":2}");
        QTest::newRow("null") << QByteArray("{\"token\":null}") << QByteArray("{\"token\":null}");
        QTest::newRow("a value of that name") << QByteArray("{\"a\":\"token\",\"b\":[\"secret\"]}")
                                              << QByteArray("{\"a\":\"token\",\"b\":[\"secret\"]}");
        QTest::newRow("numbers and order stay")
            << QByteArray("{\"z\":9007199254740993,\"a\":1.50,\"token\" : \"t\"}")
            << QByteArray("{\"z\":9007199254740993,\"a\":1.50,\"token\" : \"[masked]\"}");
        QTest::newRow("no JSON") << QByteArray("{\"token\":\"t") << QByteArray("{\"token\":\"t");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void secretsAreMaskedByNameAndNothingElse()
    {
        QFETCH(QByteArray, json);
        QTEST(maskedJson(json), "masked");
    }
};

QTEST_GUILESS_MAIN(tst_JsonMask)
#include "tst_jsonmask.moc"
