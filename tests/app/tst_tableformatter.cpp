// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tableformatter.h"

#include <QTest>

using namespace Gapline;

class tst_TableFormatter : public QObject
{
    Q_OBJECT

private slots:
    void numbersStandAtTheRightAndTextAtTheLeft()
    {
        const QByteArray expected = "ID    COUNT  NOTE\n"
                                    "a         7  x\n"
                                    "long    123\n";
        QCOMPARE(formatTable(columns(),
                             {{text("a"), text("7"), text("x")}, {text("long"), text("123"), {}}}),
                 expected);
    }

    void controlCharactersAreShownAsTokens()
    {
        const QByteArray table =
            formatTable(columns(), {{text("a\x1b[31m\nb"), text("1"), text("\u202Ex")}});
        QVERIFY(!table.contains('\x1b'));
        QCOMPARE(table.count('\n'), 2);
        QVERIFY(table.contains("[U+001B]"));
        QVERIFY(table.contains("[U+202E]x"));
    }

    void wideCharactersTakeTwoColumns()
    {
        QCOMPARE(displayWidth(text("漢字")), 4);
        QCOMPARE(displayWidth(text("🚀")), 2);
        QCOMPARE(displayWidth(text("e\u0301")), 1);
        const QByteArray table =
            formatTable(columns(), {{text("漢字"), text("1"), {}}, {text("abcd"), text("2"), {}}});
        QVERIFY(table.contains("漢字      1\n"));
        QVERIFY(table.contains("abcd      2\n"));
    }

    void onlyATerminalCutsTheLastColumn()
    {
        const QList<QStringList> rows{{text("a"), text("1"), text("0123456789")}};
        QVERIFY(formatTable(columns(), rows).contains("0123456789"));
        const QByteArray cut = formatTable(columns(), rows, 16);
        QVERIFY(cut.contains("0123…\n"));
        for (const QByteArray &line : cut.split('\n'))
            QVERIFY(displayWidth(QString::fromUtf8(line)) <= 16);
    }

    void aTerminalShortensTheWidestIdsInTheirMiddle()
    {
        const QString longId =
            QStringLiteral("exec_1777374504255_") + QString(120, u'x') + QStringLiteral("_end1");
        const QList<TableColumn> wide{{text("EXECUTION"), false, true},
                                      {text("STARTED")},
                                      {text("EVENTS"), true},
                                      {text("DEFINITION"), false, true}};
        const QList<QStringList> rows{
            {longId, text("2026-04-28 11:16:02"), text("1234567"), text("marketing-copy")},
            {text("exec_2"), text("2026-04-28 11:16:02"), text("7"), text("legal")}};
        const QByteArray whole = formatTable(wide, rows);
        QVERIFY(whole.contains(longId.toUtf8()));
        const QByteArray table = formatTable(wide, rows, 80);
        for (const QByteArray &line : table.split('\n'))
            QVERIFY2(displayWidth(QString::fromUtf8(line)) <= 80, line.constData());
        QVERIFY2(table.contains("exec_17773745"), table.constData());
        QVERIFY2(table.contains("x_end1  2026-04-28 11:16:02  1234567  marketing-copy\n"),
                 table.constData());
        // Where nothing fits, numbers and times stay whole all the same.
        const QByteArray narrow = formatTable(wide, rows, 20);
        QVERIFY2(narrow.contains("exec_1…_end1"), narrow.constData());
        QVERIFY(narrow.contains("2026-04-28 11:16:02  1234567  "));
        QCOMPARE(formatTable(wide, rows, 500), whole);
    }

    void aNumberInTheLastColumnIsNeverCut()
    {
        const QList<TableColumn> numbers{{text("EXECUTION"), false, true}, {text("SEQ"), true}};
        const QByteArray table =
            formatTable(numbers, {{text("exec_123456789"), text("987654321")}}, 16);
        QVERIFY2(table.contains("987654321"), table.constData());
    }

private:
    static QString text(const char *utf8) { return QString::fromUtf8(utf8); }

    static QList<TableColumn> columns()
    {
        return {{text("ID"), false}, {text("COUNT"), true}, {text("NOTE"), false}};
    }
};

QTEST_GUILESS_MAIN(tst_TableFormatter)
#include "tst_tableformatter.moc"
