// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/jsonoutline.h"

#include <QTest>

using namespace Gapline;

class tst_JsonOutline : public QObject
{
    Q_OBJECT

private slots:
    void everyValueIsThereWithItsKeyAndParent()
    {
        const auto outline = outlineOf(
            R"({"decision":"approve","reviewers":["u_1",2],"score":1e99999,"none":null})", 100);
        QVERIFY(outline && !outline->isCut);
        const std::vector<JsonItem> &items = outline->items;
        QCOMPARE(items.size(), size_t(7));
        QCOMPARE(valueText(items[0]), QStringLiteral("{4}"));
        QCOMPARE(items[1].key, QStringLiteral("decision"));
        QCOMPARE(valueText(items[1]), QStringLiteral("approve"));
        QCOMPARE(valueText(items[2]), QStringLiteral("[2]"));
        QCOMPARE(valueText(items[3]), QStringLiteral("1e99999")); // No number that a double holds.
        QCOMPARE(items[6].parent, 2);
        QCOMPARE(items[6].index, 1);
        QCOMPARE(items[6].raw, QByteArrayView("2"));
    }

    void aScalarAloneIsATextToo()
    {
        const auto outline = outlineOf(" 9007199254740993 ", 10);
        QVERIFY(outline);
        QCOMPARE(outline->items.size(), size_t(1));
        QCOMPARE(valueText(outline->items[0]), QStringLiteral("9007199254740993"));
    }

    void whatIsBrokenHasNoOutline()
    {
        QVERIFY(!outlineOf(R"({"a":)", 10));
        QVERIFY(!outlineOf("", 10));
        QVERIFY(!outlineOf("[1,]", 10));
    }

    void aLoneSurrogateIsShownAsReplacement()
    {
        const auto outline = outlineOf(R"(["\ud800"])", 10);
        QVERIFY(outline);
        QCOMPARE(valueText(outline->items[1]), QString(QChar(QChar::ReplacementCharacter)));
    }

    void aDeepTextAndALongOneStayWithinBounds()
    {
        const QByteArray deep = QByteArray(20'000, '[') + QByteArray(20'000, ']');
        const auto outline = outlineOf(deep, 1000);
        QVERIFY(outline && outline->isCut);
        QCOMPARE(outline->items.size(), size_t(JsonOutline::kDeepest + 1));
        const auto wide = outlineOf('[' + QByteArray("1,").repeated(999) + "1]", 1000);
        QVERIFY(wide && wide->isCut);
        QCOMPARE(wide->items.size(), size_t(1000));
        QCOMPARE(wide->items[0].children,
                 1000); // The number is that of the text, not of what is shown.
    }
};

QTEST_APPLESS_MAIN(tst_JsonOutline)
#include "tst_jsonoutline.moc"
