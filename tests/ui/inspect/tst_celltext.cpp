// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/celltext.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Gapline;

namespace {

constexpr QRect kCell(6, 3, 120, 20);

template<typename Draw>
QImage drawn(const Draw &draw)
{
    QImage image(140, 26, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// As a painter draws it that lays it out each time.
QImage plainly(const QString &text, const QRect &rect = kCell, const QFont &font = {})
{
    return drawn([&](QPainter &painter) {
        painter.setFont(font);
        painter.drawText(rect,
                         int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    });
}

QImage kept(CellText &texts, const QString &text, const QRect &rect = kCell, const QFont &font = {})
{
    return drawn([&](QPainter &painter) {
        painter.setFont(font);
        texts.draw(painter, rect, text, Qt::ElideRight);
    });
}

} // namespace

class tst_CellText : public QObject
{
    Q_OBJECT

private slots:
    void aTextLooksAsThePainterDrawsItTheFirstTimeAndLater_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << QStringLiteral("step.completed");
        QTest::newRow("longer than the cell") << QStringLiteral("reason sla-exceeded · by system");
        QTest::newRow("right to left") << QStringLiteral("אישור החוזה");
        QTest::newRow("two lines") << QStringLiteral("first\nsecond");
        QTest::newRow("none") << QString();
    }
    void aTextLooksAsThePainterDrawsItTheFirstTimeAndLater()
    {
        QFETCH(QString, text);
        CellText texts;
        const QImage expected = plainly(text);
        QCOMPARE(kept(texts, text), expected);
        QCOMPARE(kept(texts, text), expected);
    }

    void anotherWidthOrFontIsLaidOutAnew()
    {
        const QString text = QStringLiteral("waitingForReviewers 1");
        CellText texts;
        const QImage wide = kept(texts, text);
        const QRect narrow(6, 3, 60, 20);
        QCOMPARE(kept(texts, text, narrow), plainly(text, narrow));
        QVERIFY(kept(texts, text, narrow) != wide);
        QFont bold;
        bold.setBold(true);
        QCOMPARE(kept(texts, text, kCell, bold), plainly(text, kCell, bold));
        QVERIFY(kept(texts, text, kCell, bold) != wide);
        QCOMPARE(kept(texts, text), wide);
    }

    void aTextBeginsAtTheRightWhereLinesDo()
    {
        CellText texts;
        const QImage image = drawn([&](QPainter &painter) {
            painter.setLayoutDirection(Qt::RightToLeft);
            texts.draw(painter, kCell, QStringLiteral("12"), Qt::ElideRight);
        });
        const QImage left = image.copy(0, 0, 70, 26);
        QImage blank(left.size(), left.format());
        blank.fill(Qt::white);
        QCOMPARE(left, blank);
        QVERIFY(image.copy(70, 0, 70, 26) != blank);
    }

    void theWholeWidthOfATextIsThatOfItsFont()
    {
        CellText texts;
        drawn([&](QPainter &painter) {
            const QString text = QStringLiteral("seq 20–23 · 4 internal-only");
            const qreal advance = QFontMetricsF(painter.font()).horizontalAdvance(text);
            QVERIFY(std::abs(texts.widthOf(painter, text) - advance) < 1.5);
        });
    }
};

QTEST_MAIN(tst_CellText)
#include "tst_celltext.moc"
