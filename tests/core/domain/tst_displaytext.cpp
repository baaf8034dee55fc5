// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/displaytext.h"

#include <QTest>

using namespace Gapline;

class tst_DisplayText : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeSeenBecomesAToken()
    {
        QCOMPARE(displayText(u"a\u202Eb"), QStringLiteral("a[U+202E]b"));
        QCOMPARE(displayText(u"\u200B\u0007\u2028"), QStringLiteral("[U+200B][U+0007][U+2028]"));
        QCOMPARE(displayText(u"line\n\ttab"), QStringLiteral("line[U+000A][U+0009]tab"));
        QCOMPARE(displayText(QString(QChar(0xd800))), QStringLiteral("[U+D800]"));
        QCOMPARE(displayText(u"\U000E0001"), QStringLiteral("[U+E0001]")); // beyond the BMP
    }

    void readableTextStays()
    {
        const QString text = QStringLiteral("<b>Ünïcode</b> \U0001F600 & 日本");
        QCOMPARE(displayText(text), text);
        QCOMPARE(displayBlock(text), text);
        QCOMPARE(displayText(u""), QString());
    }

    void longTextEndsInAnEllipsis()
    {
        const QString text(600, u'x');
        QCOMPARE(displayText(text).size(), kCellCharacters + 1);
        QVERIFY(displayText(text).endsWith(QChar(0x2026)));
        QCOMPARE(displayText(QString(512, u'x')), QString(512, u'x'));
        // A surrogate pair is never cut in two.
        QCOMPARE(displayText(u"a\U0001F600b", 2), QStringLiteral("a\u2026"));
        QCOMPARE(displayText(u"abc", 0), QStringLiteral("\u2026"));
    }

    void blocksKeepTheirLines()
    {
        QCOMPARE(displayBlock(u"a\n\tb\r"), QStringLiteral("a\n\tb[U+000D]"));
        QCOMPARE(displayBlock(QString(600, u'x')).size(), 600);
    }

    void fileNamesAreHarmless()
    {
        QCOMPARE(fileNameFrom(u"exec_1777374504255_lwofay"),
                 QStringLiteral("exec_1777374504255_lwofay"));
        QCOMPARE(fileNameFrom(u"../../etc/passwd"), QStringLiteral("_.._etc_passwd"));
        QCOMPARE(fileNameFrom(u"--help"), QStringLiteral("help"));
        QCOMPARE(fileNameFrom(u"ä b"), QStringLiteral("__b"));
        QCOMPARE(fileNameFrom(u""), QStringLiteral("_"));
        QCOMPARE(fileNameFrom(u"..."), QStringLiteral("_"));
        QCOMPARE(fileNameFrom(QString(300, u'x')).size(), 100);
    }
};

QTEST_GUILESS_MAIN(tst_DisplayText)
#include "tst_displaytext.moc"
