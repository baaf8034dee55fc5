// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"

#include "app/look.h"
#include "app/lookpainting.h"
#include "app/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Gapline;

namespace {

const std::array<std::pair<QString, QPalette>, 2> &themes()
{
    static const std::array<std::pair<QString, QPalette>, 2> kThemes{
        {{QStringLiteral("light"), lightPalette()}, {QStringLiteral("dark"), darkPalette()}}};
    return kThemes;
}

qint64 pixelsOf(const QImage &picture, const QColor &color)
{
    qint64 count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

QImage pictureOf(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

} // namespace

class tst_Look : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Look); // Which takes it over.
    }

    void theWordsOfAProblemCanBeReadInBothThemes()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QLabel label(QStringLiteral("There is no such seq."));
            label.setObjectName(QStringLiteral("problem"));
            label.ensurePolished();
            const QColor words = label.palette().color(QPalette::WindowText);
            QCOMPARE(words, toneColors(palette).problem);
            QVERIFY2(contrast(words, palette.color(QPalette::Window)) >= 4.5, qPrintable(name));
        }
    }

    void aBannerHasTheGroundOfItsToneAndItsWordsCanBeRead()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QFrame banner;
            banner.setObjectName(QStringLiteral("banner"));
            banner.resize(200, 40);
            const ToneColors tones = toneColors(palette);
            const QList<std::pair<QString, QColor>> wanted{
                {QStringLiteral("notice"), palette.color(QPalette::AlternateBase)},
                {QStringLiteral("retry"), tones.retry},
                {QStringLiteral("error"), tones.error}};
            for (const auto &[tone, ground] : wanted) {
                banner.setProperty("tone", tone);
                QCOMPARE(pictureOf(banner).pixelColor(100, 20), ground);
                QVERIFY2(contrast(palette.color(QPalette::WindowText), ground) >= 4.5,
                         qPrintable(name + QLatin1String(": ") + tone));
            }
        }
    }

    void anEmptyCheckBoxIsSeenInBothThemes()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QCheckBox box;
            const QImage picture = pictureOf(box);
            double most = 1;
            for (int x = 0; x < picture.width(); ++x)
                most = std::max(most,
                                contrast(picture.pixelColor(x, picture.height() / 2),
                                         palette.color(QPalette::Window)));
            QVERIFY2(most >= 3, qPrintable(name));
        }
    }

    void aLinkIsBoldAndHasTheColourOfLinks()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QToolButton link;
            link.setText(QStringLiteral("████"));
            link.setProperty("look", QStringLiteral("link"));
            const QImage picture = pictureOf(link);
            QCOMPARE(link.font().weight(), int(QFont::DemiBold));
            QVERIFY2(pixelsOf(picture, palette.color(QPalette::Link)) > 20, qPrintable(name));
        }
    }

    void aButtonThatFollowsSaysSoByItsColour()
    {
        QApplication::setPalette(lightPalette());
        QToolButton follow;
        follow.setText(QStringLiteral("Follow"));
        const ToneColors tones = toneColors(lightPalette());
        follow.setProperty("look", QStringLiteral("field"));
        QCOMPARE(pixelsOf(pictureOf(follow), tones.goodGround), 0);
        follow.setProperty("follow", QStringLiteral("on"));
        QVERIFY(pixelsOf(pictureOf(follow), tones.goodGround) > 100);
        follow.setProperty("follow", QStringLiteral("paused"));
        QVERIFY(pixelsOf(pictureOf(follow), tones.retry) > 100);
    }

    void theFieldWithTheFocusHasTheAccentAroundIt()
    {
        QApplication::setPalette(lightPalette());
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *first = new QLineEdit(&window);
        auto *second = new QLineEdit(&window);
        layout->addWidget(first);
        layout->addWidget(second);
        window.show();
        QApplication::setActiveWindow(&window);
        first->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(first->hasFocus());
        const QColor accent = lightPalette().color(QPalette::Link);
        QVERIFY(pixelsOf(pictureOf(*first), accent) > 50);
        QCOMPARE(pixelsOf(pictureOf(*second), accent), 0);
    }

    void whatAButtonShowsLiesInsideItInBothDirections()
    {
        QApplication::setPalette(lightPalette());
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QToolBar bar;
            bar.setLayoutDirection(direction);
            QToolButton button(&bar);
            button.setPopupMode(QToolButton::InstantPopup);
            QMenu menu;
            button.setMenu(&menu);
            button.setText(QStringLiteral("████"));
            button.resize(button.sizeHint());
            const QImage picture = pictureOf(button);
            const QColor words = lightPalette().color(QPalette::ButtonText);
            int left = picture.width();
            int right = 0;
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, picture.height() / 2) == words) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
            // The arrow stands where the line of reading ends, and has room of its own.
            const bool isLeft = direction == Qt::LeftToRight;
            const int before = isLeft ? left : picture.width() - 1 - right;
            const int after = isLeft ? picture.width() - 1 - right : left;
            QVERIFY2(before >= 8, qPrintable(QString::number(before)));
            QVERIFY2(after - before >= 8, qPrintable(QString::number(after - before)));
        }
    }

    void theWordsOfARoomyHeaderAndOfItsCellsStandInAlike()
    {
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderItem(0, new QStandardItem(QStringLiteral("████")));
        model.setItem(0, new QStandardItem(QStringLiteral("████")));
        model.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        const auto left = [&model](bool isRoomy) {
            QTableView table;
            table.setFrameShape(QFrame::NoFrame);
            table.setShowGrid(false);
            table.verticalHeader()->hide();
            if (isRoomy)
                table.horizontalHeader()->setProperty("look", QStringLiteral("roomy"));
            table.setModel(&model);
            table.resize(300, 100);
            const QImage picture = pictureOf(table);
            const auto firstIn = [&picture](int y) {
                for (int x = 0; x < picture.width(); ++x)
                    if (picture.pixelColor(x, y).lightness() < 100)
                        return x;
                return -1;
            };
            const int header = table.horizontalHeader()->height();
            return std::pair(firstIn(header / 2), firstIn(header + table.rowHeight(0) / 2));
        };
        const auto usual = left(false);
        const auto roomy = left(true);
        QVERIFY2(std::abs(roomy.first - roomy.second) <= 1,
                 qPrintable(QStringLiteral("%1 %2").arg(roomy.first).arg(roomy.second)));
        QVERIFY(roomy.second >= usual.second + 4);
    }
};

QTEST_MAIN(tst_Look)
#include "tst_look.moc"
